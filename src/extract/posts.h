// Pages that show several posts one below the other, each with its date: a month of a weblog, a thread of a forum.
// Pure.
#pragma once

#include <string_view>

#include "extract/page_map.h"

namespace winnow::extract {

// The first of the posts that hold most of the prose inside `within`; kNone where there is no row of posts.
[[nodiscard]] parse::NodeId first_post(const PageMap& map, parse::NodeId within);

// A short line with a year and a time of day in it: what stands above or below a post.
[[nodiscard]] bool is_stamp(std::string_view line);

}  // namespace winnow::extract
