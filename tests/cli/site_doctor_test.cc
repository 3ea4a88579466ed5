// `winnow site doctor`: a site changes its template under the crawl; the warning, what the doctor says, the proposal in
// the site file, and the next crawl.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/notify_socket.h"
#include "newsstand/http_server.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr int kFirst = 24;  // stories before the change

std::string title_of(int number) {
  constexpr const char* kWho[] = {"Ferry", "Council", "Choir", "Museum", "Harbour", "Library", "School"};
  constexpr const char* kWhat[] = {"opens its doors", "asks for patience", "has a new roof", "counts the herons",
                                   "sells the old mill"};
  return std::string(kWho[number % 7]) + " " + kWhat[number % 5] + ", report " + std::to_string(number);
}

std::string text_of(int number) {
  std::string out;
  for (int part = 1; part <= 5; ++part) {
    const std::string n = std::to_string(number * 31 + part), p = std::to_string(part);
    out += "<p>Part " + p + " of report " + std::to_string(number) + ": the people of house " + n +
           " said that it took them " + n +
           " days to mend the roof, and that nobody had come to help before the rain of week " + n + " began.</p>";
  }
  return out;
}

// A paper whose pages are made anew from one moment on: other names, and its own name is in h1.
class Gazette {
 public:
  Gazette() {
    auto server = newsstand::HttpServer::start([this](const newsstand::Query& query) { return answer(query); });
    if (!server) throw std::runtime_error(server.error().text);
    server_ = std::move(*server);
  }

  [[nodiscard]] std::string origin() const { return server_->origin(); }
  void publish(int stories) { stories_ = stories; }
  void redesign() { redesigned_ = true; }

  [[nodiscard]] std::string site() const {
    return "# our gazette\nsite: gazette\nhome: " + origin() + "/\nlanguage: en\ndiscover: {feeds: [" + origin() +
           "/feed.xml], auto: false}\nmanners: {delay: 0s, allow_addresses: [127.0.0.0/8]}\nrules:\n"
           "  # as in 2024\n  - name: v1\n    title: h1\n    body: div.story-text\n    authors: .who\n";
  }

 private:
  [[nodiscard]] std::string page(int number) const {
    const std::string title = title_of(number), by = "<div class=byline>By <span class=who>Jane Doe</span></div>";
    const std::string head = "<!DOCTYPE html><html lang=en><head><title>" + title +
                             " | The Gazette</title></head><body><nav class=menu><a href=/>Home</a></nav>";
    const std::string foot = "<footer class=foot>The Gazette, Market Street 7</footer></body></html>";
    if (!redesigned_)
      return head + "<article class=story><h1>" + title + "</h1>" + by + "<div class=story-text>" + text_of(number) +
             "</div></article>" + foot;
    return head + "<h1 class=masthead>The Gazette</h1><section class=piece><p class=headline>" + title + "</p>" + by +
           "<div class=copy>" + text_of(number) + "</div></section>" + foot;
  }

  [[nodiscard]] newsstand::Reply answer(const newsstand::Query& query) const {
    newsstand::Reply reply;
    if (query.target == "/feed.xml") {
      reply.headers.emplace_back("Content-Type", "application/rss+xml");
      reply.body = "<rss version=\"2.0\"><channel><title>The Gazette</title>";
      for (int n = 1; n <= stories_; ++n)
        reply.body += "<item><link>" + origin() + "/story/" + std::to_string(n) + ".html</link></item>";
      reply.body += "</channel></rss>";
    } else if (query.target.starts_with("/story/")) {
      reply.headers.emplace_back("Content-Type", "text/html; charset=utf-8");
      reply.body = page(std::stoi(query.target.substr(7)));
    } else {
      reply.status = 404;
    }
    return reply;
  }

  std::atomic<int> stories_{kFirst};
  std::atomic<bool> redesigned_{false};
  std::unique_ptr<newsstand::HttpServer> server_;
};

// Pages that a site had when it was visited first are not judged, to the second.
void later() { std::this_thread::sleep_for(std::chrono::milliseconds(1100)); }

