#include "repair/lost.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "repair/support.h"

namespace winnow::repair {
namespace {

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

Log noted(std::string_view segment) {
  Lost lost;
  lost.look_at(segment);
  Log log;
  lost.note(segment, log);
  return log;
}

Places places_in(std::string_view segment) {
  const Log log = noted(segment);
  Places places;
  for (const Change& change : log.changes()) {
    EXPECT_EQ(change.kind, "lost");
    EXPECT_EQ(change.before, change.after);
    places.emplace_back(change.start, change.end);
  }
  return places;
}

TEST(Lost, PlacesAreNoted) {
  struct Row {
    std::string_view text;
    Places places;
  } rows[] = {
      {"", {}},
      {"中文和 English", {}},
      {"甲\uFFFD乙", {{1, 2}}},
      {"甲\uFFFD\uFFFD\uFFFD乙\uFFFD", {{1, 4}, {5, 6}}},
      {"标题 锟斤拷锟斤拷 正文", {{3, 9}}},
      {"é 烫烫烫烫烫烫 b", {{2, 8}}},
      {"屯屯屯屯屯屯屯", {{0, 7}}},
      {"a ï¿½ b", {{2, 5}}},
      {"锟斤拷\uFFFDï¿½", {{0, 7}}},
  };
  for (const Row& row : rows) EXPECT_EQ(places_in(row.text), row.places) << row.text;
}

TEST(Lost, WordsThatAreMeantAreNone) {
  for (const std::string_view text : {"汤太烫烫烫", "锟是一个姓名用字", "屯田、屯屯", "程序员都认识“锟斤拷”。",
                                      "The character \"\uFFFD\" is U+FFFD."})
    EXPECT_EQ(places_in(text), Places()) << text;
}

TEST(Lost, ATraceAsksForNothing) {
  std::string longer;
  for (int i = 0; i < 100; ++i) longer += "新的供水管线已经建成。";
  EXPECT_FALSE(noted(longer + "\uFFFD").refetch());
  EXPECT_TRUE(noted("短的一行\uFFFD").refetch());
  EXPECT_TRUE(noted("\uFFFD" + longer + "锟斤拷").refetch());
  EXPECT_FALSE(noted(longer).refetch());
}

TEST(Lost, ThePlanKeepsTheTextAndAsks) {
  for (const std::string_view text : {"锟斤拷锟斤拷 \uFFFD\uFFFD", "锟斤拷 烫烫烫烫烫烫烫烫"}) {
    const Plan plan(std::vector<std::string_view>{text}, {});
    Log log;
    EXPECT_EQ(plan.apply(text, log), text);
    EXPECT_TRUE(log.refetch()) << text;
  }
}

}  // namespace
}  // namespace winnow::repair
