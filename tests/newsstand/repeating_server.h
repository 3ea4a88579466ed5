// A generated site (repeating_site.h) on loopback: its pages and a sitemap of those that are shown so far.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "newsstand/http_server.h"
#include "newsstand/repeating_site.h"

namespace winnow::newsstand {

class RepeatingServer {
 public:
  explicit RepeatingServer(const RepeatingSiteOptions& options);  // all pages are shown

  void show(std::size_t pages) { shown_ = pages; }
  // A site file named "repeating"; `more` are further lines.
  [[nodiscard]] std::string site_file(const std::string& more = "") const;
  [[nodiscard]] const RepeatingPage* page(const std::string& url) const;  // null: no such page

 private:
  [[nodiscard]] Reply answer(const Query& query) const;
  [[nodiscard]] std::string sitemap() const;

  std::vector<RepeatingPage> pages_;
  std::atomic<std::size_t> shown_;
  std::unique_ptr<HttpServer> server_;  // last: its thread uses all of the above
};

// How many of the site's lines that stand on the page stand in the text, each for itself.
[[nodiscard]] std::size_t lines_left(const RepeatingPage& page, const std::string& text);
// How many of the page's own paragraphs are not in it.
[[nodiscard]] std::size_t paragraphs_lost(const RepeatingPage& page, const std::string& text);

}  // namespace winnow::newsstand
