// A page through the whole core, with a site's rules and without: the article is text, and its JSON reads back.
#include <string>

#include "fuzz/check.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

using namespace winnow;

namespace {

Options with_rules() {
  RuleSet rules;
  FieldRule& title = rules.fields[Field::title];
  title.css = "h1", title.otherwise = {"meta:og:title", "jsonld:headline"};
  rules.fields[Field::body].css = "div.detail";
  FieldRule& authors = rules.fields[Field::authors];
  authors.css = ".author", authors.match = "By (.+)", authors.split = ",";
  rules.remove = {RemoveRule{".share", ""}, RemoveRule{"", "^Advert"}};
  Options options;
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
