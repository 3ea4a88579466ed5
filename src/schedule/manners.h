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
// A moment of a clock that nobody sets: what must not be shorter than it says is measured by it.
using Tick = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

// Gates requests by host. A request begins at least `delay` after the one before it began, and at most `concurrency`
// are under way at once. Where sites that share a host ask for different terms, the more patient ones win: after a
// request nobody asks before the delay of that request is over, and beside it nobody whom its concurrency excludes.
//
// A host that failed kFailuresInARow times in a row is left alone for breaker_pause(); then one request at a time is
// let through, until one succeeds.
class HostGate {
 public:
  struct Terms {
    Millis delay{0};
    int concurrency = 1;
  };
  // What should outlive a process, as seen from the moment at which it is taken.
  struct Memory {
    std::optional<Millis> asked_ago;
    Millis delay{0};  // after that request
    Millis held_for{0};
    int failures = 0;  // in a row
  };

  // When a request to the host may begin: `now` or earlier means at once; nothing while the host's places are
  // taken (ask again after finish()).
  [[nodiscard]] std::optional<Tick> ready_at(const std::string& host, const Terms& terms, Tick now) const;
  void begin(const std::string& host, const Terms& terms, Tick now);
  void finish(const std::string& host);
  // The last request reached the host then, after a name look-up, a connection, a busy machine: its delay counts from
  // then on, so that the host sees it whole. Never shortens.
  void reached(const std::string& host, Tick at);
  // No request to the host before then (Retry-After, back-off); never shortens.
  void hold(const std::string& host, Tick until);

  // The host answered as a host does that works.
  void succeeded(const std::string& host);
  // It did not. Repeats of one request count only where the host is on probation. The pause that begins now, or
  // nothing.
  std::optional<Millis> failed(const std::string& host, bool repeated, Tick now);

  [[nodiscard]] bool knows(const std::string& host) const { return hosts_.count(host) > 0; }
  void recall(const std::string& host, const Memory& memory, Tick now);
  [[nodiscard]] Memory memory(const std::string& host, Tick now) const;
  // Forgets hosts that were idle for longer than `age`.
  void forget(Tick now, Millis age);

 private:
  struct Host {
    int active = 0;
    Terms terms;  // of the last request, and the narrowest concurrency of those under way
    std::optional<Tick> last_begin;
    std::optional<Tick> held_until;
    int failures = 0;
  };
  std::map<std::string, Host> hosts_;
};

inline constexpr int kFailuresInARow = 5;
// How long a host is left alone that failed so often in a row: not at all before kFailuresInARow, then from 5 minutes
// to an hour, with up to a fifth of jitter taken from `seed` (a hash of the host).
[[nodiscard]] Millis breaker_pause(int failures, std::uint64_t seed);

// The wait before try number `tries` + 1 (tries >= 1): doubles from 30 s to 6 h, with up to a fifth of jitter taken
// from `seed` (a hash of the URL), so that the same failure waits the same time.
[[nodiscard]] Millis back_off(int tries, std::uint64_t seed);

// Retry-After's value (RFC 9110, 10.2.3), seconds or a date, as a wait from `now`; at most a day.
[[nodiscard]] std::optional<Millis> retry_after(std::string_view value, Instant now);

}  // namespace winnow::schedule
