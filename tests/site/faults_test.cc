// Every kind of fault: its place, what is wrong, what would be right.
#include <gmock/gmock.h>

#include "support.h"

namespace winnow::site {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Row {
  std::string yaml, fault;
};

// Each file has that fault, behind a good beginning of two lines, and no other.
void expect_faults(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    const auto loaded = parse_site("site: a\nhome: https://a.example/\n" + row.yaml, "a.yaml");
    EXPECT_THAT(texts_of(loaded.faults), ElementsAre("a.yaml:" + row.fault)) << row.yaml;
  }
}

TEST(SiteFault, UnknownKeysHaveTheNearestKnown) {
  expect_faults({
      {"discver: {}", "3:1: unknown key 'discver'; did you mean 'discover'?"},
      {"discover: {feed: []}", "3:12: unknown key 'feed'; did you mean 'feeds'?"},
      {"discover:\n  lists:\n    - url: https://a.example/l\n      nxt: a",
       "6:7: unknown key 'nxt'; did you mean 'next'?"},
      {"manners: {useragent: x}", "3:11: unknown key 'useragent'; did you mean 'user_agent'?"},
      {"rules: [{titel: h1}]", "3:10: unknown key 'titel'; did you mean 'title'?"},
      {"rules: [{title: {cs: h1, css: h1}}]", "3:18: unknown key 'cs'; did you mean 'css'?"},
      {"rules: [{body: {css: a, require: {char: 1}}}]", "3:35: unknown key 'char'; did you mean 'chars'?"},
      {"rules: [{when: {exist: a}}]", "3:17: unknown key 'exist'; did you mean 'exists'?"},
      {"rules: [{remove: [{txt: a}]}]", "3:20: unknown key 'txt'; did you mean 'text'?"},
      {"tests: [{page: p.html, expect: {titles: x}}]", "3:33: unknown key 'titles'; did you mean 'title'?"},
      {"store: {compression: true}", "3:9: unknown key 'compression'; known here: keep, raw, near_duplicates"},
      {"watch: {zzzzzzzzz: 1}", "3:9: unknown key 'zzzzzzzzz'; known here: min_new, field_loss"},
  });
}

TEST(SiteFault, AKeyStandsOnce) { expect_faults({{"zone: UTC\nzone: UTC", "4:1: 'zone' stands here twice"}}); }

TEST(SiteFault, NamesLanguagesZonesAndEncodingsAreChecked) {
  expect_faults({
      {"language: chinese", "3:11: 'chinese' is no language tag; write it as en, de or zh-Hans"},
      {"language: zh_CN", "3:11: 'zh_CN' is no language tag; write it as en, de or zh-Hans"},
      {"zone: CST+8", "3:7: 'CST+8' is no time zone; write it as Europe/Berlin"},
      {"encoding: gb-2312-x", "3:11: 'gb-2312-x' is no encoding of the WHATWG; write auto, or a label such as gbk"},
      {"enabled: perhaps", "3:10: 'enabled' must be true or false, not 'perhaps'"},
      {"enabled: [true]", "3:10: this must be a text"},
  });
  for (const std::string& name : std::vector<std::string>{"A", "a b", "../a", "-a", "''", std::string(65, 'a')}) {
    const auto loaded = parse_site("site: " + name + "\nhome: https://a.example/", "a.yaml");
    ASSERT_EQ(loaded.faults.size(), 1u) << name;
    EXPECT_EQ(loaded.faults[0].line, 1);
    EXPECT_NE(loaded.faults[0].text.find("is no name for a site; use lower-case letters"), std::string::npos);
  }
}

TEST(SiteFault, AddressesBeginWithHttp) {
  expect_faults({
      {"discover: {feeds: [ftp://a.example/f]}",
       "3:20: 'ftp://a.example/f' is no web address; it must begin with http:// or https://"},
      {"discover: {sitemaps: /s.xml}", "3:22: '/s.xml' is no web address; it must begin with http:// or https://"},
      {"discover: {lists: [a.example]}", "3:20: 'a.example' is no web address; it must begin with http:// or https://"},
      {"discover: {lists: [{links: a}]}", "3:20: this list needs 'url', its first page"},
      {"tests: [{page: p.html, url: p}]", "3:29: 'p' is no web address; it must begin with http:// or https://"},
  });
}

