// One thread waits, others ring; a ring that came before the wait counts.
#pragma once

#include <atomic>

namespace winnow::app {

class Bell {
 public:
  void ring() {
    rung_.test_and_set();
    rung_.notify_one();
  }
  void wait() {
    rung_.wait(false);
    rung_.clear();
  }

 private:
  std::atomic_flag rung_;
};

}  // namespace winnow::app
