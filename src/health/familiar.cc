#include "health/familiar.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace winnow::health {
namespace {

constexpr std::size_t kTemplates = 6;
constexpr double kAlike = 0.6;       // share of a template's own marks that a page of it has
constexpr double kOwn = 0.9;         // share of a template's pages that have a mark of its own
constexpr double kRare = 0.2;        // of a template's pages; a mark on fewer is forgotten
constexpr double kManyPages = 20;    // before so many nothing is rare
constexpr double kFade = 1 - 1 / kWindow;
constexpr double kForgotten = 0.3;   // pages, faded: what counts less is not known any more

constexpr std::size_t kElements = 8;

Marks common(const Marks& a, const Marks& b) {
  Marks both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// By which an element is known again.
const Marks& telling(const ElementSeen& seen) { return seen.marks.empty() ? seen.around : seen.marks; }

bool all_there(const Marks& known, const Marks& seen) {
  return std::includes(seen.begin(), seen.end(), known.begin(), known.end());
}

// All that is known of it is there; more may be.
bool is(std::uint32_t name, const Marks& marks, const ElementSeen& seen) {
  return name == seen.name && (all_there(marks, seen.marks) || all_there(marks, seen.around));
}

}  // namespace

double Templates::likeness(const Template& known, const Marks& layout) {
  std::size_t own = 0, there = 0;
  for (const auto& [mark, pages] : known.marks) {
    if (pages < kOwn * known.pages) continue;
    ++own;
    there += std::binary_search(layout.begin(), layout.end(), mark) ? 1 : 0;
  }
  if (known.marks.empty()) return layout.empty() ? 1 : 0;
  return own == 0 ? 0 : static_cast<double>(there) / static_cast<double>(own);
}

std::pair<std::size_t, double> Templates::best(const Marks& layout) const {
  std::pair<std::size_t, double> found{known_.size(), 0};
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (const double now = likeness(known_[i], layout); now > found.second) found = {i, now};
  }
  return found;
}

bool Templates::knows(const Marks& layout) const {
  if (learned_ < kEnoughPages || best(layout).second >= kAlike) return true;
  double all = 0, bare = 0;
  for (const Template& known : known_) {
    all += known.pages;
    bare += known.marks.empty() ? known.pages : 0;
  }
  return 2 * bare > all;  // what pages most often don't have, and now do, is no loss
}

void Templates::take(const Marks& layout) {
  waiting_.push_back(layout);
  if (waiting_.size() <= kJudgedFirst) return;
  learn(waiting_.front());
  waiting_.pop_front();
}

void Templates::learn(const Marks& layout) {
  learned_ = std::min(learned_ + 1, kWindow);
  for (Template& known : known_) {
    known.pages *= kFade;
    for (auto& [mark, pages] : known.marks) pages *= kFade;
  }
  auto [place, likeness] = best(layout);
  if (likeness < kAlike) {
    if (known_.size() == kTemplates) {
      known_.erase(std::min_element(known_.begin(), known_.end(),
                                    [](const Template& a, const Template& b) { return a.pages < b.pages; }));
    }
    known_.emplace_back();
    place = known_.size() - 1;
  }
  Template* of = &known_[place];
  of->pages += 1;
  for (const std::uint32_t mark : layout) of->marks[mark] += 1;
  std::erase_if(of->marks, [of](const auto& mark) {
    return of->pages >= kManyPages && mark.second < kRare * of->pages;
  });
  std::erase_if(known_, [](const Template& known) { return known.pages < kForgotten; });
}

bool Elements::knows(const ElementSeen& seen) const {
  double all = 0, nowhere = 0;
  bool familiar = false;
  for (const Known& known : known_) {
    all += known.pages;
    nowhere += known.name == 0 ? known.pages : 0;
    familiar = familiar || is(known.name, known.marks, seen);
  }
  return learned_ < kEnoughPages || familiar || 2 * nowhere > all;
}

void Elements::take(const ElementSeen& seen) {
  waiting_.push_back(seen);
  if (waiting_.size() <= kJudgedFirst) return;
  learn(waiting_.front());
  waiting_.pop_front();
}

void Elements::learn(const ElementSeen& seen) {
  learned_ = std::min(learned_ + 1, kWindow);
  for (Known& known : known_) known.pages *= kFade;
  const Marks& marks = telling(seen);
  Known* nearest = nullptr;
  std::size_t most = 0;
  for (Known& known : known_) {
    const std::size_t shared = known.name == seen.name ? common(known.marks, marks).size() : 0;
    if (shared <= most && (seen.name != 0 || known.name != 0)) continue;
    nearest = &known;
    most = shared;
  }
  if (nearest != nullptr) {
    nearest->marks = common(nearest->marks, marks);
    nearest->pages += 1;
  } else {
    known_.push_back({1, seen.name, marks});
  }
  std::erase_if(known_, [](const Known& known) { return known.pages < kForgotten; });
  if (known_.size() <= kElements) return;
  known_.erase(std::min_element(known_.begin(), known_.end(),
                                [](const Known& a, const Known& b) { return a.pages < b.pages; }));
}

}  // namespace winnow::health
