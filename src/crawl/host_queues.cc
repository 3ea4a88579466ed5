#include "crawl/host_queues.h"

#include <algorithm>
#include <iterator>

namespace winnow::crawl {
namespace {

schedule::HostGate::Terms terms_of(const Task& task) { return {task.delay, task.run->site->manners.concurrency}; }

}  // namespace

void HostQueues::set_turn(Entry& entry, std::optional<Tick> at) {
  auto& turn = entry.second.turn;
  if (turn) turns_.erase(*turn);
  turn = at ? std::optional(std::pair(*at, next_turn_++)) : std::nullopt;
  if (turn) turns_.emplace(*turn, &entry);
}

void HostQueues::push(Task task) {
  Entry& entry = *hosts_.try_emplace(task.host).first;
  const bool is_new = entry.second.ready.empty() && entry.second.later.empty();
  const Tick at = task.not_before;
  if (at > last_asked_) {
    entry.second.later.emplace(at, std::move(task));
  } else {
    entry.second.ready.push_back(std::move(task));
  }
  const auto& turn = entry.second.turn;
  if (is_new || (turn && at < turn->first && entry.second.ready.size() <= 1))
    set_turn(entry, std::max(at, last_asked_));
}

void HostQueues::push_first(Task task) {
  if (task.not_before > last_asked_) return push(std::move(task));
  Entry& entry = *hosts_.try_emplace(task.host).first;
  entry.second.ready.push_front(std::move(task));
  set_turn(entry, last_asked_);
}

void HostQueues::freed(const std::string& host) {
  const auto found = hosts_.find(host);
  if (found != hosts_.end() && !found->second.turn) set_turn(*found, last_asked_);
}

// robots.txt goes first here, too.
void HostQueues::wake_later(Host& host, Tick now) {
  const auto end = host.later.upper_bound(now);
  for (auto task = host.later.begin(); task != end; ++task) {
    const bool first = task->second.kind == Task::Kind::robots;
    host.ready.insert(first ? host.ready.begin() : host.ready.end(), std::move(task->second));
  }
  host.later.erase(host.later.begin(), end);
}

std::optional<Task> HostQueues::take(schedule::HostGate& gate, Tick now) {
  last_asked_ = now;
  while (!turns_.empty() && turns_.begin()->first.first <= now) {
    Entry& entry = *turns_.begin()->second;
    Host& host = entry.second;
    wake_later(host, now);
    if (host.ready.empty()) {
      set_turn(entry, host.later.begin()->first);
      continue;
    }
    const auto at = gate.ready_at(entry.first, terms_of(host.ready.front()), now);
    if (!at || *at > now) {
      set_turn(entry, at);
      continue;
    }
    Task task = std::move(host.ready.front());
    host.ready.pop_front();
    gate.begin(task.host, terms_of(task), now);
    if (!host.ready.empty() || !host.later.empty()) {
      set_turn(entry, now);
    } else {
      set_turn(entry, std::nullopt);
      hosts_.erase(task.host);
    }
    return task;
  }
  return std::nullopt;
}

std::optional<schedule::Tick> HostQueues::next_ready() const {
  return turns_.empty() ? std::nullopt : std::optional(turns_.begin()->first.first);
}

void HostQueues::move_tasks(Host& host, std::vector<Task>& out) {
  std::move(host.ready.begin(), host.ready.end(), std::back_inserter(out));
  for (auto& [at, task] : host.later) out.push_back(std::move(task));
}

std::vector<Task> HostQueues::take_all() {
  std::vector<Task> out;
  for (Entry& entry : hosts_) move_tasks(entry.second, out);
  turns_.clear();
  hosts_.clear();
  return out;
}

// A turn is never later than what the gate says, so a host that is held is seen once its turn has come; from then on it
// stands at the end, among those whose own delay is long.
std::vector<Task> HostQueues::take_held(const schedule::HostGate& gate, Tick now, Tick until) {
  std::vector<std::string> held;
  for (auto turn = turns_.rbegin(); turn != turns_.rend() && turn->first.first > until; ++turn) {
    if (now + gate.memory(turn->second->first, now).held_for > until) held.push_back(turn->second->first);
  }
  std::vector<Task> out;
  for (const std::string& name : held) {
    const auto host = hosts_.find(name);
    move_tasks(host->second, out);
    set_turn(*host, std::nullopt);
    hosts_.erase(host);
  }
  return out;
}

}  // namespace winnow::crawl
