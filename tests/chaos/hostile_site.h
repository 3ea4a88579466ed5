// A site that does harm, crawled by the real program: what it says, how it ends, what memory and time it takes.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/desk.h"
#include "newsstand/http_server.h"

namespace winnow::chaos {

struct Ending {
  cli::Ended ended;
  std::int64_t peak_bytes = 0;  // resident, of the program and its workers, each at its peak
  std::chrono::milliseconds took{0};
  std::size_t requests = 0;
};

// Crawls once what the handler serves; robots.txt is the handler's too. `keys` are further lines of the site file;
// "ORIGIN" in them is the server's.
[[nodiscard]] Ending crawl_hostile(newsstand::HttpServer::Handler handler, const std::string& keys);

// An answer of that type.
[[nodiscard]] newsstand::Reply reply_of(std::string body, const std::string& type = "text/html");
// A sitemap of text lines with so many addresses, /news/10000 and on, of the host that was asked.
[[nodiscard]] newsstand::Reply sitemap_for(const newsstand::Query& query, int pages);
[[nodiscard]] newsstand::Reply not_found();

}  // namespace winnow::chaos
