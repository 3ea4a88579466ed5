// Messages: what goes in comes out, field by field, and no bytes do harm.
#include "worker/message.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace winnow::worker {
namespace {

// Every field has a value of its own, so that two that change places show.
Options full_options() {
  Options options;
  options.site = "site";
  options.language = "zh-Hant";
  options.zone = "Asia/Taipei";
  options.encoding = "big5";
  FieldRule rule{{{"h1", "fixed", "title", "before", "after", "^(.*)$", ",", "+"}, {.css = "jsonld:b"}}, 17, 3, false};
  options.replace = {{"find", "with"}, {"<b>", ""}};
  options.rules = {{"v2",
                    "div.x",
                    {{Field::title, rule}, {Field::next_page, {}}},
                    {{".share", "", ""}, {"", "^ad", ""}, {"img", "", "src"}}},
                   {"v1", "", {}, {}}};
  options.clean = {false, true, false, true, Script::traditional};
  options.repair = {false, Mode::on, Mode::off};
  options.prefilter = false;
  options.trace = true;
  options.mark = true;
  return options;
}

crawl::CleanJob full_job() {
  crawl::CleanJob job;
  job.options = std::make_shared<const Options>(full_options());
  job.parts = {{std::string("a\0b", 3), "https://a.example/1", "text/html", "2025-02-11T00:00:00Z"}, {"", "u", "", ""}};
  job.known = "known";
  job.lines = std::make_shared<const std::string>("lines\xFF");
  job.input = Input::text;
  return job;
}

Reading full_reading() {
  Reading reading;
  Article& a = reading.article;
  a = {"0123456789abcdef",
       "https://a.example/1",
       "canonical",
       "site",
       "title",
       "subtitle",
       "summary",
       {"A", "B"},
       {"E"},
       "source",
       "published",
       "modified",
       "language",
       "section",
       {"b1", "b2"},
       {"t"},
       {},
       "text",
       {"i"},
       {"l1", "l2"},
       {},
       {},
       "encoding",
       "2025-02-11T00:00:00Z",
       "content",
       "fedcba9876543210",
       "extractor"};
  Block block;
  block.type = BlockType::table;
  block.text = "text";
  block.level = 3;
  block.ordered = true;
  block.items = {"one", "two"};
  block.depths = {0, 1};
  block.numbers = {kBullet, 7};
  block.rows = {{"a", "b"}, {}, {"c"}};
  block.header = 1;
  block.src = "src", block.alt = "alt", block.caption = "caption", block.language = "python";
  block.links = {{1, 2, "url", 3, 4}};
  a.body = {block, {}};
  a.removed = {{RemovedKind::rule, "gone", "why"}};
  a.repairs = {{"mirror", 3, 0.5, {{1, 2}, {3, 4}}}};
  reading.refused = "refused";
  reading.next_page = "https://a.example/2";
  reading.trace = {{"stage", "action", "what", "why"}};
  reading.marked_html = "<p>";
  reading.learned = "learned";
  reading.seen = {1, 2, {{3, 4, 5, Seat::inside, true}}};
  reading.refetch = true;
  return reading;
}

TEST(Message, AHeaderComesBack) {
  const auto header = header_of(header_bytes({Kind::reading, 0x0102030405060708}));
  ASSERT_TRUE(header);
  EXPECT_EQ(header->kind, Kind::reading);
  EXPECT_EQ(header->size, 0x0102030405060708U);
  EXPECT_EQ(header_bytes({Kind::ready, 0}).size(), kHeaderSize);
  EXPECT_EQ(framed(Kind::clean, "body").substr(kHeaderSize), "body");
}

TEST(Message, WhatIsNoHeaderIsNone) {
  std::string bytes = header_bytes({Kind::ready, 1});
  const std::string rows[] = {"", bytes.substr(1), bytes + "x", '\0' + bytes.substr(1), '\x7F' + bytes.substr(1)};
  for (const std::string& row : rows) EXPECT_FALSE(header_of(row)) << testing::PrintToString(row);
}

TEST(Message, OptionsComeBackWhole) {
  const std::string bytes = encode(7, full_options());
  const auto back = decode_options(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->first, 7U);
  EXPECT_EQ(encode(back->first, back->second), bytes);
  EXPECT_EQ(back->second.zone, "Asia/Taipei");
  EXPECT_EQ(back->second.rules[0].fields.at(Field::title).places[1].css, "jsonld:b");
  EXPECT_EQ(back->second.rules[0].fields.at(Field::title).places[0].join, "+");
  EXPECT_EQ(back->second.rules[0].remove[2].attr, "src");
  EXPECT_EQ(back->second.replace[1].find, "<b>");
  EXPECT_EQ(back->second.rules[0].fields.at(Field::title).max, 3U);
  EXPECT_EQ(back->second.clean.script, Script::traditional);
  EXPECT_EQ(back->second.repair.mirror, Mode::on);
  EXPECT_FALSE(back->second.prefilter);
}

TEST(Message, LimitsComeBackWhole) {
  const auto back = decode_limits(encode(Limits{1, Millis(2), Millis(3), Millis(4), 5}));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->memory, 1U);
  EXPECT_EQ(back->cpu, Millis(2));
  EXPECT_EQ(back->wall, Millis(3));
  EXPECT_EQ(back->start, Millis(4));
  EXPECT_EQ(back->pages, 5);
}

