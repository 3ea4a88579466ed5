// The arrows that must never be (src/README.md), read off every #include of the source tree.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // relative to src/: "parse/document.cc"
  std::string target;  // as written: "base/url.h", "gumbo.h"
  bool ours;           // in quotes
  int line;
};

std::string folder_of(const std::string& path) { return path.substr(0, path.find('/')); }

std::vector<Include> includes_of(const fs::path& root, const fs::path& file) {
  std::vector<Include> out;
  std::ifstream in(file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.rfind("#include", 0) != 0) continue;
    const std::size_t open = line.find_first_of("<\"");
    const std::size_t close = line.find_first_of(">\"", open + 1);
    if (close == std::string::npos) continue;
    out.push_back({fs::relative(file, root).generic_string(), line.substr(open + 1, close - open - 1),
                   line[open] == '"', number});
  }
  return out;
}

const std::vector<Include>& all_includes() {
  static const std::vector<Include> kAll = [] {
    const fs::path root = fs::path(WINNOW_SOURCE_DIR) / "src";
    std::vector<Include> all;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const auto extension = entry.path().extension();
      if (extension != ".cc" && extension != ".h") continue;
      const auto some = includes_of(root, entry.path());
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }();
  return kAll;
}

std::string place(const Include& i) { return i.file + ":" + std::to_string(i.line) + " includes " + i.target; }

// Every include of a file in one of `from` of a header in one of `to` is wrong.
void expect_none(const std::set<std::string>& from, const std::set<std::string>& to, const std::string& why) {
  for (const Include& i : all_includes()) {
    if (!i.ours || !from.count(folder_of(i.file)) || !to.count(folder_of(i.target))) continue;
    ADD_FAILURE() << place(i) << ": " << why;
  }
}

const std::set<std::string> kFive = {"decode", "parse", "repair", "extract", "clean"};
const std::set<std::string> kRim = {"schedule", "fetch", "discover", "site", "import",
                                    "survey",   "health", "store",   "crawl",    "worker", "app"};

TEST(House, TheTreeIsThere) { EXPECT_GT(all_includes().size(), 300u); }

TEST(House, PublicHeadersIncludeOnlyThemselvesAndTheStandardLibrary) {
  for (const Include& i : all_includes()) {
    if (folder_of(i.file) != "winnow" || i.file.ends_with(".cc") || i.file.find("/internal/") != std::string::npos)
      continue;
    EXPECT_TRUE(!i.ours || folder_of(i.target) == "winnow") << place(i);
    EXPECT_TRUE(i.ours || i.target.find_first_of("./") == std::string::npos) << place(i);
  }
}

TEST(House, TheCoreKnowsNothingOfTheRim) {
  std::set<std::string> core = kFive;
  core.insert({"base", "winnow"});
  expect_none(core, kRim, "the text core knows nothing of the rim");
}

TEST(House, BaseIsBelowTheStages) {
  std::set<std::string> stages = kFive;
  stages.insert({"winnow"});
  expect_none({"base"}, stages, "base is below all stages");
}

TEST(House, NoCoreStageIncludesALaterOne) {
  expect_none({"decode"}, {"parse", "repair", "extract", "clean"}, "decode is the first stage");
  expect_none({"parse"}, {"decode", "repair", "extract", "clean"}, "parse knows text only");
  expect_none({"repair"}, {"decode", "parse", "extract", "clean"}, "repair knows text only");
  expect_none({"extract"}, {"decode", "repair", "clean"}, "extract knows the tree only");
  expect_none({"clean"}, {"decode", "repair"}, "clean knows drafts only");
}

TEST(House, ScheduleFetchAndStoreNeverMeet) {
  std::set<std::string> others = kFive;
  others.insert({"discover", "crawl", "worker", "app", "site", "import", "survey"});
  for (const std::string from : {"schedule", "fetch", "store"}) {
    std::set<std::string> to = others;
    to.insert({"fetch", "store"});
    if (from != "store") to.insert("schedule");  // store keeps schedule's values
    to.erase(from);
    expect_none({from}, to, "schedule, fetch and store never include each other or a stage");
  }
}

