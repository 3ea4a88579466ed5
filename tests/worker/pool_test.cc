// The pool with the program's own workers, killed and starved, and with workers that have been taken over.
#include "worker/pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <thread>

#include "cli/desk.h"
#include "winnow/format.h"

namespace winnow::worker {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using namespace std::chrono_literals;

constexpr const char* kTime = "2025-02-11T00:00:00Z";

PoolOptions options_of(int workers, const Limits& limits = {}) {
  return {.workers = workers, .limits = limits, .command = {cli::winnow_path(), "worker"}};
}

std::unique_ptr<Pool> started(PoolOptions options) {
  auto pool = Pool::start(std::move(options));
  EXPECT_TRUE(pool) << pool.error().text;
  return pool ? std::move(*pool) : nullptr;
}

crawl::CleanJob job_of(std::uint64_t ticket, std::string bytes, const Options& options = {}) {
  crawl::CleanJob job;
  job.ticket = ticket;
  job.options = std::make_shared<const Options>(options);
  job.parts.push_back(
      {std::move(bytes), "https://a.example/" + std::to_string(ticket) + ".html", "text/html; charset=utf-8", kTime});
  job.lines = std::make_shared<const std::string>();
  return job;
}

// Some seconds of work.
const std::string& large_page() {
  static const std::string kPage = [] {
    std::string page = "<html><h1>A large page</h1>";
    for (int i = 0; page.size() < (std::size_t{24} << 20); ++i) {
      page += "<div class=c" + std::to_string(i) + "><p>The council of town " + std::to_string(i) +
              " met and spoke at length of <a href=/b" + std::to_string(i) +
              ">the bridge</a>, its cost and the river.</p>"
              "</div>";
    }
    return page;
  }();
  return kPage;
}

template <class Condition>
bool comes_true(Condition condition, std::chrono::seconds at_most = 60s) {
  const auto deadline = std::chrono::steady_clock::now() + at_most;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(1ms);
  }
  return true;
}

// All that comes out, by ticket; `meanwhile` is called again and again.
std::map<std::uint64_t, crawl::CleanDone> all_of(Pool& pool, std::size_t count,
                                                 const std::function<void()>& meanwhile = {}) {
  std::map<std::uint64_t, crawl::CleanDone> out;
  EXPECT_TRUE(comes_true([&] {
    if (meanwhile) meanwhile();
    for (crawl::CleanDone& done : pool.take()) {
      const std::uint64_t ticket = done.ticket;
      EXPECT_TRUE(out.emplace(ticket, std::move(done)).second) << ticket << " came twice";
    }
    return out.size() >= count;
  })) << out.size()
      << " of " << count << " came";
  return out;
}

TEST(Pool, AWorkersReadingIsThatOfTheLibrary) {
  const auto pool = started(options_of(2));
  ASSERT_TRUE(pool);
  std::vector<crawl::CleanJob> jobs;
  for (std::uint64_t n = 0; n < 60; ++n) {
    Options options;
    options.site = n % 2 == 0 ? "even" : "odd";
    options.trace = n % 3 == 0;
    jobs.push_back(job_of(n, n == 7 ? "%PDF-1.4" : cli::Paper::story(static_cast<int>(n)), options));
    pool->submit(jobs.back());
  }
  EXPECT_EQ(pool->backlog().jobs, 60U);
  const auto done = all_of(*pool, 60);
  for (const crawl::CleanJob& job : jobs) {
    const Reading expected = Reader(*job.options).read(crawl::pages_of(job));
    const crawl::CleanDone& got = done.at(job.ticket);
    EXPECT_EQ(got.killed, "");
    EXPECT_EQ(got.reading.article, expected.article) << job.ticket;
    EXPECT_EQ(got.reading.refused, expected.refused);
    EXPECT_EQ(got.reading.trace.size(), expected.trace.size());
    EXPECT_EQ(got.reading.seen.lines, expected.seen.lines);
    ASSERT_EQ(got.parts.size(), 1U);
    EXPECT_EQ(got.parts[0].bytes, job.parts[0].bytes);
  }
  EXPECT_EQ(pool->backlog().jobs, 0U);
  EXPECT_EQ(pool->backlog().bytes, 0U);
  EXPECT_EQ(pool->status().died, 0U);
}

crawl::SourceJob source_of(std::uint64_t ticket, std::string bytes,
                           crawl::Source::Kind kind = crawl::Source::Kind::feed) {
  crawl::SourceJob job;
  job.ticket = ticket;
  job.source.kind = kind;
  job.source.url = "https://a.example/feed";
  job.rules = std::make_shared<const crawl::UrlRules>(crawl::UrlRules{"https://a.example/", {}, {}});
  job.page = {std::move(bytes), "https://a.example/feed", "application/rss+xml", kTime};
  return job;
}

