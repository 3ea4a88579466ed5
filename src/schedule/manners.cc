#include "schedule/manners.h"

#include <algorithm>
#include <charconv>

namespace winnow::schedule {

std::optional<Moment> HostGate::ready_at(const std::string& host, const Terms& terms, Moment now) const {
  const auto found = hosts_.find(host);
  if (found == hosts_.end()) return now;
  const Host& state = found->second;
  if (state.active >= std::max(terms.concurrency, 1)) return std::nullopt;
  Moment ready = now;
  // A clock that was set back must not stop a host for longer than its delay.
  if (state.last_begin) ready = std::max(ready, std::min(*state.last_begin, now) + terms.delay);
  if (state.held_until) ready = std::max(ready, *state.held_until);
  return ready;
}

void HostGate::begin(const std::string& host, Moment now) {
  Host& state = hosts_[host];
  ++state.active;
  state.last_begin = now;
}

void HostGate::finish(const std::string& host) {
  if (const auto found = hosts_.find(host); found != hosts_.end() && found->second.active > 0) --found->second.active;
}

void HostGate::hold(const std::string& host, Moment until) {
  auto& held = hosts_[host].held_until;
  held = held ? std::max(*held, until) : until;
}

void HostGate::forget(Moment now, Millis age) {
  std::erase_if(hosts_, [&](const auto& entry) {
    const Host& state = entry.second;
    const bool held = state.held_until && *state.held_until > now;
    return state.active == 0 && !held && (!state.last_begin || *state.last_begin + age < now);
  });
}

Millis back_off(int tries, std::uint64_t seed) {
  constexpr Millis kFirst = std::chrono::seconds(30);
  constexpr Millis kLongest = std::chrono::hours(6);
  const Millis wait = tries >= 11 ? kLongest : std::min<Millis>(kFirst * (1 << std::max(tries - 1, 0)), kLongest);
  return wait + wait * static_cast<std::int64_t>(seed % 1000) / 5000;
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
