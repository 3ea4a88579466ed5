// Who may be asked when: delay and concurrency per host across all sites, Retry-After, back-off. Pure: time is an
// argument. Not thread-safe; one thread owns it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/time.h"

namespace winnow::schedule {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

// Gates requests by host. A host is asked at most `concurrency` times at once, and a request begins at least
// `delay` after the one before it began.
class HostGate {
 public:
  struct Terms {
    Millis delay{0};
    int concurrency = 1;
  };
  // When a request to the host may begin: `now` or earlier means at once; nothing while the host's places are
  // taken (ask again after finish()).
  [[nodiscard]] std::optional<Moment> ready_at(const std::string& host, const Terms& terms, Moment now) const;
  void begin(const std::string& host, Moment now);
  void finish(const std::string& host);
  // No request to the host before then (Retry-After, back-off); never shortens.
  void hold(const std::string& host, Moment until);
  // Forgets hosts that were idle for longer than `age`.
  void forget(Moment now, Millis age);

 private:
  struct Host {
    int active = 0;
    std::optional<Moment> last_begin;
    std::optional<Moment> held_until;
  };
  std::map<std::string, Host> hosts_;
};

// The wait before try number `tries` + 1 (tries >= 1): doubles from 30 s to 6 h, with up to a fifth of jitter taken
// from `seed` (a hash of the URL), so that the same failure waits the same time.
[[nodiscard]] Millis back_off(int tries, std::uint64_t seed);

// Retry-After's value (RFC 9110, 10.2.3), seconds or a date, as a wait from `now`; at most a day.
[[nodiscard]] std::optional<Millis> retry_after(std::string_view value, Instant now);

}  // namespace winnow::schedule
