// The cookies of one site during a visit, by RFC 6265. A jar serves one site's own hosts only, so that no list of
// public suffixes is needed: what one site's hosts set goes to no other site. Bounded: 64 cookies of 4 KiB; the oldest
// go. Pure: time is an argument. One thread owns it.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "base/url.h"
#include "fetch/fetcher.h"

namespace winnow::fetch {

class CookieJar {
 public:
  static constexpr std::size_t kMost = 64;
  static constexpr std::size_t kMostBytes = 4096;  // of a cookie

  // Takes what the response to a request for `url` sets.
  void take(const Url& url, const Response& response, Instant now);
  // The value of the header Cookie for a request; "" for none.
  [[nodiscard]] std::string header(const Url& url, Instant now) const;
  [[nodiscard]] bool empty() const { return cookies_.empty(); }

 private:
  struct Cookie {
    std::string name, value;
    std::string domain, path;
    bool host_only = true, secure = false;
    std::optional<Instant> expires;  // nothing: with the visit
  };
  [[nodiscard]] static std::optional<Cookie> parse(const Url& url, std::string_view line, Instant now);
  [[nodiscard]] static bool fits(const Cookie& cookie, const Url& url, Instant now);

  std::deque<Cookie> cookies_;  // in the order of their creation
};

}  // namespace winnow::fetch