TEST(SiteFault, NumbersHaveBounds) {
  expect_faults({
      {"manners: {concurrency: 0}", "3:24: 'concurrency' must be a number from 1 to 64, not '0'"},
      {"manners: {concurrency: two}", "3:24: 'concurrency' must be a number from 1 to 64, not 'two'"},
      {"limits: {redirects: 51}", "3:21: 'redirects' must be a number from 0 to 50, not '51'"},
      {"limits: {pages_per_run: 1.5}", "3:25: 'pages_per_run' must be a number from 1 to 1000000, not '1.5'"},
      {"limits: {pages_per_run: 99999999999999}",
       "3:25: 'pages_per_run' must be a number from 1 to 1000000, not '99999999999999'"},
      {"discover: {lists: [{url: https://a.example/, max_pages: -1}]}",
       "3:57: 'max_pages' must be a number from 1 to 10000, not '-1'"},
      {"rules: [{next_page: {css: a, max: 201}}]", "3:35: 'max' must be a number from 1 to 200, not '201'"},
  });
}

TEST(SiteFault, DurationsAndSizesHaveUnits) {
  expect_faults({
      {"manners: {delay: soon}", "3:18: 'delay' must be a duration such as 500ms, 30s, 5m, 12h or 1d, not 'soon'"},
      {"manners: {delay: -2s}", "3:18: 'delay' must be a duration such as 500ms, 30s, 5m, 12h or 1d, not '-2s'"},
      {"limits: {page: 8 MB}", "3:16: 'page' must be a size such as 512KB or 8MB, not '8 MB'"},
      {"limits: {decoded: 5000GB}", "3:19: 'decoded' must be a size such as 512KB or 8MB, not '5000GB'"},
      {"limits: {page: 0}", "3:16: 'page' must be more than nothing"},
      {"limits: {time: 0s}", "3:16: 'time' must be more than nothing"},
  });
}

TEST(SiteFault, OneOfSeveralWords) {
  expect_faults({
      {"manners: {robots: disobey}", "3:19: 'robots' must be obey or ignore, not 'disobey'"},
      {"repair: {mirror: true}", "3:18: 'mirror' must be off, auto or on, not 'true'"},
      {"clean: {script: hans}", "3:17: 'script' must be as-is, simplified or traditional, not 'hans'"},
      {"store: {near_duplicates: drop}", "3:26: 'near_duplicates' must be skip or keep, not 'drop'"},
      {"store: {keep: [json, pdf]}", "3:22: 'pdf' can't be kept; known are json and markdown"},
      {"store: {keep: [markdown]}", "3:15: json must be kept"},
  });
}

TEST(SiteFault, SchedulesMakeSense) {
  expect_faults({
      {"schedule: {every: 30m, cron: '* * * * *'}", "3:30: 'cron' and 'every' exclude each other; keep one"},
      {"schedule: {every: often}", "3:19: 'every' must be a duration such as 500ms, 30s, 5m, 12h or 1d, not 'often'"},
      {"schedule: {every: 500ms}", "3:19: 'every' must be a second at least"},
      {"schedule: {cron: '* * *'}", "3:18: '* * *' is no cron line: it needs five fields, as in \"*/20 6-23 * * *\""},
      {"schedule: {min: 2h, max: 1h}", "3:11: 'min' is longer than 'max'"},
      {"schedule: {min: 0s}", "3:11: 'min' must be a second at least"},
      {"schedule: {hours: 6-24}", "3:19: '6-24' are no hours; write them as \"06:00-24:00\""},
  });
}

