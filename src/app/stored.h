// What commands share that look at the store: it opened for reading, rows of the index as lines, an article's kept
// pages, an article in the format that was asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"
#include "base/result.h"
#include "crawl/cleaner.h"
#include "store/open.h"
#include "winnow/article.h"

namespace winnow::app {

// The store for reading; a notice of it goes to standard error.
[[nodiscard]] Result<store::Stores> stores_for_reading(const Globals& globals);

// Says the error on standard error. The exit status: 2 for a question that makes no sense, 1 for one without an
// answer, 5 where the store fails.
[[nodiscard]] int refuse(const Error& error);

// Finds and prints: ID, time, site and title, divided by tabs, or JSON lines. The exit status.
[[nodiscard]] int print_entries(const Globals& globals, const store::Query& query, bool json);

// The kept pages of the article, to be read again. Where the Content-Type was not noted when they came, it is known
// only by the encoding that it led to.
[[nodiscard]] std::vector<crawl::PartPage> kept_parts(const Article& article, std::vector<store::RawPage> pages);

// "json", "jsonl", "markdown", else text; ends with a newline.
[[nodiscard]] std::string formatted(const Article& article, std::string_view format);

}  // namespace winnow::app
