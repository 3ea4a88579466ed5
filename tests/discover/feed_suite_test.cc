// Measures parse_feed against feeds of others, where the shared suites are (WINNOW_SHARED).
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/json.h"
#include "discover/feed.h"
#include "discover/feed_text.h"
#include "discover/sitemap.h"

namespace winnow::discover {
namespace {

std::filesystem::path suites() {
  const char* shared = std::getenv("WINNOW_SHARED");
  return shared == nullptr ? std::filesystem::path() : std::filesystem::path(shared) / "suites";
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string utc(const std::optional<Stamp>& stamp) { return stamp ? to_iso(to_instant(*stamp)) : ""; }

template <class T>
std::string field(const T& from, const std::string& name) {
  if (name == "title") return from.title;
  if (name == "link") return from.link;
  if (name == "id") return from.id;
  if (name == "summary") return from.summary;
  return utc(name == "published" ? from.published : from.updated);
}

TEST(FeedSuite, NearlyAllFeedsAreReadAsTheirAuthorsMeantThem) {
  if (suites().empty()) GTEST_SKIP() << "WINNOW_SHARED is not set";
  std::ifstream lines(suites() / "feeds.jsonl");
  int right = 0, all = 0;
  for (std::string line; std::getline(lines, line); ++all) {
    const Json row = Json::parse(line).value_or(Json());
    const Feed feed = parse_feed(from_base64(row["xml"].string()), row["content_type"].string(), "");
    const std::string& name = row["field"].string();
    const FeedEntry entry = feed.entries.empty() ? FeedEntry{} : feed.entries.front();
    const std::string got = row["at"].string() == "feed" ? field(feed, name) : field(entry, name);
    if (got == row["expect"].string()) {
      ++right;
    } else {
      std::cout << row["id"].string() << ": " << name << ": got '" << got << "', expected '" << row["expect"].string()
                << "'\n";
    }
  }
  std::cout << right << " of " << all << " feeds\n";
  ASSERT_GT(all, 0);
  EXPECT_GE(right * 100, all * 98);  // &rang; by today's HTML, and a text that the suite wants with its entities
}

TEST(FeedSuite, SitemapsAreRecognised) {
  if (suites().empty()) GTEST_SKIP() << "WINNOW_SHARED is not set";
  for (const auto& file : std::filesystem::directory_iterator(suites() / "sitemaps")) {
    const Sitemap sitemap = parse_sitemap(read(file.path()), "", "");
    std::cout << file.path().filename().string() << ": " << sitemap.entries.size()
              << (sitemap.is_index ? " sitemaps\n" : " pages\n");
    EXPECT_TRUE(sitemap.recognised) << file.path();
    EXPECT_FALSE(sitemap.entries.empty()) << file.path();
  }
}

}  // namespace
}  // namespace winnow::discover
