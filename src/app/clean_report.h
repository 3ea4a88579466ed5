// What `clean --explain` and `show --explain` print: the fields with their witnesses, what was repaired, and a line for
// each block of the page with what was decided on it and why.
#pragma once

#include <cstddef>
#include <string>

#include "winnow/trace.h"

namespace winnow::app {

// For people, lines of at most `width` columns but for what can't be broken.
[[nodiscard]] std::string clean_report(const Trace& trace, std::size_t width, bool coloured);

// The same on standard error, as wide as the terminal.
void print_explanation(const Trace& trace);

}  // namespace winnow::app
