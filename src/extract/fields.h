// The fields of an article from all witnesses of a page: JSON-LD, OpenGraph and other <meta>, microdata, <time>,
// visible bylines in many languages, headings, the URL. Pure, total.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/url.h"
#include "extract/draft.h"
#include "extract/names.h"

namespace winnow::extract {

struct FieldHints {
  const Url* url = nullptr;   // where the page was fetched; may be null
  std::string_view language;  // of the site file; wins where given
  std::string_view zone;      // IANA name; for times without an offset
};

[[nodiscard]] Fields find_fields(const parse::Document& document, const FieldHints& hints);

// What a byline tells: "作者:周艾琳    責编:林洁琛", "By Jane Doe and John Roe, Reuters, 3 May 2024 10:15 GMT".
struct Byline {
  std::vector<std::string> authors, editors;
  std::string source;
  std::string published;  // ISO 8601, as exact as the text is
  bool all = false;       // nothing else stands in the text (so it may go)
};
[[nodiscard]] Byline read_byline(std::string_view text, const NameStyle& style = {});

// The published time as the article gives it: adds the offset by the order of the contract (page, site's zone,
// the language's main country). `iso` is what a page states.
[[nodiscard]] std::string with_offset(std::string_view iso, std::string_view zone, std::string_view language);

// BCP 47 of a text by its characters and commonest words: "zh-Hans", "zh-Hant", "ja", "ko", "en", "de", ...;
// "" when it can't be told.
[[nodiscard]] std::string guess_language(std::string_view text);

}  // namespace winnow::extract
