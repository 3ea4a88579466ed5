// What is written is what is read: sites of any values, with texts that YAML might take for something else.
#include "site/site_text.h"

#include <gmock/gmock.h>

#include <random>

#include "site/read.h"
#include "support.h"

namespace winnow::site {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kFile = "/sites/a.yaml";

// Texts as pages have them, and those that would be something else without quotes.
constexpr std::string_view kTexts[] = {"h1",
                                       "true",
                                       "No",
                                       "null",
                                       "~",
                                       "1.5",
                                       "0x1F",
                                       "- x",
                                       "a: b",
                                       "#c",
                                       "x #c",
                                       "'",
                                       "''",
                                       "\"",
                                       "\\",
                                       "\\n",
                                       "{a}",
                                       "[",
                                       "%d",
                                       "@a",
                                       "`",
                                       "&a",
                                       "*a",
                                       "!a",
                                       "|",
                                       ">",
                                       "?",
                                       ": ",
                                       " x ",
                                       "\t",
                                       "a\nb",
                                       "\r\n",
                                       "\x01",
                                       "\x7F",
                                       "---",
                                       "...",
                                       "財経:「報」",
                                       "\xEF\xBB\xBFx",
                                       "\xC2\x85",
                                       "\xE2\x80\xA8",
                                       "a'\nb\"\\",
                                       "<p class=\"lead\">",
                                       "é, ü",
                                       "=",
                                       "<<",
                                       "a very long text that goes on and on, so that no line of a file is wide enough "
                                       "to hold it: and on and on and on it "
                                       "goes"};
constexpr std::string_view kSelectors[] = {
    "h1", "#a", ".b > p", "[class*=\"x' y\"]", "p:contains(\"a: b #c\")", "a, b", "p:text(^=\"'By \")"};
constexpr std::string_view kRegexes[] = {"^/news/\\d+$", "'(.+)'", "a: #b", "(?i)x", "\\x{2028}"};
constexpr std::string_view kUrls[] = {"https://a.example/", "http://b.example/x?y=1&z='#f", "https://a.example/{}[],"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(engine_); }
  bool once_in(std::size_t n) { return below(n) == 0; }
  template <class T, std::size_t N>
  std::string of(const T (&choices)[N]) {
    return std::string(choices[below(N)]);
  }
  template <class T, std::size_t N>
  std::vector<std::string> some(const T (&choices)[N]) {
    std::vector<std::string> out;
    for (std::size_t n = once_in(2) ? 0 : below(4); n > 0; --n) out.push_back(of(choices));
    return out;
  }
  std::string text() { return once_in(2) ? std::string() : of(kTexts); }

 private:
  std::mt19937 engine_;
};

Place random_place(Random& random) {
  Place place;
  if (random.once_in(5)) {
    place.value = random.of(kTexts);
  } else {
    place.css = random.once_in(4) ? "jsonld:author.name" : random.of(kSelectors);
  }
  if (random.once_in(2)) return place;
  place.attr = random.text(), place.cut_before = random.text(), place.cut_after = random.text();
  if (random.once_in(3)) place.match = random.of(kRegexes);
  place.split = random.text(), place.join = random.text();
  return place;
}

RuleSet random_rules(Random& random, std::size_t place) {
  RuleSet set;
  set.name = random.once_in(2) ? "v" + std::to_string(place) : random.of(kTexts);
  if (random.once_in(2)) set.when_exists = random.of(kSelectors);
  for (std::size_t f = 0; f < field_names().size(); ++f) {
    if (!random.once_in(3)) continue;
    FieldRule& rule = set.fields[static_cast<Field>(f)];
    rule.places.push_back(random_place(random));
    for (std::size_t n = random.below(3); n > 0; --n) rule.places.push_back(random_place(random));
    if (random.once_in(3)) rule.places.push_back({.css = "h2", .attr = rule.places.front().attr});
    if (random.once_in(3)) rule.require_chars = random.below(1000);
    if (random.once_in(3)) rule.max = 1 + random.below(200);
    rule.prune = !random.once_in(4);
  }
  for (std::size_t n = random.below(4); n > 0; --n) {
    RemoveRule remove;
    if (random.once_in(2)) remove.text = random.of(kRegexes);
    if (remove.text.empty() || random.once_in(2)) remove.css = random.of(kSelectors), remove.attr = random.text();
    set.remove.push_back(remove);
  }
  return set;
}

PageTest random_test(Random& random) {
  PageTest test;
  if (random.once_in(2)) test.page = random.once_in(2) ? "/sites/pages/1 'x': #y.html.zst" : "/elsewhere/2.html";
  if (test.page.empty() || random.once_in(2)) test.url = random.of(kUrls);
  if (random.once_in(2)) test.equal.emplace_back("title", random.of(kTexts));
  if (random.once_in(2)) test.equal.emplace_back("published", "2025-02-11T10:00:00+01:00");
  test.has = random.some(kTexts), test.lacks = random.some(kTexts);
  return test;
}

