// Sequential tests: how sure it is, page by page, that something comes less often, or smaller, than it used to. They
// are cumulative sums of log likelihood ratios (Page's CUSUM), so that what was always there is missed after three
// pages, and what comes and goes only after many. Values; pure. Internal to health/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

#include "base/time.h"

namespace winnow::health {

// How many pages count: older ones fade.
inline constexpr double kWindow = 100;
inline constexpr double kEnoughPages = 8;       // before so many are learned nothing is judged
inline constexpr std::size_t kJudgedFirst = 3;  // a page is learned when so many after it have raised no alarm

struct PageRef {
  std::string url;
  Instant at{};
};

enum class Turn { none, raised, ended };

// A departure that may be one, from its first page on.
struct Excursion {
  double sum = 0;
  PageRef first;
  double pages = 0, misses = 0;

  void add(double ratio, bool miss, const PageRef& page, double cap);
};

// What is believed of a sign of which nothing is known: as if so many pages had missed it.
enum class Nature {
  steady,  // it is on all pages, or on none
  common   // it may be missing on some
};

// Something that a page has or has not.
class Sign {
 public:
  Sign() = default;
  explicit Sign(Nature nature) : nature_(nature) {}

  // Without a test.
  void take(bool hit);
  // `loss`: the increase of the share of misses that is worth an alarm.
  Turn judge(bool hit, const PageRef& page, double loss);

  [[nodiscard]] bool known() const { return pages_ >= kEnoughPages; }
  [[nodiscard]] double share() const;               // of the pages that had it
  [[nodiscard]] double missing() const;             // as it is believed for the next page
  [[nodiscard]] bool raised() const { return raised_ != Raised::no; }
  [[nodiscard]] const Excursion& departure() const { return raised_ == Raised::gradual ? gradual_ : sudden_; }
  [[nodiscard]] double learned() const { return pages_; }

 private:
  friend struct SignText;
  enum class Raised : std::uint8_t { no, sudden, gradual };
  void learn(bool hit);
  void adopt();

  Nature nature_ = Nature::common;
  double pages_ = 0, misses_ = 0;
  Excursion sudden_, gradual_;
  std::deque<bool> waiting_;
  Raised raised_ = Raised::no;
};

// A number of each page that may become much smaller.
class Measure {
 public:
  Measure() = default;
  // `least` spread: differences below it are chance, however alike the pages were.
  explicit Measure(double least) : least_(least) {}

  void take(double value);
  Turn judge(double value, const PageRef& page);

  [[nodiscard]] bool known() const { return pages_ >= kEnoughPages; }
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double spread() const;
  [[nodiscard]] bool raised() const { return raised_; }
  [[nodiscard]] bool doubtful() const { return departure_.sum > 2; }
  [[nodiscard]] const Excursion& departure() const { return departure_; }
  [[nodiscard]] double since() const { return since_; }  // the mean of the departure

 private:
  friend struct MeasureText;
  void learn(double value);

  double least_ = 0.3;
  double pages_ = 0, mean_ = 0, square_ = 0;
  Excursion departure_;
  double since_ = 0;
  std::deque<double> waiting_;
  bool raised_ = false;
};

}  // namespace winnow::health
