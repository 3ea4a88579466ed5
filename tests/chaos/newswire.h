// News sites that go on publishing while they are crawled: the load of the long rows. Each is below a path of its own
// on one server, "/0/" and on, with a feed of its newest stories.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "cli/desk.h"
#include "newsstand/http_server.h"

namespace winnow::chaos {

class Newswire {
 public:
  // A story a site each `period`, and six times as many during a `rush` at the beginning, when one is there already.
  Newswire(int sites, Millis period, Millis rush = Millis(0));

  [[nodiscard]] int sites() const { return sites_; }
  [[nodiscard]] std::string name(int site) const { return "wire" + std::to_string(site); }
  // The site's file; `more` are further lines.
  [[nodiscard]] std::string file(int site, const std::string& more) const;
  void write_all(const cli::Desk& desk, const std::string& more) const;

  [[nodiscard]] int published() const;  // stories a site so far
  [[nodiscard]] std::size_t requests() const { return requests_; }

 private:
  [[nodiscard]] newsstand::Reply answer(const newsstand::Query& query);

  int sites_;
  Millis period_, rush_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::atomic<std::size_t> requests_{0};
  std::unique_ptr<newsstand::HttpServer> server_;  // last: its thread uses the above
};

}  // namespace winnow::chaos