void random_settings(Random& random, Site& site) {
  site.enabled = random.once_in(2);
  if (random.once_in(2)) site.zone = Zone::find("Europe/Berlin"), site.options.zone = "Europe/Berlin";
  if (random.once_in(2)) site.options.language = "zh-Hans";
  if (random.once_in(2)) site.options.encoding = "gbk";
  Discover& discover = site.discover;
  discover.feeds = random.some(kUrls), discover.sitemaps = random.some(kUrls);
  for (std::size_t n = random.below(3); n > 0; --n) {
    const bool next = random.once_in(2);
    discover.lists.push_back({.url = random.of(kUrls),
                              .links = random.once_in(2) ? random.of(kSelectors) : "",
                              .next = next ? random.of(kSelectors) : "",
                              .max_pages = next ? 7 : 1});
  }
  discover.automatic = discover.feeds.empty() || random.once_in(2);
  site.urls = {random.some(kRegexes), random.some(kRegexes), random.some(kTexts), random.some(kTexts)};
  Manners& manners = site.manners;
  manners.obey_robots = random.once_in(2), manners.concurrency = 1 + static_cast<int>(random.below(9));
  manners.delay = Millis(random.below(200'000'000));
  manners.user_agent = random.text(), manners.proxy = random.text(), manners.cookies = random.once_in(2);
  if (random.once_in(2)) manners.headers = {{"A", random.of({"x: y", "'", "a; b='2'"})}, {"true", ""}};
  if (random.once_in(2)) manners.user = "reader", manners.password = random.text();
  if (random.once_in(2)) manners.allow_addresses = {"127.0.0.0/8", "fd00::/8"};
  site.limits = {1 + random.below(1 << 30), 1 << 10, Millis(1 + random.below(99'999)), 0, 7};
  site.options.clean = {random.once_in(2), random.once_in(2), random.once_in(2), random.once_in(2),
                        static_cast<Script>(random.below(3))};
  site.options.repair = {random.once_in(2), static_cast<Mode>(random.below(3)), static_cast<Mode>(random.below(3))};
  site.keep = {random.once_in(2), random.once_in(2), random.once_in(2)};
  if (random.once_in(2)) site.watch.min_new = {3, Millis(86'400'000 + random.below(9999))};
  site.watch.field_loss = static_cast<int>(1 + random.below(100)) / 100.0;
}

void random_cadence(Random& random, schedule::Cadence& cadence) {
  using Kind = schedule::Cadence::Kind;
  cadence.min = Millis(1000 + random.below(1'000'000)), cadence.max = cadence.min + Millis(random.below(9999));
  if (random.once_in(2)) cadence.hours = *schedule::Hours::parse("22:05-04:00");
  cadence.kind = static_cast<Kind>(random.below(3));
  if (cadence.kind == Kind::interval) cadence.every = Millis(1000 + random.below(100'000'000));
  if (cadence.kind == Kind::cron) cadence.cron = *schedule::Cron::parse("*/20 6-23 * jan,3 mon");
}

Site random_site(unsigned seed) {
  Random random(seed);
  Site site;
  site.name = site.options.site = random.of({"a", "36kr", "on", "a.b_c-1"});
  site.file = kFile;
  site.home = random.of(kUrls);
  if (random.once_in(4)) return site;
  random_settings(random, site);
  random_cadence(random, site.cadence);
  for (std::size_t n = random.below(3); n > 0; --n) site.options.replace.push_back({random.of(kTexts), random.text()});
  for (std::size_t n = random.below(4); n > 0; --n) site.options.rules.push_back(random_rules(random, n));
  for (std::size_t n = random.below(3); n > 0; --n) site.tests.push_back(random_test(random));
  return site;
}

// Above any key that there may be.
Comments random_comments(unsigned seed) {
  constexpr std::string_view kPaths[] = {"",
                                         "site",
                                         "discover",
                                         "discover.lists",
                                         "discover.lists[0]",
                                         "discover.lists[0].url",
                                         "urls.accept",
                                         "urls.accept[1]",
                                         "rules",
                                         "rules[0]",
                                         "rules[0].name",
                                         "rules[0].when.exists",
                                         "rules[0].title",
                                         "rules[0].title.else[1]",
                                         "rules[1].remove[0]",
                                         "rules[1].body.require.chars",
                                         "tests[0]",
                                         "tests[0].page",
                                         "tests[0].expect.has"};
  Random random(seed);
  Comments comments;
  for (const std::string_view path : kPaths) {
    if (random.once_in(3)) comments[std::string(path)] = {random.of(kTexts), "a second line"};
  }
  return comments;
}

TEST(SiteText, IsReadAsWhatWasWritten) {
  for (unsigned seed = 1; seed <= 600; ++seed) {
    const Site site = random_site(seed);
    const std::string text = site_text(site, random_comments(seed));
    const auto back = parse_site(text, kFile);
    ASSERT_THAT(texts_of(back.faults), IsEmpty()) << seed << "\n" << text;
    ASSERT_TRUE(back.value == site) << seed << "\n" << text << "\nread as\n" << site_text(back.value);
  }
}

TEST(SiteText, SaysWhatDiffersFromTheDefaultsOnly) {
  Site site;
  site.name = "a", site.home = "https://a.example/";
  EXPECT_EQ(site_text(site), "site: a\nhome: 'https://a.example/'\n");
  const std::string defaults =
      "manners: {delay: 5s, headers: {A: b}}\nurls: {refuse: [a, b]}\nschedule: {cron: '0 * * * *'}\n"
      "rules: [{body: x}]\nlanguage: de";
  const Site base = parse_site("site: a\nhome: https://a.example/", kFile, defaults).value;
  EXPECT_EQ(site_text(base, {}, base), "site: a\nhome: 'https://a.example/'\n");
  site.options.site = "a", site.options.language = "de", site.file = kFile;
  const std::string text = site_text(site, {}, base);
  const auto back = parse_site(text, kFile, defaults);
  EXPECT_THAT(texts_of(back.faults), IsEmpty());
  EXPECT_EQ(back.value.manners, site.manners) << text;
  EXPECT_EQ(back.value.urls, site.urls) << text;
  EXPECT_EQ(back.value.options, site.options) << text;
  EXPECT_EQ(back.value.cadence.kind, site.cadence.kind) << text;
  EXPECT_THAT(text, Not(HasSubstr("language")));
}

TEST(SiteText, TextThatIsNoUtf8IsMadeToBe) {
  Site site;
  site.name = "a", site.home = "https://a.example/", site.tests = {{.url = site.home, .has = {"a\xFF\xC3"}}};
  const auto back = parse_site(site_text(site, {{"home", {"\xFF"}}}), kFile);
  EXPECT_THAT(texts_of(back.faults), IsEmpty());
  EXPECT_THAT(back.value.tests.at(0).has, testing::ElementsAre("a\xEF\xBF\xBD\xEF\xBF\xBD"));
}

// As a person would write it.
constexpr const char* kWritten = R"(# Looked at on a day.
# Two lines.
site: news.example
home: 'https://news.example/'
# The front page names it.
discover:
  feeds:
    - 'https://news.example/rss'
  lists:
    - {url: 'https://news.example/all', links: '.list a', max_pages: 3}
    - 'https://news.example/more'
urls:
  # 12 of 12 articles
  accept:
    - '^/news/\d+$'
rules:
  # since the relaunch
  # its name
  - name: v2
    when: {exists: .detail}
    title: {css: h1, else: ['meta:og:title', {css: h2, attr: title}]}
    # 8 of 8 pages
    body: {css: .detail, require: {chars: 200}}
    authors:
      css: '.author'
      # as the old pages have it
      else: ['.by']
    remove:
      - '.share'
      - {text: '^Editor'}
  - name: v1
    body: '#content'
tests:
  - page: pages/1.html.zst
    url: 'https://news.example/news/1'
    expect:
      title: 'A story: the first'
      has:
        - 'It''s so.'
)";

TEST(SiteText, ReadsAsIfAPersonHadWrittenIt) {
  const Site site = parse_site(kWritten, kFile).value;
  const Comments comments = {{"", {"Looked at on a day.", "Two lines."}},
                             {"discover", {"The front page names it."}},
                             {"urls.accept", {"12 of 12 articles"}},
                             {"rules[0]", {"since the relaunch"}},
                             {"rules[0].name", {"its name"}},
                             {"rules[0].body", {"8 of 8 pages"}},
                             {"rules[0].authors.else", {"as the old pages have it"}}};
  std::string expected = kWritten;
  for (const std::string_view plain : {"{exists: .detail}", "{css: .detail,"})
    expected.replace(expected.find(plain), plain.size(), plain[1] == 'e' ? "{exists: '.detail'}" : "{css: '.detail',");
  EXPECT_EQ(site_text(site, comments), expected);
}

TEST(SiteText, ARuleSetByItself) {
  RuleSet set;
  set.name = "v2", set.when_exists = "main";
  set.fields[Field::body] = {.places = {{.css = "main"}}};
  EXPECT_EQ(rule_set_text(set, {{"", {"new"}}, {"body", {"here"}}}, 2),
            "  # new\n  - name: v2\n    when: {exists: main}\n    # here\n    body: main\n");
}

TEST(SiteName, KeepsWhatANameMayHave) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"News.Example.com", "news.example.com"}, {"-.a b", "ab"}, {"新聞", ""}, {"a_b-c", "a_b-c"}};
  for (const auto& [text, name] : rows) EXPECT_EQ(site_name(text), name) << text;
  EXPECT_EQ(site_name(std::string(100, 'x')).size(), 64u);
}

}  // namespace
}  // namespace winnow::site
