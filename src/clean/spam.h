// Keyword spam: lines that a mirror or an intruder put before or behind an article for search engines. Told by
// structure (many short pieces, no sentence) and by words that are foreign to the article. Pure, total.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace winnow::cleaning {

// The pairs of characters and the words of an article, to tell what is foreign to it.
class Familiar {
 public:
  void add(std::string_view folded);
  // The share of the pairs and words of `folded` that were added, 0..1; 1 for a text that has none.
  [[nodiscard]] double share(std::string_view folded) const;

 private:
  std::unordered_set<std::string> units_;
};

// Whether a folded line is stuffed with keywords. `familiar` holds the other lines of the article.
[[nodiscard]] bool is_keyword_spam(std::string_view folded, const Familiar& familiar);

// How many different words that such spam is made of stand in the folded text.
[[nodiscard]] int spam_words(std::string_view folded);

}  // namespace winnow::cleaning
