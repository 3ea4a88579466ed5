// Places in pages of one template where a value may stand, and how well each does over all of them. Internal to
// survey/. Pure; bounded by the pages' size times the number of candidates.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "survey/rules/page_view.h"
#include "winnow/rules.h"

namespace winnow::survey {

struct Candidate {
  Place place;
  int cost = 0;  // as Naming::cost
};

enum class Verdict { right, wrong, unknown };

// What a place finds on the pages.
struct Tally {
  std::size_t right = 0, wrong = 0, unknown = 0, missing = 0;
  std::size_t distinct = 0;  // values: what is the same everywhere is not the article's
  std::vector<bool> found;   // by page
};

// Judges the values that were found on a page: at least one.
using Judge = std::function<Verdict(const PageView& page, std::span<const std::string> values)>;

[[nodiscard]] Tally tally(std::span<const PageView> pages, Field field, const FieldRule& rule, const Judge& judge);

struct Choice {
  FieldRule rule;  // no place: none is good enough
  Tally tally;
};
// The place that is right most often and hardly ever wrong, then others for the pages where it finds nothing.
[[nodiscard]] Choice choose(std::span<const PageView> pages, Field field, std::vector<Candidate> candidates,
                            const Judge& judge);

// The innermost elements of the page's body whose text has these words, in the form of bare().
[[nodiscard]] std::vector<parse::NodeId> elements_saying(const parse::Document& document, std::string_view words);

// Adds candidates for an element, each once; `shape` is all of a place but its selector.
void add_names(const parse::Document& document, parse::NodeId element, const Place& shape,
               std::vector<Candidate>& candidates);

}  // namespace winnow::survey
