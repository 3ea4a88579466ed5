#include "parse/selector_pseudo.h"

namespace winnow::parse::css {
namespace {

Test nth_test(int step, int offset, bool of_type, bool from_end) {
  return {.kind = Test::Kind::nth, .nth = {step, offset, of_type, from_end}};
}

}  // namespace

std::vector<Test> plain_pseudo(std::string_view name) {
  if (name == "root") return {{.kind = Test::Kind::root}};
  if (name == "empty") return {{.kind = Test::Kind::empty}};
  if (name == "first-child") return {nth_test(0, 1, false, false)};
  if (name == "last-child") return {nth_test(0, 1, false, true)};
  if (name == "first-of-type") return {nth_test(0, 1, true, false)};
  if (name == "last-of-type") return {nth_test(0, 1, true, true)};
  if (name == "only-child") return {nth_test(0, 1, false, false), nth_test(0, 1, false, true)};
  if (name == "only-of-type") return {nth_test(0, 1, true, false), nth_test(0, 1, true, true)};
  return {};
}

std::optional<Nth> nth_pseudo(std::string_view name) {
  if (name == "nth-child") return Nth{.of_type = false, .from_end = false};
  if (name == "nth-last-child") return Nth{.of_type = false, .from_end = true};
  if (name == "nth-of-type") return Nth{.of_type = true, .from_end = false};
  if (name == "nth-last-of-type") return Nth{.of_type = true, .from_end = true};
  if (name == "nth-match") return Nth{.from_end = false, .of_all = true};
  if (name == "nth-last-match") return Nth{.from_end = true, .of_all = true};
  return std::nullopt;
}

std::optional<Test::Kind> text_pseudo(std::string_view name) {
  if (name == "text") return Test::Kind::text;
  if (name == "own-text") return Test::Kind::own_text;
  if (name == "first-text") return Test::Kind::first_text;
  return std::nullopt;
}

std::optional<Relation> nearest_pseudo(std::string_view name) {
  if (name == "nearest-around") return Relation::nearest_around;
  if (name == "nearest-after") return Relation::nearest_after;
  if (name == "nearest-before") return Relation::nearest_before;
  return std::nullopt;
}

}  // namespace winnow::parse::css
