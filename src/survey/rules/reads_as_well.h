// Whether pages of a new template are read as well as those of the old one. Internal to survey/. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "survey/sample.h"
#include "winnow/winnow.h"

namespace winnow::survey {

// The usual length of the texts, in characters; 0 where there is no page.
[[nodiscard]] std::size_t usual_characters(std::span<const Reading> readings);

// All pages say the same, as a question that every reader is asked first does.
[[nodiscard]] bool all_say_the_same(std::span<const Reading> readings);

// Of two lengths for each page the share of pages on which they are nearly alike.
[[nodiscard]] double share_alike(std::span<const std::size_t> some, std::span<const std::size_t> others);
[[nodiscard]] std::vector<std::size_t> lengths_of(std::span<const Reading> readings);  // of their texts, in characters

// Pages as the site's rules read them, and as no rules do.
struct BothWays {
  std::vector<Reading> by_rules, automatic;
};

// On what share of the pages the title is what the document is called (document_titles.h), and on what share the time
// is that which a feed or sitemap states, to the day; 1 where nothing is stated.
[[nodiscard]] double titles_as_called(std::span<const Reading> readings, std::span<const std::string> called);
[[nodiscard]] double times_as_stated(std::span<const Reading> readings, std::span<const Sample> samples);

// As `now` they have the fields that they had `before`, titles of their own and texts that are not much shorter (unless
// that is known and `shorter`); no rule finds less than it did, and none more than the text, where it agreed with the
// automatic extractor.
[[nodiscard]] bool reads_as_well(const BothWays& before, const BothWays& now, bool shorter);

}  // namespace winnow::survey
