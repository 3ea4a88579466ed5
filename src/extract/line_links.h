// The links in a line's text: where each stands and where it leads. Read from the tree again, for kept lines only, so
// that cutting a page into lines does not pay for the links of its menus. Pure, linear in the line.
#pragma once

#include <string>
#include <vector>

#include "base/url.h"
#include "extract/page_map.h"
#include "winnow/article.h"

namespace winnow::extract {

class LinkReader {
 public:
  // Both must outlive the reader; `base` may be null.
  LinkReader(const PageMap& map, const Url* base) : map_(map), base_(base) {}

  // Puts the line behind `text`, with `separator` between where there is some, and its links behind `links`;
  // `item` and `cell` are theirs.
  void append(const Line& line, std::string_view separator, std::string& text, std::vector<Link>& links,
              std::size_t item = 0, std::size_t cell = 0) const;

 private:
  [[nodiscard]] std::vector<Link> read(const Line& line) const;

  const PageMap& map_;
  const Url* base_;
};

}  // namespace winnow::extract
