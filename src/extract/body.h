// Finds the article's body in a page: scores blocks, chooses the container, joins what belongs to it, and drops
// subtrees that are no part of an article (navigation, share bars, related lists, comments, forms, hidden ones).
// What only the words of a line can tell is left to the clean stage. Pure, total.
#pragma once

#include <span>
#include <string_view>

#include "base/url.h"
#include "extract/draft.h"

namespace winnow::extract {

struct BodyHints {
  const Url* base = nullptr;                 // to resolve links; may be null
  std::string_view title = {};               // the article's title, where known
  std::string_view summary = {};             // what the page states of it, where known
  std::string_view article_body = {};        // JSON-LD articleBody, where there is one
  std::span<const parse::NodeId> drop = {};  // elements that a rule removes, with all in them
  std::span<const parse::NodeId> only = {};  // containers that a rule chose, in order; empty: choose
  bool prune = true;                         // inside them leave out what is no part of an article by name or make
};

[[nodiscard]] Body find_body(const parse::Document& document, const BodyHints& hints);

}  // namespace winnow::extract
