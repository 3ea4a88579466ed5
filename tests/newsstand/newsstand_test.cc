// The newsstand itself: what the tests of the crawl rely on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "base/converter.h"
#include "base/utf8.h"
#include "decode/decode.h"
#include "discover/feed.h"
#include "discover/links.h"
#include "discover/sitemap.h"
#include "fetch/curl_fetcher.h"
#include "newsstand/expected.h"
#include "newsstand/server.h"
#include "schedule/robots.h"
#include "site/site_file.h"

namespace winnow::newsstand {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class NewsstandTest : public ::testing::Test {
 protected:
  void SetUp() override {
    NewsstandOptions options;
    options.slow = Millis(120);
    auto started = Newsstand::start(options);
    ASSERT_TRUE(started) << started.error().text;
    stand_ = std::move(*started);
  }

  [[nodiscard]] fetch::Request request(const std::string& path) const {
    fetch::Request r;
    r.url = stand_->url(path);
    r.allow_addresses = {"127.0.0.0/8"};
    r.max_time = Millis(5000);
    return r;
  }

  Result<fetch::Response> get(const std::string& path) { return get(request(path)); }
  Result<fetch::Response> get(fetch::Request r) {
    fetcher_->start(1, std::move(r));
    for (int turn = 0; turn < 10; ++turn) {
      auto done = fetcher_->wait(Millis(1000));
      if (!done.empty()) return std::move(done.front().result);
    }
    return fail(Code::timeout, "nothing came");
  }

