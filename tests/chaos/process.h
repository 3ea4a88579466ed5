// What a process and its children take of the machine, read from /proc.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <vector>

namespace winnow::chaos {

struct Footprint {
  std::int64_t resident_bytes = 0;  // 0: there is no such process
  int descriptors = 0;
};

[[nodiscard]] std::vector<pid_t> children_of(pid_t pid);
[[nodiscard]] Footprint footprint(pid_t pid);
[[nodiscard]] Footprint footprint_with_children(pid_t pid);

}  // namespace winnow::chaos
