// The place of one worker: its process, started and replaced, and the pages that it has been given. Only the pool's
// thread knows it. Internal to worker/.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "worker/job.h"
#include "worker/pool.h"
#include "worker/process.h"

namespace winnow::worker {

using Time = std::chrono::steady_clock::time_point;

// What came of looking after a slot.
struct Tidings {
  std::vector<Done> done;
  std::vector<Job> back;  // to be given to others, in this order
  std::uint64_t started = 0, died = 0;
  bool ready = false;                // a worker has become ready
  std::optional<std::string> unfit;  // one could not be started, and why
};

class Slot {
 public:
  explicit Slot(const PoolOptions& options) : options_(options) {}

  // Starts what is due, ends what is late.
  void tend(Time now, Tidings& tidings);
  // Reads what has come and writes what can go.
  void talk(Time now, Tidings& tidings);

  [[nodiscard]] bool ready() const { return state_ == State::ready; }
  // How many pages it has, and whether it takes one more: the next one is on its way while one is cleaned.
  [[nodiscard]] std::size_t given() const { return given_.size(); }
  [[nodiscard]] bool takes() const;
  void give(Job job, Time now);

  [[nodiscard]] const Process* process() const { return process_ ? &*process_ : nullptr; }
  // When tend() has something to do at the latest.
  [[nodiscard]] std::optional<Time> due() const;

 private:
  enum class State { resting, starting, ready };

  void start(Time now, Tidings& tidings);
  void failed_to_start(const std::string& why, Time now, Tidings& tidings);
  void taken(const Message& message, Time now, Tidings& tidings);
  void answered(const Message& message, Time now, Tidings& tidings);
  void lost(const std::string& why, Time now, Tidings& tidings);
  void bury(Time now, Tidings& tidings);
  void part_from(const std::string& why, bool again, Tidings& tidings);
  using Known = std::deque<std::pair<std::uint64_t, std::shared_ptr<const void>>>;
  std::pair<std::uint64_t, bool> number_in(Known& known, std::size_t most, std::shared_ptr<const void> what);
  std::uint64_t number_of(const Job& job);
  std::uint64_t number_of_lines(const Job& job);
  [[nodiscard]] std::uint64_t most() const;

  const PoolOptions& options_;
  State state_ = State::resting;
  Time since_{};       // of the state; resting: until when
  Time head_since_{};  // when the first page could be begun with
  int failures_ = 0;   // starts in a row
  int pages_ = 0;      // that this process has done
  std::uint64_t next_number_ = 1;
  std::optional<Process> process_;
  std::deque<Job> given_;      // oldest first; all were sent
  std::optional<Job> again_;   // killed a worker: the next one's first page, by itself
  Known known_, known_lines_;  // what the process has been sent
};

}  // namespace winnow::worker
