#include "schedule/cadence.h"

#include <algorithm>
#include <array>

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

constexpr Millis seconds_up(Millis d) { return std::chrono::ceil<seconds>(d); }

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

Rhythm learn(const Cadence& cadence, Rhythm rhythm, std::size_t new_articles, Millis since_last) {
  if (cadence.kind != Cadence::Kind::adaptive) return rhythm;
  const Millis known(rhythm.interval_ms);
  Millis interval = known.count() > 0 ? known : std::clamp<Millis>(minutes(30), cadence.min, cadence.max);
  if (new_articles == 0) {
    interval += interval / 2;
  } else if (since_last.count() > 0) {
    // Aim at one or two articles a visit, and move half the way so that one burst doesn't decide.
    const Millis per_article = since_last / static_cast<std::int64_t>(new_articles);
    interval = (interval + std::clamp<Millis>(per_article * 3 / 2, cadence.min, cadence.max)) / 2;
  }
  return {std::clamp(interval, cadence.min, cadence.max).count()};
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
  Millis interval = cadence.every;
  if (cadence.kind == Cadence::Kind::adaptive) {
    interval =
        std::clamp(rhythm.interval_ms > 0 ? Millis(rhythm.interval_ms) : Millis(minutes(30)), cadence.min, cadence.max);
  }
  return into_hours(std::max(from + std::chrono::duration_cast<seconds>(seconds_up(interval)), now), cadence.hours,
                    zone);
}

}  // namespace winnow::schedule
