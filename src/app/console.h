// Standard streams and files for commands: results out, errors to standard error as "winnow: THING: WHAT".
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace winnow::app {

void print(std::string_view text);     // to standard output, as it is
void complain(std::string_view text);  // "winnow: text" and a newline, to standard error
// Controls and line separators as spaces: what comes from outside forges no line of a log and moves no cursor.
[[nodiscard]] std::string one_line(std::string_view text);
[[nodiscard]] std::string shown_path(const std::string& file);  // as a shell in the working directory would complete it
[[nodiscard]] Result<std::string> read_file(const std::string& path);  // "-": standard input; the error names the path
// Whole or not at all: a temporary file beside it, then rename. A file that is there keeps its mode and, as far as this
// user may, its owner; a link to one stays. A device or pipe is written into.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);
// Flushes standard output; false, after a complaint, when it could not be written (a full disk, a closed pipe).
[[nodiscard]] bool flush_output();
[[nodiscard]] bool colour(int fd);  // a terminal, and NO_COLOR is not set

}  // namespace winnow::app
