// Rows of selectors and what they select on a page.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "parse/selector.h"

namespace winnow::parse {

// The ids of the nodes, else the elements' names; texts in quotes.
inline std::string ids(const Document& document, const std::vector<NodeId>& nodes) {
  std::string out;
  for (const NodeId id : nodes) {
    const std::string_view name = document.attribute(id, "id");
    const bool text = document[id].tag == Tag::text;
    out += (out.empty() ? "" : " ");
    out += text ? "'" + std::string(document[id].text) + "'" : std::string(name.empty() ? document[id].text : name);
  }
  return out;
}

inline std::string select(const Document& document, std::string_view text) {
  const auto selector = Selector::compile(text);
  return selector ? ids(document, selector->select(document)) : "error: " + selector.error().text;
}

struct SelectorRow {
  std::string_view selector, found;
};

inline void expect_rows(std::string_view page, const std::vector<SelectorRow>& rows) {
  const Document document = parse(page);
  for (const SelectorRow& row : rows) EXPECT_EQ(select(document, row.selector), row.found) << row.selector;
}

}  // namespace winnow::parse
