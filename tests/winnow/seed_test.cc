// The scraped text that winnow was first made for, where it is at hand (WINNOW_SHARED names the folder).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "base/han.h"
#include "base/json.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Up to script and the width of punctuation.
std::string same(std::string_view text) { return han::simplify(unicode::nfkc(text)); }

// What each kind of the truth's noise is called in an article.
std::string_view kind_in_article(std::string_view noise) {
  if (noise == "report" || noise == "copyright" || noise == "contact" || noise == "close") return "notice";
  if (noise == "ad") return "advert";
  if (noise == "author_box" || noise == "ranking") return "related";
  return noise;
}

class Seed : public testing::Test {
 protected:
  void SetUp() override {
    const char* shared = std::getenv("WINNOW_SHARED");
    if (shared == nullptr) GTEST_SKIP() << "WINNOW_SHARED is not set";
    text_ = read(std::string(shared) + "/seed/seed.txt");
    const auto truth = Json::parse(read(std::string(shared) + "/seed/truth.json"));
    if (text_.empty() || !truth) GTEST_SKIP() << "no seed in " << shared;
    truth_ = *truth;
    Options options;
    options.clean.script = Script::simplified;
    article_ = Reader(options).read({text_, {}, {}, {}, Input::text}).article;
  }

  std::string text_;
  Json truth_;
  Article article_;
};

TEST_F(Seed, Fields) {
  EXPECT_EQ(same(article_.title), same(truth_["title"].string()));
  EXPECT_EQ(same(article_.source), same(truth_["source"].string()));
  EXPECT_THAT(article_.authors, testing::ElementsAre(truth_["author"].string()));
  EXPECT_THAT(article_.editors, testing::ElementsAre(truth_["editor"].string()));
  EXPECT_EQ(article_.published_at, truth_["published"].string());
  EXPECT_EQ(same(article_.section), same(truth_["section"].string()));
  EXPECT_EQ(same(article_.summary), same(truth_["summary"].string()));
}

TEST_F(Seed, Body) {
  const auto& truth = truth_["body"].array();
  ASSERT_EQ(article_.body.size(), truth.size());
  std::size_t equal = 0;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    equal += same(article_.body[i].text) == same(truth[i]["text"].string()) ? 1 : 0;
    EXPECT_EQ(article_.body[i].type == BlockType::heading, truth[i]["type"].string() == "heading") << i;
  }
  // Two lines have characters that the mirror cut apart; they stay as they are.
  EXPECT_GE(equal + 2, truth.size());
}

TEST_F(Seed, NoiseIsRemovedAndTold) {
  for (const Json& noise : truth_["noise"].array()) {
    const std::string text = same(noise["text"].string());
    EXPECT_EQ(same(article_.text).find(text), std::string::npos) << text;
    const bool told = std::any_of(article_.removed.begin(), article_.removed.end(), [&](const Removed& removed) {
      return same(removed.text) == text && name_of(removed.kind) == kind_in_article(noise["kind"].string());
    });
    EXPECT_TRUE(told) << text;
  }
}

}  // namespace
}  // namespace winnow
