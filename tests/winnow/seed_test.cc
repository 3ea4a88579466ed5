// The scraped text that winnow was first made for, where it is at hand (WINNOW_SHARED names the folder).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

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

// The width of a sign between two Latin letters can't be known: both sides of it are left out of the comparison.
std::string exact(std::string_view text) {
  std::u32string out = utf8::decode(text);
  for (std::size_t i = 1; i + 1 < out.size(); ++i) {
    const bool between = unicode::is_latin(out[i - 1]) && unicode::is_latin(out[i + 1]);
    if (between && out[i] >= 0xFF01 && out[i] <= 0xFF5E) out[i] -= 0xFEE0;
  }
  return utf8::encode(out);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out;
}

// A page around the text, as such sites make them: `places` says of each line what it is.
std::string page_of(const std::string& text, const std::map<std::size_t, std::string>& places) {
  std::string page =
      "<!DOCTYPE html><html><head><meta charset=utf-8><title>News</title></head><body>"
      "<div style=\"display: none;\" class=\"x1\"><ins id=\"pq7ab\"></ins><pre id=\"zk2\"></pre></div><div "
      "class=page>\n";
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line(unicode::trim(lines[i]));
    if (line.empty()) continue;
    const auto place = places.find(i + 1);
    const std::string kind = place == places.end() ? "info" : place->second;
    const std::string tag = kind == "title" ? "h1" : kind == "heading" ? "h2" : kind == "p" ? "p" : "div";
    const std::string id = tag == "p" ? "<ins id=\"r" + std::to_string(i) + "x\"></ins>" : "";
    page += "<" + tag + (tag == "div" ? " class=\"" + kind + "\"" : "") + ">" + id + escaped(line) + "</" + tag + ">\n";
  }
  return page + "</div></body></html>";
}

enum class As { text, page };

class Seed : public testing::TestWithParam<As> {
 protected:
  void SetUp() override {
    const char* shared = std::getenv("WINNOW_SHARED");
    if (shared == nullptr) GTEST_SKIP() << "WINNOW_SHARED is not set";
    const std::string text = read(std::string(shared) + "/seed/seed.txt");
    const auto truth = Json::parse(read(std::string(shared) + "/seed/truth.json"));
    if (text.empty() || !truth) GTEST_SKIP() << "no seed in " << shared;
    truth_ = *truth;
    const bool page = GetParam() == As::page;
    const std::string bytes = page ? page_of(text, places()) : text;
    article_ = Reader({}).read({bytes, {}, {}, {}, page ? Input::html : Input::text}).article;
  }

  [[nodiscard]] std::map<std::size_t, std::string> places() const {
    std::map<std::size_t, std::string> places = {{10, "title"}};
    for (const Json& block : truth_["body"].array()) places[line_of(block)] = block["type"].string();
    for (const Json& noise : truth_["noise"].array()) places[line_of(noise)] = noise["kind"].string();
    return places;
  }
  static std::size_t line_of(const Json& entry) { return static_cast<std::size_t>(entry["line"].integer()); }

  Json truth_;
  Article article_;
};

INSTANTIATE_TEST_SUITE_P(Inputs, Seed, testing::Values(As::text, As::page),
                         [](const auto& test) { return test.param == As::text ? "Text" : "Page"; });

TEST_P(Seed, Fields) {
  EXPECT_EQ(article_.title, truth_["title"].string());
  EXPECT_EQ(article_.source, truth_["source"].string());
  EXPECT_THAT(article_.authors, testing::ElementsAre(truth_["author"].string()));
  EXPECT_THAT(article_.editors, testing::ElementsAre(truth_["editor"].string()));
  EXPECT_EQ(article_.published_at, truth_["published"].string());
  EXPECT_EQ(article_.language, truth_["language"].string());
  EXPECT_EQ(article_.section, truth_["section"].string());
  EXPECT_EQ(article_.summary, truth_["summary"].string());
  std::vector<std::string> breadcrumb;
  for (const Json& step : truth_["breadcrumb"].array()) breadcrumb.push_back(step.string());
  EXPECT_EQ(article_.breadcrumb, breadcrumb);
}

TEST_P(Seed, BodyIsRestoredCharacterForCharacter) {
  std::string whole;
  for (const Json& block : truth_["body"].array()) whole += (whole.empty() ? "" : "\n") + block["text"].string();
  std::string text;
  for (const Block& block : article_.body) text += (text.empty() ? "" : "\n") + block.text;
  EXPECT_EQ(exact(text), exact(whole));
  const auto& truth = truth_["body"].array();
  ASSERT_EQ(article_.body.size(), truth.size());
  for (std::size_t i = 0; i < truth.size(); ++i)
    EXPECT_EQ(article_.body[i].type == BlockType::heading, truth[i]["type"].string() == "heading") << i;
}

TEST_P(Seed, TheRepairIsProved) {
  const auto mirror = std::find_if(article_.repairs.begin(), article_.repairs.end(),
                                   [](const Repair& repair) { return repair.kind == "mirror"; });
  ASSERT_NE(mirror, article_.repairs.end());
  EXPECT_GE(mirror->count, 490U);
  EXPECT_EQ(mirror->confidence, 1.0);
}

TEST_P(Seed, NoiseIsRemovedAndTold) {
  for (const Json& noise : truth_["noise"].array()) {
    const std::string text = same(noise["text"].string());
    EXPECT_EQ(same(article_.text).find(text), std::string::npos) << text;
    const bool told = std::any_of(article_.removed.begin(), article_.removed.end(), [&](const Removed& removed) {
      return same(removed.text) == text && name_of(removed.kind) == kind_in_article(noise["kind"].string());
    });
    EXPECT_TRUE(told || GetParam() == As::page) << text;  // of a page whole places are left out
  }
}

}  // namespace
}  // namespace winnow
