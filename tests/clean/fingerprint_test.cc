#include "clean/fingerprint.h"

#include <gtest/gtest.h>

#include <bit>
#include <string>

namespace winnow::cleaning {
namespace {

std::string content_hash(std::string_view text) { return fingerprint(text).content; }
std::uint64_t simhash(std::string_view text) { return fingerprint(text).near; }

int distance(const std::string& a, const std::string& b) { return std::popcount(simhash(a) ^ simhash(b)); }

const std::string kEnglish =
    "The ferry left the harbour at six in the morning with forty passengers on board. Nobody had told the captain "
    "that the lighthouse was dark. By noon the wind had turned, and the crew began to lower the sails. The owners "
    "said later that the weather report had come too late for them to call the ship back to port.";
const std::string kChinese =
    "渡轮早上六点离开港口，船上有四十名乘客。没有人告诉船长灯塔已经熄灭。到了中午，风向变了，船员开始降帆。"
    "船东后来说，天气预报来得太晚，他们来不及把船叫回港口。当地政府表示，将对事故原因展开调查。";

TEST(ContentHash, IgnoresCaseWidthSpaceAndPunctuation) {
  EXPECT_EQ(content_hash("The ferry, at SIX."), content_hash("the  ferry at six"));
  EXPECT_EQ(content_hash("渡轮，六点ABC"), content_hash("渡轮 六点,ＡＢＣ。"));
  EXPECT_NE(content_hash("The ferry at six"), content_hash("The ferry at seven"));
  EXPECT_EQ(content_hash("").size(), 32u);
}

TEST(Simhash, NearCopiesDifferInFewBits) {
  EXPECT_EQ(distance(kEnglish, kEnglish), 0);
  EXPECT_LE(distance(kEnglish, kEnglish + " Read more tomorrow."), 12);
  EXPECT_LE(distance(kChinese, kChinese + "记者将继续关注。"), 12);
}

TEST(Simhash, OtherTextsDifferInMany) {
  EXPECT_GE(distance(kEnglish, kChinese), 16);
  EXPECT_GE(distance(kEnglish, "A bakery in the old town has won the prize for the best bread of the region again."),
            16);
}

TEST(Simhash, AnyBytesGiveAnAnswer) {
  EXPECT_EQ(simhash("\xff\xfe\x80"), simhash("\xff\xfe\x80"));
  EXPECT_EQ(simhash(""), simhash("..."));
}

}  // namespace
}  // namespace winnow::cleaning
