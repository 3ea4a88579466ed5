#include "worker/slot.h"

#include <signal.h>
#include <string.h>

#include <algorithm>
#include <utility>

#include "worker/sandbox.h"

namespace winnow::worker {
namespace {

constexpr std::size_t kGiven = 2;             // one that is cleaned and one on its way
constexpr int kMostDeaths = 2;                // then it is the page
constexpr Millis kFirstRest{100};             // after a start that failed; doubled each time
constexpr int kMostDoublings = 8;             // about half a minute
constexpr std::uint64_t kMostOfStart = 4096;  // bytes of what a worker says before it is ready

std::string seconds_text(Millis time) {
  const auto whole = std::chrono::floor<std::chrono::seconds>(time);
  return time == whole ? std::to_string(whole.count()) + " s" : std::to_string(time.count()) + " ms";
}

std::string signal_name(int number) {
  const char* name = ::sigabbrev_np(number);
  return name != nullptr ? "SIG" + std::string(name) : "signal " + std::to_string(number);
}

std::string text_of(const Ending& ending, const Limits& limits) {
  if (ending.signal == SIGPROF) return "took more than " + seconds_text(limits.cpu) + " of the processor";
  if (ending.signal != 0) return "killed its worker: " + signal_name(ending.signal);
  if (ending.status == kOutOfMemory) return "needed more than " + std::to_string(limits.memory >> 20) + " MB of memory";
  return "ended its worker with status " + std::to_string(ending.status);
}

}  // namespace

void Slot::tend(Time now, Tidings& tidings) {
  switch (state_) {
    case State::resting:
      if (now >= since_) start(now, tidings);
      return;
    case State::starting:
      if (now >= since_ + options_.limits.start) {
        failed_to_start("it is not ready after " + seconds_text(options_.limits.start), now, tidings);
      }
      return;
    case State::ready:
      if (!given_.empty() && now >= head_since_ + options_.limits.wall) {
        lost("took longer than " + seconds_text(options_.limits.wall), now, tidings);
      }
      return;
  }
}

void Slot::start(Time now, Tidings& tidings) {
  auto started = Process::start(options_.command);
  if (!started) return failed_to_start(started.error().text, now, tidings);
  ++tidings.started;
  process_.emplace(std::move(*started));
  process_->send(framed(Kind::begin, encode(options_.limits)));
  state_ = State::starting;
  since_ = now;
  pages_ = 0;
  known_.clear();
  known_lines_.clear();
  (void)process_->write_some();
}

void Slot::failed_to_start(const std::string& why, Time now, Tidings& tidings) {
  process_.reset();
  tidings.unfit = why;
  if (again_) tidings.back.push_back(std::move(*again_));
  again_.reset();
  state_ = State::resting;
  since_ = now + kFirstRest * (1 << std::min(failures_, kMostDoublings));
  ++failures_;
}

void Slot::talk(Time now, Tidings& tidings) {
  if (process_->wants_to_write()) (void)process_->write_some();  // reading tells whether it is still there
  const bool there = process_->read_some();
  while (process_) {
    auto message = process_->next(most());
    if (!message) return lost(message.error().text, now, tidings);
    if (!*message) break;
    taken(**message, now, tidings);
  }
  if (process_ && !there) bury(now, tidings);
}

std::uint64_t Slot::most() const {
  return state_ != State::ready || given_.empty() ? kMostOfStart : most_of_answer(given_.front());
}

void Slot::taken(const Message& message, Time now, Tidings& tidings) {
  if (state_ == State::starting) {
    if (message.kind != Kind::ready) {
      return failed_to_start(message.kind == Kind::unfit ? message.body : "it makes no sense", now, tidings);
    }
    state_ = State::ready;
    failures_ = 0;
    tidings.ready = true;
    if (again_) give(*std::exchange(again_, std::nullopt), now);
    return;
  }
  if (given_.empty()) return lost("made its worker talk nonsense", now, tidings);
  answered(message, now, tidings);
}

void Slot::answered(const Message& message, Time now, Tidings& tidings) {
  auto done = done_of(message.kind, message.body, given_.front());
  if (!done) return lost("made its worker answer wrongly: " + done.error().text, now, tidings);
  given_.pop_front();
  head_since_ = now;
  ++pages_;
  tidings.done.push_back(std::move(*done));
  if (pages_ < options_.limits.pages || !given_.empty()) return;
  process_.reset();  // it has done its share
  state_ = State::resting;
  since_ = now;
}

// The process has gone by itself.
void Slot::bury(Time now, Tidings& tidings) {
  const Ending ending = process_->end();
  const std::string why = text_of(ending, options_.limits);
  if (state_ == State::starting) return failed_to_start("it " + why, now, tidings);
  part_from(why, ending.signal != SIGPROF, tidings);  // its own time is nobody else's fault
  since_ = now;
}

void Slot::lost(const std::string& why, Time now, Tidings& tidings) {
  if (state_ == State::starting) return failed_to_start(why, now, tidings);
  part_from(why, true, tidings);
  since_ = now;
}

// The end of this process. The page that it was at is tried `again` or comes out, the others go back.
void Slot::part_from(const std::string& why, bool again, Tidings& tidings) {
  process_.reset();
  state_ = State::resting;
  ++tidings.died;
  if (given_.empty()) return;
  Job job = std::move(given_.front());
  given_.pop_front();
  std::move(given_.begin(), given_.end(), std::back_inserter(tidings.back));
  given_.clear();
  if (++job.deaths < kMostDeaths && again) {
    again_ = std::move(job);
    return;
  }
  tidings.done.push_back(killed(std::move(job), why));
}

bool Slot::takes() const {
  const bool alone = again_ || (!given_.empty() && given_.front().deaths > 0);
  const bool retires = pages_ + static_cast<int>(given_.size()) >= options_.limits.pages;
  return state_ == State::ready && !alone && !retires && given_.size() < kGiven;
}

void Slot::give(Job job, Time now) {
  const std::uint64_t number = number_of(job);
  const std::uint64_t lines = number_of_lines(job);
  process_->send(job_message(number, lines, job));
  if (given_.empty()) head_since_ = now;
  given_.push_back(std::move(job));
  (void)process_->write_some();
}

// The number by which the process knows it, and whether it has yet to be told.
std::pair<std::uint64_t, bool> Slot::number_in(Known& known, std::size_t most, std::shared_ptr<const void> what) {
  const auto found = std::find_if(known.begin(), known.end(), [&what](const auto& one) { return one.second == what; });
  if (found != known.end()) return {found->first, false};
  if (known.size() == most) known.pop_front();  // as the worker does
  known.emplace_back(next_number_++, std::move(what));
  return {known.back().first, true};
}

std::uint64_t Slot::number_of(const Job& job) {
  const auto [number, is_new] = number_in(known_, kKept, basis_of(job));
  if (is_new) process_->send(basis_message(number, job));
  return number;
}

std::uint64_t Slot::number_of_lines(const Job& job) {
  const auto lines = lines_of(job);
  if (!lines) return 0;
  const auto [number, is_new] = number_in(known_lines_, kKeptLines, lines);
  if (is_new) process_->send(lines_message(number, *lines));
  return number;
}

std::optional<Time> Slot::due() const {
  switch (state_) {
    case State::resting:
      return since_;
    case State::starting:
      return since_ + options_.limits.start;
    case State::ready:
      return given_.empty() ? std::nullopt : std::optional(head_since_ + options_.limits.wall);
  }
  return std::nullopt;
}

}  // namespace winnow::worker
