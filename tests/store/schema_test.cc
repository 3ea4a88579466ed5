// A store of an earlier winnow: brought up to date by the next writer, with all that it knew.
#include <gtest/gtest.h>

#include <set>

#include "store/open.h"
#include "store/sample.h"
#include "store/sqlite.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;

constexpr int kVersions = 4;  // that in which urls became what they are

// The steps up to that version, as the earlier winnow ran them.
std::string steps_to(int version) {
  std::set<fs::path> files;
  for (const auto& file : fs::directory_iterator(WINNOW_SOURCE_DIR "/src/store/schema")) files.insert(file.path());
  std::string sql;
  for (const fs::path& file : files) {
    if (std::stoi(file.filename().string()) <= version) sql += slurp(file);
  }
  return sql + "PRAGMA application_id = 0x77696e6e; PRAGMA user_version = " + std::to_string(version) + ";";
}

// The rows of urls as schema 1 to 3 have them: one with all that can be known, and pending ones of two sites.
constexpr const char* kUrls =
    "INSERT INTO urls VALUES"
    " (1, 'b', 'https://b.com/1', 'https://b.com/1?x=1', 2, 7, 100, 200, 300, '2025-02-11', 400, '\"e\"', 'Tue', "
    "'abc', 'why'),"
    " (2, 'a', 'https://a.com/1', 'https://a.com/1', 0, 0, 100, 150, 0, '', 0, '', '', '', ''),"
    " (4, 'b', 'https://b.com/2', 'https://b.com/2', 0, 0, 100, 140, 0, '', 0, '', '', '', ''),"
    " (5, 'a', 'https://a.com/2', 'https://a.com/2', 0, 1, 101, 150, 0, '', 0, '', '', '', 'timed out');";

class OlderSchema : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    fs::create_directories(root_);
    auto db = Database::open((root_ / "state.db").string(), Database::Mode::read_write);
    ASSERT_TRUE(db);
    const auto made =
        db->execute(steps_to(GetParam()) + kUrls +
                    "INSERT INTO sources VALUES ('a', 'feed', 'e', '', 1, 2, 3, 'n', '');"
                    "INSERT INTO articles (site, id, path, url, canonical_url, title, published_at,"
                    " fetched_at, day, moment, content_hash, near_hash, band0) VALUES ('a', 'id', 'p', 'u',"
                    " 'c', 'A title', '', '', '2025-02-11', 1, 'h', '00ff', 255);");
    ASSERT_TRUE(made) << made.error().text;
  }

  TemporaryDirectory directory_;
  fs::path root_ = directory_.path() / "store";
};

TEST_P(OlderSchema, AReaderIsToldWhoBringsItUpToDate) {
  const auto reader = open_store(root_, Access::read_only);
  ASSERT_FALSE(reader);
  EXPECT_NE(reader.error().text.find("`winnow crawl` brings it up to date"), std::string::npos) << reader.error().text;
}

TEST_P(OlderSchema, AWriterFindsAllThatWasKnown) {
  for (int opened = 0; opened < 2; ++opened) {
    auto stores = open_store(root_, Access::read_write);
    ASSERT_TRUE(stores) << stores.error().text;
    EXPECT_EQ(stores->notice, "");
    State& state = *stores->state;
    const auto at = [](int seconds) { return Instant(std::chrono::seconds(seconds)); };
    const UrlRow all{"https://b.com/1", "https://b.com/1?x=1", "b", UrlStatus::duplicate, 7,     at(100), at(200),
                     at(300),           "2025-02-11",          400, {"\"e\"", "Tue"},     "abc", "why"};
    EXPECT_EQ(state.url("b", all.key).value(), all);
    const auto due = state.due("a", at(1000), 10).value();
    ASSERT_EQ(due.size(), 2u);
    EXPECT_EQ(due[0].url, "https://a.com/1");
    EXPECT_EQ(due[1].note, "timed out");
    EXPECT_EQ(state.pending("b").value(), opened == 0 ? 1u : 2u);
    EXPECT_EQ(state.source("a", "feed").value().value().failures, 3);
    EXPECT_EQ(stores->articles->find({}).value().size(), 1u);
    // Known ones are known, and a new one comes after them.
    const std::vector<Found> found = {{"https://b.com/2", "", "", 0}, {"https://b.com/3", "https://b.com/3", "", 0}};
    EXPECT_EQ(state.add("b", found, at(130 + opened)).value(), opened == 0 ? 1u : 0u);
    EXPECT_EQ(state.due("b", at(1000), 10).value().front().key, "https://b.com/3");
    ASSERT_TRUE(state.learn("a.example", "a table"));
    ASSERT_TRUE(state.save_site_lines("a", "lines"));
    ASSERT_TRUE(state.save_health("a", "figures"));
    ASSERT_TRUE(state.commit());
  }
}

std::string version_name(const testing::TestParamInfo<int>& version) {
  return "Version" + std::to_string(version.param);
}

INSTANTIATE_TEST_SUITE_P(All, OlderSchema, testing::Range(1, kVersions), version_name);

}  // namespace
}  // namespace winnow::store
