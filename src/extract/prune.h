// Which subtrees are no part of an article by what they are called or how they are made: navigation, asides,
// footers, share bars, related lists, comments, forms, adverts, hidden ones. A subtree that holds too much of the
// page's prose is left, whatever its name. Pure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/page_map.h"
#include "winnow/article.h"

namespace winnow::extract {

struct Pruned {
  parse::NodeId node = parse::kNone;
  RemovedKind kind = RemovedKind::navigation;
  std::string_view why;   // a constant
  double most_share = 0;  // of the page's prose that may go for this reason
  bool hidden = false;    // no reader sees it
};

// In document order, none inside another; `within` bounds what is looked at and weighed.
[[nodiscard]] std::vector<Pruned> prune(const PageMap& map, parse::NodeId within);

}  // namespace winnow::extract