std::string feed(int items) {
  std::string out = "<rss version='2.0'><channel>";
  for (int i = 0; i < items; ++i) out += "<item><link>https://a.example/" + std::to_string(i) + "</link></item>";
  return out + "</channel></rss>";
}

TEST(Pool, SourcesAreReadBesidePages) {
  const auto pool = started(options_of(2));
  ASSERT_TRUE(pool);
  for (std::uint64_t n = 0; n < 20; ++n) {
    pool->submit(source_of(n, feed(static_cast<int>(n))));
    pool->submit(job_of(n, cli::Paper::story(static_cast<int>(n))));
  }
  std::map<std::uint64_t, crawl::SourceDone> sources;
  const auto read = [&] {
    for (crawl::SourceDone& done : pool->take_sources()) sources.emplace(done.ticket, std::move(done));
  };
  EXPECT_EQ(all_of(*pool, 20, read).size(), 20U);
  EXPECT_TRUE(comes_true([&] { return read(), sources.size() == 20; }));
  for (const auto& [ticket, done] : sources) {
    EXPECT_EQ(done.killed, "");
    EXPECT_EQ(done.finds.urls.size(), ticket);
    EXPECT_EQ(done.page.bytes, feed(static_cast<int>(ticket)));
  }
  EXPECT_EQ(pool->backlog().jobs, 0U);
  EXPECT_EQ(pool->backlog().bytes, 0U);
}

