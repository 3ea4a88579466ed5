// What the gate knows of hosts, kept over restarts: when each was asked last, how long it wants to be left alone, how
// often it failed. A process that begins keeps the delay to what the one before it asked. One thread owns it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/result.h"
#include "schedule/manners.h"
#include "store/state.h"

namespace winnow::crawl {

class HostMemory {
 public:
  struct Begin {
    schedule::Moment moment;  // of this process by the wall clock …
    schedule::Tick tick;      // … and by the one that nobody sets
    bool unsure = false;      // rows may be missing or old: the process before this one did not end in order
  };
  HostMemory(store::State& state, schedule::HostGate& gate, const Begin& begin)
      : state_(state), gate_(gate), begin_(begin) {}

  // Tells the gate what is known of a host that it does not know. Call it before the host is asked with that delay.
  Result<void> recall(const std::string& host, Millis delay, schedule::Tick now);
  // Whether a host is to be asked, or promised a delay, of which the state does not know: save and commit first. So
  // after a crash too each host that was asked has a row, with the delay that it was promised.
  [[nodiscard]] bool must_save() const { return must_save_; }
  // Something happened to the host that save() is to write.
  void note(const std::string& host) { noted_.insert(host); }
  // Writes what was noted (committed with everything else), and lets go of hosts that were idle for a day.
  Result<void> save(schedule::Moment moment, schedule::Tick now);

 private:
  Result<void> recall_crash();
  [[nodiscard]] store::HostRow row_of(const std::string& host, schedule::Moment moment, schedule::Tick now);
  [[nodiscard]] schedule::HostGate::Memory memory_of(const store::HostRow& row, schedule::Tick now) const;

  store::State& state_;
  schedule::HostGate& gate_;
  Begin begin_;
  struct Promise {
    Millis here{0}, saved{0};  // the longest delay of this process, and that of the row
  };
  std::map<std::string, Promise> promises_;
  bool must_save_ = false;
  schedule::Tick tidied_{};
  std::set<std::string> noted_;
  // Of the row of no host, which is as good for every host: a process that was unsure began then. Read at the first
  // need.
  std::optional<store::HostRow> every_host_;
};

}  // namespace winnow::crawl
