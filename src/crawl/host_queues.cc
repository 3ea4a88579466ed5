#include "crawl/host_queues.h"

#include <algorithm>

namespace winnow::crawl {
namespace {

schedule::HostGate::Terms terms_of(const Task& task) { return {task.delay, task.run->site->manners.concurrency}; }

}  // namespace

void HostQueues::push(Task task) { hosts_[task.host].push_back(std::move(task)); }

void HostQueues::push_first(Task task) { hosts_[task.host].push_front(std::move(task)); }

std::optional<Task> HostQueues::take(schedule::HostGate& gate, schedule::Tick now) {
  auto host = hosts_.upper_bound(last_);
  for (std::size_t i = 0; i < hosts_.size(); ++i, ++host) {
    if (host == hosts_.end()) host = hosts_.begin();
    auto& tasks = host->second;
    const auto ready = std::find_if(tasks.begin(), tasks.end(), [now](const Task& t) { return t.not_before <= now; });
    if (ready == tasks.end()) continue;
    const auto at = gate.ready_at(host->first, terms_of(*ready), now);
    if (!at || *at > now) continue;
    Task task = std::move(*ready);
    tasks.erase(ready);
    last_ = host->first;
    if (tasks.empty()) hosts_.erase(host);
    gate.begin(task.host, terms_of(task), now);
    return task;
  }
  return std::nullopt;
}

std::optional<schedule::Tick> HostQueues::next_ready(const schedule::HostGate& gate, schedule::Tick now) const {
  std::optional<schedule::Tick> earliest;
  for (const auto& [host, tasks] : hosts_) {
    const auto first = std::min_element(tasks.begin(), tasks.end(),
                                        [](const Task& a, const Task& b) { return a.not_before < b.not_before; });
    const auto at = gate.ready_at(host, terms_of(*first), now);
    if (!at) continue;
    const schedule::Tick ready = std::max(*at, first->not_before);
    earliest = earliest ? std::min(*earliest, ready) : ready;
  }
  return earliest;
}

std::vector<Task> HostQueues::take_all() {
  std::vector<Task> out;
  for (auto& [host, tasks] : hosts_) std::move(tasks.begin(), tasks.end(), std::back_inserter(out));
  hosts_.clear();
  return out;
}

std::vector<Task> HostQueues::take_held(const schedule::HostGate& gate, schedule::Tick now, schedule::Tick until) {
  std::vector<Task> out;
  for (auto host = hosts_.begin(); host != hosts_.end();) {
    const auto at = gate.ready_at(host->first, {Millis(0), INT32_MAX}, now);
    if (at && *at > until) {
      std::move(host->second.begin(), host->second.end(), std::back_inserter(out));
      host = hosts_.erase(host);
    } else {
      ++host;
    }
  }
  return out;
}

}  // namespace winnow::crawl
