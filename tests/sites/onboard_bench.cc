// New sites in one command: each generated site is served on loopback, added with `winnow site add --yes` and crawled
// with `winnow crawl`, both as the real program, and what is in the store then is held against the truth.
//   onboard_bench [--seeds A-B] [--kind NAME] [--jobs N] [--verbose] [--keep FOLDER]
// Exit status 1 where a site does not pass.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/desk.h"
#include "sites/kind.h"
#include "sites/onboarding.h"
#include "sites/site_server.h"

namespace {

using namespace winnow;
using namespace winnow::sites;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{600};
constexpr int kMostVisits = 4;
const std::string kSettings =
    "sites: [sites/*.yaml]\nstore: store\nworkers: 1\n"
    "defaults:\n  manners: {delay: 0s}\n  limits: {pages_per_run: 1000}\n";

struct Wanted {
  unsigned long first = 1, last = 1;
  std::string kind;  // empty: all
  unsigned jobs = 2;
  bool verbose = false;
  std::string keep;  // where site files and reports stay; empty: nowhere
};

struct Outcome {
  std::string kind;
  unsigned long seed = 0;
  Onboarding onboarding;
  std::string trouble;  // what a command said that failed
  std::size_t requests = 0;
  double seconds = 0;
};

std::string last_line(const std::string& text) {
  const std::size_t end = text.find_last_not_of('\n');
  if (end == std::string::npos) return "";
  const std::size_t begin = text.rfind('\n', end);
  return text.substr(begin == std::string::npos ? 0 : begin + 1, end - begin);
}

cli::Ended run(const cli::Desk& desk, const std::vector<std::string>& arguments) {
  return desk.start(arguments)->wait(kPatience);
}

void keep(const cli::Desk& desk, const std::string& folder, const Outcome& outcome) {
  if (folder.empty()) return;
  namespace fs = std::filesystem;
  const fs::path to = fs::path(folder) / (outcome.kind + "-" + std::to_string(outcome.seed));
  fs::remove_all(to);
  fs::create_directories(to);
  fs::copy(desk.path(), to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

Outcome measure(const std::string& kind, unsigned long seed, const std::string& folder) {
  const auto begun = Clock::now();
  Outcome outcome{.kind = kind, .seed = seed, .onboarding = {}, .trouble = {}};
  // Hosts of a site share a name on the real web, so the server is asked as a proxy.
  const SiteServer server(SiteOptions{.kind = kind,
                                      .seed = seed,
                                      .origin = "http://www.made.example",
                                      .mobile_origin = "http://m.made.example"},
                          Hosts::named);
  const cli::Desk desk;
  desk.write("winnow.yaml", kSettings + ("fetch: {proxy: '" + server.http().origin() + "'}\n"));
  const cli::Ended added = run(desk, {"site", "add", server.site().home(), "--yes", "--name", "made", "--allow-address",
                                      "127.0.0.0/8", "--report", "report.html"});
  outcome.requests = server.http().log().size();
  if (added.status != 0) outcome.trouble = "site add: " + last_line(added.err);
  for (int visit = 0; added.status == 0 && visit < kMostVisits; ++visit) {
    const cli::Ended crawled = run(desk, {"crawl", "made"});
    if (crawled.status > 1) outcome.trouble = "crawl: " + last_line(crawled.err);
    if (crawled.status > 1 || crawled.out.find("left for later") == std::string::npos) break;
  }
  outcome.onboarding = judge_onboarding(server.site(), desk.articles());
  keep(desk, folder, outcome);
  outcome.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  return outcome;
}

void print(const Outcome& outcome, bool verbose) {
  const Onboarding& o = outcome.onboarding;
  std::printf("%-20s %4lu %5zu %6.3f %6.3f %6.3f %6.3f %6.3f %5zu %5.1f  %s%s\n", outcome.kind.c_str(), outcome.seed,
              o.articles, o.share_found(), o.share_others(), o.f1, o.titles, o.times, outcome.requests, outcome.seconds,
              o.passes() ? "pass" : "FAIL", outcome.trouble.empty() ? "" : ("  " + outcome.trouble).c_str());
  for (const std::string& remark : verbose ? o.remarks : std::vector<std::string>()) {
    std::printf("    %s\n", remark.c_str());
  }
  std::fflush(stdout);
}

Wanted wanted_of(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--verbose") wanted.verbose = true;
    if (i + 1 == argc) break;
    const std::string value = argv[i + 1];
    if (option == "--kind") wanted.kind = value;
    if (option == "--keep") wanted.keep = value;
    if (option == "--jobs") wanted.jobs = static_cast<unsigned>(std::stoul(value));
    if (option == "--seeds") {
      wanted.first = wanted.last = std::stoul(value);
      if (const std::size_t dash = value.find('-'); dash != std::string::npos)
        wanted.last = std::stoul(value.substr(dash + 1));
    }
  }
  return wanted;
}

// All sites in order, by several threads; printed as they come.
std::vector<Outcome> measure_all(const Wanted& wanted) {
  std::vector<std::pair<std::string, unsigned long>> sites;
  for (const Kind& kind : all_kinds()) {
    if (!wanted.kind.empty() && wanted.kind != kind.name) continue;
    for (unsigned long seed = wanted.first; seed <= wanted.last; ++seed) sites.emplace_back(kind.name, seed);
  }
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;  // of `outcomes` and standard output
  std::vector<Outcome> outcomes;
  const auto work = [&] {
    for (std::size_t i = next++; i < sites.size(); i = next++) {
      Outcome outcome = measure(sites[i].first, sites[i].second, wanted.keep);
      const std::scoped_lock lock(mutex);
      print(outcome, wanted.verbose);
      outcomes.push_back(std::move(outcome));
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < wanted.jobs; ++i) threads.emplace_back(work);
  threads.clear();
  return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
  const Wanted wanted = wanted_of(argc, argv);
  std::printf("%-20s %4s %5s %6s %6s %6s %6s %6s %5s %5s\n", "kind", "seed", "there", "found", "others", "F1", "title",
              "time", "asked", "s");
  std::map<std::string, std::pair<std::size_t, std::size_t>> kinds;  // passed, of
  std::size_t passed = 0, all = 0;
  for (const Outcome& outcome : measure_all(wanted)) {
    const bool good = outcome.onboarding.passes();
    kinds[outcome.kind].first += good ? 1 : 0;
    kinds[outcome.kind].second += 1;
    passed += good ? 1 : 0;
    ++all;
  }
  std::size_t whole = 0;
  for (const auto& [kind, count] : kinds) whole += count.first == count.second ? 1 : 0;
  std::printf("%zu of %zu sites pass; %zu of %zu kinds with every seed\n", passed, all, whole, kinds.size());
  return passed == all ? 0 : 1;
}
