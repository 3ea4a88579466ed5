// Tasks waiting for their host's turn. Taking one costs by the logarithm of the hosts that wait, however many tasks
// each has. One thread owns it.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crawl/run.h"
#include "schedule/manners.h"

namespace winnow::crawl {

class HostQueues {
 public:
  void push(Task task);
  void push_first(Task task);  // robots.txt goes before what waits for it
  // A request to the host has ended: its place is free again.
  void freed(const std::string& host);

  // Takes a task that may begin now and begins it with the gate, or nothing.
  [[nodiscard]] std::optional<Task> take(schedule::HostGate& gate, schedule::Tick now);
  // No task may begin before then; nothing when none waits for time. Asking take() then says more.
  [[nodiscard]] std::optional<schedule::Tick> next_ready() const;
  // Takes all tasks, or all of the hosts that can't be asked before `until`.
  [[nodiscard]] std::vector<Task> take_all();
  [[nodiscard]] std::vector<Task> take_held(const schedule::HostGate& gate, schedule::Tick now, schedule::Tick until);

 private:
  using Tick = schedule::Tick;
  struct Host {
    std::deque<Task> ready;                              // in the order in which they are to be asked
    std::multimap<Tick, Task> later;                     // by Task::not_before
    std::optional<std::pair<Tick, std::uint64_t>> turn;  // in turns_; none while all its places are taken
  };
  using Hosts = std::unordered_map<std::string, Host>;
  using Entry = Hosts::value_type;

  void set_turn(Entry& entry, std::optional<Tick> at);
  static void wake_later(Host& host, Tick now);
  static void move_tasks(Host& host, std::vector<Task>& out);

  Hosts hosts_;
  // Which host may be asked next: when it is worth asking the gate, then who has waited longer. The gate may hold a
  // host back for longer than that, never for less.
  std::map<std::pair<Tick, std::uint64_t>, Entry*> turns_;
  std::uint64_t next_turn_ = 0;
  Tick last_asked_{};
};

}  // namespace winnow::crawl
