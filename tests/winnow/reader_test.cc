#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kFirst =
    "The new bridge was opened on Monday morning, and hundreds of people crossed the river on foot before noon.";
const std::string kSecond =
    "Its engineer said that the work had taken nine years, three of them spent in court over a single old oak tree.";
const std::string kThird =
    "A ferry had crossed here since the fourteenth century. Its last captain, who is eighty, watched from the bank.";

std::string page(const std::string& paragraphs, const std::string& head = "") {
  return "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Bridge opens after nine years</title>" + head +
         "</head><body><nav><a href=/>Home</a> <a href=/city>City</a></nav><article><h1>Bridge opens after nine "
         "years</h1>" +
         paragraphs + "</article><footer>Imprint</footer></body></html>";
}

std::string paragraphs(std::initializer_list<std::string> texts) {
  std::string out;
  for (const std::string& text : texts) out += "<p>" + text + "</p>\n";
  return out;
}

Page html(std::string_view bytes, std::string_view url = "https://news.example.com/1.html") {
  return {.bytes = bytes, .url = url, .content_type = {}, .fetched_at = "2025-02-11T22:00:00Z", .input = Input::html};
}

TEST(Reader, APageBecomesAnArticle) {
  const std::string bytes = page(paragraphs({kFirst, kSecond, kThird}));
  const Reading reading = Reader({}).read(html(bytes));
  EXPECT_EQ(reading.refused, "");
  EXPECT_EQ(reading.article.title, "Bridge opens after nine years");
  EXPECT_EQ(reading.article.text, kFirst + "\n" + kSecond + "\n" + kThird);
  EXPECT_EQ(reading.article.language, "en");
  EXPECT_EQ(reading.article.url, "https://news.example.com/1.html");
  EXPECT_EQ(reading.article.fetched_at, "2025-02-11T22:00:00Z");
  EXPECT_EQ(reading.article.encoding, "UTF-8");
  EXPECT_EQ(reading.article.extractor, "winnow 0.1.0 rules=auto");
  EXPECT_EQ(reading.article.id.size(), 16u);
  EXPECT_TRUE(reading.trace.empty());
}

TEST(Reader, TheSameAddressGivesTheSameId) {
  const std::string bytes = page(paragraphs({kFirst, kSecond, kThird}));
  const Reader reader({});
  const std::string id = reader.read(html(bytes)).article.id;
  EXPECT_EQ(reader.read(html(bytes, "https://news.example.com/1.html?utm_source=mail#x")).article.id, id);
  EXPECT_NE(reader.read(html(bytes, "https://news.example.com/2.html")).article.id, id);
  EXPECT_EQ(reader.read(html(bytes, "")).article.id, "");
}

TEST(Reader, WhatIsNoPageIsRefusedWithItsReason) {
  struct Row {
    std::string bytes;
    std::string_view content_type;
  };
  for (const Row& row : {Row{"%PDF-1.7\n\xe2\xe3", ""},
                         {"", ""},
                         {"\x89PNG\r\n\x1a\n....", ""},
                         {"{\"a\":1}", "application/json"},
                         {"<html><body></body></html>", ""},
                         {"<html><body><nav><a href=/>Home</a></nav></body></html>", ""}}) {
    const Reading reading = Reader({}).read({row.bytes, "https://a.example/1", row.content_type, {}, Input::html});
    EXPECT_NE(reading.refused, "") << row.bytes;
    EXPECT_EQ(reading.article.text, "");
    EXPECT_EQ(reading.article.url, "https://a.example/1");
  }
  EXPECT_NE(Reader({}).read(std::span<const Page>()).refused, "");
}

TEST(Reader, PartsAreJoinedAndWhatTheyRepeatGoes) {
  const std::string lead = "Nine years of work, one oak tree and a ferry captain who is out of work at last, too.";
  const std::string one = page(paragraphs({lead, kFirst, kSecond}));
  const std::string two = page(paragraphs({lead, kThird}));
  const std::vector<Page> parts = {html(one), html(two, "https://news.example.com/1_2.html")};
  const Reading reading = Reader({}).read(parts);
  EXPECT_EQ(reading.article.text, lead + "\n" + kFirst + "\n" + kSecond + "\n" + kThird);
  EXPECT_EQ(reading.article.url, "https://news.example.com/1.html");
}

TEST(Reader, APartThatIsNoPageIsLeftOut) {
  const std::string one = page(paragraphs({kFirst, kSecond, kThird}));
  const std::vector<Page> parts = {html(one), html("%PDF-1.7\n\xe2\xe3", "https://news.example.com/1_2.html")};
  EXPECT_EQ(Reader({}).read(parts).article.text, Reader({}).read(html(one)).article.text);
}