TEST(Pool, ASourceThatTakesTooLongCostsItself) {
  if (kSanitized) GTEST_SKIP() << "the sanitizers' own need is beyond any limit";
  const auto pool = started(options_of(1, {.cpu = Millis(30)}));
  ASSERT_TRUE(pool);
  pool->submit(source_of(1, feed(400'000)));
  pool->submit(source_of(2, feed(2)));
  std::map<std::uint64_t, crawl::SourceDone> sources;
  EXPECT_TRUE(comes_true([&] {
    for (crawl::SourceDone& done : pool->take_sources()) sources.emplace(done.ticket, std::move(done));
    return sources.size() == 2;
  }));
  EXPECT_EQ(sources.at(1).killed, "the page took more than 30 ms of the processor");
  EXPECT_EQ(sources.at(2).finds.urls.size(), 2U);
}

// Whatever is read, nothing of it needs a call that the sandbox forbids: the seeds of all fuzz targets, and the public
// suites where they are there, as a page and as each kind of source.
TEST(Pool, NoSeedNeedsMoreThanTheSandboxAllows) {
  std::vector<fs::path> files;
  const char* shared = std::getenv("WINNOW_SHARED");
  for (const fs::path& root : {fs::path(WINNOW_SOURCE_DIR) / "tests/fuzz/seeds",
                               shared != nullptr ? fs::path(shared) / "suites" : fs::path("/nowhere")}) {
    if (!fs::exists(root)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.is_regular_file() && entry.file_size() < (1 << 20)) files.push_back(entry.path());
    }
  }
  ASSERT_GT(files.size(), 50U);
  const auto pool = started(options_of(2));
  ASSERT_TRUE(pool);
  using Kind = crawl::Source::Kind;
  std::size_t sources = 0, pages = 0;
  std::uint64_t ticket = 0;
  for (const fs::path& file : files) {
    const std::string bytes = cli::read(file);
    pool->submit(job_of(ticket, bytes));
    for (const Kind kind : {Kind::feed, Kind::sitemap, Kind::list, Kind::home}) {
      pool->submit(source_of(ticket, bytes, kind));
    }
    ++ticket;
  }
  EXPECT_TRUE(comes_true([&] {
    for (const crawl::CleanDone& done : pool->take()) {
      EXPECT_EQ(done.killed, "") << files[done.ticket];
      ++pages;
    }
    for (const crawl::SourceDone& done : pool->take_sources()) {
      EXPECT_EQ(done.killed, "") << files[done.ticket];
      ++sources;
    }
    return pages == files.size() && sources == 4 * files.size();
  }));
  EXPECT_EQ(pool->status().died, 0U);
}

TEST(Pool, MoreOptionsThanAWorkerKeeps) {
  const auto pool = started(options_of(1));
  ASSERT_TRUE(pool);
  std::vector<crawl::CleanJob> jobs;
  for (std::uint64_t n = 0; n < 300; ++n) {
    Options options;
    options.site = std::to_string(n);
    jobs.push_back(job_of(n, cli::Paper::story(1), options));
  }
  for (int round = 0; round < 2; ++round) {
    for (const crawl::CleanJob& job : jobs) pool->submit(job);
    for (const auto& [ticket, done] : all_of(*pool, jobs.size())) {
      EXPECT_EQ(done.reading.article.site, std::to_string(ticket));
    }
  }
}

TEST(Pool, AWorkerKilledFromOutsideCostsNoPage) {
  const auto pool = started(options_of(4));
  ASSERT_TRUE(pool);
  ASSERT_TRUE(comes_true([&] { return pool->status().ready.size() == 4; }));
  // Each of the first ones once: no page can meet two that are killed.
  std::vector<pid_t> first = pool->status().ready;
  for (std::uint64_t n = 0; n < 200; ++n) pool->submit(job_of(n, cli::Paper::story(static_cast<int>(n))));
  const auto done = all_of(*pool, 200, [&] {
    if (first.empty()) return;
    ::kill(first.back(), SIGKILL);
    first.pop_back();
    std::this_thread::sleep_for(5ms);
  });
  for (const auto& [ticket, one] : done) EXPECT_EQ(one.killed, "") << ticket;
  EXPECT_TRUE(comes_true([&] { return pool->status().ready.size() == 4 && pool->status().died == 4; }));
}

TEST(Pool, AnIdleWorkerThatDiesIsReplaced) {
  const auto pool = started(options_of(1));
  ASSERT_TRUE(pool);
  const pid_t first = pool->status().ready.at(0);
  ::kill(first, SIGKILL);
  EXPECT_TRUE(comes_true([&] {
    const auto ready = pool->status().ready;
    return ready.size() == 1 && ready[0] != first;
  }));
  pool->submit(job_of(1, cli::Paper::story(1)));
  EXPECT_EQ(all_of(*pool, 1).at(1).killed, "");
}

TEST(Pool, APageWhoseWorkersDieTwiceIsPutAsideAndTheOthersComeHome) {
  const struct {
    int signal;
    const char* why;
  } rows[] = {{SIGKILL, "the page killed its worker: SIGKILL"},
              {SIGSEGV, "the page killed its worker: SIGSEGV"},
              {SIGSYS, "the page killed its worker: SIGSYS"},
              {SIGABRT, "the page killed its worker: SIGABRT"}};
  for (const auto& row : rows) {
    const auto pool = started({.workers = 1, .command = {WINNOW_FAKE_WORKER, "mortal"}});
    ASSERT_TRUE(pool);
    const std::string page = "<h1>A page</h1><p>die of " + std::to_string(row.signal) + "</p>";
    for (std::uint64_t n = 1; n < 10; ++n) {
      pool->submit(job_of(n, n == 3 ? page : cli::Paper::story(static_cast<int>(n))));
    }
    const auto done = all_of(*pool, 9);
    for (const auto& [ticket, one] : done) EXPECT_EQ(one.killed, ticket == 3 ? row.why : "") << ticket;
    EXPECT_EQ(done.at(3).parts.at(0).bytes, page);
    EXPECT_EQ(pool->status().died, 2U);
  }
}

TEST(Pool, WhatAPageMayUseIsBounded) {
  if (kSanitized) GTEST_SKIP() << "the sanitizers' own need is beyond any limit";
  const struct {
    const char* name;
    Limits limits;
    const char* why;
    std::uint64_t died;
  } rows[] = {
      {"processor", {.cpu = Millis(50)}, "the page took more than 50 ms of the processor", 1},
      {"time", {.wall = Millis(50)}, "the page took longer than 50 ms", 2},
      {"memory", {.memory = std::size_t{48} << 20}, "the page needed more than 48 MB of memory", 2},
  };
  for (const auto& row : rows) {
    const auto pool = started(options_of(1, row.limits));
    ASSERT_TRUE(pool) << row.name;
    pool->submit(job_of(1, large_page()));
    pool->submit(job_of(2, cli::Paper::story(2)));
    const auto done = all_of(*pool, 2);
    EXPECT_EQ(done.at(1).killed, row.why) << row.name;
    EXPECT_EQ(done.at(2).killed, "") << row.name;
    EXPECT_EQ(pool->status().died, row.died) << row.name;
  }
}

TEST(Pool, AWorkerThatStandsStillIsReplacedAndItsPageTriedAgain) {
  const auto pool = started(options_of(1, {.wall = kSanitized ? Millis(20'000) : Millis(1000)}));
  ASSERT_TRUE(pool);
  ::kill(pool->status().ready.at(0), SIGSTOP);
  pool->submit(job_of(1, cli::Paper::story(1)));
  EXPECT_EQ(all_of(*pool, 1).at(1).killed, "");
  EXPECT_EQ(pool->status().died, 1U);
}

TEST(Pool, AWorkerDoesItsShareAndIsReplaced) {
  const auto pool = started(options_of(1, {.pages = 5}));
  ASSERT_TRUE(pool);
  for (std::uint64_t n = 0; n < 23; ++n) pool->submit(job_of(n, cli::Paper::story(static_cast<int>(n))));
  for (const auto& [ticket, done] : all_of(*pool, 23)) EXPECT_EQ(done.killed, "") << ticket;
  EXPECT_GE(pool->status().started, 5U);
  EXPECT_EQ(pool->status().died, 0U);
}

TEST(Pool, AWorkerThatWasTakenOverIsNotBelieved) {
  const struct {
    const char* does;
    const char* why;
  } rows[] = {
      {"noise", "its answer makes no sense"},
      {"torn", "answer wrongly: it is torn"},
      {"other", "answer wrongly: its article is of another site"},
      {"endless", "its answer is too large: 1099511627776 bytes"},
      {"twice", "answer wrongly: it is torn"},
      {"leaves", "ended its worker with status 3"},
  };
  for (const auto& row : rows) {
    const auto pool = started({.workers = 1, .command = {WINNOW_FAKE_WORKER, row.does}});
    ASSERT_TRUE(pool) << row.does;
    pool->submit(job_of(1, cli::Paper::story(1)));
    EXPECT_THAT(all_of(*pool, 1).at(1).killed, HasSubstr(row.why)) << row.does;
  }
}

TEST(Pool, NoWorkerAtAllIsAnErrorThatSaysWhy) {
  const struct {
    std::vector<std::string> command;
    const char* why;
  } rows[] = {
      {{"/nothing/there"}, "/nothing/there: No such file"},
      {{"/bin/false"}, "status 1"},
      {{WINNOW_FAKE_WORKER, "unfit"}, "the sandbox can't be closed: seccomp: not here"},
      {{WINNOW_FAKE_WORKER, "eager"}, "makes no sense"},
      {{WINNOW_FAKE_WORKER, "silent"}, "not ready after 200 ms"},
  };
  for (const auto& row : rows) {
    const auto pool = Pool::start({.workers = 1, .limits = {.start = Millis(200)}, .command = row.command});
    ASSERT_FALSE(pool) << row.why;
    EXPECT_THAT(pool.error().text, HasSubstr(row.why));
  }
}

TEST(Pool, WhatIsCancelledNeverComes) {
  const auto pool = started(options_of(1));
  ASSERT_TRUE(pool);
  pool->submit(job_of(1, large_page()));
  for (std::uint64_t n = 2; n < 50; ++n) pool->submit(job_of(n, cli::Paper::story(static_cast<int>(n))));
  pool->cancel_all();
  EXPECT_EQ(pool->backlog().jobs, 0U);
  pool->submit(job_of(1, cli::Paper::story(1)));
  const auto done = all_of(*pool, 1);
  EXPECT_THAT(done.at(1).reading.article.title, HasSubstr("Story 1"));
}

std::size_t open_descriptors(const std::string& process) {
  std::error_code failed;
  const std::filesystem::directory_iterator all("/proc/" + process + "/fd", failed);
  return failed ? 0 : static_cast<std::size_t>(std::distance(all, std::filesystem::directory_iterator()));
}

TEST(Pool, ItsEndLeavesNothingBehind) {
  const std::size_t before = open_descriptors("self");
  std::vector<pid_t> workers;
  {
    const auto pool = started(options_of(2));
    ASSERT_TRUE(pool);
    EXPECT_TRUE(comes_true([&] { return pool->status().ready.size() == 2; }));
    workers = pool->status().ready;
    pool->submit(job_of(1, large_page()));
  }
  EXPECT_EQ(open_descriptors("self"), before);
  for (const pid_t worker : workers) EXPECT_NE(::kill(worker, 0), 0) << worker;
}

TEST(Pool, AWorkerHoldsNothingOfItsParent) {
  const int planted = ::dup(0);  // not closed on exec
  const auto pool = started(options_of(1));
  ASSERT_TRUE(pool);
  const std::string worker = std::to_string(pool->status().ready.at(0));
  if (open_descriptors(worker) == 0) GTEST_SKIP() << "only root may look into a worker";
  EXPECT_EQ(open_descriptors(worker), 3U);
  EXPECT_EQ(cli::read("/proc/" + worker + "/environ"), "");
  const std::string status = cli::read("/proc/" + worker + "/status");
  EXPECT_THAT(status, HasSubstr("NoNewPrivs:\t1"));
  EXPECT_THAT(status, HasSubstr(kSanitized ? "Seccomp:\t0" : "Seccomp:\t2"));
  ::close(planted);
}

}  // namespace
}  // namespace winnow::worker
