// A made-up site whose pages repeat some lines: at the head of the text, between its paragraphs, at its tail. All words
// are random syllables of a language's script, so no cue tells the lines from the text. The same seed, the same site.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::newsstand {

struct RepeatingPage {
  std::string path, title, html;        // html: UTF-8
  std::vector<std::string> paragraphs;  // on this page alone
  std::vector<std::string> repeated;    // those of the site's lines that stand on it
};

struct RepeatingSiteOptions {
  unsigned seed = 1;
  std::string_view language = "en";  // "en", "de", "ru", "zh", "ja", "ar"
  std::size_t pages = 50;
  std::size_t lines = 8;
  std::size_t rare_lines = 4;  // of them: on four pages of five
};

[[nodiscard]] std::vector<RepeatingPage> repeating_site(const RepeatingSiteOptions& options);

// Random words: a sentence with its mark, in that language.
class RandomText {
 public:
  RandomText(unsigned seed, std::string_view language);
  [[nodiscard]] std::size_t below(std::size_t limit);
  [[nodiscard]] std::string words(std::size_t count);  // no mark at the end
  [[nodiscard]] std::string sentence();
  [[nodiscard]] std::string paragraph();  // two to five sentences

 private:
  [[nodiscard]] std::string word();
  unsigned long long state_;
  std::string_view language_;
};

}  // namespace winnow::newsstand
