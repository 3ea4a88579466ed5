// Stored articles: what is read is written so that it reads back the same.
#include <string>

#include "fuzz/check.h"
#include "winnow/format.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto article = article_from_json(fuzz::text_of(data, size));
  if (!article) return 0;
  for (const JsonStyle style : {JsonStyle::pretty, JsonStyle::line}) {
    const std::string json = to_json(*article, style);
    fuzz::require_utf8(json);
    const auto again = article_from_json(json);
    fuzz::require(again && to_json(*again, style) == json, "an article's JSON reads back");
  }
  fuzz::require_utf8(to_markdown(*article));
  fuzz::require_utf8(to_text(*article));
  fuzz::require_utf8(plain_text(article->body));
  return 0;
}
