// Texts made to be slow: the work is bounded by their size.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "winnow/winnow.h"

namespace winnow::repair::mirror {
namespace {

struct Row {
  const char* name;
  const char* unit;
  std::size_t line = 0;  // units in one; 0: all in one line
};

// What makes the document a mirror's, so that the rest is repaired at all.
constexpr std::string_view kMirror =
    "我們的國(guó)家在過(guò)去一年里發(fā)展很快,經(jīng)濟增長(zhǎng)超過(guò)了預(yù)期,實(shí)驗(yàn)(yàn)。\n";

std::string text_of(const Row& row, std::size_t size) {
  std::string text(kMirror);
  for (std::size_t i = 1; text.size() < size; ++i) {
    text += row.unit;
    if (row.line != 0 && i % row.line == 0) text += '\n';
  }
  return text;
}

// Of the processor, so that other tests don't count.
double seconds_of(const std::string& text) {
  RepairOptions options;
  options.mirror = Mode::on;
  const std::clock_t start = std::clock();
  (void)repair_text(text, options);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double median_seconds(const std::string& text) {
  std::array<double, 3> times{};
  for (double& seconds : times) seconds = seconds_of(text);
  std::sort(times.begin(), times.end());
  return times[1];
}

class Linear : public ::testing::TestWithParam<Row> {};

TEST_P(Linear, TakesTwiceTheTimeForTwiceTheText) {
  constexpr std::size_t kHalf = 125'000;
  constexpr double kNoise = 0.03;
  const double half = median_seconds(text_of(GetParam(), kHalf));
  EXPECT_LT(median_seconds(text_of(GetParam(), 2 * kHalf)), 2.6 * half + kNoise);
#ifdef NDEBUG
  EXPECT_LT(seconds_of(text_of(GetParam(), 8 * kHalf)), 2);
#endif
}

INSTANTIATE_TEST_SUITE_P(Hostile, Linear,
                         ::testing::ValuesIn(std::vector<Row>{
                             {"Keys", "國(guó)"},
                             {"Eaten", "因?yàn)"},
                             {"OnlyEaten", "?guó)"},
                             {"Alternating", "國(guó)因?yàn)?guó)"},
                             {"EatenInLines", "因?yàn)", 20},
                             {"OutOfStep", "因?yàn)樗鼈冊(cè)"},
                             {"OutOfStepForEver", "樗鼈"},
                             {"Signs", "因?yàn)????"},
                             {"Spaces", "因?yàn)  "},
                             {"OpenBrackets", "因?yàn)(?("},
                             {"OpenMarks", "優(yōu(yōu(yōu("},
                             {"Tags", "因?yàn)?a "},
                             {"UntonedEaten", "因?men)"},
                             {"Zhu", "看著著著"},
                             {"Plain", "國家的"},
                         }),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace winnow::repair::mirror