// Up to the warning.
void break_rules(Gazette& gazette, const Desk& desk) {
  desk.write("sites/gazette.yaml", gazette.site());
  EXPECT_EQ(desk.winnow({"crawl", "gazette"}).status, 0);
  const Ended well = desk.winnow({"site", "doctor"});
  EXPECT_EQ(well.status, 0) << well.out << well.err;
  EXPECT_EQ(well.out, "gazette: nothing to do\n");
  later();
  gazette.redesign();
  gazette.publish(kFirst + 6);
  EXPECT_THAT(desk.winnow({"crawl", "gazette"}).err, HasSubstr("gazette: warning: "));
}

TEST(SiteDoctor, SaysWhatIsAmissAndWhatWouldWork) {
  Gazette gazette;
  const Desk desk;
  break_rules(gazette, desk);
  const Ended end = desk.winnow({"site", "doctor", "gazette"});
  EXPECT_EQ(end.status, 1);
  EXPECT_EQ(end.err, "");
  EXPECT_THAT(end.out, StartsWith("gazette: is not read as it was since "));
  EXPECT_THAT(end.out, HasSubstr("v1.body"));
  EXPECT_THAT(end.out, HasSubstr("  then  " + gazette.origin() + "/story/"));
  EXPECT_THAT(end.out, HasSubstr("  now   " + gazette.origin() + "/story/"));
  EXPECT_THAT(end.out, HasSubstr("    title      rule       The Gazette\n"));
  EXPECT_THAT(end.out, HasSubstr("proposal   "));
  EXPECT_THAT(end.out, HasSubstr("  - name: v2\n"));
  EXPECT_THAT(end.out, HasSubstr("`winnow site doctor gazette --apply`"));
  EXPECT_EQ(read(desk.path("sites/gazette.yaml")), gazette.site()) << "it only says so";
}

TEST(SiteDoctor, AsJson) {
  Gazette gazette;
  const Desk desk;
  break_rules(gazette, desk);
  const Ended end = desk.winnow({"site", "doctor", "--json"});
  EXPECT_EQ(end.status, 1);
  const auto json = Json::parse(end.out);
  ASSERT_TRUE(json) << end.out;
  EXPECT_EQ((*json)["site"].string(), "gazette");
  EXPECT_FALSE((*json)["well"].boolean(true));
  ASSERT_FALSE((*json)["warnings"].array().empty());
  EXPECT_NE((*json)["warnings"].array()[0]["since"].string(), "");
  EXPECT_THAT((*json)["proposal"].string(), HasSubstr("  - name: v2\n"));
  const auto& pages = (*json)["pages"].array();
  ASSERT_FALSE(pages.empty());
  EXPECT_EQ(pages.front()["when"].string(), "then");
  EXPECT_EQ(pages.back()["when"].string(), "now");
  EXPECT_EQ(pages.back()["fields"]["title"]["rules"].string(), "The Gazette");
  EXPECT_THAT(pages.back()["fields"]["title"]["proposal"].string(), HasSubstr("report "));
}

TEST(SiteDoctor, PutsItIntoTheSiteFileAndTheNextCrawlReadsRight) {
  Gazette gazette;
  const Desk desk;
  break_rules(gazette, desk);
  const fs::path file = desk.path("sites/gazette.yaml");
  ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
  const Ended end = desk.winnow({"site", "doctor", "gazette", "--apply"});
  EXPECT_EQ(end.status, 0) << end.err;
  const std::string text = read(file), old = gazette.site();
  const std::size_t above = old.find("  # as in 2024");
  EXPECT_TRUE(text.starts_with(old.substr(0, above)) && text.ends_with(old.substr(above))) << text;
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0640U);
  EXPECT_EQ(desk.winnow({"site", "check"}).status, 0);
  EXPECT_THAT(desk.winnow({"site", "doctor"}).out, HasSubstr("its rules have changed since the last visit"));

  gazette.publish(kFirst + 10);
  const Ended crawl = desk.winnow({"crawl", "gazette"});
  EXPECT_EQ(crawl.status, 0) << crawl.err;
  int right = 0;
  for (const Article& article : desk.articles()) {
    const int number = std::stoi(article.url.substr(article.url.rfind('/') + 1));
    if (number <= kFirst + 6) continue;
    EXPECT_EQ(article.title, title_of(number));
    EXPECT_THAT(article.text, HasSubstr("Part 5 of report " + std::to_string(number)));
    EXPECT_THAT(article.extractor, HasSubstr("v2"));
    ++right;
  }
  EXPECT_EQ(right, 4);
  const Ended healed = desk.winnow({"site", "doctor"});
  EXPECT_EQ(healed.status, 0) << healed.out;
}

