// Chinese news of our own, in Simplified characters, of many fields: what the tests of the mirror's repair damage and
// want back.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace winnow::repair::mirror {

struct NewsArticle {
  std::string_view field;
  std::vector<std::string_view> paragraphs;
};

[[nodiscard]] std::span<const NewsArticle> articles();

}  // namespace winnow::repair::mirror
