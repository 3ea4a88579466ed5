// state.db damaged in all ways: the next command that writes starts, puts it aside where it must, makes it anew from
// the articles, and stores nothing twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>

#include "chaos/scale.h"
#include "chaos/strace.h"
#include "cli/desk.h"

namespace winnow::chaos {
namespace {

using namespace cli;

constexpr int kStories = 16;
constexpr int kFirst = 10;  // stored before the damage
constexpr std::size_t kPage = 4096;

using Random = std::mt19937;

std::size_t at_random(Random& random, std::size_t below) { return random() % std::max<std::size_t>(below, 1); }

std::string bit_flips(std::string bytes, Random& random) {
  const std::size_t flips = 1 + at_random(random, 64);
  for (std::size_t i = 0; i < flips && !bytes.empty(); ++i) {
    bytes[at_random(random, bytes.size())] ^= static_cast<char>(1U << at_random(random, 8));
  }
  return bytes;
}

std::string cut_off(std::string bytes, Random& random) {
  bytes.resize(at_random(random, bytes.size()));
  return bytes;
}

std::string page_filled(std::string bytes, Random& random) {
  const std::size_t page = at_random(random, bytes.size() / kPage) * kPage;
  const char with = std::array{'\0', '\xff', '\x55'}[at_random(random, 3)];
  if (page + kPage <= bytes.size()) std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page), kPage, with);
  return bytes;
}

std::string pages_swapped(std::string bytes, Random& random) {
  const std::size_t a = at_random(random, bytes.size() / kPage) * kPage,
                    b = at_random(random, bytes.size() / kPage) * kPage;
  if (std::max(a, b) + kPage > bytes.size()) return bytes;
  std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(a),
                   bytes.begin() + static_cast<std::ptrdiff_t>(a + kPage),
                   bytes.begin() + static_cast<std::ptrdiff_t>(b));
  return bytes;
}

std::string header_wrong(std::string bytes, Random& random) {
  if (bytes.size() < 100) return bytes;
  // Its version and owner are left as they are: a newer winnow's and another program's database are refused, not
  // damaged.
  std::size_t place = at_random(random, 100);
  while (place >= 60 && place < 72) place = at_random(random, 100);
  bytes[place] = static_cast<char>(random());
  return bytes;
}

std::string garbage(std::string bytes, Random& random) {
  bytes.resize(at_random(random, bytes.size()));
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

std::string emptied(std::string bytes, Random& /*random*/) {
  bytes.clear();
  return bytes;
}

struct Mutation {
  const char* name;
  std::string (*change)(std::string bytes, Random& random);
};
constexpr std::array<Mutation, 7> kMutations = {{{"bit flips", bit_flips},
                                                 {"cut off", cut_off},
                                                 {"a page filled", page_filled},
                                                 {"pages swapped", pages_swapped},
                                                 {"header wrong", header_wrong},
                                                 {"garbage", garbage},
                                                 {"empty", emptied}}};

class Damage : public ::testing::Test {
 protected:
  void SetUp() override {
    desk_.write("sites/paper.yaml", paper_.site("paper", "limits: {pages_per_run: " + std::to_string(kFirst) + "}\n"));
    ASSERT_EQ(desk_.winnow({"crawl", "paper"}).status, 0);
    fs::copy(store(), good(), fs::copy_options::recursive);
    desk_.write("sites/paper.yaml", paper_.site("paper"));
  }
  [[nodiscard]] fs::path store() const { return desk_.path("store"); }
  [[nodiscard]] fs::path good() const { return desk_.path("good"); }
  void restore() const {
    fs::remove_all(store());
    fs::copy(good(), store(), fs::copy_options::recursive);
  }

  // A crawl starts and brings what is missing. Damage that no check shows may end it when it is met; then it says so,
  // and the next one has mended it.
  void expect_survival() {
    Ended end = desk_.winnow({"crawl", "paper"});
    if (end.status == 5 && end.err.find("the database is damaged") != std::string::npos) {
      ++met_late_;
      end = desk_.winnow({"crawl", "paper"});
    }
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(desk_.articles().size(), static_cast<std::size_t>(kStories)) << end.err;
    rebuilt_ += fs::exists(store() / "state.db.damaged-1") ? 1 : 0;
    // What was not seen as damage is harmless: a list names each article that is there.
    const Ended list = desk_.winnow({"list", "--limit", "1000"});
    EXPECT_EQ(list.status, 0) << list.err;
  }

  const Paper paper_{kStories};
  const Desk desk_;
  int rebuilt_ = 0, met_late_ = 0;
};

TEST_F(Damage, OfTheDatabaseNeverKeepsACrawlFromItsWork) {
  const unsigned seed = whole() ? std::random_device()() : 1;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  const std::string database = read(good() / "state.db");
  const int rounds = scaled(14, 182);
  for (int round = 0; round < rounds; ++round) {
    const Mutation& mutation = kMutations[static_cast<std::size_t>(round) % kMutations.size()];
    SCOPED_TRACE(std::string(mutation.name) + ", round " + std::to_string(round));
    restore();
    write(store() / "state.db", mutation.change(database, random));
    expect_survival();
    if (HasFatalFailure()) return;
  }
  EXPECT_GE(rebuilt_, rounds / 3);
  if (whole()) std::printf("%d mutants, %d rebuilt, %d of them met late\n", rounds, rebuilt_, met_late_);
}

TEST_F(Damage, OfTheLogAfterAKillIsNone) {
  Random random(2);
  const int rounds = scaled(3, 18);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(round);
    restore();
    const auto crawl = desk_.start({"crawl", "paper"});
    EXPECT_TRUE(crawl->says("paper: stored ")) << crawl->err();
    crawl->signal(SIGKILL);
    (void)crawl->wait();
    for (const char* part : {"state.db-wal", "state.db-shm"}) {
      if (fs::exists(store() / part))
        write(store() / part, kMutations[static_cast<std::size_t>(round) % 6].change(read(store() / part), random));
    }
    expect_survival();
  }
}

