// robots.txt of each origin, as last answered: in memory, and in the state between runs. RFC 9309, 2.3.1 and 2.4.
// One thread owns it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fetch/fetcher.h"
#include "schedule/robots.h"
#include "store/state.h"

namespace winnow::crawl {

inline constexpr std::string_view kProductToken = "winnow";  // by which a robots.txt means us
inline constexpr std::size_t kMostOfRobots = 1 << 20;  // bytes (RFC 9309, 2.5 asks for 500 KiB at least)
inline constexpr Millis kLongestCrawlDelay = std::chrono::minutes(2);  // a robots.txt that asks for more gets this

// The sitemaps that the robots.txt of an origin names, the first few, absolute.
[[nodiscard]] std::vector<std::string> sitemaps_of(const schedule::Robots& robots, const std::string& origin);

class RobotsCache {
 public:
  explicit RobotsCache(store::State& state) : state_(state) {}

  // The rules of an origin ("https://a.example"); null when they must be asked for first.
  [[nodiscard]] Result<const schedule::Robots*> find(const std::string& origin, Instant now);
  // Validators of the copy that is known, for asking again.
  [[nodiscard]] store::Validators validators(const std::string& origin) const;
  // Whether everything is forbidden only because the file can't be had (RFC 9309, 2.3.1.4).
  [[nodiscard]] bool unreachable(const std::string& origin) const;
  // Takes the answer (redirects followed already).
  Result<void> settle(const std::string& origin, const Result<fetch::Response>& answer, Instant now);

 private:
  struct Known {
    store::RobotsRow row;
    schedule::Robots robots;
  };
  Result<void> load(const std::string& origin);

  store::State& state_;
  std::map<std::string, Known> known_;
};

}  // namespace winnow::crawl
