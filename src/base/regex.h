// Regular expressions in time linear in the text, whatever a user or a page writes: the one home of RE2.
// Immutable once compiled, safe from any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace winnow {

class Regex {
 public:
  struct Flags {
    bool ignore_case = false;
  };
  // The error names the fault and the pattern. Patterns of more than 4 KiB are refused.
  [[nodiscard]] static Result<Regex> compile(std::string_view pattern, Flags flags);
  [[nodiscard]] static Result<Regex> compile(std::string_view pattern) { return compile(pattern, Flags{}); }

  [[nodiscard]] bool search(std::string_view text) const;
  // Group 0, 1, ... of the first match (an unmatched group is empty); nothing where there is no match.
  // The views are into `text`.
  [[nodiscard]] std::optional<std::vector<std::string_view>> find(std::string_view text) const;

  [[nodiscard]] const std::string& pattern() const { return pattern_; }

 private:
  struct Compiled;
  std::string pattern_;
  std::shared_ptr<const Compiled> compiled_;  // shared: copies of a rule use one program
};

}  // namespace winnow
