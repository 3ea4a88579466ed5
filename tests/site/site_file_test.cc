// What good site files come to.
#include <gmock/gmock.h>

#include "site/read.h"
#include "site/values.h"
#include "support.h"

namespace winnow::site {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Site good(const std::string& yaml, const std::string& defaults = {}) {
  auto loaded = parse_site(yaml, "/sites/a.yaml", defaults);
  EXPECT_THAT(texts_of(loaded.faults), IsEmpty()) << yaml;
  return std::move(loaded.value);
}

TEST(SiteFile, NeedsANameAndOneWayToFindArticles) {
  const Site site = good("site: example-news\nhome: https://news.example.com/");
  EXPECT_EQ(site.name, "example-news");
  EXPECT_EQ(site.file, "/sites/a.yaml");
  EXPECT_EQ(site.home, "https://news.example.com/");
  EXPECT_EQ(site.options.site, "example-news");
  good("site: a.b_c-1\ndiscover: {feeds: [https://a.example/f]}");
  good("site: 36kr\ndiscover: {sitemaps: https://a.example/s}");
  good("site: a\ndiscover: {lists: [https://a.example/l]}");
}

TEST(SiteFile, AllElseHasDefaults) {
  const Site site = good("site: a\nhome: https://a.example/");
  EXPECT_TRUE(site.enabled);
  EXPECT_FALSE(site.zone);
  EXPECT_TRUE(site.discover.automatic);
  EXPECT_EQ(site.cadence.kind, schedule::Cadence::Kind::adaptive);
  EXPECT_EQ(site.cadence.min, Millis(minutes(5)));
  EXPECT_EQ(site.cadence.max, Millis(hours(12)));
  EXPECT_TRUE(site.manners.obey_robots);
  EXPECT_EQ(site.manners.delay, Millis(2000));
  EXPECT_EQ(site.manners.concurrency, 1);
  EXPECT_EQ(site.limits.page, 8u << 20);
  EXPECT_EQ(site.limits.decoded, 32u << 20);
  EXPECT_EQ(site.limits.time, Millis(30'000));
  EXPECT_EQ(site.limits.pages_per_run, 200);
  EXPECT_FALSE(site.keep.markdown);
  EXPECT_FALSE(site.keep.raw);
  EXPECT_TRUE(site.keep.skip_near_duplicates);
  EXPECT_EQ(site.options.encoding, "auto");
}

constexpr const char* kWhole = R"(
site: example-news
home: https://news.example.com/
language: zh-Hans
zone: Asia/Shanghai
enabled: no
encoding: gbk
discover:
  feeds: [https://news.example.com/rss.xml]
  sitemaps: [https://news.example.com/sitemap.xml]
  lists:
    - {url: "https://news.example.com/finance/", links: "ul.list a", next: "a.next", max_pages: 3}
    - https://news.example.com/world/
  auto: off
urls: {accept: ['^/news/\d+\.html$'], refuse: '/video/', drop_query: [utm_*, from], host_aliases: [m.news.example.com]}
schedule: {every: 30m, hours: "06:00-24:00"}
manners: {robots: ignore, delay: 1h 30m, concurrency: 4, user_agent: x/1, proxy: "http://p:1", headers: {Accept-Language: zh},
          allow_addresses: [127.0.0.0/8, "fd00::/8"], auth: {user: reader, password: "s3:cret"}, cookies: no}
limits: {page: 512KB, decoded: 1GB, time: 45, redirects: 0, pages_per_run: 7}
clean: {spam_headers: false, share: false, notices: false, learn: false, script: simplified}
repair: {mojibake: false, mirror: off, punctuation: on}
store: {keep: [json, markdown], raw: true, near_duplicates: keep}
watch: {min_new: 3 per 12h, field_loss: 45%}
)";

TEST(SiteFile, WhoTheSiteIs) {
  const Site site = good(kWhole);
  EXPECT_FALSE(site.enabled);
  ASSERT_TRUE(site.zone);
  EXPECT_EQ(site.zone->name(), "Asia/Shanghai");
  EXPECT_EQ(site.options.zone, "Asia/Shanghai");
  EXPECT_EQ(site.options.language, "zh-Hans");
  EXPECT_EQ(site.options.encoding, "gbk");
}

TEST(SiteFile, WhereArticlesAreFound) {
  const Site site = good(kWhole);
  EXPECT_THAT(site.discover.feeds, ElementsAre("https://news.example.com/rss.xml"));
  EXPECT_THAT(site.discover.sitemaps, ElementsAre("https://news.example.com/sitemap.xml"));
  EXPECT_FALSE(site.discover.automatic);
  ASSERT_EQ(site.discover.lists.size(), 2u);
  EXPECT_EQ(site.discover.lists[0].links, "ul.list a");
  EXPECT_EQ(site.discover.lists[0].next, "a.next");
  EXPECT_EQ(site.discover.lists[0].max_pages, 3);
  EXPECT_EQ(site.discover.lists[1].url, "https://news.example.com/world/");
  EXPECT_EQ(site.discover.lists[1].max_pages, 1);
  EXPECT_THAT(site.urls.accept, ElementsAre(R"(^/news/\d+\.html$)"));
  EXPECT_THAT(site.urls.refuse, ElementsAre("/video/"));
  EXPECT_THAT(site.urls.drop_query, ElementsAre("utm_*", "from"));
  EXPECT_THAT(site.urls.host_aliases, ElementsAre("m.news.example.com"));
}

TEST(SiteFile, WhenAndHowTheSiteIsAsked) {
  const Site site = good(kWhole);
  EXPECT_EQ(site.cadence.kind, schedule::Cadence::Kind::interval);
  EXPECT_EQ(site.cadence.every, Millis(minutes(30)));
  ASSERT_TRUE(site.cadence.hours);
  EXPECT_EQ(site.cadence.hours->from, hours(6));
  EXPECT_FALSE(site.manners.obey_robots);
  EXPECT_EQ(site.manners.delay, Millis(minutes(90)));
  EXPECT_EQ(site.manners.concurrency, 4);
  EXPECT_EQ(site.manners.user_agent, "x/1");
  EXPECT_EQ(site.manners.proxy, "http://p:1");
  EXPECT_THAT(site.manners.headers, ElementsAre(Pair("Accept-Language", "zh")));
  EXPECT_EQ(site.manners.user, "reader");
  EXPECT_EQ(site.manners.password, "s3:cret");
  EXPECT_FALSE(site.manners.cookies);
  EXPECT_THAT(site.manners.allow_addresses, ElementsAre("127.0.0.0/8", "fd00::/8"));
  EXPECT_EQ(site.limits.page, 512u * 1024);
  EXPECT_EQ(site.limits.decoded, 1u << 30);
  EXPECT_EQ(site.limits.time, Millis(45'000));
  EXPECT_EQ(site.limits.redirects, 0);
  EXPECT_EQ(site.limits.pages_per_run, 7);
}

TEST(SiteFile, WhatIsTakenOutRepairedAndKept) {
  const Site site = good(kWhole);
  const CleanOptions& clean = site.options.clean;
  EXPECT_FALSE(clean.spam_headers || clean.share || clean.notices || clean.learn);
  EXPECT_EQ(clean.script, Script::simplified);
  EXPECT_FALSE(site.options.repair.mojibake);
  EXPECT_EQ(site.options.repair.mirror, Mode::off);
  EXPECT_EQ(site.options.repair.punctuation, Mode::on);
  EXPECT_TRUE(site.keep.markdown && site.keep.raw);
  EXPECT_FALSE(site.keep.skip_near_duplicates);
  ASSERT_TRUE(site.watch.min_new);
  EXPECT_EQ(*site.watch.min_new, std::pair(3, Millis(hours(12))));
  EXPECT_DOUBLE_EQ(site.watch.field_loss, 0.45);
}

TEST(SiteFile, CronTakesThePlaceOfEvery) {
  const Site site = good("site: a\nhome: https://a.example/\nschedule: {cron: '*/20 6-23 * * *'}");
  EXPECT_EQ(site.cadence.kind, schedule::Cadence::Kind::cron);
  EXPECT_EQ(site.cadence.cron, *schedule::Cron::parse("*/20 6-23 * * *"));
}

std::string css_of(const FieldRule& rule) {
  std::string out;
  for (const Place& place : rule.places) out += (out.empty() ? "" : " | ") + place.css;
  return out;
}

TEST(SiteFile, RulesKeepTheirOrderAndTexts) {
  const Site site = good(R"(
site: a
home: https://a.example/
rules:
  - name: v2
    when: {exists: "div.detail"}
    title: {css: h1, else: ["meta:og:title", "jsonld:headline"]}
    body: {css: "div.detail", require: {chars: 200}}
    authors: {css: ".author", match: 'By (.+)', split: ","}
    published: {css: "time", attr: datetime}
    next_page: {css: "a.next-page", max: 7}
    remove: [".share", {text: '^Editor'}]
  - body: "#content"
)");
  ASSERT_EQ(site.options.rules.size(), 2u);
  const RuleSet& set = site.options.rules[0];
  EXPECT_EQ(set.name, "v2");
  EXPECT_EQ(set.when_exists, "div.detail");
  EXPECT_EQ(css_of(set.fields.at(Field::title)), "h1 | meta:og:title | jsonld:headline");
  EXPECT_EQ(set.fields.at(Field::body).require_chars, 200u);
  EXPECT_EQ(set.fields.at(Field::authors).places[0].match, "By (.+)");
  EXPECT_EQ(set.fields.at(Field::authors).places[0].split, ",");
  EXPECT_EQ(set.fields.at(Field::published).places[0].attr, "datetime");
  EXPECT_EQ(set.fields.at(Field::next_page).max, 7u);
  ASSERT_EQ(set.remove.size(), 2u);
  EXPECT_EQ(set.remove[0].css, ".share");
  EXPECT_EQ(set.remove[1].text, "^Editor");
  EXPECT_EQ(site.options.rules[1].name, "v1") << "a set without a name has that of its place, from the last on";
  EXPECT_EQ(css_of(site.options.rules[1].fields.at(Field::body)), "#content");
}

TEST(SiteFile, AnAlternativeIsALocatorOrAMap) {
  const Site site = good(R"(
site: a
home: https://a.example/
rules:
  - title: {css: h1, attr: title, cut_before: ": ", cut_after: " | ", join: " ", else: [h2, {css: h3, match: '(.+)'}, {value: T}]}
    authors: {value: Dave Winer}
    body: {css: main, prune: false}
    remove: [{css: img, attr: srcset}]
replace: [{find: "<lazy-image", with: "<img"}, {find: "x"}]
)");
  const RuleSet& set = site.options.rules[0];
  const std::vector<Place>& title = set.fields.at(Field::title).places;
  ASSERT_EQ(title.size(), 4u);
  EXPECT_EQ(title[0].cut_before, ": ");
  EXPECT_EQ(title[0].cut_after, " | ");
  EXPECT_EQ(title[1].css, "h2");
  EXPECT_EQ(title[1].attr, "title") << "a locator alone is read as the first place";
  EXPECT_EQ(title[1].join, " ");
  EXPECT_EQ(title[2].attr, "") << "a map says all anew";
  EXPECT_EQ(title[2].match, "(.+)");
  EXPECT_EQ(title[3].value, "T");
  EXPECT_EQ(set.fields.at(Field::authors).places[0].value, "Dave Winer");
  EXPECT_FALSE(set.fields.at(Field::body).prune);
  EXPECT_EQ(set.remove[0].attr, "srcset");
  ASSERT_EQ(site.options.replace.size(), 2u);
  EXPECT_EQ(site.options.replace[0].with, "<img");
  EXPECT_EQ(site.options.replace[1].with, "");
}

TEST(SiteFile, EveryFieldMayHaveARule) {
  for (const std::string_view name : field_names()) {
    const Site site = good("site: a\nhome: https://a.example/\nrules: [{" + std::string(name) + ": h1}]");
    EXPECT_EQ(css_of(site.options.rules.at(0).fields.at(*field_named(name))), "h1") << name;
  }
  EXPECT_FALSE(field_named("remove"));
}

TEST(SiteFile, TestsAreBesideTheFile) {
  const Site site = good(R"(
site: a
home: https://a.example/
tests:
  - page: pages/1.html.zst
    url: https://a.example/1
    expect: {title: T, published: 2025-02-11T10:00:00+01:00, has: [x, y], lacks: z}
  - {page: /elsewhere/2.html}
)");
  ASSERT_EQ(site.tests.size(), 2u);
  EXPECT_EQ(site.tests[0].page, "/sites/pages/1.html.zst");
  EXPECT_EQ(site.tests[0].url, "https://a.example/1");
  EXPECT_THAT(site.tests[0].equal, ElementsAre(Pair("title", "T"), Pair("published", "2025-02-11T10:00:00+01:00")));
  EXPECT_THAT(site.tests[0].has, ElementsAre("x", "y"));
  EXPECT_THAT(site.tests[0].lacks, ElementsAre("z"));
  EXPECT_EQ(site.tests[1].page, "/elsewhere/2.html");
}

TEST(SiteFile, BeginsWithTheDefaultsAndWinsOverThem) {
  const std::string defaults =
      "enabled: false\nmanners: {delay: 5s, concurrency: 3, headers: {A: b}}\nschedule: {every: 1h}\nstore: {raw: "
      "true}\n"
      "urls: {refuse: [a, b]}\nrules: [{name: d, body: x}]";
  const Site site = good(
      "site: a\nhome: https://a.example/\nenabled: true\nmanners: {delay: 1s, headers: {C: d}}\n"
      "schedule: {cron: '0 * * * *'}\nurls: {refuse: [c]}",
      defaults);
  EXPECT_TRUE(site.enabled);
  EXPECT_EQ(site.manners.delay, Millis(1000));
  EXPECT_EQ(site.manners.concurrency, 3);
  EXPECT_THAT(site.manners.headers, ElementsAre(Pair("C", "d")));
  EXPECT_EQ(site.cadence.kind, schedule::Cadence::Kind::cron);
  EXPECT_TRUE(site.keep.raw);
  EXPECT_THAT(site.urls.refuse, ElementsAre("c"));
  ASSERT_EQ(site.options.rules.size(), 1u);
  EXPECT_EQ(good("site: a\nhome: https://a.example/\nrules: []", defaults).options.rules.size(), 0u);
  EXPECT_EQ(good("site: a\nhome: https://a.example/\nschedule: {every: adaptive}", "schedule: {cron: '0 * * * *'}")
                .cadence.kind,
            schedule::Cadence::Kind::adaptive);
}

TEST(SiteFile, AnchorsAreFilledIn) {
  const Site site = good("site: a\nhome: &h https://a.example/\ndiscover: {feeds: [*h]}");
  EXPECT_THAT(site.discover.feeds, ElementsAre("https://a.example/"));
}

TEST(Nearest, IsTheKeyThatFewestEditsAway) {
  const std::vector<std::string> known = {"discover", "schedule", "store", "site", "urls"};
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"discver", "discover"}, {"Schedule", "schedule"}, {"sites", "site"}, {"url", "urls"}, {"zzzzzz", ""}, {"", ""},
      {"sched", ""},           {"stroe", "store"},
  };
  for (const auto& [word, near] : rows) EXPECT_EQ(nearest(word, known), near) << word;
}

}  // namespace
}  // namespace winnow::site
