#include "crawl/host_memory.h"

#include <algorithm>

namespace winnow::crawl {
namespace {

using std::chrono::seconds;

constexpr Millis kLongestHold = std::chrono::hours(24);
constexpr Millis kIdle = std::chrono::hours(24);
constexpr Millis kTidyEvery = std::chrono::minutes(10);

}  // namespace

// The clock that nobody sets goes on from process to process, until the machine starts anew: then it shows less than
// has passed since the last request, and more than that is not claimed. Only a hold has to go by the wall clock, until
// this process began; where that was set back, it is not longer than it was meant to be.
schedule::HostGate::Memory HostMemory::memory_of(const store::HostRow& row, schedule::Tick now) const {
  const Millis here = now - begin_.tick;
  const Millis up = now.time_since_epoch();
  const auto ago = [up](Millis asked) { return asked <= up ? up - asked : up; };
  schedule::HostGate::Memory memory;
  memory.failures = row.failures;
  memory.delay = row.delay;
  for (const store::HostRow* asked : {&row, &*every_host_}) {
    if (asked->asked_at == Instant{}) continue;
    memory.asked_ago = std::min(memory.asked_ago.value_or(Millis::max()), ago(asked->asked_tick));
  }
  if (row.held_until != Instant{}) {
    const Millis left = std::min<Millis>(row.held_until - begin_.moment, row.held_until - row.asked_at);
    memory.held_for = std::clamp<Millis>(left - here, Millis(0), kLongestHold);
  }
  return memory;
}

Result<void> HostMemory::recall_crash() {
  if (every_host_) return {};
  if (begin_.unsure) {
    every_host_ = {{}, std::chrono::floor<seconds>(begin_.moment), begin_.tick.time_since_epoch(), {}, {}, 0};
    return state_.save(*every_host_);
  }
  auto row = state_.host("");
  if (!row) return tl::unexpected(row.error());
  every_host_ = row->value_or(store::HostRow{});
  return {};
}

Result<void> HostMemory::recall(const std::string& host, Millis delay, schedule::Tick now) {
  if (auto recalled = recall_crash(); !recalled) return recalled;
  const bool is_new = !gate_.knows(host);
  Promise& promise = promises_[host];
  if (is_new) {
    auto row = state_.host(host);
    if (!row) return tl::unexpected(row.error());
    promise = {Millis(0), *row ? (*row)->delay : Millis(-1)};
    gate_.recall(host, memory_of(row->value_or(store::HostRow{}), now), now);
  }
  promise.here = std::max(promise.here, delay);
  if (promise.here <= promise.saved) return {};
  must_save_ = true;
  note(host);
  return {};
}

store::HostRow HostMemory::row_of(const std::string& host, schedule::Moment moment, schedule::Tick now) {
  const auto memory = gate_.memory(host, now);
  store::HostRow row;
  row.host = host;
  if (memory.asked_ago) {
    row.asked_at = std::chrono::floor<seconds>(moment - *memory.asked_ago);
    row.asked_tick = now.time_since_epoch() - *memory.asked_ago;
  }
  if (memory.held_for > Millis(0)) row.held_until = std::chrono::ceil<seconds>(moment + memory.held_for);
  row.failures = memory.failures;
  // Not that of the last request alone: where sites differ, each of their promises would have to be saved first.
  Promise& promise = promises_[host];
  row.delay = promise.saved = std::max(promise.here, memory.delay);
  return row;
}

Result<void> HostMemory::save(schedule::Moment moment, schedule::Tick now) {
  if (auto recalled = recall_crash(); !recalled) return recalled;
  must_save_ = false;
  for (const std::string& host : std::exchange(noted_, {})) {
    if (auto saved = state_.save(row_of(host, moment, now)); !saved) return saved;
  }
  if (now - tidied_ < kTidyEvery) return {};
  tidied_ = now;
  gate_.forget(now, kIdle);
  std::erase_if(promises_, [this](const auto& promise) { return !gate_.knows(promise.first); });
  return {};
}

}  // namespace winnow::crawl
