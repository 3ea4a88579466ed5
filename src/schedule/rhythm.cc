#include "schedule/rhythm.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace winnow::schedule {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Hours = std::chrono::duration<double, std::ratio<3600>>;

constexpr double kHalfLife = 42 * 24;  // hours, of what was learnt
constexpr double kRecent = 1;          // hours, in which what is going on now fades
constexpr seconds kSlot = minutes(5);
constexpr std::size_t kSlotsOfAnHour = 12;
constexpr seconds kHistory = days(7);  // of a first visit

// What is believed before anything is known, and how much must be seen to outweigh it.
constexpr double kFirstArticles = 3, kFirstHours = 1;  // three articles an hour
constexpr double kHourDoubt = 1;                       // hours in which an hour of the day may be like the others
constexpr double kDayDoubt = 0.5;                      // days in which a day of the week may be like the others
constexpr double kMinuteDoubt = 10, kSlotDoubt = 48;   // articles by which minutes may be alike
constexpr double kChance = 0.1;                        // part of an article that may come at any time
constexpr double kSurplusDoubt = 2;                    // articles that may be chance

struct Place {
  std::size_t slot, hour, weekday;
};

Place place_of(Instant t, const Zone& zone) {
  const std::chrono::local_seconds local(t.time_since_epoch() + zone.offset_at(t));
  const auto day = std::chrono::floor<days>(local);
  const auto slot = static_cast<std::size_t>((local - day) / kSlot);
  return {slot, slot / kSlotsOfAnHour, std::chrono::weekday(day).c_encoding()};
}

template <class Array>
double sum(const Array& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

template <class Array>
void scale(Array& values, double by) {
  for (double& value : values) value *= by;
}

void put(std::string& text, double value) {
  std::array<char, 32> bytes{};
  const auto end = std::to_chars(bytes.data(), bytes.data() + bytes.size(), value, std::chars_format::general, 4).ptr;
  text.append(bytes.data(), end).push_back(' ');
}

// Reads numbers until one is none; `good` tells whether all were.
struct Numbers {
  std::string_view rest;
  bool good = true;

  double next() {
    double value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    good = good && error == std::errc() && std::isfinite(value) && value >= 0 && value < 1e12;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (!rest.empty()) rest.remove_prefix(1);
    return good ? value : 0;
  }
};

}  // namespace

// Articles an hour by the time of the day, and what a day of the week makes of it.
struct Rhythm::Rates {
  std::array<double, kSlots> slots{};
  std::array<double, kWeekdays> weekdays{};
};

std::string Rhythm::text() const {
  std::string text = std::to_string(learnt_.time_since_epoch().count()) + " ";
  put(text, recent_), put(text, recent_expected_);
  const auto put_all = [&text](const auto& values) {
    std::for_each(values.begin(), values.end(), [&text](double v) { put(text, v); });
  };
  put_all(weekdays_), put_all(days_watched_), put_all(hours_watched_), put_all(slots_);
  text.pop_back();
  return text;
}

Rhythm Rhythm::parse(std::string_view text) {
  Rhythm rhythm;
  Numbers numbers{text};
  rhythm.learnt_ = Instant(seconds(static_cast<std::int64_t>(numbers.next())));
  rhythm.recent_ = numbers.next(), rhythm.recent_expected_ = numbers.next();
  const auto take_all = [&numbers](auto& values) {
    std::generate(values.begin(), values.end(), [&numbers] { return numbers.next(); });
  };
  take_all(rhythm.weekdays_), take_all(rhythm.days_watched_), take_all(rhythm.hours_watched_), take_all(rhythm.slots_);
  return numbers.good && numbers.rest.empty() ? rhythm : Rhythm{};
}

void Rhythm::age(Instant now) {
  const double passed = learnt_ == Instant{} ? 0 : std::max(Hours(now - learnt_).count(), 0.0);
  const double kept = std::exp2(-passed / kHalfLife);
  scale(slots_, kept), scale(weekdays_, kept), scale(hours_watched_, kept), scale(days_watched_, kept);
  const double fresh = std::exp(-passed / kRecent);
  recent_ *= fresh, recent_expected_ *= fresh;
  learnt_ = now;
}

// The site was watched from then to then.
void Rhythm::watch(Instant from, Instant to, const Zone& zone) {
  for (Instant t = from; t < to; t += kSlot) {
    const double length = Hours(std::min<seconds>(kSlot, to - t)).count();
    const Place place = place_of(t, zone);
    hours_watched_[place.hour] += length;
    days_watched_[place.weekday] += length / 24;
  }
}

void Rhythm::add(Instant at, double weight, const Zone& zone) {
  const Place place = place_of(at, zone);
  slots_[place.slot] += weight;
  weekdays_[place.weekday] += weight;
  recent_ += weight * std::exp(-Hours(learnt_ - at).count() / kRecent);
}

