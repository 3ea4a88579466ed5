// YAML as a plain tree with places: the one home of yaml-cpp. Bounded (1 MiB, 100,000 nodes, depth 32); safe from any
// thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace winnow::site {

struct Yaml {
  enum class Kind { null, scalar, list, map };
  struct Member;

  Kind kind = Kind::null;
  std::string text;             // scalar
  std::vector<Yaml> items;      // list
  std::vector<Member> members;  // map, in the file's order
  int line = 0, column = 0;     // 1-based

  // The member of that name; null when absent or when this is no map.
  [[nodiscard]] const Yaml* find(std::string_view key) const;
};

struct Yaml::Member {
  std::string key;
  int line = 0, column = 0;  // of the key
  Yaml value;
};

struct YamlError {
  int line = 0, column = 0;
  std::string text;
};

[[nodiscard]] tl::expected<Yaml, YamlError> parse_yaml(std::string_view text);
// YAML text of a tree, for keeping a part of a file.
[[nodiscard]] std::string to_yaml(const Yaml& tree);

}  // namespace winnow::site
