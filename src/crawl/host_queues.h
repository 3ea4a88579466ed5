// Tasks waiting for their host's turn. One thread owns it.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crawl/run.h"
#include "schedule/manners.h"

namespace winnow::crawl {

class HostQueues {
 public:
  void push(Task task);
  void push_first(Task task);  // robots.txt goes before what waits for it

  // Takes a task that may begin now and begins it with the gate, or nothing.
  [[nodiscard]] std::optional<Task> take(schedule::HostGate& gate, schedule::Tick now);
  // When a task may begin at the earliest, of those whose host has a free place; nothing when none waits for time.
  [[nodiscard]] std::optional<schedule::Tick> next_ready(const schedule::HostGate& gate, schedule::Tick now) const;
  // Takes all tasks, or all of the hosts that can't be asked before `until`.
  [[nodiscard]] std::vector<Task> take_all();
  [[nodiscard]] std::vector<Task> take_held(const schedule::HostGate& gate, schedule::Tick now, schedule::Tick until);

 private:
  std::map<std::string, std::deque<Task>> hosts_;
  std::string last_;  // the host that was served last: the next one is asked first
};

}  // namespace winnow::crawl
