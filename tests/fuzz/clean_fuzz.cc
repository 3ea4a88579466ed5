// The whole of cleaning: any bytes give an article, the same one whether the HTML parser is spared its work or not, and
// the same as a part of an article of two.
#include <array>
#include <string>

#include "fuzz/check.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

using namespace winnow;

namespace {

Options without_prefilter() {
  Options options;
  options.prefilter = false;
  return options;
}

Options traced() {
  Options options;
  options.trace = true;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Reader spared{traced()}, whole{without_prefilter()};
  std::array<Page, 2> pages;
  for (Page& page : pages) page.bytes = fuzz::text_of(data, size);
  pages[0].url = "https://news.example/2025/03/a.html";
  pages[1].url = "https://news.example/2025/03/a_2.html";
  const Article article = clean(pages[0]);
  const std::string json = to_json(article);
  fuzz::require_utf8(json);
  fuzz::require_utf8(to_markdown(article));
  fuzz::require(json == to_json(spared.read(pages[0]).article), "a trace changes nothing");
  fuzz::require(json == to_json(whole.read(pages[0]).article), "sparing the parser changes nothing");
  const Reading both = spared.read(pages);
  fuzz::require_utf8(to_json(both.article));
  fuzz::require(both.article.title == article.title, "the title is that of the first part");
  return 0;
}
