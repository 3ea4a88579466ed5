// URL to response: the interface that the crawl uses. One request is one hop: redirects are returned, not
// followed, so that every hop is judged anew by whoever asks (robots, manners, address).
// Thread-safety: one thread drives a Fetcher; only wake() may be called from others and from signal handlers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace winnow::fetch {

struct Request {
  std::string url;  // http or https, absolute
  std::string user_agent;
  std::string proxy;  // URL; empty: none (the environment's is never used)
  std::vector<std::pair<std::string, std::string>> headers;
  std::string user, password;                    // Basic authentication (RFC 7617); empty: none
  std::string if_none_match, if_modified_since;  // validators as the server gave them
  std::vector<std::string> allow_addresses;      // CIDRs of otherwise forbidden ranges
  std::size_t max_encoded = 8 << 20;             // bytes on the wire
  std::size_t max_decoded = 32 << 20;            // bytes after gzip, br, zstd
  bool may_cut = false;                          // what is too large ends at its limit and is no error
  Millis max_time{30'000};                       // in all
};

struct Response {
  int status = 0;
  std::string url;                                           // that was asked
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in order
  std::string body;                                          // decoded; whole (a body cut short is an Error) …
  bool cut = false;                                          // … but where the request allowed it
  Millis took{0};
  Millis answered_in{0};  // of it, since the request was sent: what went before is name look-up and connection

  // The first header of that (lower-case) name; "" when absent.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

struct Fetched {
  std::uint64_t ticket;
  Result<Response> result;  // network, timeout, too_large, refused (address, scheme)
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  // Begins; its result comes out of wait() under that ticket. Tickets in flight must differ.
  virtual void start(std::uint64_t ticket, Request request) = 0;
  // Waits until something is finished, wake() was called, or the time is over; takes what is finished.
  [[nodiscard]] virtual std::vector<Fetched> wait(Millis at_most) = 0;
  [[nodiscard]] virtual std::size_t in_flight() const = 0;
  virtual void cancel_all() = 0;     // they never come out of wait()
  virtual void wake() noexcept = 0;  // async-signal-safe
};

}  // namespace winnow::fetch
