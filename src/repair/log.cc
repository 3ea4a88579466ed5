#include "repair/log.h"

#include <algorithm>

#include "base/utf8.h"

namespace winnow::repair {
namespace {

constexpr std::size_t kShown = 60;           // code points of a text that a change shows
constexpr std::size_t kMostKept = 1U << 16;  // changes; a hostile text has no more of them than this in memory

bool is_guess(const Change& change) { return change.confidence < 1.0; }

}  // namespace

double Log::Tally::confidence() const {
  return all == 0 ? 1.0 : static_cast<double>(proven) / static_cast<double>(all);
}

Log::Tally& Log::tally(std::string_view kind) {
  const auto found = std::find_if(tallies_.begin(), tallies_.end(), [kind](const Tally& t) { return t.kind == kind; });
  return found != tallies_.end() ? *found : tallies_.emplace_back(Tally{kind});
}

void Log::count(std::string_view kind, std::size_t changes) {
  if (changes == 0) return;
  total_ += changes;
  tally(kind).certain += changes;
}

void Log::prove(std::string_view kind, std::size_t proven, std::size_t all) {
  Tally& t = tally(kind);
  t.proven += proven;
  t.all += all;
}

void Log::note(std::string_view kind, std::size_t start, std::string_view before, std::string_view after,
               std::string_view why, double confidence) {
  const bool guess = confidence < 1.0;
  if (guess) {
    ++total_;
  } else {
    count(kind, 1);
  }
  if ((!guess && !detailed_) || changes_.size() == kMostKept) return;
  changes_.push_back({kind, start, start + utf8::length(after), utf8::shorten(before, kShown),
                      utf8::shorten(after, kShown), std::string(why), confidence});
}

void Log::forget_left() {
  total_ -= std::erase_if(changes_, [](const Change& c) { return c.confidence == 0 && c.before == c.after; });
}

void Log::close_segment(std::size_t mark, std::size_t length) {
  for (std::size_t i = mark; i < changes_.size(); ++i) {
    changes_[i].end = std::min(changes_[i].end, length);
    changes_[i].start = std::min(changes_[i].start, changes_[i].end);
  }
}

void Log::shift(std::size_t mark, std::size_t offset) {
  for (std::size_t i = mark; i < changes_.size(); ++i) {
    changes_[i].start += offset;
    changes_[i].end += offset;
  }
}

void Log::add(const Log& other) {
  refetch_ = refetch_ || other.refetch_;
  total_ += other.total_;
  refetch_ = refetch_ || other.refetch_;
  for (const Tally& t : other.tallies_) {
    tally(t.kind).certain += t.certain;
    prove(t.kind, t.proven, t.all);
  }
  changes_.insert(changes_.end(), other.changes_.begin(), other.changes_.end());
}

std::vector<Repair> Log::certain() const {
  std::vector<Repair> repairs;
  for (const Tally& t : tallies_) {
    if (t.certain != 0) repairs.push_back({std::string(t.kind), t.certain, t.confidence(), {}});
  }
  return repairs;
}

std::vector<Repair> Log::summary() const {
  std::vector<Repair> repairs = certain();
  for (const Change& change : changes_) {
    if (!is_guess(change)) continue;
    auto found = std::find_if(repairs.begin(), repairs.end(), [&](const Repair& r) { return r.kind == change.kind; });
    if (found == repairs.end()) found = repairs.insert(found, Repair{std::string(change.kind), 0, 1.0, {}});
    ++found->count;
    found->confidence = std::min(found->confidence, change.confidence);
    found->places.push_back({change.start, change.end});
  }
  return repairs;
}

}  // namespace winnow::repair
