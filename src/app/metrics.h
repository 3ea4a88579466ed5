// What the daemon has done since it began, counted per site: for `winnow status` and for monitoring. One thread owns it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "base/json.h"
#include "crawl/events.h"

namespace winnow::app {

class Metrics : public crawl::Events {
 public:
  void report(const crawl::Event& event) override;

  // {"SITE": {"stored": 3, …}, …}: all counters of each site that has reported anything, zeros too.
  [[nodiscard]] Json json() const;

 private:
  static constexpr std::size_t kKinds = static_cast<std::size_t>(crawl::Event::Kind::notice) + 1;
  std::map<std::string, std::array<std::uint64_t, kKinds>> sites_;
};

// What a running daemon said (Daemon's status as JSON) in the text format that Prometheus reads.
[[nodiscard]] std::string to_prometheus(const Json& status);

}  // namespace winnow::app
