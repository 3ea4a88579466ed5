#include "schedule/cadence.h"

#include <algorithm>
#include <array>

#include "schedule/visit_plan.h"

namespace winnow::schedule {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kSearchDays = 366 * 10;

local_seconds to_local(Instant t, const Zone& zone) { return local_seconds(t.time_since_epoch() + zone.offset_at(t)); }

// The instant at which the zone's clocks show that time first; for a time that they skip, the end of the gap.
Instant to_utc(local_seconds local, const Zone& zone) {
  Instant t(local.time_since_epoch() - zone.offset_at_local(local));
  const seconds gap = to_local(t, zone) - local;
  // The clocks jump somewhere between these two: halving finds the minute.
  for (Instant before = t - gap; gap.count() > 0 && t - before > minutes(1);) {
    const Instant middle = before + std::chrono::floor<minutes>((t - before) / 2);
    (zone.offset_at(middle) == zone.offset_at(t) ? t : before) = middle;
  }
  return t;
}

constexpr seconds seconds_up(Millis d) { return std::chrono::ceil<seconds>(d); }

// The plan looks ahead over twice the longest interval, in steps of five minutes, or finer for a site that may be
// visited more often than that, or as fine as the longest interval allows.
seconds learnt_interval(const Cadence& cadence, const Rhythm& rhythm, Instant last, const Zone& zone) {
  constexpr std::int64_t kMostSteps = 720;
  const seconds most = std::max(seconds_up(cadence.max), seconds(1));
  const seconds least = std::clamp(seconds_up(cadence.min), seconds(1), most);
  const seconds step = std::max(std::clamp<seconds>(least, minutes(1), minutes(5)), most / kMostSteps);
  const auto most_steps = static_cast<std::size_t>(std::max<std::int64_t>(most / step, 1));
  const auto least_steps =
      std::clamp<std::size_t>(static_cast<std::size_t>((least + step - seconds(1)) / step), 1, most_steps);
  const auto expected = rhythm.expected(last, step, 2 * most_steps, zone);
  const auto steps = steps_to_visit(expected, least_steps, most_steps);
  return std::clamp(step * static_cast<std::int64_t>(steps), least, most);
}

// The first instant at or after `t` that lies in the hours.
Instant into_hours(Instant t, const std::optional<Hours>& open, const Zone& zone) {
  if (!open) return t;
  const local_seconds local = to_local(t, zone);
  const local_days day = std::chrono::floor<days>(local);
  if (open->contains(std::chrono::floor<minutes>(local - day))) return t;
  const Instant today = to_utc(day + open->from, zone);
  return today > t ? today : to_utc(day + days(1) + open->from, zone);
}

}  // namespace

bool Hours::contains(minutes of_day) const {
  return from <= to ? of_day >= from && of_day < to : of_day >= from || of_day < to;
}

Result<Hours> Hours::parse(std::string_view text) {
  const auto clock = [](std::string_view part) -> std::optional<minutes> {
    if (part.size() != 5 || part[2] != ':') return std::nullopt;
    for (const std::size_t i : {0, 1, 3, 4}) {
      if (part[i] < '0' || part[i] > '9') return std::nullopt;
    }
    const int h = (part[0] - '0') * 10 + part[1] - '0';
    const int m = (part[3] - '0') * 10 + part[4] - '0';
    if (m > 59 || h * 60 + m > 24 * 60) return std::nullopt;
    return minutes(h * 60 + m);
  };
  const auto from = text.size() == 11 && text[5] == '-' ? clock(text.substr(0, 5)) : std::nullopt;
  const auto to = from ? clock(text.substr(6)) : std::nullopt;
  if (!to || *from == *to) {
    return fail(Code::invalid, "'" + std::string(text) + "' are no hours; write them as \"06:00-24:00\"");
  }
  return Hours{*from, *to};
}

std::optional<Instant> Cron::next(Instant after, const Zone& zone) const {
  const local_seconds start = to_local(after, zone);
  local_days day = std::chrono::floor<days>(start);
  for (int i = 0; i < kSearchDays; ++i, day += days(1)) {
    const std::chrono::year_month_day date{day};
    if (!months_[static_cast<unsigned>(date.month())]) continue;
    const bool by_day = days_[static_cast<unsigned>(date.day())];
    const bool by_weekday = weekdays_[std::chrono::weekday(day).c_encoding()];
    // crontab(5): two restricted day fields are alternatives, an unrestricted one doesn't count.
    if (!(any_day_ || any_weekday_ ? by_day && by_weekday : by_day || by_weekday)) continue;
    for (unsigned h = 0; h < 24; ++h) {
      for (unsigned m = 0; hours_[h] && m < 60; ++m) {
        if (!minutes_[m]) continue;
        const local_seconds local = day + hours(h) + minutes(m);
        if (local <= start && i == 0) continue;  // also keeps a time that DST repeats from running twice
        if (const Instant t = to_utc(local, zone); t > after) return t;
      }
    }
  }
  return std::nullopt;
}

Instant next_visit(const Cadence& cadence, const Rhythm& rhythm, std::optional<Instant> last, Instant now,
                   const Zone& zone) {
  if (!last) return into_hours(now, cadence.hours, zone);
  // A last visit in the future means that the clock was set back: count from now instead of waiting it out.
  const Instant from = std::min(*last, now);
  if (cadence.kind == Cadence::Kind::cron && cadence.cron) {
    const auto next = cadence.cron->next(from, zone);
    // A pattern that never comes again is asked about again in a year.
    return into_hours(next ? std::max(*next, now) : now + days(366), cadence.hours, zone);
  }
  const bool adaptive = cadence.kind == Cadence::Kind::adaptive;
  const seconds interval = adaptive ? learnt_interval(cadence, rhythm, from, zone) : seconds_up(cadence.every);
  return into_hours(std::max(from + interval, now), cadence.hours, zone);
}

}  // namespace winnow::schedule
