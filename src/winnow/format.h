// An article as text: the stored JSON (docs/article.md), Markdown with YAML front matter, plain text.
// Pure; safe from any thread. Output is valid UTF-8 whatever the article holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "winnow/article.h"

namespace winnow {

enum class JsonStyle { pretty, line };

[[nodiscard]] std::string to_json(const Article& article, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] std::string to_markdown(const Article& article);
[[nodiscard]] std::string to_text(const Article& article);

// The `text` field of a body: a block a line, list items and table rows a line each (cells by tab), code
// with its newlines, embeds' words; no captions or image texts.
[[nodiscard]] std::string plain_text(const std::vector<Block>& body);

// Reads what to_json wrote; nothing when it is no article. Unknown fields are ignored.
[[nodiscard]] std::optional<Article> article_from_json(std::string_view json);

[[nodiscard]] std::string_view name_of(BlockType type);
[[nodiscard]] std::string_view name_of(RemovedKind kind);

}  // namespace winnow
