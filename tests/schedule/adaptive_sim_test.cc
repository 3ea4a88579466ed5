// Adaptive visits beside a fixed interval of as many requests, on simulated sources over a quarter of a year: how long
// an article waits to be found. Where a source has a rhythm, half the wait is wanted (median); where it has none, there
// is nothing to be learnt, and no harm may be done.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "schedule/cadence.h"

namespace winnow::schedule {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using ByHour = std::array<double, 24>;

const Instant kStart = std::chrono::sys_days{std::chrono::year(2025) / 1 / 6};  // a Monday
constexpr int kDays = 91;                                                       // with a change of the clocks
constexpr seconds kPeriod = days(kDays);

// At fixed times of the day, as editions and print runs are.
struct Edition {
  int weekday;  // 0 is Sunday; -1: every day
  seconds at;
  double articles;
  seconds spread;
};

struct Source {
  const char* name;
  double a_day = 0;       // on a working day, editions and echoes aside
  ByHour by_hour{};       // in any unit
  double weekend = 1;     // as compared with a working day
  double on_the_dot = 0;  // the part that is set to a full hour, half or quarter
  double echoes = 0;      // how many articles an article brings about within the hour (bursts)
  std::vector<Edition> editions = {};
  bool dated = true;     // whether its articles say when they were published
  double at_most = 0.5;  // the ratio that is wanted
};

constexpr ByHour kAlike = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
constexpr ByHour kNational = {.15, .1,  .05, .05, .2,  .7,  1.2, 1.3, 1.3, 1.4, 1.5, 1.5,
                              1.4, 1.4, 1.5, 1.5, 1.5, 1.4, 1.2, .9,  .8,  .6,  .4,  .3};
constexpr ByHour kOffice = {0, 0, 0, 0, 0, 0, .1, .4, 1.2, 2, 2.4, 2.2, 1.4, 1.6, 2, 1.8, 1.2, .5, .2, .1, 0, 0, 0, 0};
constexpr ByHour kBusiness = {.05, .03, .03, .03, .1, .5,  1.4, 2.2, 2.2, 2,  1.8, 1.6,
                              1.4, 1.5, 1.8, 2,   2,  1.4, .8,  .4,  .3,  .2, .15, .1};

const std::vector<Source>& sources() {
  static const std::vector<Source> all = {
      {"national daily", 120, kNational, 0.55, 0.45},
      {"national daily, undated", 120, kNational, 0.55, 0.45, 0, {}, false},
      {"business news", 80, kBusiness, 0.12, 0.35},
      {"business news, undated", 80, kBusiness, 0.12, 0.35, 0, {}, false},
      {"regional paper", 14, kOffice, 0.4, 0.3, 0, {{-1, hours(4) + minutes(30), 25, minutes(4)}}},
      {"three editions",
       6,
       kNational,
       0.7,
       0.3,
       0,
       {{-1, hours(6), 15, minutes(3)},
        {-1, hours(12), 12, minutes(3)},
        {-1, hours(17) + minutes(45), 12, minutes(3)}}},
      {"press office", 6, kOffice, 0.02, 0.5},
      {"press office, undated", 6, kOffice, 0.02, 0.5, 0, {}, false},
      {"three editions, undated",
       6,
       kNational,
       0.7,
       0.3,
       0,
       {{-1, hours(6), 15, minutes(3)}, {-1, hours(12), 12, minutes(3)}, {-1, hours(17) + minutes(45), 12, minutes(3)}},
       false},
      {"weekly, undated", 0.5, kOffice, 0.1, 0, 0, {{4, hours(6), 12, minutes(2)}}, false},
      {"breaking news", 16, kNational, 0.7, 0, 0.75, {}, true, 0.7},  // its bursts can't be foreseen

      {"weekly", 0.5, kOffice, 0.1, 0, 0, {{4, hours(6), 12, minutes(2)}}},
      {"column", 0, kAlike, 1, 0, 0, {{-1, hours(7), 1, minutes(1)}}},
      {"blog", 1.2, kOffice, 0.5, 0.2, 0, {}, true, 0.8},  // `max` decides: two visits a day

      {"constant", 24, kAlike, 1, 0, 0, {}, true, 1.1},
      {"constant, undated", 24, kAlike, 1, 0, 0, {}, false, 1.1},
  };
  return all;
}

using Random = std::mt19937_64;

seconds to_the_dot(seconds of_day, Random& random) {
  static constexpr std::array<int, 8> kDots = {0, 0, 0, 0, 30, 30, 15, 45};
  const int minute = kDots[std::uniform_int_distribution<std::size_t>(0, 7)(random)];
  return std::chrono::floor<hours>(of_day) + minutes(minute) +
         seconds(std::uniform_int_distribution<int>(0, 40)(random));
}

// The articles of a day, as seconds since local midnight.
std::vector<seconds> day_of(const Source& source, int weekday, Random& random) {
  std::vector<seconds> out;
  const bool weekend = weekday == 0 || weekday == 6;
  const double articles = source.a_day * (weekend ? source.weekend : 1);
  std::discrete_distribution<int> hour(source.by_hour.begin(), source.by_hour.end());
  std::uniform_int_distribution<int> second(0, 3599);
  std::bernoulli_distribution dot(source.on_the_dot);
  for (int n = articles > 0 ? std::poisson_distribution<int>(articles)(random) : 0; n > 0; --n) {
    const seconds at = hours(hour(random)) + seconds(second(random));
    out.push_back(dot(random) ? to_the_dot(at, random) : at);
  }
  for (const Edition& edition : source.editions) {
    if (edition.weekday >= 0 && edition.weekday != weekday) continue;
    for (int n = static_cast<int>(edition.articles); n > 0; --n) {
      out.push_back(edition.at + seconds(std::uniform_int_distribution<long>(0, edition.spread.count())(random)));
    }
  }
  std::exponential_distribution<double> later(3.0);  // an hour
  for (std::size_t i = 0; source.echoes > 0 && i < out.size(); ++i) {
    for (int n = std::poisson_distribution<int>(source.echoes)(random); n > 0; --n) {
      out.push_back(out[i] + seconds(static_cast<long>(later(random) * 3600)));
    }
  }
  return out;
}

std::vector<Instant> articles_of(const Source& source, const Zone& zone, std::uint64_t seed) {
  Random random(seed);
  std::vector<Instant> out;
  for (int d = 0; d < kDays; ++d) {
    const std::chrono::local_seconds midnight(kStart.time_since_epoch() + days(d));
    for (const seconds at : day_of(source, (d + 1) % 7, random)) {
      const auto local = midnight + at;
      const Instant t(local.time_since_epoch() - zone.offset_at_local(local));
      if (t > kStart && t < kStart + kPeriod) out.push_back(t);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

struct Waits {
  std::size_t visits = 0;
  std::vector<double> minutes;
  [[nodiscard]] double quantile(double q) const {
    auto sorted = minutes;
    std::sort(sorted.begin(), sorted.end());
    return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
  }
  [[nodiscard]] double mean() const {
    double sum = 0;
    for (const double m : minutes) sum += m;
    return sum / static_cast<double>(std::max<std::size_t>(minutes.size(), 1));
  }
  void add(Instant published, Instant visited) {
    minutes.push_back(static_cast<double>((visited - published).count()) / 60);
  }
};

Waits adaptive(const Source& source, const std::vector<Instant>& articles, const Zone& zone) {
  const Cadence cadence;
  Waits waits;
  Rhythm rhythm;
  std::optional<Instant> last;
  std::size_t known = 0;
  for (Instant now = kStart; now < kStart + kPeriod;) {
    Rhythm::Visit visit{last, now, {}};
    for (; known < articles.size() && articles[known] <= now; ++known) {
      waits.add(articles[known], now);
      visit.found.push_back(source.dated ? std::optional(articles[known]) : std::nullopt);
    }
    ++waits.visits;
    rhythm.learn(visit, zone);
    last = now;
    now = next_visit(cadence, rhythm, last, now, zone);
    EXPECT_GE(now - *last, cadence.min);
    EXPECT_LE(now - *last, cadence.max);
  }
  return waits;
}

// With as many visits, begun at nine places of the interval: how it happens to lie to the editions must not decide.
Waits fixed(const std::vector<Instant>& articles, std::size_t visits) {
  Waits waits;
  const double interval = static_cast<double>(kPeriod.count()) / static_cast<double>(visits);
  for (int phase = 0; phase < 9; ++phase) {
    const double offset = interval * phase / 9;
    for (const Instant at : articles) {
      const double since = static_cast<double>((at - kStart).count());
      const double visit = std::ceil((since - offset) / interval) * interval + offset;
      waits.minutes.push_back((visit - since) / 60);
    }
  }
  return waits;
}

TEST(AdaptiveSimulation, FindsArticlesInHalfTheTimeOfAFixedInterval) {
  const Zone zone = *Zone::find("Europe/Berlin");
  std::printf("%-26s %9s %7s %9s %9s %6s %6s %6s\n", "source", "articles", "a day", "adaptive", "fixed", "median",
              "mean", "p90");
  double log_sum = 0;
  int with_rhythm = 0;
  for (const Source& source : sources()) {
    const auto articles = articles_of(source, zone, 42);
    const Waits learnt = adaptive(source, articles, zone);
    const Waits plain = fixed(articles, learnt.visits);
    const double ratio = learnt.quantile(0.5) / plain.quantile(0.5);
    std::printf("%-26s %9zu %7.1f %7.1f m %7.1f m %6.2f %6.2f %6.2f\n", source.name, articles.size(),
                static_cast<double>(learnt.visits) / kDays, learnt.quantile(0.5), plain.quantile(0.5), ratio,
                learnt.mean() / plain.mean(), learnt.quantile(0.9) / plain.quantile(0.9));
    EXPECT_LE(ratio, source.at_most) << source.name;
    if (source.at_most < 1) log_sum += std::log(ratio), ++with_rhythm;
  }
  const double overall = std::exp(log_sum / with_rhythm);
  std::printf("geometric mean of the medians' ratios, sources with a rhythm: %.2f\n", overall);
  EXPECT_LE(overall, 0.5);
}

}  // namespace
}  // namespace winnow::schedule
