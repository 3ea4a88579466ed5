#include "store/contract.h"
#include "store/state.h"

namespace winnow::store {
namespace {

using std::chrono::seconds;

constexpr Instant kNow{seconds(1739281361)};

class StateContract : public Contract {};

Found found(const std::string& name, std::int64_t modified = 0) {
  return {"https://e.com/" + name, "https://e.com/" + name + "?utm_source=x", "", modified};
}

std::vector<std::string> keys(const Result<std::vector<UrlRow>>& rows) {
  std::vector<std::string> names;
  for (const UrlRow& row : rows.value()) names.push_back(row.key.substr(sizeof("https://e.com/") - 1));
  return names;
}

TEST_P(StateContract, AddsEachUrlOnce) {
  const std::vector<Found> first = {found("a"), found("b"), found("a")};
  EXPECT_EQ(state().add("s", first, kNow).value(), 2u);
  const std::vector<Found> again = {found("b"), found("c")};
  EXPECT_EQ(state().add("s", again, kNow + seconds(5)).value(), 1u);
  EXPECT_EQ(state().add("other", again, kNow).value(), 2u);
  EXPECT_EQ(state().pending("s").value(), 3u);
  const UrlRow row = state().url("s", "https://e.com/a").value().value();
  EXPECT_EQ(row.url, "https://e.com/a?utm_source=x");
  EXPECT_EQ(row.status, UrlStatus::pending);
  EXPECT_EQ(row.found_at, kNow);
  EXPECT_FALSE(state().url("s", "https://e.com/z").value());
}

TEST_P(StateContract, DueIsOldestTryFirstThenAsFound) {
  const std::vector<Found> all = {found("a"), found("b"), found("c"), found("d")};
  ASSERT_TRUE(state().add("s", all, kNow));
  UrlRow row = state().url("s", "https://e.com/c").value().value();
  row.next_try = kNow - seconds(10);
  ASSERT_TRUE(state().save(row));
  row = state().url("s", "https://e.com/a").value().value();
  row.next_try = kNow + seconds(10);
  ASSERT_TRUE(state().save(row));
  EXPECT_EQ(keys(state().due("s", kNow, 10)), (std::vector<std::string>{"c", "b", "d"}));
  EXPECT_EQ(keys(state().due("s", kNow, 2)), (std::vector<std::string>{"c", "b"}));
  EXPECT_EQ(keys(state().due("s", kNow + seconds(10), 10)), (std::vector<std::string>{"c", "b", "d", "a"}));
  EXPECT_TRUE(keys(state().due("t", kNow, 10)).empty());
}

struct AgainRow {
  const char* name;
  UrlStatus status;
  std::int64_t known, stated;
  bool pending;
};

TEST_P(StateContract, ALaterModificationMakesAStoredUrlPending) {
  const std::int64_t fetch = kNow.time_since_epoch().count();
  const AgainRow rows[] = {
      {"later", UrlStatus::stored, 100, 200, true},
      {"same", UrlStatus::stored, 200, 200, false},
      {"earlier", UrlStatus::stored, 300, 200, false},
      {"none", UrlStatus::stored, 300, 0, false},
      {"unknown-before-fetch", UrlStatus::stored, 0, fetch - 50, false},
      {"unknown-after-fetch", UrlStatus::stored, 0, fetch + 50, true},
      {"refused", UrlStatus::refused, 100, 200, false},
      {"duplicate", UrlStatus::duplicate, 100, 200, false},
      {"gone", UrlStatus::gone, 100, 200, false},
      {"failed", UrlStatus::failed, 100, 200, false},
  };
  for (const AgainRow& given : rows) {
    SCOPED_TRACE(given.name);
    UrlRow row;
    row.site = "s";
    row.key = row.url = found(given.name).key;
    row.status = given.status;
    row.tries = 3;
    row.modified = given.known;
    row.fetched_at = kNow;
    row.validators = {"\"e\"", "m"};
    ASSERT_TRUE(state().save(row));
    const std::vector<Found> one = {found(given.name, given.stated)};
    EXPECT_EQ(state().add("s", one, kNow + seconds(9)).value(), given.pending ? 1u : 0u);
    const UrlRow now = state().url("s", row.key).value().value();
    EXPECT_EQ(now.status, given.pending ? UrlStatus::pending : given.status);
    EXPECT_EQ(now.tries, given.pending ? 0 : 3);
    EXPECT_EQ(now.modified, std::max(given.known, given.stated));
    EXPECT_EQ(now.validators, row.validators);
  }
}

TEST_P(StateContract, KeepsEachFieldOfAUrl) {
  UrlRow row;
  row.key = "https://e.com/路径";
  row.url = "https://e.com/路径?a=1";
  row.site = "s";
  row.status = UrlStatus::duplicate;
  row.tries = 7;
  row.found_at = kNow;
  row.next_try = kNow + seconds(1);
  row.fetched_at = kNow + seconds(2);
  row.published = "2025-02-11";
  row.modified = 1739281000;
  row.validators = {"W/\"x\"", "Tue, 11 Feb 2025 13:42:41 GMT"};
  row.article_id = "0123456789abcdef";
  row.note = std::string("a\0b", 3);
  ASSERT_TRUE(state().save(row));
  EXPECT_EQ(state().url("s", row.key).value().value(), row);
  row.status = UrlStatus::gone;
  ASSERT_TRUE(state().save(row));
  EXPECT_EQ(state().url("s", row.key).value().value(), row);
}

TEST_P(StateContract, KeepsWhatIsKnownOfAHost) {
  EXPECT_EQ(state().known("a.example").value(), "");
  ASSERT_TRUE(state().learn("a.example", "one"));
  ASSERT_TRUE(state().learn("a.example", "two\nlines"));
  ASSERT_TRUE(state().commit());
  EXPECT_EQ(state().known("a.example").value(), "two\nlines");
  EXPECT_EQ(state().known("b.example").value(), "");
}

TEST_P(StateContract, KeepsWhatIsRememberedOfASite) {
  EXPECT_EQ(state().site_lines("a").value(), "");
  ASSERT_TRUE(state().save_site_lines("a", "one"));
  ASSERT_TRUE(state().save_site_lines("a", "two\nlines"));
  ASSERT_TRUE(state().commit());
  EXPECT_EQ(state().site_lines("a").value(), "two\nlines");
  EXPECT_EQ(state().site_lines("b").value(), "");
}

TEST_P(StateContract, KeepsTheHealthOfASite) {
  EXPECT_EQ(state().health("a").value(), "");
  ASSERT_TRUE(state().save_health("a", "one"));
  ASSERT_TRUE(state().save_health("a", "two\nlines"));
  ASSERT_TRUE(state().commit());
  EXPECT_EQ(state().health("a").value(), "two\nlines");
  EXPECT_EQ(state().health("b").value(), "");
}

TEST_P(StateContract, KeepsSourcesSitesAndRobots) {
  const SourceRow source{"s", "https://e.com/feed", {"\"1\"", ""}, kNow, kNow, 2, "timed out", {"https://e.com/a.xml"}};
  ASSERT_TRUE(state().save(source));
  EXPECT_EQ(state().source("s", source.url).value().value(), source);
  EXPECT_FALSE(state().source("t", source.url).value());

  SiteRow site;
  site.site = "s";
  site.last_run = kNow;
  site.interval_ms = 1800000;
  site.stored_total = 12;
  ASSERT_TRUE(state().save(site));
  EXPECT_EQ(state().site("s").value().value(), site);
  site.next_run = kNow + seconds(60);
  site.note = "host not found";
  site.rhythm = "1 2\n3";
  ASSERT_TRUE(state().save(site));
  EXPECT_EQ(state().site("s").value().value(), site);
  SiteRow other;
  other.site = "a";
  ASSERT_TRUE(state().save(other));
  EXPECT_EQ(state().sites().value(), (std::vector<SiteRow>{other, site}));
  EXPECT_FALSE(state().site("none").value());

  const RobotsRow robots{"https://e.com", 200, "User-agent: *\n", {"\"2\"", "d"}, kNow, kNow + seconds(86400)};
  ASSERT_TRUE(state().save(robots));
  EXPECT_EQ(state().robots("https://e.com").value().value(), robots);
  EXPECT_FALSE(state().robots("https://f.com").value());

  HostRow host{"e.com:8080", kNow, Millis(12345), Millis(2000), {}, 2};
  ASSERT_TRUE(state().save(host));
  EXPECT_EQ(state().host("e.com:8080").value().value(), host);
  host.held_until = kNow + seconds(120);
  ASSERT_TRUE(state().save(host));
  EXPECT_EQ(state().host("e.com:8080").value().value(), host);
  EXPECT_FALSE(state().host("e.com").value());
  EXPECT_TRUE(state().commit());
}

INSTANTIATE_TEST_SUITE_P(All, StateContract, testing::Values(Kind::memory, Kind::disk), kind_name);

}  // namespace
}  // namespace winnow::store
