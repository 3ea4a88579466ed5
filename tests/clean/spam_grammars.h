// Grammars of keyword spam in several languages, and of the lines that look like it and are none. No word of
// known_spam_words() is in the spam.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "clean/grammar.h"

namespace winnow::cleaning {

enum class Family { commas, underscores, spaces, mixed };
inline constexpr Family kFamilies[] = {Family::commas, Family::underscores, Family::spaces, Family::mixed};

struct SpamLanguage {
  std::string_view name;
  bool dense;                                // words are not spaced
  std::span<const std::string_view> trades;  // grammars of a phrase, one a trade
};

[[nodiscard]] std::span<const SpamLanguage> spam_languages();

// A line of 5 to 9 phrases of one trade or two, joined as the family does it.
[[nodiscard]] std::string spam_line(Draw& draw, const SpamLanguage& language, Family family);

// Grammars of lines that no one may take for spam, whatever article they stand in: names, results, prices, places,
// ingredients, verses, labelled keywords, headlines.
[[nodiscard]] std::span<const std::string_view> innocent_grammars();

}  // namespace winnow::cleaning
