#include "winnow/format.h"

#include <gtest/gtest.h>

#include <string>

#include "base/json.h"
#include "base/utf8.h"

namespace winnow {
namespace {

Block block(BlockType type, std::string text) {
  Block out;
  out.type = type;
  out.text = std::move(text);
  return out;
}

Block list(std::vector<std::string> items, bool ordered) {
  Block out = block(BlockType::list, "");
  out.items = std::move(items);
  out.ordered = ordered;
  return out;
}

Block table(std::vector<std::vector<std::string>> rows) {
  Block out = block(BlockType::table, "");
  out.rows = std::move(rows);
  return out;
}

Block heading(std::string text, int level) {
  Block out = block(BlockType::heading, std::move(text));
  out.level = level;
  return out;
}

Block image() {
  Block out = block(BlockType::image, "");
  out.src = "https://example.com/a.jpg";
  out.alt = "A bridge";
  out.caption = "The bridge at dawn";
  return out;
}

std::vector<Block> rich() {
  Block paragraph = block(BlockType::paragraph, "Of the bridge.");
  paragraph.links = {{3, 13, "https://example.com/2"}};
  Block nested = list({"one", "two", "three"}, true);
  nested.depths = {0, 1, 0};
  nested.numbers = {3, kBullet, 4};
  nested.links = {{0, 3, "https://example.com/1", 1}};
  Block fares = table({{"a", "b"}, {"c", "d"}});
  fares.header = 1;
  fares.caption = "Fares";
  fares.links = {{0, 1, "https://example.com/c", 1, 0}, {0, 1, "https://example.com/d", 1, 1}};
  Block code = block(BlockType::code, "x = 1");
  code.language = "python";
  Block film = block(BlockType::embed, "");
  film.src = "https://film.example.com/1";
  film.alt = "A film";
  return {paragraph, nested, fares, code, film};
}

Article full() {
  Article a;
  a.id = "0123456789abcdef";
  a.url = "https://example.com/1?x=1";
  a.canonical_url = "https://example.com/1";
  a.site = "example";
  a.title = "桥 \"opens\"";
  a.subtitle = "At last";
  a.summary = "A bridge.";
  a.authors = {"Jane Doe", "周艾琳"};
  a.editors = {"John Roe"};
  a.source = "Example Times";
  a.published_at = "2025-02-11T21:42:41+08:00";
  a.modified_at = "2025-02-12";
  a.language = "en";
  a.section = "City";
  a.breadcrumb = {"Home", "City"};
  a.tags = {"bridge"};
  a.body = {block(BlockType::paragraph, "First."),
            heading("Why", 2),
            list({"one", "two"}, true),
            table({{"a", "b"}, {"c", ""}}),
            block(BlockType::quote, "Said she."),
            block(BlockType::code, "x = 1\ny = 2"),
            image(),
            block(BlockType::embed, "A post.")};
  a.text = plain_text(a.body);
  a.images = {"https://example.com/a.jpg"};
  a.links = {"https://example.com/2"};
  a.removed = {{RemovedKind::spam_header, "spam, spam"}, {RemovedKind::rule, "x"}};
  a.repairs = {{"mirror", 3, 1.0, {}}, {"mojibake", 1, 0.5, {{2, 4}}}};
  a.encoding = "gb18030";
  a.fetched_at = "2025-02-11T22:00:00Z";
  a.content_hash = "00";
  a.near_hash = "11";
  a.extractor = "winnow 0.1.0 rules=auto";
  return a;
}

TEST(Json, WhatIsWrittenReadsBackTheSame) {
  for (const JsonStyle style : {JsonStyle::pretty, JsonStyle::line}) {
    const auto read = article_from_json(to_json(full(), style));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, full());
  }
}

TEST(Json, WhatBlocksHaveReadsBackTheSame) {
  Article a = full();
  a.body = rich();
  const auto read = article_from_json(to_json(a));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, a);
}

