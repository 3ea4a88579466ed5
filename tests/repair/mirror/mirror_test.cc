#include "repair/mirror/mirror.h"

#include <gtest/gtest.h>

#include "repair/support.h"

namespace winnow::repair {
namespace {

const std::vector<std::string_view> kDamaged = {
    "我們的國(guó)家在過(guò)去一年里發(fā)展很快,經(jīng)濟增長(zhǎng)超過(guò)了預(yù)期。",
    "記者問(wèn):這個(gè)目標(biāo)能實(shí)現(xiàn)嗎?專家說(shuō)(第3頁(yè)),會(huì)的。",
    "會(huì)議的時(shí)間(下午3:30)和地點(diǎn)見網(wǎng )站 http://a.example/b。",
};

TEST(Mirror, ADamagedDocumentIsRestored) {
  const std::vector<std::string> restored = {
      "我们的国家在过去一年里发展很快，经济增长超过了预期。",
      "记者问：这个目标能实现吗？专家说（第3页），会的。",
      "会议的时间（下午3:30）和地点见网站 http://a.example/b。",
  };
  EXPECT_EQ(repaired(kDamaged), restored);
}

TEST(Mirror, TheLogSaysWhatWasDone) {
  const Plan plan(kDamaged, {});
  EXPECT_FALSE(plan.nothing_to_do());
  ASSERT_FALSE(plan.trace().empty());
  EXPECT_EQ(plan.trace().front().what, "mirror");
  Log log(true);
  (void)plan.apply(kDamaged[0], log);
  const std::vector<Repair> repairs = log.summary();
  ASSERT_EQ(repairs.size(), 3U);
  EXPECT_EQ(repairs[0].kind, "mirror");
  EXPECT_EQ(repairs[0].count, 7U);
  EXPECT_EQ(repairs[1].kind, "script");
  EXPECT_EQ(repairs[2].kind, "punctuation");
}

TEST(Mirror, WhatIsNoMirrorStays) {
  const std::vector<std::vector<std::string_view>> documents = {
      {"這個(gè)字念(niàn)作個(gè)。"},                                                // too few
      {"國(guó)是一個字。國家的國沒有注音。會(huì)也是。會議的會。時(shí)間的時。"},   // not always marked
      {"长(cháng)短，长(zhǎng)大；行(háng)业，行(xíng)走；重(chóng)复，重(zhòng)要"},  // Simplified, several readings
      {"拼音：妈(mā)麻(má)马(mǎ)骂(mà)"},                                              // a textbook
      {"這是一篇正常的繁體文章(見上文),沒有注音。"},
  };
  for (const auto& lines : documents) {
    const std::vector<std::string> same(lines.begin(), lines.end());
    EXPECT_EQ(repaired(lines), same);
  }
}

TEST(Mirror, OffLeavesItAlone) {
  RepairOptions options;
  options.mirror = Mode::off;
  EXPECT_EQ(repaired(kDamaged, options), std::vector<std::string>(kDamaged.begin(), kDamaged.end()));
}

TEST(Mirror, ZhuBecomesZheButInItsOwnWords) {
  std::vector<std::string_view> lines = kDamaged;
  lines.emplace_back("他看著這部著作,走著走著,成了著名專家。");
  EXPECT_EQ(repaired(lines).back(), "他看着这部著作，走着走着，成了著名专家。");
}

}  // namespace
}  // namespace winnow::repair
