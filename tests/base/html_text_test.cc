#include "base/html_text.h"

#include <gtest/gtest.h>

namespace winnow {
namespace {

TEST(HtmlText, WhatWouldBeMarkupIsAReference) {
  const struct {
    const char* text;
    const char* html;
  } rows[] = {
      {"", ""},
      {"plain \xE6\x96\x87", "plain \xE6\x96\x87"},
      {"a < b & c", "a &lt; b &amp; c"},
      {"&lt;", "&amp;lt;"},
      {"\" onload=\"x", "&quot; onload=&quot;x"},
      {"</script><script>", "&lt;/script>&lt;script>"},
  };
  for (const auto& row : rows) EXPECT_EQ(html_text(row.text), row.html);
}

}  // namespace
}  // namespace winnow
