// What the store costs: known URLs in number (taken in, met again, the next ones due, opening) and durable articles.
// ctest runs a short form; `./dev bench` runs the whole.
//
//   store_bench [--urls N] [--sites N] [--articles N] [--near N] [--folder DIR]
//
// The folder should lie on a real disk: what is durable costs nothing in memory.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "store/ledger.h"
#include "store/near_index.h"
#include "store/open.h"
#include "store/sample.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr Instant kNow{std::chrono::seconds(1739281361)};
constexpr std::size_t kBatch = 500;         // URLs of one source
constexpr std::size_t kCommitEvery = 5000;  // URLs: a visit reads all its sources and commits
constexpr std::size_t kGroup = 64;          // articles, as the crawler groups them

struct Plan {
  std::size_t urls = 10'000'000, sites = 200, articles = 20'000, near = 1'000'000;
  fs::path folder = fs::temp_directory_path();
};

[[noreturn]] void give_up(const Error& error) {
  std::fprintf(stderr, "store_bench: %s\n", error.text.c_str());
  std::exit(1);
}

template <class T>
T must(Result<T> result) {
  if (!result) give_up(result.error());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

double processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// "VmRSS:" or "VmHWM:" in MB.
double memory(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::strtod(line.c_str() + name.size(), nullptr) / 1024;
  }
  return 0;
}

double size_of(const fs::path& store) {
  double bytes = 0;
  for (const char* name : {"state.db", "state.db-wal"}) {
    std::error_code none;
    const auto size = fs::file_size(store / name, none);
    if (!none) bytes += static_cast<double>(size);
  }
  return bytes;
}

std::string site_name(std::size_t site) { return "site-" + std::to_string(site); }

// 70 bytes on average, as addresses of articles are.
std::string url_of(std::size_t number, std::size_t site) {
  static constexpr const char* kWords[] = {"harbour", "storm",  "council",  "bridge", "winter",  "market",
                                           "school",  "river",  "election", "budget", "theatre", "museum",
                                           "railway", "forest", "island",   "doctor"};
  std::uint64_t seed = number * 0x9e3779b97f4a7c15u + site;
  std::string url = "https://www." + site_name(site) + ".example/2025/02/";
  for (int word = 0; word < 3; ++word, seed = seed * 6364136223846793005u + 1442695040888963407u) {
    url.append(kWords[seed >> 60]).append("-");
  }
  return url + std::to_string(100'000'000'000 + number);
}

struct Pass {
  double seconds = 0, processor = 0, bytes = 0;
  std::size_t pending = 0;
};

Pass take_in(State& state, const Plan& plan, Instant now) {
  Pass pass;
  const auto start = Clock::now();
  const double processor = processor_seconds();
  std::vector<Found> found;
  for (std::size_t number = 0, batch = 0, uncommitted = 0; number < plan.urls; ++batch) {
    const std::size_t site = batch % plan.sites;
    found.clear();
    for (; found.size() < kBatch && number < plan.urls; ++number) {
      std::string url = url_of(number, site);
      pass.bytes += static_cast<double>(url.size());
      found.push_back({url, url, "", 0});
    }
    pass.pending += must(state.add(site_name(site), found, now + std::chrono::seconds(batch)));
    if ((uncommitted += found.size()) < kCommitEvery) continue;
    must(state.commit());
    uncommitted = 0;
  }
  must(state.commit());
  pass.seconds = seconds_since(start);
  pass.processor = processor_seconds() - processor;
  return pass;
}

void print_pass(const char* what, const Pass& pass, const Plan& plan) {
  const auto urls = static_cast<double>(plan.urls);
  std::printf("%-28s %10.0f URLs/s  %6.2f s  %5.2f us of processor each  (%zu pending, %.1f bytes a URL)\n", what,
              urls / pass.seconds, pass.seconds, 1e6 * pass.processor / urls, pass.pending, pass.bytes / urls);
}

// The next 1,000 of each site, and the next 1,000 spread over all sites.
void measure_due(State& state, const Plan& plan) {
  const Instant later = kNow + std::chrono::hours(24 * 365);
  std::vector<double> times;
  std::size_t rows = 0;
  for (std::size_t site = 0; site < plan.sites; ++site) {
    const auto start = Clock::now();
    rows += must(state.due(site_name(site), later, 1000)).size();
    times.push_back(1e3 * seconds_since(start));
  }
  std::sort(times.begin(), times.end());
  const auto start = Clock::now();
  std::size_t spread = 0;
  for (std::size_t site = 0; site < plan.sites; ++site) {
    spread += must(state.due(site_name(site), later, std::max<std::size_t>(1000 / plan.sites, 1))).size();
  }
  std::printf("%-28s median %.2f ms, worst %.2f ms (%zu rows of %zu sites); %zu over all sites: %.2f ms\n",
              "next 1,000 due", times[times.size() / 2], times.back(), rows, plan.sites, spread,
              1e3 * seconds_since(start));
}

Stores open_timed(const fs::path& store, Access access, const char* what) {
  const auto start = Clock::now();
  Stores stores = must(open_store(store, access));
  std::printf("%-28s %.1f ms\n", what, 1e3 * seconds_since(start));
  return stores;
}

// Opening, and the first URL that is met: that has to know all others.
void measure_opening(const fs::path& store) {
  { const Stores reader = open_timed(store, Access::read_only, "opened by a reader"); }
  Stores writer = open_timed(store, Access::read_write, "opened by a writer");
  const auto start = Clock::now();
  const std::string url = url_of(0, 0);
  const std::vector<Found> one = {{url, url, "", 0}};
  (void)must(writer.state->add(site_name(0), one, kNow));
  std::printf("%-28s %.1f ms; resident %.0f MB\n", "the first URL after that", 1e3 * seconds_since(start),
              memory("VmRSS:"));
}

void bench_urls(const Plan& plan, const fs::path& store) {
  {
    Stores stores = must(open_store(store, Access::read_write));
    print_pass("URLs taken in, new", take_in(*stores.state, plan, kNow), plan);
    print_pass("the same again", take_in(*stores.state, plan, kNow), plan);
    measure_due(*stores.state, plan);
    std::printf("%-28s %.0f MB now, %.0f MB at most\n", "resident", memory("VmRSS:"), memory("VmHWM:"));
  }
  std::printf("%-28s %.1f bytes a URL\n", "on disk", size_of(store) / static_cast<double>(plan.urls));
  measure_opening(store);
}

// An article of about 5 KB as JSON.
Article article_of(std::size_t number) {
  std::string text;
  for (std::size_t sentence = 0; text.size() < 1900; ++sentence) {
    text += "The " + std::to_string(number) + "th report of the committee on line " +
            std::to_string(sentence * 31 + number % 977) + " says that the work goes on until the money ends.\n";
  }
  Article a = article_number(static_cast<int>(number), text);
  a.title = "The committee reports for the time number " + std::to_string(number);
  a.images = {"https://news.example.com/picture/" + std::to_string(number) + ".jpg"};
  const std::size_t day = number % 28 + 1;
  a.published_at = "2025-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "T21:42:41+08:00";
  return a;
}

void bench_articles(const Plan& plan, const fs::path& store) {
  Stores stores = must(open_store(store, Access::read_write));
  std::vector<Article> articles;
  for (std::size_t i = 0; i < plan.articles; ++i) articles.push_back(article_of(i));
  const auto start = Clock::now();
  const double processor = processor_seconds();
  std::vector<double> commits;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    (void)must(stores.articles->put(articles[i], {}));
    UrlRow row;
    row.site = articles[i].site;
    row.key = row.url = articles[i].url;
    row.status = UrlStatus::stored;
    row.found_at = row.next_try = row.fetched_at = kNow;
    row.article_id = articles[i].id;
    must(stores.state->save(row));
    if (i % kGroup != kGroup - 1 && i + 1 != articles.size()) continue;
    const auto begun = Clock::now();
    must(stores.articles->sync());
    must(stores.state->commit());
    commits.push_back(1e3 * seconds_since(begun));
  }
  const double seconds = seconds_since(start);
  std::sort(commits.begin(), commits.end());
  const auto count = static_cast<double>(articles.size());
  std::printf(
      "%-28s %10.0f articles/s  %6.2f s  %5.0f us of processor each; a commit of %zu: median %.1f ms, worst %.1f ms\n",
      "durable articles", count / seconds, seconds, 1e6 * (processor_seconds() - processor) / count, kGroup,
      commits[commits.size() / 2], commits.back());
}

