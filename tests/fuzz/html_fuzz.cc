// A page through the whole core, with a site's rules and without: the article is text, and its JSON reads back.
#include <string>

#include "fuzz/check.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

using namespace winnow;

namespace {

Options with_rules() {
  RuleSet rules;
  rules.fields[Field::title].places = {{.css = "h1", .join = " "}, {.css = "meta:og:title"}, {.value = "none"}};
  rules.fields[Field::body].places = {{.css = "div.detail"}};
  rules.fields[Field::body].prune = false;
  rules.fields[Field::authors].places = {{.css = ".author::text", .cut_after = "|", .match = "By (.+)", .split = ","}};
  rules.remove = {{.css = ".share"}, {.text = "^Advert"}, {.css = "img", .attr = "srcset"}, {.css = "main::text"}};
  Options options;
  options.replace = {{"<b>", "<strong>"}, {"</", "</div></"}};
  options.trace = options.mark = true, options.zone = "Asia/Shanghai";
  options.rules = {rules};
  return options;
}

void check(const Reader& reader, std::string_view bytes) {
  Page page;
  page.bytes = bytes, page.url = "https://news.example/2025/03/a.html";
  const Reading reading = reader.read(page);
  const Article& article = reading.article;
  for (const std::string& text : {article.title, article.summary, article.text, article.source})
    fuzz::require_utf8(text);
  fuzz::require_utf8(reading.marked_html);
  const std::string json = to_json(article);
  fuzz::require(json == to_json(reader.read(page).article), "reading is deterministic");
  const auto again = article_from_json(json);
  fuzz::require(!reading.refused.empty() || (again && to_json(*again) == json), "an article's JSON reads back");
  fuzz::require_utf8(to_markdown(article));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Reader plain{Options{}};
  static const Reader ruled{with_rules()};
  check(plain, fuzz::text_of(data, size));
  check(ruled, fuzz::text_of(data, size));
  return 0;
}
