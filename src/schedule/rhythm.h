// When a site publishes, as learnt from what visits found: by the time of the day, the minute of the hour and the day
// of the week in the site's zone, and whether more or less is going on than usual. A value; pure, time is an argument.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/zone.h"

namespace winnow::schedule {

class Rhythm {
 public:
  struct Visit {
    std::optional<Instant> before;  // the visit before this one; nothing: this was the first
    Instant now{};
    std::vector<std::optional<Instant>> found;  // of each new article when it was published, where that is known
  };

  // As text() wrote it; anything else is a rhythm of which nothing is known.
  [[nodiscard]] static Rhythm parse(std::string_view text);
  [[nodiscard]] std::string text() const;  // at most some 2 KB

  // What a visit found counts half after six weeks. An article whose time is not known, or is not between the two
  // visits, came between them when articles usually come. Of a first visit, what was published in the week before
  // counts.
  void learn(const Visit& visit, const Zone& zone);

  // The articles to be expected in each of `count` steps from `from` on.
  [[nodiscard]] std::vector<double> expected(Instant from, std::chrono::seconds step, std::size_t count,
                                             const Zone& zone) const;
  bool operator==(const Rhythm&) const = default;

 private:
  static constexpr std::size_t kSlots = 288;  // five minutes each
  static constexpr std::size_t kHours = 24;
  static constexpr std::size_t kWeekdays = 7;
  struct Rates;

  void age(Instant now);
  void watch(Instant from, Instant to, const Zone& zone);
  void add(Instant at, double weight, const Zone& zone);
  void add_sometime(Instant from, Instant to, const Zone& zone);
  [[nodiscard]] Rates rates() const;
  [[nodiscard]] double surplus() const;

  std::array<double, kSlots> slots_{};            // articles by the time of the day
  std::array<double, kWeekdays> weekdays_{};      // articles by the day of the week, 0 is Sunday
  std::array<double, kHours> hours_watched_{};    // hours, by the hour of the day
  std::array<double, kWeekdays> days_watched_{};  // days, by the day of the week
  double recent_ = 0, recent_expected_ = 0;       // articles, those of the last hour or two
  Instant learnt_{};
};

}  // namespace winnow::schedule
