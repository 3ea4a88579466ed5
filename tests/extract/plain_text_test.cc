#include "extract/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/plain_lines.h"

namespace winnow::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A scraped page of our own: noise, place in the site, title, byline, text with a heading, noise.
const std::string kScraped = R"(
   首页 > 城市 > 交通

   分享到微博

   跨江大桥周一通车,渡轮何去何从?

   江城日报 2024-05-06 07:30:12 听新闻

   作者:陈一鸣    责编:李小满

   周一上午,新的跨江大桥正式通车,数百名市民步行过桥。设计师说,这座桥可以使用一百年,渡轮将继续运行到年底。

   渡轮的最后一年

   渡轮公司表示,大桥通车之后,乘客减少了七成。船长王老三今年六十二岁,他在江上开了四十年的船,打算秋天退休。

   交通部门说,公交线路将在年底前开通,从江南到江北只需要十五分钟,比坐渡轮快了一倍,票价为两元。

   举报
   点击关闭
)";

std::vector<std::string> texts(const Body& body) {
  std::vector<std::string> out;
  for (const DraftBlock& draft : body.blocks) out.push_back(draft.block.text);
  return out;
}

TEST(PlainText, FieldsAreToldByFormAndPlace) {
  const PlainDraft draft = read_plain_text(kScraped, "", "");
  EXPECT_EQ(draft.fields.title, "跨江大桥周一通车,渡轮何去何从?");
  EXPECT_EQ(draft.fields.source, "江城日报");
  EXPECT_EQ(draft.fields.published_at, "2024-05-06T07:30:12");
  EXPECT_THAT(draft.fields.authors, ElementsAre("陈一鸣"));
  EXPECT_THAT(draft.fields.editors, ElementsAre("李小满"));
  EXPECT_THAT(draft.fields.breadcrumb, ElementsAre("首页", "城市", "交通"));
  EXPECT_EQ(draft.fields.section, "交通");
  EXPECT_EQ(draft.fields.language, "zh-Hans");
}

TEST(PlainText, NoiseIsLeftToTheCleanStageAndBylinesAreTaken) {
  const PlainDraft draft = read_plain_text(kScraped, "", "");
  EXPECT_THAT(texts(draft.body),
              ElementsAre("首页 > 城市 > 交通", "分享到微博", testing::StartsWith("周一上午"), "渡轮的最后一年",
                          testing::StartsWith("渡轮公司"), testing::StartsWith("交通部门"), "举报", "点击关闭"));
  EXPECT_EQ(draft.body.blocks[3].block.type, BlockType::heading);
  EXPECT_EQ(draft.body.removed.size(), 2u);
}

TEST(PlainText, AnEnglishTextWithItsHeadline) {
  const PlainDraft draft = read_plain_text(
      "Bridge opens after nine years of work\nBy Jane Doe\n3 May 2024\n\n"
      "The new bridge was opened on Monday, and hundreds of people crossed the river on foot before it was noon.\n\n"
      "Work had taken nine years, three of which the builders spent in court over a single old oak tree there.\n",
      "", "");
  EXPECT_EQ(draft.fields.title, "Bridge opens after nine years of work");
  EXPECT_THAT(draft.fields.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(draft.fields.published_at, "2024-05-03");
  EXPECT_EQ(draft.body.blocks.size(), 2u);
}

TEST(PlainText, NothingGivesNothing) {
  for (const char* text : {"", "\n\n", " \t "}) {
    const PlainDraft draft = read_plain_text(text, "", "");
    EXPECT_EQ(draft.fields.title, "");
    EXPECT_THAT(draft.body.blocks, IsEmpty());
  }
}

TEST(PlainLines, WrappedParagraphsAreJoined) {
  const std::string wrapped =
      "The new bridge was opened on Monday morning, and hundreds of people\n"
      "crossed the river on foot before noon, while the captain of the last\n"
      "ferry looked on from the bank.\n\n"
      "Work had taken nine years, three of which the builders had to spend\n"
      "in court over a single old oak tree that stood where the northern\n"
      "pier stands now.\n";
  EXPECT_EQ(plain_lines(wrapped).size(), 2u);
  EXPECT_EQ(plain_lines("One line.\nAnother line.\n").size(), 2u);
}

TEST(PlainLines, PathsThroughASite) {
  EXPECT_THAT(path_pieces("首页 > 新闻 > 金融"), ElementsAre("首页", "新闻", "金融"));
  EXPECT_THAT(path_pieces("Home » World"), ElementsAre("Home", "World"));
  EXPECT_THAT(path_pieces("A sentence that says a > b, which nobody here would have doubted"), IsEmpty());
  EXPECT_THAT(path_pieces("金融"), IsEmpty());
}

}  // namespace
}  // namespace winnow::extract
