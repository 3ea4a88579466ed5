// The repair against the damage: what other mirrors, with other tables, make of our own articles comes back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/han.h"
#include "base/utf8.h"
#include "newsstand/mirror_damage.h"
#include "repair/mirror/articles.h"
#include "repair/mirror/damaged.h"
#include "winnow/winnow.h"

namespace winnow::repair::mirror {
namespace {

using newsstand::Mirror;
using newsstand::MirrorTable;
using ::testing::IsEmpty;

std::string text_of(const NewsArticle& article) {
  std::string text;
  for (const std::string_view paragraph : article.paragraphs) text.append(paragraph).append("\n");
  return text;
}

std::vector<std::u32string> lines_of(std::u32string_view text) {
  std::vector<std::u32string> lines(1);
  for (const char32_t c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  lines.pop_back();
  return lines;
}

// Whether a guess is listed between two places of the text.
bool is_listed(const Repaired& repaired, std::size_t start, std::size_t end) {
  return std::any_of(repaired.changes.begin(), repaired.changes.end(), [&](const Repair& repair) {
    return std::any_of(repair.places.begin(), repair.places.end(),
                       [&](const Repair::Place& place) { return place.start < end && place.end >= start; });
  });
}

// Whether it is the original as far as anything is left of it: U+FFFD stands for a sign that the mirror ate.
bool is_restored(std::u32string_view got, std::u32string_view original) {
  return std::equal(got.begin(), got.end(), original.begin(), original.end(),
                    [](char32_t a, char32_t b) { return a == b || (a == utf8::kReplacement && b < 0x80); });
}

struct Tally {
  std::size_t lines = 0, restored = 0;
  std::vector<std::string> silent;    // lines that are not what they were, though no guess is listed
  std::vector<std::string> missed;    // documents that were not recognised
  std::vector<std::string> unstable;  // that are repaired further at the second time

  void add(const NewsArticle& article, const Mirror& mirror);
  void compare(const Repaired& repaired, const std::vector<std::u32string>& originals);
  [[nodiscard]] double share() const { return static_cast<double>(restored) / static_cast<double>(lines); }
};

void Tally::compare(const Repaired& repaired, const std::vector<std::u32string>& originals) {
  const std::vector<std::u32string> got = lines_of(folded(repaired.text));
  ASSERT_EQ(got.size(), originals.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < got.size(); ++i) {
    ++lines;
    restored += is_restored(got[i], originals[i]) ? 1 : 0;
    if (got[i] != originals[i] && !is_listed(repaired, at, at + got[i].size()))
      silent.push_back(utf8::encode(got[i]) + " for " + utf8::encode(originals[i]));
    at += got[i].size() + 1;
  }
}

void Tally::add(const NewsArticle& article, const Mirror& mirror) {
  const std::string original = text_of(article);
  const std::string damage = mirror.damage(original);
  const Repaired repaired = repair_text(damage);
  if (repaired.text == damage) missed.emplace_back(article.field);
  if (repair_text(repaired.text).text != repaired.text) unstable.emplace_back(article.field);
  compare(repaired, lines_of(folded(original)));
}

Tally tally_of(const Mirror& mirror) {
  Tally tally;
  for (const NewsArticle& article : articles()) tally.add(article, mirror);
  return tally;
}

struct Style {
  std::string name;
  MirrorTable table;
  Mirror::Width width = Mirror::Width::folded;
};

std::vector<Style> styles() {
  const MirrorTable seldom = newsstand::frequent_table(90), often = newsstand::frequent_table(150);
  std::vector<Style> all = {
      {"Newsstand", newsstand::newsstand_table()},
      {"Frequent90", seldom},
      {"Frequent150", often},
      {"Frequent90OtherBranch", newsstand::other_branch(seldom)},
      {"Frequent150OtherBranch", newsstand::other_branch(often)},
      {"Frequent150WidthKept", often, Mirror::Width::kept},
  };
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    all.push_back({"Random" + std::to_string(seed), newsstand::random_table(seed)});
  return all;
}

class RoundTrip : public ::testing::TestWithParam<Style> {};

TEST_P(RoundTrip, GivesTheArticlesBack) {
  const Tally tally = tally_of(Mirror(GetParam().table, GetParam().width));
  EXPECT_THAT(tally.missed, IsEmpty());
  EXPECT_THAT(tally.unstable, IsEmpty());
  EXPECT_THAT(tally.silent, IsEmpty());
  EXPECT_GE(tally.share(), 0.98);
}

INSTANTIATE_TEST_SUITE_P(Tables, RoundTrip, ::testing::ValuesIn(styles()),
                         [](const auto& row) { return row.param.name; });

TEST(RoundTripOfWhatIsNoMirror, ChangesNothing) {
  for (const NewsArticle& article : articles()) {
    const std::string original = text_of(article);
    for (const std::string& text : {original, han::traditionalize(original)}) {
      const Repaired repaired = repair_text(text);
      EXPECT_EQ(repaired.text, text) << article.field;
      EXPECT_TRUE(repaired.changes.empty()) << article.field;
    }
  }
}

}  // namespace
}  // namespace winnow::repair::mirror