TEST_F(Damage, SomethingElseInItsPlaceIsPutAside) {
  restore();
  fs::remove(store() / "state.db");
  fs::create_directory(store() / "state.db");
  write(store() / "state.db/file", "x");
  expect_survival();
  EXPECT_TRUE(fs::exists(store() / "state.db.damaged-1/file"));
}

// What can't be read now may be read later, so it is not given up. The program's first reads are those of its
// libraries.
TEST_F(Damage, AnErrorOfTheDiskIsNone) {
  if (!can_trace()) GTEST_SKIP() << "strace can't trace programs here";
  const std::vector<int> moments = whole() ? std::vector<int>{3, 4, 5, 6, 8, 13, 30} : std::vector<int>{5, 8};
  for (const char* call : {"pread64", "fcntl", "fsync", "openat2"}) {
    for (const int from : moments) {
      const std::string inject = std::string(call) + ":error=EIO:when=" + std::to_string(from) + "+";
      SCOPED_TRACE(inject);
      restore();
      const Ended end = run(traced(desk_, inject, {"crawl", "paper"}), {.folder = desk_.path()});
      EXPECT_TRUE(end.status == 5 || end.status == 0) << end.status << end.err;
      expect_survival();
      EXPECT_FALSE(fs::exists(store() / "state.db.damaged-1")) << end.err;
    }
  }
}

TEST_F(Damage, ADaemonStartsToo) {
  restore();
  std::string database = read(store() / "state.db");
  Random random(3);
  write(store() / "state.db", page_filled(database.substr(0, database.size() / 2), random));
  const auto daemon = desk_.start({"daemon"});
  EXPECT_TRUE(daemon->says("it is kept as ")) << daemon->err();
  EXPECT_TRUE(daemon->says("running")) << daemon->err();
  for (int i = 0; i < 6000 && desk_.articles().size() < kStories; ++i) ::usleep(10'000);
  daemon->signal(SIGTERM);
  EXPECT_EQ(daemon->wait().status, 0);
  EXPECT_EQ(desk_.articles().size(), static_cast<std::size_t>(kStories));
}

TEST_F(Damage, OnlyTheLastRuinsAreKept) {
  for (int round = 1; round <= 8; ++round) {
    write(store() / "state.db", "ruin " + std::to_string(round));
    EXPECT_EQ(desk_.winnow({"crawl", "paper"}).status, 0);
  }
  for (int round = 1; round <= 8; ++round) {
    EXPECT_EQ(fs::exists(store() / ("state.db.damaged-" + std::to_string(round))), round > 3) << round;
  }
}

}  // namespace
}  // namespace winnow::chaos
