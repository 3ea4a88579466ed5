#include "sites/score.h"

#include <gtest/gtest.h>

namespace winnow::sites {
namespace {

struct TextRow {
  std::vector<std::string> truth;
  std::string text;
  std::vector<std::string> neutral;
  double f1;
};

TEST(Score, CountsWordsAndCharacters) {
  const TextRow rows[] = {
      {{}, "", {}, 1},
      {{"a b"}, "", {}, 0},
      {{"One two.", "Three"}, "one two\nthree!", {}, 1},
      {{"a b c d"}, "a b", {}, 2.0 * 2 / 6},
      {{"a b"}, "a b c d", {}, 2.0 * 2 / 6},
      {{"大桥合龙"}, "大桥", {}, 2.0 * 2 / 6},
      {{"a b"}, "18:42\na b", {"18:42"}, 1},
      {{"a a"}, "a", {}, 2.0 / 3},
  };
  for (const TextRow& row : rows) EXPECT_DOUBLE_EQ(text_f1(row.truth, row.text, row.neutral), row.f1) << row.text;
}

struct TimeRow {
  int exactness;
  std::string_view published;
  bool same;
};

TEST(Score, ComparesTimesAsFarAsThePageTellsThem) {
  Truth truth;
  truth.published = "2025-03-04T18:05:09+01:00";
  const TimeRow rows[] = {
      {3, "2025-03-04T18:05:09+01:00", true},
      {3, "2025-03-04T17:05:09Z", true},
      {3, "2025-03-04T18:05:00+01:00", true},
      {3, "2025-03-04T18:05:09+02:00", false},
      {3, "2025-03-04", false},
      {2, "2025-03-04T18:05:00", true},
      {2, "2025-03-04T18:06:00", false},
      {1, "2025-03-04", true},
      {1, "2025-03-05", false},
      {1, "", false},
      {0, "", true},
      {2, "nonsense", false},
  };
  for (const TimeRow& row : rows) {
    truth.exactness = row.exactness;
    EXPECT_EQ(same_time(truth, std::string(row.published)), row.same) << row.exactness << " " << row.published;
  }
}

TEST(Score, SeesLinesThatShouldHaveGone) {
  Truth truth;
  truth.lacks = {"Share this", "Read more"};
  EXPECT_EQ(lines_left(truth, "A text.\nShare this\nRead more about it"), 1U);
  truth.title = "“A Title”";
  EXPECT_TRUE(same_title(truth, "a title"));
  EXPECT_FALSE(same_title(truth, "a title – The Paper"));
  truth.authors = {"A", "B"};
  EXPECT_TRUE(same_authors(truth, {"B", "A"}));
  EXPECT_FALSE(same_authors(truth, {"A"}));
}

}  // namespace
}  // namespace winnow::sites
