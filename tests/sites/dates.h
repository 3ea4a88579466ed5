// Dates as sites write them.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "sites/vocabulary.h"

namespace winnow::sites {

// %Y %y %m %d %H %M %S in figures of fixed width, %e %o %k the day, month and hour without a leading zero, %I %p the
// hour of twelve with AM or PM, %B %b the month by name and by its first three letters, %A the weekday, %z the offset
// ("+0100"), {key} a word of the vocabulary. The stamp has a clock and an offset.
[[nodiscard]] std::string written(std::string_view pattern, const Stamp& stamp, const Vocabulary& vocabulary);

// How much of a time a text in that pattern tells: 0 nothing, 1 the day, 2 the clock too, 3 the offset too.
[[nodiscard]] int exactness(std::string_view pattern);
// The stamp with no more than that (1 to 3).
[[nodiscard]] Stamp cut_to(const Stamp& stamp, int exactness, bool seconds);

[[nodiscard]] std::string padded(unsigned long value, std::size_t width);

}  // namespace winnow::sites
