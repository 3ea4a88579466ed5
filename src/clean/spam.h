// Keyword spam: lines that a mirror or an intruder put before or behind an article for search engines. Told by
// structure (many pieces in a row, no sentence, the same words again and again) and by what is foreign to the article.
// A list of words that such spam is made of makes it surer, but none is needed. Pure, total.
#pragma once

#include <span>
#include <string_view>

#include "clean/familiar.h"

namespace winnow::cleaning {

// Words that such lines are made of, whatever they sell. Folded; one alone says nothing.
[[nodiscard]] std::span<const std::string_view> known_spam_words();

// How many of the words stand in the folded text.
[[nodiscard]] int spam_words(std::string_view folded, std::span<const std::string_view> words = known_spam_words());

struct SpamLine {
  std::string_view text;    // as it stands: its capitals tell names
  std::string_view folded;  // fold_for_cues(text)
};

// Whether a line is stuffed with keywords. `article` holds the article's prose; where that is too little to tell what
// is foreign to it, the list decides alone. A line that says what it is ("Keywords: …", "标签：…") never is spam, nor
// are lists of names, numbers and verses.
[[nodiscard]] bool is_keyword_spam(const SpamLine& line, const Familiar& article,
                                   std::span<const std::string_view> words = known_spam_words());

// The cheap half of it: whether the folded line may be spam for its form, whatever the article is.
[[nodiscard]] bool may_be_keywords(std::string_view folded);

}  // namespace winnow::cleaning
