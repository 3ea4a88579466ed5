#include "app/clean_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "app/columns.h"

namespace winnow::app {
namespace {

using ::testing::HasSubstr;

const Trace kTrace = {
    {"decode", "charset", "UTF-8", "meta"},
    {"clean", "removed", "Share this story with all of your friends", "share: named as a share bar"},
    {"extract", "kept", "港口周一关闭，市政府说，修理要到春天才能完成，没有人受伤，渡轮将从鱼市场出发。",
     "paragraph: value 131"},
    {"extract", "title", "Harbour closed after the storm, and the ferries leave from the fish market until the spring",
     "heading (90), over jsonld (80) \"Harbour closed\", meta:og:title (70) \"Harbour closed | The Paper\", title "
     "(40)"},
    {"extract", "kept", "One\nTwo\033[2J", "paragraph: value 12, 100 % in links, all bold or small"},
};

TEST(CleanReport, FieldsThenALineABlock) {
  EXPECT_EQ(clean_report({kTrace[0], kTrace[1], kTrace[2]}, 80, false),
            "Steps and fields: value (where it is from, what it outdid)\n"
            "decode   charset     UTF-8  (meta)\n"
            "\n"
            "Blocks in reading order: decision, kind, why, text\n"
            "removed  share        named as a share bar    Share this story with all of your…\n"
            "kept     paragraph    value 131               港口周一关闭，市政府说，修理要到…\n");
}

TEST(CleanReport, FitsTheTerminal) {
  for (const std::size_t width : {60, 80, 100, 120, 200}) {
    const std::string report = clean_report(kTrace, width, false);
    for (std::size_t at = 0; at < report.size();) {
      const std::size_t end = report.find('\n', at);
      EXPECT_LE(columns(std::string_view(report).substr(at, end - at)), width) << report;
      at = end + 1;
    }
  }
}

TEST(CleanReport, IsFreeOfWhatMovesACursor) {
  EXPECT_EQ(clean_report(kTrace, 80, false).find('\033'), std::string::npos);
  EXPECT_THAT(clean_report(kTrace, 80, true), HasSubstr("\033[31mremoved  share"));
}

TEST(Columns, CutAndWrap) {
  EXPECT_EQ(cut("harbour", 7), "harbour");
  EXPECT_EQ(cut("harbour", 5), "harb…");
  EXPECT_EQ(cut("港口周一", 5), "港口…");
  EXPECT_EQ(cut("港口周一", 0), "…");
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
}

}  // namespace
}  // namespace winnow::app