TEST(SiteFault, AWrongSelectorIsNamedWithItsPlaceInside) {
  const std::string early = "the selector ends too early; write an element, .class, #id or [attribute]";
  expect_faults({
      {"rules: [{title: h1 >}]", "3:21: selector \"h1 >\": " + early},
      {"rules: [{title: 'h1 >'}]", "3:22: selector \"h1 >\": " + early},
      {"rules: [{title: \"h1 >\"}]", "3:22: selector \"h1 >\": " + early},
      {"rules:\n  - remove:\n      - .share\n      - 'p:contains(''a'') >'",
       "6:29: selector \"p:contains('a') >\": " + early},
      {"rules: [{title: \"[a=\\\"b\\\"] >\"}]", "3:29: selector \"[a=\"b\"] >\": " + early},
      {"rules:\n  - title: >\n      h1,\n      h2 >", "6:11: selector \"h1, h2 >\": " + early},
      {"rules:\n  - title: |-\n      h1,\n      h2 >", "6:11: selector \"h1,\nh2 >\": " + early},
      {"rules:\n  - title: h1,\n      h2\n      >", "6:8: selector \"h1, h2 >\": " + early},
      {"rules: [{title: {css: h1, else: ['.a', {css: 'h2 >'}]}}]", "3:51: selector \"h2 >\": " + early},
      {"discover: {lists: [{url: https://a.example/, links: '.作者 >'}]}", "3:63: selector \".作者 >\": " + early},
  });
}

TEST(SiteFault, ExpressionsSelectorsAndLocatorsAreCompiled) {
  for (const std::string yaml :
       {"urls: {accept: ['(']}", "urls: {refuse: ['[a']}", "rules: [{title: {css: h1, match: '('}}]",
        "rules: [{remove: [{text: '(?=a)'}]}]", "rules: [{title: 'h1 >'}]",
        "rules: [{title: {css: h1, else: ['..a']}}]", "rules: [{remove: ['[a']}]", "rules: [{when: {exists: ':what'}}]",
        "discover: {lists: [{url: https://a.example/, links: 'a['}]}"}) {
    const auto loaded = parse_site("site: a\nhome: https://a.example/\n" + yaml, "a.yaml");
    ASSERT_EQ(loaded.faults.size(), 1u) << yaml;
    EXPECT_EQ(loaded.faults[0].line, 3) << yaml;
    EXPECT_GT(loaded.faults[0].column, 8) << yaml;
  }
  expect_faults({
      {"rules: [{title: 'meta:'}]", "3:17: 'meta:' names nothing; write it as meta:og:title or jsonld:headline"},
      {"rules: [{title: {attr: x}}]", "3:17: this field needs 'css', a locator to find it by"},
      {"rules: [{title: {css: h1, value: x}}]", "3:34: 'value' and 'css' exclude each other; put one under 'else'"},
      {"rules: [{title: {css: h1, else: [{attr: x}]}}]", "3:34: this needs 'css', a locator, or 'value'"},
      {"rules: [{title: {css: h1, else: [{css: a, cs: x}]}}]", "3:43: unknown key 'cs'; did you mean 'css'?"},
      {"rules: [{remove: [{attr: src}]}]", "3:19: 'attr' needs 'css', the elements that have it"},
      {"replace: [{with: x}]", "3:11: this needs 'find', a text of the page's source"},
      {"rules: [{title: [h1]}]", "3:17: 'rules[].FIELD' must be a map of keys and values"},
  });
}

TEST(SiteFault, HeadersAndAddressRangesAreChecked) {
  expect_faults({
      {"manners: {headers: [a]}", "3:20: 'headers' must be a map of names and values"},
      {"manners: {headers: {'X Y': z}}", "3:21: 'X Y' is no request header"},
      {"manners: {headers: {X: \"a\\nHost: b\"}}", "3:21: 'X' is no request header"},
      {"manners: {auth: {password: x}}", "3:17: 'auth' needs a 'user'"},
      {"manners: {auth: {user: 'a:b'}}", "3:17: a 'user' has no colon"},
      {"manners: {auth: {user: a, password: b, password_file: c}}",
       "3:55: 'password' and 'password_file' exclude each other"},
      {"manners: {auth: {user: a, password_file: /nowhere/at/all}}",
       "3:42: /nowhere/at/all can't be read, or is empty; it must hold the password"},
      {"manners: {cookies: some}", "3:20: 'cookies' must be true or false, not 'some'"},
  });
  const auto loaded =
      parse_site("site: a\nhome: https://a.example/\nmanners: {allow_addresses: [10.0.0.0/33]}", "a.yaml");
  ASSERT_EQ(loaded.faults.size(), 1u);
  EXPECT_EQ(loaded.faults[0].column, 29);
}

