#include "health/sequential.h"

#include <algorithm>
#include <cmath>

namespace winnow::health {
namespace {

constexpr double kFade = 1 - 1 / kWindow;
// A false alarm in e^kSure pages (Lorden 1971), for each of some thirty signs.
constexpr double kSure = 10.2;
constexpr double kSpare = 2;          // beyond kSure, a sum is not added to: it comes back in a few good pages
constexpr double kAllGone = 0.95;     // share of misses where something broke
constexpr double kMostMissing = 0.98;
constexpr double kLeastMissing = 0.002;
constexpr double kVaries = 4;         // misses that show that it does
constexpr double kAdopted = 100;      // pages after which what is raised has become the site's manner
constexpr double kSteadyDoubt = 0.2, kCommonDoubt = 0.6;  // pages believed to have missed, before any was seen

// Of a measure: in standard deviations.
constexpr double kAllowed = 1.2, kMostCounted = 4, kSureMeasure = 5;

}  // namespace

void Excursion::add(double ratio, bool miss, const PageRef& page, double cap) {
  if (sum <= 0) {
    *this = {};
    if (ratio <= 0) return;
    first = page;
  }
  sum = std::clamp(sum + ratio, 0.0, cap);
  pages += 1;
  misses += miss ? 1 : 0;
}

double Sign::missing() const {
  const double doubt = nature_ == Nature::steady ? kSteadyDoubt : kCommonDoubt;
  const double share = (misses_ + doubt) / (pages_ + 2 * doubt);
  // What comes and goes may do so more often than it has been seen to.
  const double varies = misses_ / (misses_ + kVaries);
  const double error = std::sqrt(share * (1 - share) / std::max(pages_, 1.0));
  return std::clamp(share + varies * error, kLeastMissing, kMostMissing);
}

double Sign::share() const { return pages_ > 0 ? 1 - misses_ / pages_ : 0; }

void Sign::learn(bool hit) {
  pages_ = pages_ * kFade + 1;
  misses_ = misses_ * kFade + (hit ? 0 : 1);
}

// What has been so for a hundred pages is how the site is.
void Sign::adopt() {
  const Excursion as_it_is = departure();
  pages_ = as_it_is.pages;
  misses_ = as_it_is.misses;
  sudden_ = gradual_ = {};
  raised_ = Raised::no;
}

void Sign::take(bool hit) {
  waiting_.push_back(hit);
  if (waiting_.size() <= kJudgedFirst) return;
  learn(waiting_.front());
  waiting_.pop_front();
}

Turn Sign::judge(bool hit, const PageRef& page, double loss) {
  if (known()) {
    const double usual = missing();
    const auto ratio = [&](double changed) {
      return hit ? std::log((1 - changed) / (1 - usual)) : std::log(changed / usual);
    };
    sudden_.add(ratio(std::max(kAllGone, usual)), !hit, page, kSure + kSpare);
    gradual_.add(ratio(std::min(usual + loss * (1 - usual), kMostMissing)), !hit, page, kSure + kSpare);
  }
  if (raised_ == Raised::no) {
    // Two pages are none too many to be chance, whatever was before.
    const auto sure = [](const Excursion& e) { return e.sum >= kSure && e.misses >= kJudgedFirst; };
    if (sure(sudden_) || sure(gradual_)) {
      raised_ = sure(sudden_) ? Raised::sudden : Raised::gradual;
      waiting_.clear();
      return Turn::raised;
    }
    take(hit);
    return Turn::none;
  }
  if (departure().sum <= 0) {
    raised_ = Raised::no;
    sudden_ = gradual_ = {};
    return Turn::ended;
  }
  if (departure().pages < kAdopted) return Turn::none;
  adopt();
  return Turn::ended;
}

double Measure::spread() const {
  const double variance = pages_ > 1 ? std::max(square_ - mean_ * mean_, 0.0) : 0;
  // Few pages may look more alike than they are.
  return std::max(std::sqrt(variance) * (1 + 2 / std::max(pages_, 1.0)), least_);
}

void Measure::learn(double value) {
  pages_ = std::min(pages_ + 1, kWindow);
  mean_ += (value - mean_) / pages_;
  square_ += (value * value - square_) / pages_;
}

void Measure::take(double value) {
  waiting_.push_back(value);
  if (waiting_.size() <= kJudgedFirst) return;
  learn(waiting_.front());
  waiting_.pop_front();
}

Turn Measure::judge(double value, const PageRef& page) {
  if (known()) {
    const double below = std::clamp((mean_ - value) / spread(), -kMostCounted, kMostCounted);
    departure_.add(below - kAllowed, below > kAllowed, page, kSureMeasure + kMostCounted);
    since_ = departure_.pages > 0 ? since_ + (value - since_) / departure_.pages : 0;
  }
  if (!raised_) {
    if (departure_.sum >= kSureMeasure && departure_.misses >= kJudgedFirst) {
      raised_ = true;
      waiting_.clear();
      return Turn::raised;
    }
    take(value);
    return Turn::none;
  }
  if (departure_.sum > 0 && departure_.pages < kAdopted) return Turn::none;
  if (departure_.sum > 0) {
    mean_ = since_;
    square_ = since_ * since_ + least_ * least_;
    pages_ = kEnoughPages;
    departure_ = {};
  }
  raised_ = false;
  return Turn::ended;
}

}  // namespace winnow::health