TEST(House, TheCrawlKnowsInterfacesOnly) {
  const std::set<std::string> implementations = {"fetch/curl_fetcher.h", "store/open.h"};
  const std::set<std::string> allowed_of_store = {"store/state.h", "store/article_store.h", "store/aside.h",
                                                  "store/samples.h"};
  for (const Include& i : all_includes()) {
    if (folder_of(i.file) != "crawl") continue;
    EXPECT_FALSE(implementations.count(i.target)) << place(i);
    EXPECT_TRUE(folder_of(i.target) != "store" || allowed_of_store.count(i.target)) << place(i);
  }
}

TEST(House, OnlyTheRimKnowsOfImports) {
  expect_none({"schedule", "fetch", "discover", "site", "store", "crawl", "worker"}, {"import"},
              "imports are made by a command");
  expect_none({"import"}, {"schedule", "fetch", "store", "crawl", "worker", "app"}, "import turns texts into texts");
}

TEST(House, HealthKnowsWhatPagesShowedAndNothingElse) {
  std::set<std::string> others = kFive;
  others.insert({"schedule", "fetch", "discover", "site", "import", "survey", "store", "crawl", "worker", "app"});
  expect_none({"health"}, others, "health compares values that it is given");
  others = kFive;
  others.insert({"base", "winnow", "schedule", "fetch", "discover", "site", "import", "store", "worker"});
  expect_none(others, {"health"}, "the crawl asks how a site is, and the program tells it");
}

TEST(House, ASurveyFetchesAndStoresNothing) {
  expect_none({"schedule", "fetch", "discover", "site", "import", "store", "crawl", "worker"}, {"survey"},
              "surveys are made by a command");
  expect_none({"survey"}, {"schedule", "fetch", "store", "crawl", "worker", "import", "app"},
              "a survey turns pages into settings");
}

// A worker computes and nothing else: what it can't reach it can't be made to use.
TEST(House, WorkersReachNeitherTheNetNorTheStore) {
  expect_none({"worker"}, {"fetch", "store", "schedule", "site"}, "workers have no rights, and no code that needs any");
  std::set<std::string> others = kFive;
  others.insert({"base", "winnow", "schedule", "fetch", "discover", "site", "store", "crawl"});
  expect_none(others, {"worker"}, "app alone picks who cleans");
}

TEST(House, NobodyIncludesApp) {
  for (const Include& i : all_includes()) {
    EXPECT_TRUE(!i.ours || folder_of(i.target) != "app" || folder_of(i.file) == "app") << place(i);
  }
}

TEST(House, EachLibraryHasOneHome) {
  const std::map<std::string, std::string> homes = {
      {"unicode/", "base"}, {"re2/", "base"},   {"xxhash", "base"},      {"nlohmann/", "base"}, {"uchardet", "decode"},
      {"gumbo", "parse"},   {"curl/", "fetch"}, {"libxml/", "discover"}, {"yaml-cpp/", "site"}, {"sqlite3", "store"},
      {"zstd", "store"},    {"spdlog/", "app"}, {"CLI/", "app"},         {"systemd/", "app"},   {"zlib", "discover"},
  };
  for (const Include& i : all_includes()) {
    for (const auto& [prefix, home] : homes) {
      if (i.ours || i.target.rfind(prefix, 0) != 0) continue;
      EXPECT_EQ(folder_of(i.file), home) << place(i);
      EXPECT_TRUE(i.file.ends_with(".cc")) << place(i) << ": libraries stay in .cc files";
    }
  }
}

TEST(House, TheCoreHasNoWayOut) {
  const std::set<std::string> forbidden = {"fstream",    "filesystem", "cstdio",  "iostream", "thread",
                                           "mutex",      "atomic",     "fcntl.h", "unistd.h", "sys/socket.h",
                                           "sys/stat.h", "stdio.h",    "future",  "ctime",    "time.h"};
  std::set<std::string> core = kFive;
  core.insert({"base", "winnow", "schedule", "health"});
  for (const Include& i : all_includes()) {
    EXPECT_FALSE(core.count(folder_of(i.file)) && forbidden.count(i.target)) << place(i);
  }
}

TEST(House, NoFileIsOverlong) {
  const fs::path root = fs::path(WINNOW_SOURCE_DIR) / "src";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const auto extension = entry.path().extension();
    if (extension != ".cc" && extension != ".h") continue;
    std::ifstream in(entry.path());
    const auto lines = std::count(std::istreambuf_iterator<char>(in), {}, '\n');
    EXPECT_LE(lines, 500) << entry.path();
  }
}

}  // namespace
