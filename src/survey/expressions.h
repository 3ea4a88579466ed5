// Regular expressions of which one must match, compiled once. Pure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/regex.h"

namespace winnow::survey {

class Expressions {
 public:
  Expressions() = default;
  explicit Expressions(const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns) add(pattern);
  }
  // One that is none, or too long, matches nothing.
  void add(const std::string& pattern) {
    if (auto regex = Regex::compile(pattern)) compiled_.push_back(std::move(*regex));
  }
  [[nodiscard]] bool any(const std::string& text) const {
    for (const Regex& regex : compiled_) {
      if (regex.search(text)) return true;
    }
    return false;
  }

 private:
  std::vector<Regex> compiled_;
};

}  // namespace winnow::survey
