// `winnow repair` and `winnow decode`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "cli/desk.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;

constexpr const char* kDamaged = "cafÃ© crÃ¨me brÃ»lÃ©e";
constexpr const char* kWhole = "café crème brûlée";

TEST(RepairCommand, LinesStayLines) {
  const std::string text = std::string("one\n\n") + kDamaged + "\r\nthree";
  const Ended end = winnow({"repair"}, {.input = text});
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.out, std::string("one\n\n") + kWhole + "\r\nthree");
  EXPECT_EQ(end.err, "");
}

TEST(RepairCommand, ExplainSaysWhatAndWhy) {
  const Ended end = winnow({"repair", "--explain"}, {.input = kDamaged});
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.out, kWhole);
  EXPECT_THAT(end.err, HasSubstr("mojibake"));
}

TEST(RepairCommand, JsonlKeepsOtherFieldsAndAddsChanges) {
  const std::string line = std::string("{\"id\":7,\"text\":\"") + kDamaged + "\",\"more\":[1,{\"a\":null}]}\n";
  const Ended end = winnow({"repair", "--jsonl"}, {.input = line + "\n" + "{\"text\":\"all is well\"}"});
  EXPECT_EQ(end.status, 0) << end.err;
  const std::size_t first = end.out.find('\n');
  const Json document = Json::parse(end.out.substr(0, first)).value_or(Json());
  EXPECT_EQ(document["text"].string(), kWhole);
  EXPECT_EQ(document["id"].integer(), 7);
  EXPECT_EQ(document["more"].array().size(), 2U);
  ASSERT_FALSE(document["changes"].array().empty());
  EXPECT_EQ(document["changes"].array()[0]["kind"].string(), "mojibake");
  EXPECT_EQ(end.out.substr(first), "\n\n{\"text\": \"all is well\", \"changes\": []}\n");
}

TEST(RepairCommand, ALineThatIsNoDocumentIsNamedAndPassed) {
  const Desk desk;
  desk.write("a.jsonl", "{\"text\":\"fine\"}\nnot json\n{\"text\":5}\n");
  const Ended end = desk.winnow({"repair", "--jsonl", "a.jsonl"});
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.err, HasSubstr("winnow: a.jsonl:2: "));
  EXPECT_THAT(end.err, HasSubstr("winnow: a.jsonl:3: "));
  EXPECT_THAT(end.out, HasSubstr("\nnot json\n{\"text\":5}\n"));
}

TEST(RepairCommand, AFileThatIsNotThereIsNamed) {
  const Ended end = winnow({"repair", "/nonexistent/a.txt"});
  EXPECT_EQ(end.status, 1);
  EXPECT_EQ(end.err, "winnow: /nonexistent/a.txt: No such file or directory\n");
}

TEST(DecodeCommand, BytesBecomeUtf8) {
  const struct {
    std::vector<std::string> arguments;
    std::string bytes, text;
  } rows[] = {
      {{"decode", "--content-type", "text/html; charset=gbk"}, "\xd6\xd0\xb9\xfa", "中国"},
      {{"decode"}, "\xef\xbb\xbfplain", "plain"},
      {{"decode"},
       std::string("\xff\xfe"
                   "a\0b\0",
                   6),
       "ab"},
      {{"decode"},
       "<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>",
       "<meta charset=windows-1251><p>Привет</p>"},
  };
  for (const auto& row : rows) {
    const Ended end = winnow(row.arguments, {.input = row.bytes});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(end.out, row.text);
  }
}

TEST(DecodeCommand, LabelNamesEachFilesEncoding) {
  const Desk desk;
  desk.write("a.html", "\xef\xbb\xbfplain");
  desk.write("b.html", "<meta charset=gb2312>\xd6\xd0\xb9\xfa");
  const Ended end = desk.winnow({"decode", "--label", "a.html", "nothing.html", "b.html"});
  EXPECT_EQ(end.status, 1);
  EXPECT_EQ(end.out, "a.html\tUTF-8\nb.html\tGBK\n");
  EXPECT_EQ(end.err, "winnow: nothing.html: No such file or directory\n");
}

}  // namespace
}  // namespace winnow::cli