  std::unique_ptr<Newsstand> stand_;
  std::unique_ptr<fetch::Fetcher> fetcher_ = fetch::make_curl_fetcher();
};

TEST_F(NewsstandTest, ServesEveryExpectedStory) {
  const auto stories = expected();
  EXPECT_GE(stories.size(), 25u);
  ASSERT_TRUE(get(kBusyPath));
  for (const Expected& e : stories) {
    const auto got = get(e.path);
    ASSERT_TRUE(got) << got.error().text;
    EXPECT_EQ(got->status, 200) << e.path;
    EXPECT_THAT(got->body, HasSubstr("</html>")) << e.path;
    if (e.path == kMirrorPath || e.path == kThreePartPath) continue;
    if (utf8::valid(got->body)) {
      EXPECT_THAT(got->body, HasSubstr(e.title));
      EXPECT_THAT(got->body, HasSubstr(e.has));
      EXPECT_THAT(got->body, HasSubstr(e.lacks));
    }
  }
}

struct Encoded {
  const char* path;
  const char* content_type;
  const char* encoding;
};

TEST_F(NewsstandTest, ServesStoriesInOldAndWrongEncodings) {
  const std::vector<Encoded> rows = {
      {"/news/2025/03/school-canteen.html", "text/html; charset=GBK", "GBK"},
      {"/news/2025/03/tea-harvest.html", "text/html; charset=UTF-8", "GBK"},
      {"/hant/2025/lantern-street.html", "text/html", "Big5"},
      {"/ja/2025/ferry-school.html", "text/html", "Shift_JIS"},
      {"/de/2025/03/baeckerei-nacht.html", "text/html; charset=iso-8859-1", "UTF-8"},
  };
  const auto stories = expected();
  for (const Encoded& row : rows) {
    const auto got = get(row.path);
    ASSERT_TRUE(got) << got.error().text;
    EXPECT_EQ(got->header("content-type"), row.content_type) << row.path;
    EXPECT_EQ(utf8::valid(got->body), std::string_view(row.encoding) == "UTF-8") << row.path;
    std::size_t errors = 0;
    const std::string text = to_utf8(row.encoding, got->body, &errors);
    EXPECT_EQ(errors, 0u) << row.path;
    const auto e = std::find_if(stories.begin(), stories.end(), [&](const auto& s) { return s.path == row.path; });
    EXPECT_THAT(text, HasSubstr(e->title));
    EXPECT_THAT(text, HasSubstr(e->has));
  }
}

TEST_F(NewsstandTest, IsDecodedInSpiteOfItsLabels) {
  for (const Expected& e : expected()) {
    if (e.path == kMirrorPath || e.path == kBusyPath || e.path == kThreePartPath) continue;
    const auto got = get(e.path);
    ASSERT_TRUE(got);
    const auto text = decode::to_text(got->body, got->header("content-type"), "auto", true);
    EXPECT_THAT(text.utf8, HasSubstr(e.has)) << e.path << " read as " << text.encoding;
  }
}

TEST_F(NewsstandTest, ItsFeedNamesStoriesAndOddities) {
  const auto got = get("/rss.xml");
  ASSERT_TRUE(got);
  const auto feed = discover::parse_feed(got->body, got->header("content-type"), got->url);
  EXPECT_EQ(feed.kind, "rss");
  ASSERT_EQ(feed.entries.size(), 11u);
  std::vector<std::string> links;
  for (const auto& e : feed.entries) links.push_back(e.link);
  EXPECT_EQ(links.front(), stand_->url(expected().front().path));
  EXPECT_THAT(links, Contains(HasSubstr("?utm_source=feed&utm_medium=rss")));
  EXPECT_THAT(links, Contains(stand_->url("/private/internal.html")));
  EXPECT_THAT(links, Contains(stand_->url("/old/east-bridge")));
}

TEST_F(NewsstandTest, ItsSitemapsNameEachStoryOnce) {
  const auto index = get("/sitemap.xml");
  ASSERT_TRUE(index);
  const auto maps = discover::parse_sitemap(index->body, index->header("content-type"), index->url);
  ASSERT_TRUE(maps.is_index);
  ASSERT_EQ(maps.entries.size(), 2u);
  std::multiset<std::string> named, all;
  for (const auto& entry : maps.entries) {
    const auto got = get(entry.url.substr(stand_->origin().size()));
    ASSERT_TRUE(got);
    for (const auto& e : discover::parse_sitemap(got->body, got->header("content-type"), got->url).entries) {
      named.insert(e.url);
    }
  }
  for (const Expected& e : expected()) all.insert(stand_->url(e.path));
  EXPECT_EQ(named, all);
}

TEST_F(NewsstandTest, ItsListsPageThroughEverything) {
  std::set<std::string> named;
  std::string path = "/list.html";
  int pages = 0;
  for (; !path.empty() && pages < 10; ++pages) {
    const auto got = get(path);
    ASSERT_TRUE(got);
    const auto list = discover::read_list(got->body, got->url, "ul.list a", "a.next");
    named.insert(list.links.begin(), list.links.end());
    path = list.next.empty() ? "" : list.next.substr(stand_->origin().size());
  }
  EXPECT_EQ(pages, 3);
  for (const Expected& e : expected()) EXPECT_THAT(named, Contains(stand_->url(e.path)));
  EXPECT_THAT(named, Contains(stand_->url("/news/2025/03/torn.html")));
  EXPECT_THAT(named, Not(Contains(stand_->url("/private/internal.html"))));
}

TEST_F(NewsstandTest, ItsHomePageAndRobotsPointTheWay) {
  const auto home = get("/");
  ASSERT_TRUE(home);
  EXPECT_THAT(discover::read_alternates(home->body, home->url).feeds, Contains(stand_->url("/rss.xml")));
  const auto robots = get("/robots.txt");
  ASSERT_TRUE(robots);
  const auto rules = schedule::Robots::parse(robots->body);
  EXPECT_FALSE(rules.check("winnow", "/private/internal.html").allowed);
  EXPECT_TRUE(rules.check("winnow", "/news/2025/03/east-bridge.html").allowed);
  EXPECT_THAT(rules.sitemaps(), Contains(stand_->url("/sitemap.xml")));
}

TEST_F(NewsstandTest, Answers304ToItsOwnValidators) {
  for (const char* path : {"/", "/rss.xml", "/sitemap-2.xml.gz", "/list-2.html", "/news/2025/03/east-bridge.html"}) {
    const auto first = get(path);
    ASSERT_TRUE(first);
    auto by_tag = request(path);
    by_tag.if_none_match = first->header("etag");
    auto by_date = request(path);
    by_date.if_modified_since = first->header("last-modified");
    auto by_other = request(path);
    by_other.if_none_match = "\"other\"";
    by_other.if_modified_since = first->header("last-modified");
    EXPECT_EQ(get(by_tag)->status, 304) << path;
    EXPECT_EQ(get(by_date)->status, 304) << path;
    EXPECT_EQ(get(by_other)->status, 200) << path << ": a tag counts before a date";
  }
}

TEST_F(NewsstandTest, ARevisedStoryIsNoLongerTheSame) {
  const std::string path = "/en/2025/03/bus-drivers.html";
  const auto first = get(path);
  ASSERT_TRUE(first);
  stand_->revise(path, "The council confirmed the fares on Monday.");
  auto again = request(path);
  again.if_none_match = first->header("etag");
  again.if_modified_since = first->header("last-modified");
  const auto second = get(again);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->status, 200);
  EXPECT_THAT(second->body, HasSubstr("The council confirmed the fares on Monday."));
  EXPECT_NE(second->header("last-modified"), first->header("last-modified"));
}

