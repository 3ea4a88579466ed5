// Plain text to an article.
#include <string>

#include "fuzz/check.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Page page;
  page.bytes = fuzz::text_of(data, size), page.url = "https://news.example/1.html", page.input = Input::text;
  const Article article = clean(page);
  for (const std::string& text : {article.title, article.summary, article.text, article.source})
    fuzz::require_utf8(text);
  fuzz::require(clean(page) == article, "cleaning is deterministic");
  fuzz::require(plain_text(article.body) == article.text, "the text is that of the body");
  fuzz::require_utf8(to_markdown(article));
  return 0;
}
