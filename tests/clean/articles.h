// Short articles in many languages for the tests of cleaning; every word is invented for them.
#pragma once

#include <string>
#include <vector>

namespace winnow::cleaning {

struct TestArticle {
  std::string language;
  std::string title;
  std::vector<std::string> paragraphs;
};

// Those of the newsstand (Chinese in both scripts, English, German, Japanese) and some in further languages.
[[nodiscard]] const std::vector<TestArticle>& test_articles();

}  // namespace winnow::cleaning
