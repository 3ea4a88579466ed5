// YAML text with comments. Private to site/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::site {

// Lines of a comment above a key, by its path: "urls.accept", "rules[0].title"; "" is the top of the file.
using Comments = std::map<std::string, std::vector<std::string>, std::less<>>;

// What is to be written: a scalar, a list or a map.
struct Written {
  std::string scalar = {};  // as it stands in the file; where there are neither items nor members
  std::vector<Written> items = {};
  std::vector<std::pair<std::string, Written>> members = {};
  bool flow = false;  // in one line, where it fits into one and nothing in it has a comment

  [[nodiscard]] bool empty() const { return scalar.empty() && items.empty() && members.empty(); }
};

// A text as a scalar of one line, in quotes where some reader of YAML would take it for something else.
[[nodiscard]] std::string scalar_text(std::string_view text);

// "{css: h1, else: [h2, h3]}": all of it in one line, without comments.
[[nodiscard]] std::string flow_text(const Written& written);
// A list or map in block style, each line behind `indent` spaces. `path` is its own.
[[nodiscard]] std::string block_text(const Written& written, const Comments& comments, const std::string& path = {},
                                     std::size_t indent = 0);
// The lines of the comment of `path`; "" where it has none.
[[nodiscard]] std::string comment_text(const Comments& comments, std::string_view path, std::size_t indent = 0);

}  // namespace winnow::site
