// What a process and its children take of the machine, read from /proc.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <vector>

#include "cli/program.h"

namespace winnow::chaos {

struct Footprint {
  std::int64_t resident_bytes = 0;  // 0: there is no such process
  std::int64_t peak_bytes = 0;      // resident at most, so far
  int descriptors = 0;
};

[[nodiscard]] std::vector<pid_t> children_of(pid_t pid);
[[nodiscard]] Footprint footprint(pid_t pid);
[[nodiscard]] Footprint footprint_with_children(pid_t pid);

// Waits for the program's end and tells what it and its children took at most, each for itself.
[[nodiscard]] std::int64_t peak_until_end(cli::Program& program);

}  // namespace winnow::chaos
