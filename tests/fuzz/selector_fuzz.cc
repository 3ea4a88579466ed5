// CSS selectors on a small page: whatever compiles selects just the elements that it matches.
#include "parse/selector.h"

#include <algorithm>

#include "fuzz/check.h"
#include "parse/document.h"

using namespace winnow;

namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html><html lang="en-GB"><head><title>News</title></head><body>
<div id="main" class="detail story"><h1>Title</h1><p class="lead">One</p><p>Two <a href="/a.html" rel="next">next</a></p>
<ul><li>1</li><li class="odd"><b></b></li><li>3<ul><li>deep</li></ul></li></ul></div>
<div data-kind="ad-box">Ad<div><div><div><span>x</span></div></div></div></div></body></html>)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const parse::Document page = parse::parse(kPage);
  const auto selector = parse::Selector::compile(fuzz::text_of(data, size));
  if (!selector) {
    fuzz::require(!selector.error().text.empty(), "an error has a text");
    return 0;
  }
  const auto found = selector->select(page);
  fuzz::require(std::is_sorted(found.begin(), found.end()), "elements come in document order");
  fuzz::require(selector->first(page) == (found.empty() ? parse::kNone : found.front()), "first is the first of all");
  for (parse::NodeId node = 1; node < page.size(); ++node) {
    if (page[node].tag == parse::Tag::text) continue;  // ::text selects what no element matches
    const bool selected = std::binary_search(found.begin(), found.end(), node);
    fuzz::require(selector->matches(page, node) == selected, "what is selected is what matches");
  }
  return 0;
}
