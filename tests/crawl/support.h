// A crawl of the newsstand with the real fetcher and a real store, in a folder that goes with the test.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "crawl/crawler.h"
#include "crawl/inline_cleaner.h"
#include "fetch/curl_fetcher.h"
#include "newsstand/expected.h"
#include "newsstand/server.h"
#include "site/site_file.h"
#include "store/open.h"
#include "winnow/format.h"

namespace winnow::crawl {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "winnow-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class Recorder : public Events {
 public:
  void report(const Event& event) override {
    events.push_back({event.kind, event.site, event.url, event.text, event.path, nullptr});
  }
  [[nodiscard]] const Event* find(Event::Kind kind, const std::string& url) const {
    for (const Event& event : events) {
      if (event.kind == kind && event.url == url) return &event;
    }
    return nullptr;
  }
  std::vector<Event> events;
};

inline schedule::Moment real_now() { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); }

inline site::Site site_of(const newsstand::Newsstand& stand) {
  auto loaded = site::parse_site(stand.site_file(), "newsstand.yaml");
  for (const site::Fault& fault : loaded.faults) ADD_FAILURE() << fault.str();
  return loaded.value;
}

// One pass with everything made anew, as a run of the program does.
inline Summary crawl_once(const std::filesystem::path& store, const site::Site& site, Recorder& events) {
  auto stores = store::open_store(store, store::Access::read_write);
  if (!stores) {
    ADD_FAILURE() << stores.error().text;
    return {};
  }
  auto fetcher = fetch::make_curl_fetcher();
  InlineCleaner cleaner(*fetcher);
  Crawler crawler({*fetcher, *stores->state, *stores->articles, cleaner, events, real_now, "winnow-test", "", 16});
  auto begun = crawler.begin(std::make_shared<const site::Site>(site));
  EXPECT_TRUE(begun) << begun.error().text;
  const auto deadline = real_now() + std::chrono::seconds(90);
  while (!crawler.idle() && real_now() < deadline) {
    auto stepped = crawler.step(Millis(500));
    EXPECT_TRUE(stepped) << stepped.error().text;
    if (!stepped) return {};
  }
  EXPECT_TRUE(crawler.idle()) << "the crawl does not end";
  const auto finished = crawler.take_finished();
  return finished.empty() ? Summary{} : finished.front();
}

// The .json files of articles below a store; each must parse.
inline std::vector<Article> articles_in(const std::filesystem::path& store) {
  std::vector<Article> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(store)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream in(entry.path());
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    auto article = article_from_json(text);
    EXPECT_TRUE(article) << entry.path() << " is torn";
    if (article) out.push_back(std::move(*article));
  }
  return out;
}

}  // namespace winnow::crawl