// Looks for near copies among more and more articles of one site: half of what is looked for is there, eight bits away.
void bench_near(const Plan& plan, const fs::path& store) {
  fs::create_directories(store);
  Ledger ledger = must(Ledger::open(store / "state.db", Database::Mode::read_write));
  NearIndex index(ledger.db());
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> hashes;
  for (std::size_t size = std::min<std::size_t>(10'000, plan.near); size <= plan.near; size *= 10) {
    must(ledger.begin());
    while (hashes.size() < size) {
      hashes.push_back(random() | 1);
      must(index.put("site", hashes.back(), static_cast<std::int64_t>(hashes.size())));
    }
    must(ledger.commit());
    constexpr int kLooks = 400;
    int found = 0;
    const double processor = processor_seconds();
    for (int look = 0; look < kLooks; ++look) {
      std::uint64_t hash = random();
      if (look % 2 == 0) {
        hash = hashes[hash % size];
        for (int bit = 0; bit < 8; ++bit) hash ^= std::uint64_t{1} << random() % 64;
      }
      found += must(index.find("site", hash)).empty() ? 0 : 1;
    }
    std::printf("%-28s %.0f us of processor a look among %zu articles (%d of %d found)\n", "near copies",
                1e6 * (processor_seconds() - processor) / kLooks, size, found, kLooks / 2);
  }
  std::printf("%-28s %.1f bytes an article\n", "their index on disk", size_of(store) / static_cast<double>(plan.near));
}

Plan plan_of(int argc, char** argv) {
  Plan plan;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--urls") plan.urls = std::strtoul(argv[i + 1], nullptr, 10);
    if (name == "--sites") plan.sites = std::strtoul(argv[i + 1], nullptr, 10);
    if (name == "--articles") plan.articles = std::strtoul(argv[i + 1], nullptr, 10);
    if (name == "--near") plan.near = std::strtoul(argv[i + 1], nullptr, 10);
    if (name == "--folder") plan.folder = argv[i + 1];
  }
  return plan;
}

}  // namespace
}  // namespace winnow::store

int main(int argc, char** argv) {
  using namespace winnow::store;
  const Plan plan = plan_of(argc, argv);
  const auto folder = plan.folder / ("winnow-store-bench-" + std::to_string(::getpid()));
  if (plan.urls > 0) bench_urls(plan, folder / "urls");
  if (plan.articles > 0) bench_articles(plan, folder / "articles");
  if (plan.near > 0) bench_near(plan, folder / "near");
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}
