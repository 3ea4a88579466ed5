// Which lines of an article are keyword spam: those that stand before or behind it, and inside it those that no
// article has. Pure, total.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "clean/familiar.h"
#include "clean/spam.h"

namespace winnow::cleaning {

struct LookedAt {
  SpamLine line;
  bool prose = false;  // a sentence by its length and its end, as far as form tells
};

// One flag a line. `title` is folded.
[[nodiscard]] std::vector<bool> find_spam_lines(std::span<const LookedAt> lines, std::string_view title,
                                                std::span<const std::string_view> words = known_spam_words());

}  // namespace winnow::cleaning
