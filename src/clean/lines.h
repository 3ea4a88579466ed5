// Judges the blocks of a draft by their words and neighbours: spam headers, share bars, breadcrumbs, notices,
// bylines, related links, adverts, comments. Cues in many languages (cues.cc), compared on folded text (case,
// width, script, injected readings aside). Pure, total.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clean/spam.h"
#include "extract/draft.h"
#include "winnow/options.h"

namespace winnow::cleaning {

struct Context {
  std::string_view title, subtitle, summary, language, site_name;
  std::span<const std::string_view> spam_words = known_spam_words();  // see spam.h
};

struct Judged {
  std::vector<extract::DraftBlock> kept;
  std::vector<extract::DraftRemoved> removed;
};

[[nodiscard]] Judged judge(std::vector<extract::DraftBlock> blocks, const Context& context,
                           const CleanOptions& options);

// What a subtree that was left out for its form is by its words, where they tell: a breadcrumb, keyword spam.
[[nodiscard]] std::optional<RemovedKind> kind_by_words(std::string_view text);

// A title without the keyword spam and the site's name that were put on it; `site_name` may be empty. Where the article
// is given, its words tell which part of the title is foreign to it.
[[nodiscard]] std::string clean_title(std::string_view title, std::string_view site_name,
                                      std::span<const extract::DraftBlock> article = {},
                                      std::span<const std::string_view> spam_words = known_spam_words());

// Text as cues are compared: lower case, half width, Simplified, "(pinyin)" behind a Han character dropped,
// white space collapsed.
[[nodiscard]] std::string fold_for_cues(std::string_view text);

}  // namespace winnow::cleaning