TEST(SiteFault, HealthIsWrittenAsCountsAndShares) {
  expect_faults({
      {"watch: {min_new: 5}", "3:18: 'min_new' must be as \"1 per 24h\", not '5'"},
      {"watch: {min_new: 0 per 1h}", "3:18: 'min_new' must be as \"1 per 24h\", not '0 per 1h'"},
      {"watch: {field_loss: 0.3}", "3:21: 'field_loss' must be a share as 30%, not '0.3'"},
      {"watch: {field_loss: 101%}", "3:21: 'field_loss' must be a share as 30%, not '101%'"},
  });
}

TEST(SiteFault, TestsNameTheirPage) {
  expect_faults({{"tests: [{expect: {title: a}}]",
                  "3:9: this test needs 'page', a saved page, or 'url', where one can be saved from"}});
}

TEST(SiteFault, MapsAreMaps) {
  expect_faults({
      {"discover: [https://a.example/f]", "3:11: 'discover' must be a map of keys and values"},
      {"rules: [h1]", "3:9: 'rules[]' must be a map of keys and values"},
  });
}

TEST(SiteFault, OfTheWholeFile) {
  const Row rows[] = {
      {"", "a.yaml:1:1: the file is empty; a site needs 'site' and one way to find articles"},
      {"# nothing\n", "a.yaml:1:1: the file is empty; a site needs 'site' and one way to find articles"},
      {"- a", "a.yaml:1:1: the file must be a map of keys and values"},
      {"home: https://a.example/", "a.yaml:1:1: 'site', the site's name, is missing"},
      {"site: a",
       "a.yaml:1:1: nothing says where articles are found; give 'home', or feeds, sitemaps or lists under 'discover'"},
      {"site: a\nhome: https://a.example/\ndiscover: {auto: false}",
       "a.yaml:1:1: nothing says where articles are found; give 'home', or feeds, sitemaps or lists under 'discover'"},
  };
  for (const Row& row : rows) {
    EXPECT_THAT(texts_of(parse_site(row.yaml, "a.yaml").faults), ElementsAre(row.fault)) << row.yaml;
  }
}

TEST(SiteFault, WhatIsNoYamlHasItsPlace) {
  const auto loaded = parse_site("site: a\nhome: [https://a.example/\n", "a.yaml");
  ASSERT_EQ(loaded.faults.size(), 1u);
  EXPECT_GE(loaded.faults[0].line, 2);
  EXPECT_TRUE(loaded.faults[0].text.starts_with("this is no YAML: ")) << loaded.faults[0].text;
}

TEST(SiteFault, SeveralAreAllNamed) {
  const auto loaded = parse_site("site: A\nhme: x\nzone: Nowhere\n", "a.yaml");
  EXPECT_EQ(loaded.faults.size(), 4u) << testing::PrintToString(texts_of(loaded.faults));
}

TEST(SiteFault, HugeAndDeepFilesAreRefused) {
  EXPECT_THAT(texts_of(parse_site(std::string((1 << 20) + 1, '#'), "a.yaml").faults),
              ElementsAre("a.yaml: the file is larger than 1 MiB"));
  const auto deep = parse_site("site: a\nhome: " + std::string(40, '[') + std::string(40, ']'), "a.yaml");
  ASSERT_EQ(deep.faults.size(), 1u);
  EXPECT_EQ(deep.faults[0].text, "the file is nested too deep, or too large");
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'j'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i > 0 ? ", " : "") + "*" + char(c - 1);
    bomb += "]\n";
  }
  const auto bombed = parse_site(bomb, "a.yaml");
  ASSERT_EQ(bombed.faults.size(), 1u);
  EXPECT_EQ(bombed.faults[0].text, "the file is nested too deep, or too large");
}

TEST(SiteFault, AMissingFileIsOne) {
  EXPECT_THAT(texts_of(load_site("/nowhere/a.yaml").faults),
              ElementsAre("/nowhere/a.yaml: the file can't be read; is it there, and readable?"));
  EXPECT_FALSE(load_site("/tmp").faults.empty());
}

TEST(SiteFault, GoodFilesHaveNone) {
  for (const std::string yaml : {"", "rules: []", "rules:", "discover:", "tests: []", "manners: {headers: {}}"}) {
    EXPECT_THAT(texts_of(parse_site("site: a\nhome: https://a.example/\n" + yaml, "a.yaml").faults), IsEmpty()) << yaml;
  }
}

}  // namespace
}  // namespace winnow::site