TEST(SiteDoctor, AFileThatCantBeAddedToIsLeft) {
  Gazette gazette;
  const Desk desk;
  break_rules(gazette, desk);
  std::string text = gazette.site();
  text.replace(text.find("rules:\n"), std::string::npos,
               "rules: {name: v1, title: h1, body: div.story-text, authors: .who}\n");
  desk.write("sites/gazette.yaml", text);
  const Ended end = desk.winnow({"site", "doctor", "gazette", "--apply"});
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.err, HasSubstr("sites/gazette.yaml: is left as it is"));
  EXPECT_THAT(end.err, HasSubstr("  - name: v2\n"));
  EXPECT_EQ(read(desk.path("sites/gazette.yaml")), text);
}

TEST(SiteDoctor, LooksAtPagesThatTheSiteKeeps) {
  Gazette gazette;
  const Desk desk;
  desk.write("sites/gazette.yaml", gazette.site() + "store: {raw: true}\n");
  EXPECT_EQ(desk.winnow({"crawl", "gazette"}).status, 0);
  later();
  gazette.redesign();
  gazette.publish(kFirst + 6);
  EXPECT_THAT(desk.winnow({"crawl", "gazette"}).err, HasSubstr("gazette: warning: "));
  fs::remove_all(desk.path("store/.samples"));
  const Ended end = desk.winnow({"site", "doctor", "gazette"});
  EXPECT_EQ(end.status, 1) << end.err;
  EXPECT_THAT(end.out, HasSubstr("  then  " + gazette.origin() + "/story/"));
  EXPECT_THAT(end.out, HasSubstr("  - name: v2\n"));
}

TEST(SiteDoctor, WithoutPagesItSaysSo) {
  Gazette gazette;
  const Desk desk;
  break_rules(gazette, desk);
  fs::remove_all(desk.path("store/.samples"));
  const Ended end = desk.winnow({"site", "doctor", "gazette"});
  EXPECT_EQ(end.status, 1) << end.err;
  EXPECT_THAT(end.out, HasSubstr("v1.body finds nothing"));
  EXPECT_THAT(end.out, HasSubstr("No proposal: too few of the pages are kept"));
}

TEST(SiteDoctor, WorksWhileADaemonRuns) {
  Gazette gazette;
  const Desk desk;
  desk.write("sites/gazette.yaml", gazette.site());
  const NotifySocket notes(desk.path("notify"));
  const auto daemon = desk.start({"daemon"}, notes.setting());
  ASSERT_TRUE(comes_true([&] { return desk.articles().size() >= static_cast<std::size_t>(kFirst); })) << daemon->err();
  const auto well = [&] { return desk.winnow({"site", "doctor"}).out == "gazette: nothing to do\n"; };
  EXPECT_TRUE(comes_true(well)) << desk.winnow({"site", "doctor"}).out;
  daemon->signal(SIGTERM);
  EXPECT_EQ(daemon->wait().status, 0);
}

TEST(SiteDoctor, WhatCantBeLookedAt) {
  Gazette gazette;
  const Desk desk;
  desk.write("sites/gazette.yaml", gazette.site());
  const Ended none = desk.winnow({"site", "doctor", "gazette"});
  EXPECT_EQ(none.status, 5) << "there is no store yet";
  EXPECT_EQ(desk.winnow({"site", "doctor", "nobody"}).status, 3);
  EXPECT_EQ(desk.winnow({"crawl", "gazette"}).status, 0);
  desk.write("sites/other.yaml", "site: other\nhome: https://other.example/\n");
  const Ended two = desk.winnow({"site", "doctor"});
  EXPECT_EQ(two.status, 0);
  EXPECT_EQ(two.out, "gazette: nothing to do\nother: no page of it is known yet; `winnow crawl other` fetches some\n");
}

}  // namespace
}  // namespace winnow::cli
