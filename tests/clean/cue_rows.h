// Rows for the tests of cues: a line, where it stands, and what it is taken for (nothing: it stays).
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "clean/cues.h"
#include "clean/lines.h"

namespace winnow::cleaning {

struct Row {
  const char* text;
  Place place;
  std::optional<RemovedKind> kind;
};

inline std::optional<RemovedKind> kind_of(const Row& row, double link_density = 0) {
  const std::string folded = fold_for_cues(row.text);
  const auto verdict = match_cues({folded, utf8::length(folded), row.place, link_density});
  return verdict ? std::optional(verdict->kind) : std::nullopt;
}

inline void expect_all(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(kind_of(row), row.kind) << row.text;
}

}  // namespace winnow::cleaning
