// Visits to a web that is a table, with a clock that only waiting moves on, and a second one that nobody sets.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "crawl/crawler.h"
#include "crawl/inline_cleaner.h"
#include "fetch/fetcher.h"
#include "site/site_file.h"
#include "store/open.h"

namespace winnow::crawl {

class Table : public fetch::Fetcher {
 public:
  void start(std::uint64_t ticket, fetch::Request request) override {
    asked.push_back(request.url);
    requests.push_back(request);
    times.push_back(tick());
    now += clock_step;
    set_forward += clock_step;
    const bool again = count(request.url) > 1 && later.count(request.url) != 0;
    const auto& table = again ? later : pages;
    const auto found = table.find(request.url);
    fetch::Response response = found == table.end() ? fetch::Response{404, {}, {}, {}, {}} : found->second;
    response.url = request.url;
    if (!request.if_none_match.empty() && request.if_none_match == response.header("etag")) response.status = 304;
    if (dead) {
      ready_.push_back({ticket, fail(Code::network, request.url + ": nobody is there")});
    } else {
      ready_.push_back({ticket, std::move(response)});
    }
  }
  std::vector<fetch::Fetched> wait(Millis at_most) override {
    if (ready_.empty() || held) {
      now += std::max(at_most, Millis(1));
      std::this_thread::sleep_for(Millis(1));  // the cleaning may be what is waited for
    }
    return held ? std::vector<fetch::Fetched>{} : std::exchange(ready_, {});
  }
  [[nodiscard]] std::size_t in_flight() const override { return ready_.size(); }
  void cancel_all() override { ready_.clear(); }
  void wake() noexcept override {}

  void set(const std::string& url, int status, std::string body = {}) {
    pages[url] = {status, {}, {{"content-type", "text/html"}}, std::move(body), {}};
  }
  [[nodiscard]] std::ptrdiff_t count(const std::string& url) const {
    return std::count(asked.begin(), asked.end(), url);
  }

  std::map<std::string, fetch::Response> pages;
  std::map<std::string, fetch::Response> later;  // where it is given: from the second time on
  [[nodiscard]] schedule::Tick tick() const { return schedule::Tick(now.time_since_epoch() - set_forward); }
  // The gaps between requests to a host, by the clock that nobody sets.
  [[nodiscard]] std::vector<Millis> gaps(const std::string& origin) const {
    std::vector<Millis> out;
    std::optional<schedule::Tick> last;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (!asked[i].starts_with(origin)) continue;
      if (last) out.push_back(times[i] - *last);
      last = times[i];
    }
    return out;
  }

  std::vector<std::string> asked;
  std::vector<fetch::Request> requests;
  std::vector<schedule::Tick> times;  // of each
  Millis clock_step{0};               // what the wall clock is set forward by at each request
  Millis set_forward{0};              // in all
  bool dead = false;                  // every request fails
  bool held = false;                  // no answer comes
  schedule::Moment now = std::chrono::sys_days{std::chrono::year(2025) / 2 / 11};

 private:
  std::vector<fetch::Fetched> ready_;
};

class Nobody : public Events {
 public:
  void report(const Event&) override {}
};

class Visit : public testing::Test {
 protected:
  Parts parts() {
    return {web_,
            *stores_.state,
            *stores_.articles,
            cleaner_,
            nobody_,
            [this] { return web_.now; },
            "winnow",
            "",
            8,
            [this] { return web_.tick(); },
            after_crash_};
  }
  Summary crawl(const std::string& yaml, const std::string& name = "a") {
    const auto loaded = site::parse_site("site: " + name + "\n" + yaml, "a.yaml");
    for (const site::Fault& fault : loaded.faults) ADD_FAILURE() << fault.str();
    Crawler crawler(parts());
    EXPECT_TRUE(crawler.begin(std::make_shared<const site::Site>(loaded.value)));
    for (int i = 0; i < 20'000 && !crawler.idle(); ++i) EXPECT_TRUE(crawler.step(Millis(100)));
    EXPECT_TRUE(crawler.idle());
    const auto finished = crawler.take_finished();
    return finished.empty() ? Summary{} : finished.front();
  }
  store::UrlRow row(const std::string& url) { return stores_.state->url("a", url).value().value_or(store::UrlRow{}); }

  static std::string page(const std::string& title, const std::string& more = {}) {
    std::string text;
    for (int i = 0; i < 8; ++i) {
      text += "<p>" + title + ": the council met on day " + std::to_string(i) +
              " and spoke at length of the bridge, its cost and the river.</p>";
    }
    return "<html lang=en><title>" + title + "</title><body><article><h1>" + title + "</h1>" + text + "</article>" +
           more;
  }
  static std::string feed(const std::string& link) {
    return "<rss version='2.0'><channel><item><title>x</title><link>" + link + "</link></item></channel></rss>";
  }

  Table web_;
  store::Stores stores_ = store::memory_store();
  InlineCleaner cleaner_{web_};
  Nobody nobody_;
  bool after_crash_ = false;
};

inline const std::string kFromFeed =
    "home: https://a.example/\ndiscover: {feeds: [https://feeds.example/f], auto: false}\n";

// A feed of pages of one host.
inline void add_pages(Table& web, int pages, int status, const std::string& body) {
  std::string items;
  for (int i = 1; i <= pages; ++i) {
    const std::string url = "https://a.example/" + std::to_string(i) + ".html";
    web.set(url, status, body);
    items += "<item><title>x</title><link>" + url + "</link></item>";
  }
  web.set("https://feeds.example/f", 200, "<rss version='2.0'><channel>" + items + "</channel></rss>");
}

}  // namespace winnow::crawl
