// Plain text as a line of Markdown that reads back as that text, by CommonMark 0.31 and GitHub's additions (tables,
// strikethrough, bare addresses that become links). Internal to winnow/.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "winnow/article.h"

namespace winnow::internal {

// `links` in order; those that are empty or overlap are left out. One line: newlines and controls become spaces, white
// space at both ends goes. It may stand at the start of a block, behind its marker, or in a table's cell.
[[nodiscard]] std::string markdown_text(std::string_view text, std::span<const Link> links = {});

// The same for a table's cell, where a bar would end it.
[[nodiscard]] std::string markdown_cell(std::string_view text, std::span<const Link> links = {});

// A link's address between pointed brackets, as [text] and ![alt] are followed by it.
[[nodiscard]] std::string markdown_destination(std::string_view url);

// An address that shows itself.
[[nodiscard]] std::string markdown_address(const std::string& url);

}  // namespace winnow::internal
