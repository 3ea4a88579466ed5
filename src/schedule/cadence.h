// When a site is visited next: a fixed interval, five-field cron in the site's zone, or adaptive (learns from what
// was found, between min and max). Pure: time is an argument. Safe from any thread.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "base/zone.h"
#include "schedule/rhythm.h"

namespace winnow::schedule {

// minute hour day-of-month month day-of-week, as in crontab(5): lists, ranges, steps, names, and the rule that
// a restricted day-of-month and day-of-week are alternatives.
class Cron {
 public:
  [[nodiscard]] static Result<Cron> parse(std::string_view text);
  // The first matching minute after `after`. A time in a DST gap runs at its end; one that occurs twice runs once.
  // Nothing when none comes within ten years ("30 2 30 2 *").
  [[nodiscard]] std::optional<Instant> next(Instant after, const Zone& zone) const;
  [[nodiscard]] const std::string& text() const { return text_; }  // as it was parsed
  bool operator==(const Cron&) const = default;

 private:
  std::string text_;
  std::bitset<60> minutes_;
  std::bitset<24> hours_;
  std::bitset<32> days_;
  std::bitset<13> months_;
  std::bitset<7> weekdays_;  // 0 is Sunday
  bool any_day_ = true, any_weekday_ = true;
};

// Hours of the day in which a site may be visited: "06:00-24:00", "22:00-04:00".
struct Hours {
  std::chrono::minutes from{0}, to{24 * 60};
  [[nodiscard]] static Result<Hours> parse(std::string_view text);
  [[nodiscard]] bool contains(std::chrono::minutes of_day) const;
  bool operator==(const Hours&) const = default;
};

struct Cadence {
  enum class Kind { interval, cron, adaptive };
  Kind kind = Kind::adaptive;
  Millis every = std::chrono::minutes(30);  // interval
  Millis min = std::chrono::minutes(5);     // adaptive
  Millis max = std::chrono::hours(12);
  std::optional<Cron> cron;
  std::optional<Hours> hours;

  bool operator==(const Cadence&) const = default;
};

// The next visit. `rhythm` is what was learnt of the site, for an adaptive one; `last` is the start of the last one
// (nothing: never visited, so now). A visit missed during sleep or downtime is due at once, and once.
[[nodiscard]] Instant next_visit(const Cadence& cadence, const Rhythm& rhythm, std::optional<Instant> last, Instant now,
                                 const Zone& zone);

}  // namespace winnow::schedule
