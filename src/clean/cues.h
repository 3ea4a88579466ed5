// The words by which a line betrays that it is no part of an article, in many languages. Patterns are written for
// text folded by fold_for_cues(). Constant tables; pure, safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "winnow/article.h"

namespace winnow::cleaning {

// Where a line stands: before the first block of prose, between, or after the last one.
enum class Place { head, inside, tail };

struct Line {
  std::string_view folded;
  std::size_t characters = 0;  // of `folded`
  Place place = Place::inside;
  double link_density = 0;
};

struct Verdict {
  RemovedKind kind;
  std::string why;
  bool opens_section = false;  // a heading: what follows it belongs to it
};

// What the line is when it is no part of an article. A line that merely mentions such words is left alone: every
// cue is bound to a length, a place and an anchor.
[[nodiscard]] std::optional<Verdict> match_cues(const Line& line);

// How many rows of the table are in use: all of them, unless a pattern does not compile.
[[nodiscard]] std::size_t cue_count();

// A path through the site ("首页 > 新闻 > 金融"): at least two short pieces between separators.
[[nodiscard]] bool is_breadcrumb(std::string_view folded);

}  // namespace winnow::cleaning
