#include "crawl/host_queues.h"

#include <gtest/gtest.h>

#include <ctime>

namespace winnow::crawl {
namespace {

using schedule::Tick;

Tick at(int millis) { return Tick(Millis(1'000'000 + millis)); }

class Queues : public testing::Test {
 protected:
  explicit Queues(int concurrency = 1) : run_(site(concurrency)) {}

  static std::shared_ptr<const site::Site> site(int concurrency) {
    auto made = std::make_shared<site::Site>();
    made->manners.concurrency = concurrency;
    return made;
  }
  Task task(const std::string& host, const std::string& url, Millis delay = Millis(100), Tick not_before = {}) {
    Task task;
    task.run = &run_;
    task.host = host;
    task.url = url;
    task.delay = delay;
    task.not_before = not_before;
    return task;
  }
  // The URLs that may be asked at that time.
  std::string taken(int millis) {
    std::string out;
    while (auto task = queues_.take(gate_, at(millis))) out += task->url;
    return out;
  }
  void finish(const std::string& host) {
    gate_.finish(host);
    queues_.freed(host);
  }
  [[nodiscard]] int next() const {
    const auto ready = queues_.next_ready();
    return ready ? static_cast<int>((*ready - at(0)).count()) : -1;
  }

  crawl::Run run_;
  schedule::HostGate gate_;
  HostQueues queues_;
};

TEST_F(Queues, GiveEachHostItsTurn) {
  for (const char* url : {"a", "b", "c"}) queues_.push(task("x", url));
  for (const char* url : {"1", "2"}) queues_.push(task("y", url));
  EXPECT_EQ(taken(0), "a1");
  EXPECT_EQ(taken(20), "");  // both places are taken
  EXPECT_EQ(next(), -1);
  finish("x");
  EXPECT_EQ(taken(50), "");
  EXPECT_EQ(next(), 100);
  EXPECT_EQ(taken(100), "b");
  finish("y");
  finish("x");
  EXPECT_EQ(taken(200), "2c");
}

TEST_F(Queues, KeepAHostsOrder) {
  queues_.push(task("x", "b", Millis(0)));
  queues_.push(task("x", "c", Millis(0)));
  queues_.push_first(task("x", "a", Millis(0)));
  std::string order;
  for (int i = 0; i < 3; ++i) order += taken(i), finish("x");
  EXPECT_EQ(order, "abc");
}

TEST_F(Queues, HoldATaskUntilItsTime) {
  queues_.push(task("x", "late", Millis(0), at(300)));
  EXPECT_EQ(taken(0), "");
  EXPECT_EQ(next(), 300);
  queues_.push(task("x", "now", Millis(0)));
  EXPECT_EQ(taken(1), "now");
  finish("x");
  EXPECT_EQ(taken(299), "");
  EXPECT_EQ(taken(300), "late");
  EXPECT_TRUE(queues_.take_all().empty());
}

TEST_F(Queues, GiveUpHostsThatAreHeld) {
  queues_.push(task("x", "a"));
  queues_.push(task("x", "b", Millis(0)));
  queues_.push(task("y", "1", Millis(3'600'000)));
  queues_.push(task("y", "2", Millis(3'600'000)));
  EXPECT_EQ(taken(0), "a1");
  finish("x");
  finish("y");
  gate_.hold("x", at(600'000));
  EXPECT_EQ(taken(20), "");
  const auto held = queues_.take_held(gate_, at(20), at(120'000));
  ASSERT_EQ(held.size(), 1u);  // a long delay of y's own is no wish to be left alone
  EXPECT_EQ(held.front().url, "b");
  EXPECT_EQ(taken(3'600'000), "2");
}

TEST_F(Queues, GiveBackAll) {
  queues_.push(task("x", "a"));
  queues_.push(task("x", "b", Millis(0), at(500)));
  queues_.push(task("y", "c"));
  EXPECT_EQ(queues_.take_all().size(), 3u);
  EXPECT_EQ(next(), -1);
  EXPECT_EQ(taken(1000), "");
}

// Ten thousand hosts with ten tasks each: a look at all hosts for each task would take minutes.
TEST_F(Queues, CostLittleHoweverManyHosts) {
  constexpr int kHosts = 10'000, kEach = 10;
  for (int i = 0; i < kEach; ++i) {
    for (int h = 0; h < kHosts; ++h) queues_.push(task("host" + std::to_string(h), "."));
  }
  std::size_t count = 0;
  const auto begin = std::clock();
  for (int i = 0; i < kEach; ++i) {
    count += taken(i * 100).size();
    for (int h = 0; h < kHosts; ++h) finish("host" + std::to_string(h));
  }
  EXPECT_EQ(count, static_cast<std::size_t>(kHosts) * kEach);
  EXPECT_LT(std::clock() - begin, 10 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace winnow::crawl