TEST(Message, AJobComesBackWhole) {
  const auto back = decode_job(encode(9, 7, full_job()));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->options, 9U);
  EXPECT_EQ(back->lines, 7U);
  const crawl::CleanJob& job = back->job;
  ASSERT_EQ(job.parts.size(), 2U);
  EXPECT_EQ(job.parts[0].bytes, std::string("a\0b", 3));
  EXPECT_EQ(job.parts[0].fetched_at, "2025-02-11T00:00:00Z");
  EXPECT_EQ(job.parts[1].url, "u");
  EXPECT_EQ(job.known, "known");
  EXPECT_FALSE(job.lines) << "they go by their number";
  EXPECT_EQ(job.input, Input::text);
}

TEST(Message, LinesComeBackWhole) {
  const auto back = decode_lines(encode(7, std::string("lines\xFF")));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->first, 7U);
  EXPECT_EQ(back->second, "lines\xFF");
  EXPECT_FALSE(decode_lines(encode(7, std::string("lines")) + "x"));
}

TEST(Message, AReadingComesBackWhole) {
  const Reading reading = full_reading();
  const auto back = decode_reading(encode(reading));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->article, reading.article);
  EXPECT_EQ(back->refused, "refused");
  EXPECT_EQ(back->next_page, "https://a.example/2");
  ASSERT_EQ(back->trace.size(), 1U);
  EXPECT_EQ(back->trace[0].why, "why");
  EXPECT_EQ(back->marked_html, "<p>");
  EXPECT_EQ(back->learned, "learned");
  EXPECT_EQ(back->seen.id, 1U);
  EXPECT_EQ(back->seen.title, 2U);
  EXPECT_EQ(back->seen.lines, reading.seen.lines);
  EXPECT_TRUE(back->refetch);
}

crawl::SourceJob full_source() {
  crawl::SourceJob job;
  job.source = {
      crawl::Source::Kind::list, "https://a.example/list", {"https://a.example/list", "a.x", "a.next", 4}, 2, 1};
  job.rules = std::make_shared<const crawl::UrlRules>(
      crawl::UrlRules{"https://a.example/", {{"^/1"}, {"x$"}, {"utm_*"}, {"m.a.example"}}, {"https://a.example/list"}});
  job.page = {"<a href=/1>", "https://a.example/list", "text/html", "2025-02-11T00:00:00Z"};
  return job;
}

crawl::SourceFinds full_finds() {
  crawl::SourceFinds finds;
  finds.urls = {{"https://a.example/1", "https://a.example/1?b", "2025-02-11", 17}};
  finds.further = {full_source().source};
  ++finds.further[0].page;
  finds.fault = "fault";
  return finds;
}

TEST(Message, ASourceItsRulesAndItsFindsComeBackWhole) {
  const crawl::SourceJob job = full_source();
  const std::string rules = encode(3, *job.rules), source = encode(3, job), finds = encode(full_finds());
  const auto rules_back = decode_rules(rules);
  ASSERT_TRUE(rules_back);
  EXPECT_EQ(encode(rules_back->first, rules_back->second), rules);
  EXPECT_EQ(rules_back->second.urls.drop_query, job.rules->urls.drop_query);
  EXPECT_EQ(rules_back->second.sources, job.rules->sources);
  const auto back = decode_source(source);
  ASSERT_TRUE(back);
  EXPECT_EQ(encode(back->first, back->second), source);
  EXPECT_EQ(back->second.source.list.next, "a.next");
  EXPECT_EQ(back->second.source.depth, 1);
  EXPECT_EQ(back->second.page.bytes, "<a href=/1>");
  const auto finds_back = decode_finds(finds);
  ASSERT_TRUE(finds_back);
  EXPECT_EQ(encode(*finds_back), finds);
  EXPECT_EQ(finds_back->urls[0].modified, 17);
  EXPECT_EQ(finds_back->further[0].page, 3);
  for (std::size_t size = 0; size < finds.size(); ++size) EXPECT_FALSE(decode_finds(finds.substr(0, size)));
  for (std::size_t size = 0; size < source.size(); ++size) EXPECT_FALSE(decode_source(source.substr(0, size)));
  for (std::size_t size = 0; size < rules.size(); ++size) EXPECT_FALSE(decode_rules(rules.substr(0, size)));
}

