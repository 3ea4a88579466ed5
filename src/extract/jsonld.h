// JSON-LD of a page (schema.org): read leniently, looked up by path. Pure, total.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "parse/document.h"

namespace winnow::extract {

// All objects of all JSON-LD scripts, "@graph" and arrays flattened, the article-like types first; at most 256.
[[nodiscard]] std::vector<Json> read_jsonld(const parse::Document& document);
[[nodiscard]] bool is_article_type(const Json& object);
[[nodiscard]] bool is_news_type(const Json& object);  // NewsArticle and the kinds of it
// The texts at a dotted path ("author.name", "headline") in one object; arrays are entered, an object with a
// "name" counts as it where the path ends.
[[nodiscard]] std::vector<std::string> at_path(const Json& object, std::string_view path);

}  // namespace winnow::extract
