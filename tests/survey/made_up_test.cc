#include "survey/rules/made_up.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace winnow::survey {
namespace {

struct Row {
  std::string_view name;
  Stays stays;
  std::string_view part;
};

const Row kRows[] = {
    {"article-body", Stays::whole, "article-body"},
    {"TRS_Editor", Stays::whole, "TRS_Editor"},
    {"h1", Stays::whole, "h1"},
    {"col-md-8", Stays::whole, "col-md-8"},
    {"article__body--wide", Stays::whole, "article__body--wide"},
    {"nachrichtstext", Stays::whole, "nachrichtstext"},
    {"bodyText", Stays::whole, "bodyText"},
    {"mp3player", Stays::whole, "mp3player"},
    {"正文", Stays::whole, "正文"},
    {"title__Ab3xY", Stays::start, "title__"},
    {"ArticleBody-module__text--2kF9x", Stays::start, "ArticleBody-module__text--"},
    {"post-48213", Stays::start, "post-"},
    {"post-48213-2024", Stays::start, "post-"},
    {"x9K2f__title", Stays::end, "__title"},
    {"css-1x2y3z", Stays::nothing, ""},
    {"sc-bdVaJa", Stays::nothing, ""},
    {"jsx-2871293847", Stays::nothing, ""},
    {"1x2y3z4w", Stays::nothing, ""},
    {"20240503", Stays::nothing, ""},
    {"", Stays::nothing, ""},
};

TEST(MadeUp, Rows) {
  for (const Row& row : kRows) {
    const StableName stable = stable_part(row.name);
    EXPECT_EQ(stable.part, row.part) << row.name;
    EXPECT_EQ(static_cast<int>(stable.stays), static_cast<int>(row.stays)) << row.name;
  }
}

TEST(MadeUp, OverlongNamesAreNone) {
  EXPECT_EQ(static_cast<int>(stable_part(std::string(1000, 'a')).stays), static_cast<int>(Stays::nothing));
}

}  // namespace
}  // namespace winnow::survey
