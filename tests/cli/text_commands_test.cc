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

// A row of the report, without what stands above and below it.
std::string row_with(const std::string& report, const std::string& part) {
  const std::size_t at = report.find(part);
  if (at == std::string::npos) return "no row with '" + part + "' in:\n" + report;
  const std::size_t start = report.rfind('\n', at) + 1;
  return report.substr(start, report.find('\n', at) - start);
}

TEST(RepairCommand, ExplainShowsPlaceKindBeforeAfterAndWhy) {
  const struct {
    const char *input, *part, *row;
  } rows[] = {
      {"one\nthe caf\u00C3\u00A9", "UTF-8", "  2:8     mojibake     Ã© → é  UTF-8 read as windows-1252"},
      {"x\u0093y", "U+0093", "  1:2     control      U+0093 → “  a control that is a character in windows-1252"},
      {"zero\u200Bwidth", "U+200B",
       "  1:5     control      U+200B → (nothing)  an invisible character without meaning here"},
      {"a\u2028b", "U+2028", "  1:2     control      U+2028 → a space  a separator of lines inside a line"},
      {"&ldquo;", "ldquo", "  1:1     entity       &ldquo; → “  a character reference that was escaped once too often"},
      {"中文 e\u0301", "form C", "  1:4     normal_form  e\u0301 → é  not in normal form C"},
      {"gone \uFFFD", "bytes", "  1:6     lost         \uFFFD  left as it is: its bytes are gone"},
      {"gone \uFFFD", "in all", "  in all  lost         once, left as it is"},
      {"¹ú¼ÒÍ³¼Æ¾Ö½ñÌì·¢²¼µÄÊý¾Ý", "in all", "  in all  mojibake     once, 1 guessed, the least sure to 93 %"},
      {"中\uE001", "left",
       "  1:2     private_use  U+E001  left as it is: only the page's own font knows what it shows"},
      {"all is well", "in all", "  in all  nothing to repair "},
  };
  for (const auto& row : rows) {
    const Ended end = winnow({"repair", "--explain"}, {.input = row.input});
    EXPECT_EQ(end.err.substr(0, 15), "standard input\n");
    EXPECT_EQ(row_with(end.err, row.part), row.row);
  }
}

TEST(RepairCommand, ExplainShowsTheGateAndTheProofOfAMirror) {
  const Ended end =
      winnow({"repair", "--explain"},
             {.input = "因?yàn)樗鼈冊(cè)贏I的領(lǐng)域發(fā)展很快,我們的國(guó)家還會(huì)繼續(xù)發(fā)展。\n"
                       "這個(gè)國(guó)家的經(jīng)濟增長(zhǎng)超過(guò)了預(yù)期,問(wèn)題都會(huì)得到解決。\n"});
  EXPECT_EQ(end.out,
            "因为它们在AI的领域发展很快，我们的国家还会继续发展。\n"
            "这个国家的经济增长超过了预期，问题都会得到解决。\n");
  EXPECT_THAT(row_with(end.err, "looked"), HasSubstr("readings on"));
  EXPECT_THAT(end.err, HasSubstr("因為它們在A  characters that the mirror cut apart"));
  EXPECT_THAT(row_with(end.err, "in all  mirror"), HasSubstr("100 % of its lines proved"));
  EXPECT_EQ(row_with(end.err, "in all  script"), "  in all  script       2 times");
  EXPECT_EQ(row_with(end.err, "in all  punct"), "  in all  punctuation  2 times");
}

TEST(RepairCommand, ExplainOfDocumentsGivesPlacesAsArticlesHaveThem) {
  const Ended end = winnow({"repair", "--jsonl", "--explain"}, {.input = "{\"text\": \"the caf\u00C3\u00A9\"}\n"});
  EXPECT_EQ(end.err.substr(0, 17), "standard input:1\n");
  EXPECT_THAT(end.err, HasSubstr("  [7, 8)  mojibake"));
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
