// The documents that the benchmarks read: news of the newsstand's stories, repeated with variation, and damaged.
#pragma once

#include <string>
#include <vector>

namespace winnow::bench {

struct Text {
  std::string name;
  std::string utf8;
  bool damaged = false;
};

// About 100 kB each.
[[nodiscard]] std::vector<Text> texts();

}  // namespace winnow::bench