// It came when articles come: the likelier a time is by what is known, the more of the article counts there. Visit by
// visit that sharpens what is known, since visits lie differently to the true times (expectation and maximisation).
void Rhythm::add_sometime(Instant from, Instant to, const Zone& zone) {
  const auto parts = std::max<std::size_t>(static_cast<std::size_t>((to - from) / kSlot), 1);
  const seconds step = std::max<seconds>((to - from) / static_cast<seconds::rep>(parts), seconds(1));
  const auto likely = expected(from, step, parts, zone);
  const double all = std::max(sum(likely), std::numeric_limits<double>::min());
  const double anywhere = kChance / static_cast<double>(parts);
  for (std::size_t i = 0; i < parts; ++i) {
    const Instant at = from + step * static_cast<seconds::rep>(i) + step / 2;
    add(at, anywhere + (1 - kChance) * likely[i] / all, zone);
  }
}

void Rhythm::learn(const Visit& visit, const Zone& zone) {
  constexpr seconds kLongest = days(14);  // of a time in which nobody looked
  Instant from = visit.before.value_or(visit.now);
  if (!visit.before) {
    for (const auto& at : visit.found) {
      if (at && *at > visit.now - kHistory) from = std::min(from, *at);
    }
  }
  from = std::max(from, visit.now - kLongest);
  if (from >= visit.now) return;
  if (visit.before) {
    const auto expected_then = expected(from, kSlot, static_cast<std::size_t>((visit.now - from) / kSlot), zone);
    age(visit.now);
    for (std::size_t i = 0; i < expected_then.size(); ++i) {
      const double ago = Hours(visit.now - from).count() - Hours(kSlot).count() * (static_cast<double>(i) + 0.5);
      recent_expected_ += expected_then[i] * std::exp(-ago / kRecent);
    }
  } else {
    age(visit.now);
  }
  watch(from, visit.now, zone);
  for (const auto& at : visit.found) {
    if (at && *at >= from && *at <= visit.now) {
      add(*at, 1, zone);
    } else if (visit.before) {
      add_sometime(from, visit.now, zone);
    }
  }
  if (!visit.before) recent_ = 0;
}

Rhythm::Rates Rhythm::rates() const {
  Rates rates;
  const double articles = sum(slots_);
  const double watched = sum(hours_watched_);
  const double mean = (articles + kFirstArticles) / (watched + kFirstHours);  // an hour
  std::array<double, kSlotsOfAnHour> minutes_of{};
  for (std::size_t i = 0; i < kSlots; ++i) minutes_of[i % kSlotsOfAnHour] += slots_[i];
  for (std::size_t hour = 0; hour < kHours; ++hour) {
    const double* slots = &slots_[hour * kSlotsOfAnHour];
    const double found = std::accumulate(slots, slots + kSlotsOfAnHour, 0.0);
    const double rate = (found + kHourDoubt * mean) / (hours_watched_[hour] + kHourDoubt);
    for (std::size_t i = 0; i < kSlotsOfAnHour; ++i) {
      const double usual = (minutes_of[i] + kMinuteDoubt) / (articles + kMinuteDoubt * kSlotsOfAnHour);
      const double share = (slots[i] + kSlotDoubt * usual) / (found + kSlotDoubt);
      rates.slots[hour * kSlotsOfAnHour + i] = rate * share * kSlotsOfAnHour;
    }
  }
  for (std::size_t day = 0; day < kWeekdays; ++day) {
    const double usual = mean * 24;
    rates.weekdays[day] = (weekdays_[day] + kDayDoubt * usual) / ((days_watched_[day] + kDayDoubt) * usual);
  }
  return rates;
}

// How much more is going on now than usual.
double Rhythm::surplus() const {
  return std::clamp((recent_ + kSurplusDoubt) / (recent_expected_ + kSurplusDoubt), 0.3, 10.0);
}

std::vector<double> Rhythm::expected(Instant from, seconds step, std::size_t count, const Zone& zone) const {
  const Rates rates = this->rates();
  const double surplus = this->surplus();
  const auto parts = std::max<seconds::rep>(step / kSlot, 1);
  std::vector<double> out(count, 0.0);
  for (std::size_t i = 0; i < count; ++i) {
    for (seconds::rep part = 0; part < parts; ++part) {
      const Instant t = from + step * static_cast<seconds::rep>(i) + step * part / parts + step / (2 * parts);
      const Place place = place_of(t, zone);
      const double since = std::max(Hours(t - learnt_).count(), 0.0);
      const double now = 1 + (surplus - 1) * std::exp(-since / kRecent);
      out[i] += rates.slots[place.slot] * rates.weekdays[place.weekday] * now * Hours(step).count() /
                static_cast<double>(parts);
    }
  }
  return out;
}

}  // namespace winnow::schedule
