// Whether pages of a new template are read as well as those of the old one. Internal to survey/. Pure.
#pragma once

#include <span>

#include "winnow/winnow.h"

namespace winnow::survey {

// The usual length of the texts, in characters; 0 where there is no page.
[[nodiscard]] std::size_t usual_characters(std::span<const Reading> readings);

// All pages say the same, as a question that every reader is asked first does.
[[nodiscard]] bool all_say_the_same(std::span<const Reading> readings);

// As `now` they have the fields that they had `before`, titles of their own and texts that are not much shorter, and no
// rule finds less than it did.
[[nodiscard]] bool reads_as_well(std::span<const Reading> before, std::span<const Reading> now);

}  // namespace winnow::survey
