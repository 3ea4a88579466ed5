#include "clean/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace winnow::cleaning {
namespace {

using extract::DraftBlock;
using testing::ElementsAre;
using testing::IsEmpty;
using enum RemovedKind;

const std::string kProse =
    "The new bridge was opened on Monday morning, and hundreds of people crossed the river on foot before noon.";
const std::string kChinese = "周一上午，新的跨江大桥正式通车，数百名市民步行过桥，设计师说这座桥可以使用一百年。";

DraftBlock paragraph(std::string text, double link_density = 0) {
  DraftBlock draft;
  draft.block.text = std::move(text);
  draft.link_density = link_density;
  return draft;
}

std::vector<DraftBlock> paragraphs(std::initializer_list<std::string> texts) {
  std::vector<DraftBlock> out;
  for (const std::string& text : texts) out.push_back(paragraph(text));
  return out;
}

std::vector<std::string> kept(const Judged& judged) {
  std::vector<std::string> out;
  for (const auto& block : judged.kept) out.push_back(block.block.text);
  return out;
}

std::vector<RemovedKind> kinds(const Judged& judged) {
  std::vector<RemovedKind> out;
  for (const auto& removed : judged.removed) out.push_back(removed.removed.kind);
  return out;
}

TEST(Judge, TakesWhatStandsAroundTheArticle) {
  const Judged judged =
      judge(paragraphs({"首页 > 新闻 > 交通", "分享到微信", kChinese, kChinese + "二", "责任编辑：王小明",
                        "版权所有，未经许可不得转载。", "相关阅读", "旧桥将被拆除", "江边修起新路"}),
            {}, {});
  EXPECT_THAT(kept(judged), ElementsAre(kChinese, kChinese + "二"));
  EXPECT_THAT(kinds(judged), ElementsAre(breadcrumb, share, byline, notice, related, related, related));
}

TEST(Judge, AHeadlineIsSaidOnce) {
  const auto heading = [](std::string text) {
    DraftBlock draft = paragraph(std::move(text));
    draft.block.type = BlockType::heading;
    return draft;
  };
  const std::string headline = "A bridge that nobody wanted";
  EXPECT_THAT(kept(judge({paragraph(kProse), paragraph(headline, 1.0), heading(headline), paragraph(kProse + " Two.")},
                         {}, {})),
              ElementsAre(kProse, headline, kProse + " Two."));
  EXPECT_THAT(
      kept(judge({paragraph(kProse), heading("桥梁今日正式通车"), heading("桥梁今日正式通车"), paragraph(kChinese)}, {},
                 {})),
      ElementsAre(kProse, "桥梁今日正式通车", kChinese));
  const Judged judged = judge({paragraph(kProse), heading(headline), paragraph(headline, 1.0), paragraph(headline, 1.0),
                               paragraph(kProse + " Two.")},
                              {}, {});
  EXPECT_THAT(kept(judged), ElementsAre(kProse, headline, kProse + " Two."));
  EXPECT_THAT(kinds(judged), ElementsAre(navigation, navigation));
  // A refrain, and a headline that comes again further on.
  EXPECT_EQ(kept(judge(paragraphs({kProse, "Row, row, row your boat", "Row, row, row your boat"}), {}, {})).size(), 3u);
  EXPECT_EQ(kept(judge({heading(headline), paragraph(kProse), heading(headline), paragraph(kProse + " Two.")}, {}, {}))
                .size(),
            4u);
}

TEST(Judge, TextsThatAllBreakOffAtTheEnd) {
  const std::string cut = "The ferry that has crossed the river since 1903 will make its last journey on";
  EXPECT_THAT(kept(judge(paragraphs({kProse, cut + " Monday...", cut + " Tuesday…", cut + " Friday..."}), {}, {})),
              ElementsAre(kProse));
  DraftBlock list = paragraph("");
  list.block.type = BlockType::list;
  list.block.items = {cut + " Monday...", cut + " Tuesday…", cut + " Friday..."};
  EXPECT_THAT(kept(judge({paragraph(kProse), list}, {}, {})), ElementsAre(kProse));
  list.block.items.back() = cut + " Friday.";
  EXPECT_EQ(kept(judge({paragraph(kProse), list}, {}, {})).size(), 2u);
  // Two may be a writer's habit, and so may any number before the end.
  EXPECT_EQ(kept(judge(paragraphs({kProse, cut + " Monday...", cut + " Tuesday..."}), {}, {})).size(), 3u);
  EXPECT_EQ(
      kept(judge(paragraphs({cut + " Monday...", cut + " Tuesday...", cut + " Friday...", kProse}), {}, {})).size(),
      4u);
}

TEST(Judge, TheLabelOfAnEmbeddedPostGoesAndThePostStays) {
  DraftBlock embed = paragraph("View this post on Instagram");
  embed.block.type = BlockType::embed;
  embed.block.src = "https://social.example/p/1";
  const Judged judged = judge({paragraph(kProse), embed, paragraph(kProse + " Two.")}, {}, {});
  EXPECT_THAT(kept(judged), ElementsAre(kProse, "", kProse + " Two."));
  EXPECT_EQ(judged.kept[1].block.src, embed.block.src);
  EXPECT_THAT(kinds(judged), ElementsAre(share));
}

TEST(Judge, SpamHeaderBeforeTheArticle) {
  const std::string spam = "亚洲精品国产专区,欧美日韩在线观看免费,久久综合高清无码,中文字幕一区二区";
  EXPECT_THAT(kinds(judge(paragraphs({spam, kChinese}), {}, {})), ElementsAre(spam_header));
  EXPECT_THAT(kinds(judge(paragraphs({kChinese, spam}), {}, {})), ElementsAre(RemovedKind::spam));
  CleanOptions off;
  off.spam_headers = false;
  EXPECT_THAT(kept(judge(paragraphs({spam, kChinese}), {}, off)), ElementsAre(spam, kChinese));
}

TEST(Judge, OptionsKeepSharesAndNotices) {
  CleanOptions off;
  off.share = off.notices = false;
  const Judged judged = judge(paragraphs({"Share on Facebook", kProse, "All rights reserved."}), {}, off);
  EXPECT_THAT(judged.removed, IsEmpty());
}

TEST(Judge, ASectionOfLinksEndsAtTheNextProse) {
  std::vector<DraftBlock> blocks = paragraphs({kProse, "Related articles"});
  blocks.push_back(paragraph("The old bridge will go", 1.0));
  blocks.push_back(paragraph("A road along the river", 1.0));
  blocks.push_back(paragraph(kProse));
  EXPECT_THAT(kept(judge(std::move(blocks), {}, {})), ElementsAre(kProse, kProse));
}

TEST(Judge, NoticesAtTheEndGoOneAfterTheOther) {
  const Judged judged = judge(
      paragraphs({kProse,
                  "The views expressed in this article are those of the author and do not reflect those of the paper.",
                  "This material may not be published, broadcast, rewritten or redistributed. All rights reserved."}),
      {}, {});
  EXPECT_THAT(kept(judged), ElementsAre(kProse));
}

TEST(Judge, TheTitleIsNotRepeatedInTheBody) {
  Context context;
  context.title = "Bridge Opens";
  const Judged judged = judge(paragraphs({"Bridge opens", kProse}), context, {});
  EXPECT_THAT(kept(judged), ElementsAre(kProse));
  EXPECT_THAT(judged.removed, IsEmpty());
}

TEST(Judge, AnEditorsCreditBehindTheLastSentenceIsCutOff) {
  const Judged judged = judge(paragraphs({kChinese + "（责任编辑：王小明）"}), {}, {});
  EXPECT_THAT(kept(judged), ElementsAre(kChinese));
  EXPECT_THAT(kinds(judged), ElementsAre(byline));
}

TEST(Judge, HeadingsAndShortParagraphsStay) {
  const std::initializer_list<std::string> texts = {"Why it took so long", kProse, "He laughed.", kProse,
                                                    "Nobody did."};
  EXPECT_THAT(kept(judge(paragraphs(texts), {}, {})), testing::ElementsAreArray(texts));
}

TEST(Judge, NothingGivesNothing) {
  EXPECT_THAT(judge({}, {}, {}).kept, IsEmpty());
  EXPECT_THAT(kept(judge(paragraphs({""}), {}, {})), ElementsAre(""));
}

TEST(KindByWords, TellsWhatASubtreeIs) {
  EXPECT_EQ(kind_by_words("首頁 > 新聞 > 城市"), RemovedKind::breadcrumb);
  EXPECT_EQ(kind_by_words("Home » News » Business"), RemovedKind::breadcrumb);
  EXPECT_EQ(kind_by_words("彩票走势图,免费小说阅读网,手机棋牌平台"), RemovedKind::spam);
  EXPECT_EQ(kind_by_words("Home News Sport Contact"), std::nullopt);
  EXPECT_EQ(kind_by_words("他昨天说，福利彩票的收入今年减少了一成。"), std::nullopt);
}

}  // namespace
}  // namespace winnow::cleaning
