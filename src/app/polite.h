// One request after the other, as a crawl makes them: robots.txt first, a delay for each host, Retry-After, redirects
// hop by hop. For commands that ask a site in the foreground; SIGINT and SIGTERM end it. One thread owns it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "crawl/robots_cache.h"
#include "crawl/url_filter.h"
#include "fetch/cookies.h"
#include "fetch/fetcher.h"
#include "schedule/manners.h"
#include "site/site.h"
#include "store/memory_state.h"

namespace winnow::app {

class Polite {
 public:
  struct Terms {
    site::Site site;  // home, manners and limits
    std::string user_agent, proxy;
    Millis time{0};  // in all
  };
  Polite(fetch::Fetcher& fetcher, Terms terms);

  // The answer, whatever its status; its `url` is where redirects led. The error says why there is none: refused
  // (robots.txt, address), network, timeout, too_large; interrupted once over().
  [[nodiscard]] Result<fetch::Response> get(const std::string& url);
  // Interrupted, or out of time: nothing is asked any more.
  [[nodiscard]] bool over() const;
  // What the robots.txt of all hosts asked so far name.
  [[nodiscard]] const std::vector<std::string>& sitemaps() const { return sitemaps_; }
  [[nodiscard]] std::size_t requests() const { return requests_; }  // robots.txt aside

 private:
  using Tick = schedule::Tick;
  [[nodiscard]] Result<Millis> may_ask(const Url& url);  // how long after the request before it
  [[nodiscard]] Result<const schedule::Robots*> robots_of(const Url& url);
  Result<fetch::Response> ask_robots(const std::string& address);
  Result<fetch::Response> ask(const Url& url, Millis delay, bool robots);
  Result<fetch::Response> ask_patiently(const Url& url, Millis delay, bool robots);
  bool wait_until(Tick at);
  [[nodiscard]] Millis left(Tick until) const;

  fetch::Fetcher& fetcher_;
  Terms terms_;
  Tick deadline_;
  crawl::UrlFilter filter_;
  fetch::CookieJar cookies_;
  store::MemoryState state_;
  crawl::RobotsCache robots_;
  schedule::HostGate gate_;
  std::map<std::string, std::string> no_robots_;  // by origin: why its robots.txt can't be had
  std::vector<std::string> sitemaps_;
  std::uint64_t ticket_ = 0;
  std::size_t requests_ = 0;
};

}  // namespace winnow::app
