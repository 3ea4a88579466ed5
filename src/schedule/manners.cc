#include "schedule/manners.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"

namespace winnow::schedule {

namespace {

Millis with_jitter(Millis wait, std::uint64_t seed) {
  return wait + wait * static_cast<std::int64_t>(seed % 1000) / 5000;
}

}  // namespace

std::optional<Tick> HostGate::ready_at(const std::string& host, const Terms& terms, Tick now) const {
  const auto found = hosts_.find(host);
  if (found == hosts_.end()) return now;
  const Host& state = found->second;
  int places = std::max(terms.concurrency, 1);
  if (state.active > 0) places = std::min(places, state.terms.concurrency);
  if (state.failures >= kFailuresInARow) places = 1;
  if (state.active >= places) return std::nullopt;
  Tick ready = now;
  if (state.last_begin) ready = std::max(ready, *state.last_begin + std::max(terms.delay, state.terms.delay));
  if (state.held_until) ready = std::max(ready, *state.held_until);
  return ready;
}

void HostGate::begin(const std::string& host, const Terms& terms, Tick now) {
  Host& state = hosts_[host];
  const int places = std::max(terms.concurrency, 1);
  state.terms = {terms.delay, state.active > 0 ? std::min(places, state.terms.concurrency) : places};
  ++state.active;
  state.last_begin = now;
}

void HostGate::finish(const std::string& host) {
  if (const auto found = hosts_.find(host); found != hosts_.end() && found->second.active > 0) --found->second.active;
}

void HostGate::reached(const std::string& host, Tick at) {
  const auto found = hosts_.find(host);
  if (found != hosts_.end() && found->second.last_begin)
    found->second.last_begin = std::max(*found->second.last_begin, at);
}

void HostGate::hold(const std::string& host, Tick until) {
  auto& held = hosts_[host].held_until;
  held = held ? std::max(*held, until) : until;
}

void HostGate::succeeded(const std::string& host) {
  if (const auto found = hosts_.find(host); found != hosts_.end()) found->second.failures = 0;
}

std::optional<Millis> HostGate::failed(const std::string& host, bool repeated, Tick now) {
  Host& state = hosts_[host];
  const bool on_probation = state.failures >= kFailuresInARow;
  if (repeated && !on_probation) return std::nullopt;
  // What was under way when the pause began tells nothing new.
  if (on_probation && state.held_until && *state.held_until > now) return std::nullopt;
  ++state.failures;
  const Millis pause = breaker_pause(state.failures, hash64(host));
  if (pause == Millis(0)) return std::nullopt;
  hold(host, now + pause);
  return pause;
}

void HostGate::recall(const std::string& host, const Memory& memory, Tick now) {
  Host& state = hosts_[host];
  if (memory.asked_ago) state.last_begin = std::max(state.last_begin.value_or(Tick::min()), now - *memory.asked_ago);
  state.terms.delay = std::max(state.terms.delay, memory.delay);
  if (memory.held_for > Millis(0)) hold(host, now + memory.held_for);
  state.failures = std::max(state.failures, memory.failures);
}

HostGate::Memory HostGate::memory(const std::string& host, Tick now) const {
  Memory memory;
  const auto found = hosts_.find(host);
  if (found == hosts_.end()) return memory;
  const Host& state = found->second;
  if (state.last_begin) memory.asked_ago = std::max(now - *state.last_begin, Millis(0));
  memory.delay = state.terms.delay;
  if (state.held_until) memory.held_for = std::max(*state.held_until - now, Millis(0));
  memory.failures = state.failures;
  return memory;
}

void HostGate::forget(Tick now, Millis age) {
  std::erase_if(hosts_, [&](const auto& entry) {
    const Host& state = entry.second;
    const bool held = state.held_until && *state.held_until > now;
    return state.active == 0 && !held && (!state.last_begin || *state.last_begin + age < now);
  });
}

Millis breaker_pause(int failures, std::uint64_t seed) {
  constexpr Millis kFirst = std::chrono::minutes(5);
  constexpr Millis kLongest = std::chrono::hours(1);
  if (failures < kFailuresInARow) return Millis(0);
  return with_jitter(std::min<Millis>(kFirst * (1 << std::min(failures - kFailuresInARow, 10)), kLongest), seed);
}

Millis back_off(int tries, std::uint64_t seed) {
  constexpr Millis kFirst = std::chrono::seconds(30);
  constexpr Millis kLongest = std::chrono::hours(6);
  const Millis wait = tries >= 11 ? kLongest : std::min<Millis>(kFirst * (1 << std::max(tries - 1, 0)), kLongest);
  return with_jitter(wait, seed);
}

std::optional<Millis> retry_after(std::string_view value, Instant now) {
  constexpr Millis kLongest = std::chrono::hours(24);
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  if (value.empty()) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (end == value.data() + value.size() && value.front() != '-') {
    if (error == std::errc::result_out_of_range || seconds > 86'400) return kLongest;
    return Millis(seconds * 1000);
  }
  const auto date = parse_rfc822(value);
  if (!date) return std::nullopt;
  return std::clamp<Millis>(to_instant(*date) - now, Millis(0), kLongest);
}

}  // namespace winnow::schedule