TEST(Message, FindsMustFitTheirSource) {
  const crawl::SourceJob job = full_source();
  EXPECT_EQ(fault_of(full_finds(), job), "");
  const std::vector<std::pair<const char*, void (*)(crawl::SourceFinds&)>> rows = {
      {"a file", [](crawl::SourceFinds& f) { f.urls[0].url = "file:///etc/passwd"; }},
      {"a key", [](crawl::SourceFinds& f) { f.urls[0].key = ""; }},
      {"no UTF-8", [](crawl::SourceFinds& f) { f.urls[0].url += "\xFF"; }},
      {"a long date", [](crawl::SourceFinds& f) { f.urls[0].published.assign(10'000, '1'); }},
      {"a long complaint", [](crawl::SourceFinds& f) { f.fault.assign(10'000, '1'); }},
      {"many sources", [](crawl::SourceFinds& f) { f.further.assign(101, f.further[0]); }},
      {"a source that is no address", [](crawl::SourceFinds& f) { f.further[0].url = "x"; }},
      {"itself", [](crawl::SourceFinds& f) { f.further[0].page = 2; }},
      {"a list without an end", [](crawl::SourceFinds& f) { f.further[0].list.max_pages = 1 << 30; }},
  };
  for (const auto& [name, spoil] : rows) {
    crawl::SourceFinds bad = full_finds();
    spoil(bad);
    EXPECT_NE(fault_of(bad, job), "") << name;
  }
}

TEST(Message, EveryCutAndEveryTailIsAFault) {
  const std::string bytes = encode(full_reading()), options = encode(1, full_options()), job = encode(1, 2, full_job());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_reading(bytes.substr(0, size))) << size;
  for (std::size_t size = 0; size < options.size(); ++size) EXPECT_FALSE(decode_options(options.substr(0, size)));
  for (std::size_t size = 0; size < job.size(); ++size) EXPECT_FALSE(decode_job(job.substr(0, size)));
  EXPECT_FALSE(decode_reading(bytes + '\0'));
}

TEST(Message, EveryByteChangedDoesNoHarm) {
  const std::string bytes = encode(full_reading());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char other : {'\0', '\x01', '\x7F', '\xFF'}) {
      std::string changed = bytes;
      changed[at] = other;
      if (const auto reading = decode_reading(changed)) (void)fault_of(*reading, full_job());
    }
  }
}

TEST(Message, AnAnswerMustFitItsJob) {
  const crawl::CleanJob job = full_job();
  Reading good = full_reading();
  good.refused.clear();
  EXPECT_EQ(fault_of(good, job), "");
  const std::vector<std::pair<const char*, void (*)(Reading&)>> rows = {
      {"site", [](Reading& r) { r.article.site = "../other"; }},
      {"url", [](Reading& r) { r.article.url = "https://b.example/"; }},
      {"fetched", [](Reading& r) { r.article.fetched_at = "2001-01-01T00:00:00Z"; }},
      {"id", [](Reading& r) { r.article.id = "../../etc/passwd"; }},
      {"id's case", [](Reading& r) { r.article.id = "0123456789ABCDEF"; }},
      {"near hash", [](Reading& r) { r.article.near_hash = "x"; }},
      {"next page", [](Reading& r) { r.next_page = "file:///etc/passwd"; }},
      {"learned", [](Reading& r) { r.learned.assign(2 << 20, 'x'); }},
      {"confidence", [](Reading& r) { r.article.repairs[0].confidence = std::nan(""); }},
      {"text", [](Reading& r) { r.article.body[0].rows[0][1] = "\xFF"; }},
      {"title", [](Reading& r) { r.article.title = "\xED\xA0\x80"; }},
      {"confidence above one", [](Reading& r) { r.article.repairs[0].confidence = 2; }},
  };
  for (const auto& [name, spoil] : rows) {
    Reading bad = good;
    spoil(bad);
    EXPECT_NE(fault_of(bad, job), "") << name;
  }
}

TEST(Message, TheAnswersSizeIsBoundedByTheJobs) {
  crawl::CleanJob job = full_job();
  const std::uint64_t small = most_of_answer(job);
  EXPECT_LT(small, std::uint64_t{8} << 20);
  job.parts[0].bytes.assign(8 << 20, 'x');
  EXPECT_GT(most_of_answer(job), small);
  job.parts[0].bytes.assign(64 << 20, 'x');
  EXPECT_LE(most_of_answer(job), std::uint64_t{128} << 20);
}

}  // namespace
}  // namespace winnow::worker