TEST(Reader, RulesWinOverTheWitnesses) {
  const std::string bytes =
      page("<p class=who>By Jane Doe</p><div class=t>The title as the site wants it</div><div class=b>" +
           paragraphs({kFirst, kSecond}) + "<p class=x>Extra words here.</p></div>" + paragraphs({kThird}));
  RuleSet set;
  set.name = "v1";
  set.fields[Field::title].places = {{.css = "div.t"}};
  set.fields[Field::body].places = {{.css = "div.b"}};
  set.fields[Field::authors].places = {{.css = "p.who"}};
  set.remove.push_back({.text = "^Extra words"});
  Options options;
  options.rules = {set};
  const Article article = Reader(options).read(html(bytes)).article;
  EXPECT_EQ(article.title, "The title as the site wants it");
  EXPECT_EQ(article.text, kFirst + "\n" + kSecond);
  EXPECT_THAT(article.authors, testing::ElementsAre("Jane Doe"));
  EXPECT_EQ(article.extractor, "winnow 0.1.0 rules=v1");
  EXPECT_THAT(article.removed, testing::Contains(Removed{RemovedKind::rule, "Extra words here."}));
}

TEST(Reader, TheSourceIsChangedBeforeItIsRead) {
  const std::string bytes = page("<lazy-p>" + kFirst + "</lazy-p>" + paragraphs({kSecond}));
  Options options;
  options.trace = true;
  options.replace = {{"lazy-p", "p"}, {kSecond, kThird}, {"never there", "x"}};
  const Reading reading = Reader(options).read(html(bytes));
  EXPECT_EQ(reading.article.text, kFirst + "\n" + kThird);
  EXPECT_THAT(reading.trace, testing::Contains(testing::Field(&TraceStep::why, "2 times")));
  options.replace = {{"p", std::string(100'000, 'p')}, {kSecond, kThird}};
  EXPECT_THAT(Reader(options).read(html(bytes)).article.text, HasSubstr(kThird))
      << "what makes it too large is left out";
}

TEST(Reader, ABodyIsPrunedUnlessItsRuleSaysNot) {
  const std::string bytes =
      page("<div class=b>" + paragraphs({kFirst, kSecond}) + "<div class=related-posts>" + paragraphs({kThird}) +
           "</div><p style='display:none'>Unseen words.</p> lost words</div>");
  RuleSet set;
  set.fields[Field::body].places = {{.css = "div.b"}};
  set.remove = {{.css = "div.b::text"}};
  Options options;
  options.rules = {set};
  EXPECT_EQ(Reader(options).read(html(bytes)).article.text, kFirst + "\n" + kSecond);
  options.rules[0].fields[Field::body].prune = false;
  EXPECT_EQ(Reader(options).read(html(bytes)).article.text, kFirst + "\n" + kSecond + "\n" + kThird);
}

TEST(Reader, AScriptMayBeChosen) {
  const std::string text = "週一上午，新的跨江大橋正式通車，數百名市民步行過橋，設計師說這座橋可以使用一百年。";
  const std::string bytes =
      "<html lang=zh-Hant><head><meta charset=utf-8><title>大橋通車</title></head><body><article><h1>大橋通車</h1><p>" +
      text + "</p><p>" + text + "交通部門表示歡迎。</p></article></body></html>";
  Options options;
  options.clean.script = Script::simplified;
  const Article article = Reader(options).read(html(bytes)).article;
  EXPECT_EQ(article.title, "大桥通车");
  EXPECT_EQ(article.language, "zh-Hans");
  EXPECT_THAT(article.text, HasSubstr("周一上午"));
  EXPECT_THAT(article.text, Not(HasSubstr("橋")));
}

TEST(Reader, TraceAndMarkedPageOnDemand) {
  const std::string bytes = page(paragraphs({kFirst, kSecond, "Share on Facebook", kThird}));
  Options options;
  options.trace = options.mark = true;
  const Reading reading = Reader(options).read(html(bytes));
  EXPECT_FALSE(reading.trace.empty());
  EXPECT_THAT(reading.marked_html, HasSubstr("data-winnow=\"kept\""));
  EXPECT_THAT(reading.marked_html, HasSubstr("data-winnow=\"removed\" title=\"removed: share: "));
}

TEST(Reader, AnyBytesGiveAnAnswer) {
  std::string bytes;
  std::uint32_t state = 1;
  for (int i = 0; i < 20'000; ++i) bytes += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  const Reader reader({});
  (void)reader.read(html(bytes));
  (void)reader.read(html("<div>" + bytes));
  (void)reader.read({bytes, {}, {}, {}, Input::text});
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  EXPECT_NE(reader.read(html(deep)).refused, "");
}

TEST(Check, NamesWhatIsWrongInTheOptions) {
  Options options;
  options.encoding = "klingon";
  options.zone = "Mars/Olympus";
  RuleSet set;
  set.name = "v1";
  set.fields[Field::title].places = {{.css = "h1["}};
  options.rules = {set};
  EXPECT_EQ(check(options).size(), 3u);
  EXPECT_TRUE(check({}).empty());
}

}  // namespace
}  // namespace winnow
