// Workers killed with -9 under a crawl: what they were at is read by others, and nothing is lost but a page whose
// workers were killed twice, which is put aside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "chaos/process.h"
#include "chaos/scale.h"
#include "cli/desk.h"

namespace winnow::chaos {
namespace {

using namespace cli;
using ::testing::HasSubstr;

std::size_t put_aside(const Desk& desk) {
  std::size_t count = 0;
  if (!fs::exists(desk.path("store/aside"))) return 0;
  for (const auto& entry : fs::directory_iterator(desk.path("store/aside")))
    count += entry.path().extension() == ".why";
  return count;
}

TEST(Worker, KilledAtRandomTheyCostNoPage) {
  const int stories = scaled(150, 3000);
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const Paper paper(stories, Millis(2));
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper", "limits: {pages_per_run: 100000}\n"));
  const auto crawl = desk.start({"crawl", "paper"});
  ASSERT_TRUE(crawl->says("paper: started")) << crawl->err();
  int kills = 0;
  while (!crawl->ended()) {
    ::usleep(static_cast<unsigned>(random() % 300'000));
    const std::vector<pid_t> workers = children_of(crawl->pid());
    if (workers.empty()) continue;
    ::kill(workers[random() % workers.size()], SIGKILL);
    ++kills;
  }
  const Ended end = crawl->wait();
  EXPECT_EQ(end.status, 0) << end.err;
  const std::size_t stored = desk.articles().size(), aside = put_aside(desk);
  std::printf("%d workers killed, %zu of %d articles stored, %zu pages put aside\n", kills, stored, stories, aside);
  EXPECT_EQ(stored + aside, static_cast<std::size_t>(stories));
  EXPECT_LE(aside, static_cast<std::size_t>(kills / 2));
  EXPECT_GT(kills, 0);
  if (aside > 0) {
    EXPECT_THAT(end.err, HasSubstr("the page killed its worker: SIGKILL; it is kept as aside/paper-"));
  }
}

TEST(Worker, NoneOutlivesACrawlThatIsKilled) {
  for (int round = 0; round < scaled(3, 50); ++round) {
    const Paper paper(50, Millis(5));
    const Desk desk;
    desk.write("sites/paper.yaml", paper.site("paper"));
    const auto crawl = desk.start({"crawl", "paper"});
    std::vector<pid_t> workers;
    for (int i = 0; i < 5000 && workers.empty(); ++i) ::usleep(1000), workers = children_of(crawl->pid());
    ASSERT_FALSE(workers.empty());
    ::usleep(static_cast<unsigned>(round % 10) * 10'000);
    workers = children_of(crawl->pid());
    crawl->signal(SIGKILL);
    (void)crawl->wait();
    for (const pid_t worker : workers) {
      bool gone = false;
      for (int i = 0; i < 2000 && !gone; ++i) ::usleep(1000), gone = footprint(worker).resident_bytes == 0;
      EXPECT_TRUE(gone) << worker;
    }
  }
}

TEST(Worker, KilledUnderAManifestEveryPageHasItsAnswer) {
  const int pages = scaled(300, 5000);
  const Desk desk;
  std::string manifest;
  for (int n = 0; n < pages; ++n) {
    const std::string id = std::to_string(n);
    if (n < 50) desk.write(id + ".html", Paper::story(n));
    manifest += id + "\t" + std::to_string(n % 50) + ".html\thttp://paper.example/" + id + "\n";
  }
  desk.write("m.tsv", manifest);
  const auto clean = desk.start({"clean", "--manifest", "m.tsv", "--out", "out", "--jobs", "2"});
  std::mt19937 random(3);
  int kills = 0;
  while (!clean->ended()) {
    ::usleep(static_cast<unsigned>(random() % 300'000));
    const std::vector<pid_t> workers = children_of(clean->pid());
    if (workers.empty() || !fs::exists(desk.path("out/0.json"))) continue;  // its start is not what is tested
    ::kill(workers[random() % workers.size()], SIGKILL);
    ++kills;
  }
  const Ended end = clean->wait();
  EXPECT_EQ(end.status, 0) << end.err;
  int refused = 0;
  for (int n = 0; n < pages; ++n) {
    const std::string json = read(desk.path("out/" + std::to_string(n) + ".json"));
    const bool is_refused = json.find("\"refused\": \"the page killed its worker: SIGKILL\"") != std::string::npos;
    EXPECT_TRUE(is_refused || json.find("\"title\": \"Story ") != std::string::npos) << n << ": " << json;
    refused += is_refused ? 1 : 0;
  }
  std::printf("%d workers killed, %d of %d pages refused\n", kills, refused, pages);
  EXPECT_LE(refused, kills / 2);
}

// Ctrl-C in a terminal reaches every process of the group: the workers are not for it to end.
TEST(Worker, ASignalToTheWholeGroupEndsInOrder) {
  const Paper paper(400, Millis(20));
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper"));
  const auto crawl = desk.start({"crawl", "paper"});
  ASSERT_TRUE(crawl->says("paper: stored ")) << crawl->err();
  for (const pid_t worker : children_of(crawl->pid())) ::kill(worker, SIGTERM), ::kill(worker, SIGINT);
  crawl->signal(SIGINT);
  const Ended end = crawl->wait();
  EXPECT_EQ(end.signal, 0) << end.err;
  EXPECT_EQ(end.status, 130) << end.err;
  EXPECT_THAT(end.err, ::testing::Not(HasSubstr("worker")));
  EXPECT_EQ(put_aside(desk), 0U);
}

}  // namespace
}  // namespace winnow::chaos