TEST(Json, LinksNameTheItemOrCell) {
  Article a;
  a.body = rich();
  const auto json = Json::parse(to_json(a));
  ASSERT_TRUE(json);
  const Json::Array& body = (*json)["body"].array();
  EXPECT_EQ(body[0]["links"].dump(), R"([{"start": 3, "end": 13, "url": "https://example.com/2"}])");
  EXPECT_EQ(body[1]["links"].dump(), R"([{"start": 0, "end": 3, "url": "https://example.com/1", "item": 1}])");
  EXPECT_EQ(body[1]["numbers"].dump(), "[3, null, 4]");
  EXPECT_EQ(body[2]["links"].array()[1].dump(),
            R"({"start": 0, "end": 1, "url": "https://example.com/d", "row": 1, "cell": 1})");
}

TEST(Json, FieldsStandInTheContractsOrder) {
  const auto json = Json::parse(to_json(full()));
  ASSERT_TRUE(json);
  std::string names;
  for (const auto& [name, value] : json->object()) names += name + " ";
  EXPECT_EQ(names,
            "id url canonical_url site title subtitle summary authors editors source published_at modified_at language "
            "section breadcrumb tags body text images links removed repairs encoding fetched_at content_hash near_hash "
            "extractor ");
}

TEST(Json, WhatIsUnknownIsAbsent) { EXPECT_EQ(to_json(Article{}, JsonStyle::line), "{}"); }

TEST(Json, AGuessStandsWithItsPlace) {
  Article a;
  a.repairs = {{"mojibake", 3, 0.5, {{2, 4}}}};
  EXPECT_EQ(Json::parse(to_json(a))->dump(),
            Json::parse(R"({"repairs": [{"kind": "mojibake", "count": 2, "confidence": 1},
                                        {"kind": "mojibake", "count": 1, "confidence": 0.5, "place": [2, 4]}]})")
                ->dump());
}

TEST(Json, OneLineIsOneLine) { EXPECT_EQ(to_json(full(), JsonStyle::line).find('\n'), std::string::npos); }

TEST(Json, WhatIsNoArticleIsNotRead) {
  for (const char* text : {"", "[]", "{", "3", "{}", R"({"name":"x"})", R"({"id":"","title":"x"})"})
    EXPECT_FALSE(article_from_json(text)) << text;
}

TEST(Json, UnknownFieldsAndKindsAreLeftOut) {
  const auto read = article_from_json(R"({"id":"1","mood":"good","removed":[{"kind":"odd","text":"x"}]})");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->removed.empty());
}

TEST(Json, IsUtf8WhateverTheArticleHolds) {
  Article a;
  a.title = "a\xff\xfe";
  EXPECT_TRUE(utf8::valid(to_json(a)));
  EXPECT_TRUE(utf8::valid(to_markdown(a)));
  EXPECT_TRUE(utf8::valid(to_text(a)));
}

TEST(PlainText, ABlockALine) {
  EXPECT_EQ(plain_text(full().body), "First.\nWhy\none\ntwo\na\tb\nc\t\nSaid she.\nx = 1\ny = 2\nA post.");
  EXPECT_EQ(plain_text({}), "");
  EXPECT_EQ(plain_text({image()}), "");
}

TEST(Text, TitleThenBody) {
  Article a;
  a.title = "Bridge opens";
  a.text = "First.\nSecond.";
  EXPECT_EQ(to_text(a), "Bridge opens\n\nFirst.\nSecond.\n");
  EXPECT_EQ(to_text(Article{}), "");
}

TEST(Markdown, FrontMatterAndBlocks) {
  const std::string markdown = to_markdown(full());
  for (const char* part :
       {"---\nid: \"0123456789abcdef\"\n", "title: \"桥 \\\"opens\\\"\"\n", "authors: [\"Jane Doe\", \"周艾琳\"]\n",
        "\n---\n\n# 桥 \"opens\"\n",
        "\n\nFirst.\n\n## Why\n\n1. one\n2. two\n\n|  |  |\n| --- | --- |\n| a | b |\n| c |  |\n", "\n> Said she.\n",
        "\n```\nx = 1\ny = 2\n```\n", "![A bridge](<https://example.com/a.jpg>)\n*The bridge at dawn*"}) {
    EXPECT_NE(markdown.find(part), std::string::npos) << part << "\n" << markdown;
  }
}

TEST(Markdown, MarkupInTextIsEscaped) {
  struct Row {
    const char* text;
    const char* markdown;
  };
  for (const Row& row : {Row{"# no heading", "\\# no heading"},
                         {"- no list", "\\- no list"},
                         {"1. no list", "1\\. no list"},
                         {"a *star* and _line_", "a \\*star\\* and \\_line\\_"},
                         {"<b>", "\\<b>"},
                         {"3.5 per cent", "3.5 per cent"},
                         {"[x](y)", "\\[x\\](y)"}}) {
    Article a;
    a.body = {block(BlockType::paragraph, row.text)};
    EXPECT_EQ(to_markdown(a), std::string("---\n---\n\n") + row.markdown + "\n");
  }
}

TEST(Markdown, AFenceIsLongerThanAnyInTheCode) {
  Article a;
  a.body = {block(BlockType::code, "```\nx\n```")};
  EXPECT_NE(to_markdown(a).find("````\n```\nx\n```\n````"), std::string::npos);
}

TEST(Names, OfEveryBlockAndRemovedKind) {
  EXPECT_EQ(name_of(BlockType::embed), "embed");
  EXPECT_EQ(name_of(RemovedKind::spam_header), "spam_header");
  EXPECT_EQ(name_of(RemovedKind::rule), "rule");
}

}  // namespace
}  // namespace winnow
