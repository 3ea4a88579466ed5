// What a process and its children take of the machine, read from /proc.
#pragma once

#include <sys/types.h>

#include <cstdint>

namespace winnow::chaos {

struct Footprint {
  std::int64_t resident_bytes = 0;  // 0: there is no such process
  int descriptors = 0;
};

[[nodiscard]] Footprint footprint(pid_t pid);
[[nodiscard]] Footprint footprint_with_children(pid_t pid);

}  // namespace winnow::chaos
