// The program under strace, which makes system calls fail or kills the program in them.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "cli/desk.h"

namespace winnow::chaos {

// Whether programs can be traced here; the tests skip where not.
[[nodiscard]] bool can_trace();

// `winnow ARGUMENTS` of the desk; the thread that writes is traced, not the workers. It runs with `inject`, as strace's
// -e inject takes it ("fsync:error=EIO:when=3"); each traced call is a line of `log`, a file.
[[nodiscard]] std::vector<std::string> traced(const cli::Desk& desk, const std::string& inject,
                                              const std::vector<std::string>& arguments,
                                              const std::string& log = "/dev/null");

// Injects into a process that runs, for as long as this program does.
[[nodiscard]] std::vector<std::string> traced_process(pid_t process, const std::string& inject);
[[nodiscard]] bool is_traced(pid_t process);

}  // namespace winnow::chaos
