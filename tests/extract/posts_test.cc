#include "extract/posts.h"

#include <gtest/gtest.h>

#include <utility>

namespace winnow::extract {
namespace {

TEST(Posts, StampsHaveAYearAndATime) {
  const std::pair<std::string_view, bool> cases[] = {{"2005-03-21 01:20:44", true},
                                                     {"Posted by Ann, 3 May 2009 at 9:30", true},
                                                     {"发布时间 2005/07/07 19:37:59", true},
                                                     {"10:22", false},
                                                     {"In 2005 it was 3 metres", false},
                                                     {"Chapter 3:16 of the book", false},
                                                     {"", false}};
  for (const auto& [line, is] : cases) EXPECT_EQ(is_stamp(line), is) << line;
}

}  // namespace
}  // namespace winnow::extract
