#include "crawl/host_memory.h"

#include <algorithm>

namespace winnow::crawl {
namespace {

using std::chrono::seconds;

constexpr Millis kLongestHold = std::chrono::hours(24);
constexpr Millis kIdle = std::chrono::hours(24);

}  // namespace

// Ages are counted from the begin of the process: until then by the wall clock, from then on by the other one, so that
// a clock that is set meanwhile changes nothing. A time that lies in the future says that it was set back before.
schedule::HostGate::Memory HostMemory::memory_of(const store::HostRow& row, schedule::Tick now) const {
  const Millis here = now - begin_.tick;
  schedule::HostGate::Memory memory;
  memory.failures = row.failures;
  if (begin_.unsure || row.asked_at != Instant{}) {
    const Millis before = begin_.unsure ? Millis(0) : std::max<Millis>(begin_.moment - row.asked_at, Millis(0));
    memory.asked_ago = before + here;
  }
  if (row.held_until != Instant{}) {
    const Millis left = std::min<Millis>(row.held_until - begin_.moment, row.held_until - row.asked_at);
    memory.held_for = std::clamp<Millis>(left - here, Millis(0), kLongestHold);
  }
  return memory;
}

Result<void> HostMemory::recall(const std::string& host, schedule::Tick now) {
  if (gate_.knows(host)) return {};
  auto row = state_.host(host);
  if (!row) return tl::unexpected(row.error());
  gate_.recall(host, memory_of(row->value_or(store::HostRow{}), now), now);
  return {};
}

Result<void> HostMemory::save(schedule::Moment moment, schedule::Tick now) {
  for (const std::string& host : std::exchange(noted_, {})) {
    const auto memory = gate_.memory(host, now);
    store::HostRow row;
    row.host = host;
    // Rounded up: a delay may be kept too long by that, never too short.
    if (memory.asked_ago) row.asked_at = std::chrono::ceil<seconds>(moment - *memory.asked_ago);
    if (memory.held_for > Millis(0)) row.held_until = std::chrono::ceil<seconds>(moment + memory.held_for);
    row.failures = memory.failures;
    if (auto saved = state_.save(row); !saved) return saved;
  }
  gate_.forget(now, kIdle);
  return {};
}

}  // namespace winnow::crawl
