// Sentences of small grammars, drawn with a fixed seed: "{a|b} c {d|}" gives "a c d", "b c " and so on, braces may
// stand in braces. The same seed gives the same lines on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::cleaning {

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}

  // 0 <= result < count
  std::size_t below(std::size_t count);
  template <class Choices>
  const auto& of(const Choices& choices) {
    return choices[below(choices.size())];
  }

  // One line of the grammar, white space collapsed.
  std::string line(std::string_view grammar);

 private:
  std::string expand(std::string_view grammar);

  std::uint64_t state_;
};

}  // namespace winnow::cleaning