TEST_F(NewsstandTest, MisbehavesAsItsTableSays) {
  EXPECT_EQ(get("/old/east-bridge")->header("location"), "/news/2025/03/east-bridge.html");
  EXPECT_EQ(get("/news/2025/03/broken.html")->status, 500);
  EXPECT_EQ(get("/news/2025/03/gone.html")->status, 404);
  EXPECT_EQ(get("/news/2025/03/empty.html")->body, "");
  EXPECT_EQ(get("/files/annual-report.pdf")->header("content-type"), "application/pdf");
  const auto torn = get("/news/2025/03/torn.html");
  ASSERT_FALSE(torn);
  EXPECT_EQ(torn.error().code, Code::network);
  const auto loop = fetch::fetch_once(request("/loop/a.html"), 5);
  ASSERT_FALSE(loop);
  EXPECT_THAT(loop.error().text, HasSubstr("redirects"));
}

TEST_F(NewsstandTest, IsBusyOnceAndSlowOnOnePage) {
  const auto busy = get(kBusyPath);
  ASSERT_TRUE(busy);
  EXPECT_EQ(busy->status, 429);
  EXPECT_EQ(busy->header("retry-after"), "1");
  EXPECT_EQ(get(kBusyPath)->status, 200);
  EXPECT_GE(get(kSlowPath)->took, Millis(110));
}

TEST_F(NewsstandTest, ServesOneStoryInThreeParts) {
  const auto first = get(kThreePartPath);
  ASSERT_TRUE(first);
  EXPECT_THAT(first->body, HasSubstr("class=\"next-page\" href=\"/news/2025/03/harbour-tunnel_2.html\""));
  const auto last = get("/news/2025/03/harbour-tunnel_3.html");
  ASSERT_TRUE(last);
  EXPECT_THAT(last->body, Not(HasSubstr("next-page")));
  EXPECT_THAT(last->body, HasSubstr(paragraphs_of(kThreePartPath).back()));
}

TEST_F(NewsstandTest, LogsEachRequest) {
  static_cast<void>(get("/rss.xml"));
  auto conditional = request("/rss.xml");
  conditional.if_none_match = "\"x\"";
  conditional.user_agent = "winnow-test";
  static_cast<void>(get(conditional));
  static_cast<void>(get("/nothing?here=1"));
  const auto log = stand_->log();
  ASSERT_EQ(log.size(), 3u);
  EXPECT_EQ(log[0].target, "/rss.xml");
  EXPECT_FALSE(log[0].conditional);
  EXPECT_TRUE(log[1].conditional);
  EXPECT_EQ(log[1].user_agent, "winnow-test");
  EXPECT_EQ(log[2].target, "/nothing?here=1");
  EXPECT_EQ(log[2].status, 404);
  EXPECT_EQ(log[0].connection, log[2].connection);
  EXPECT_EQ(stand_->count("/rss.xml"), 2u);
  stand_->clear_log();
  EXPECT_EQ(stand_->log().size(), 0u);
}

TEST_F(NewsstandTest, ReplacesAnAnswer) {
  Reply gone;
  gone.status = 503;
  stand_->replace("/robots.txt", gone);
  EXPECT_EQ(get("/robots.txt")->status, 503);
}

TEST_F(NewsstandTest, ItsSiteFileNamesItsOwnPort) {
  const std::string yaml = stand_->site_file();
  EXPECT_THAT(yaml, HasSubstr(stand_->url("/rss.xml")));
  EXPECT_THAT(yaml, Not(HasSubstr(":8087")));
  const auto site = site::parse_site(yaml, "newsstand.yaml");
  for (const auto& fault : site.faults) ADD_FAILURE() << fault.str();
  EXPECT_EQ(site.value.discover.feeds, std::vector<std::string>{stand_->url("/rss.xml")});
}

TEST(NewsstandPort, InUseIsAnError) {
  const auto first = Newsstand::start();
  ASSERT_TRUE(first);
  NewsstandOptions options;
  options.port = (*first)->port();
  const auto second = Newsstand::start(options);
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().text, HasSubstr("can't listen"));
}

TEST(NewsstandStories, AreWellFormed) {
  std::set<std::string> paths, titles;
  for (const Story& s : all_stories()) {
    EXPECT_TRUE(paths.insert(s.path).second) << s.path;
    EXPECT_TRUE(titles.insert(s.title).second) << s.title;
    EXPECT_GE(s.paragraphs.size(), 4u) << s.path;
    if (s.encoding != "UTF-8") {
      for (const std::string& p : s.paragraphs) EXPECT_TRUE(from_utf8(*encoding_for_label(s.encoding), p)) << p;
    }
  }
}

}  // namespace
}  // namespace winnow::newsstand
