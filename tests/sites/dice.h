// Random choices for the generated sites: the same seed, the same choices on every machine. A fork is a stream of its
// own, so that one more choice in one place changes nothing in another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::sites {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : seed_(seed), state_(seed) {}

  [[nodiscard]] Dice fork(std::string_view name) const;  // by seed and name, whatever was thrown before
  [[nodiscard]] std::size_t below(std::size_t limit);    // limit > 0
  [[nodiscard]] std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  [[nodiscard]] bool chance(std::size_t percent) { return below(100) < percent; }
  [[nodiscard]] std::string letters(std::size_t count);  // "q4xn": a letter, then letters and digits
  [[nodiscard]] std::string digits(std::size_t count);   // the first is none of 0
  template <typename T>
  [[nodiscard]] const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::uint64_t next();
  std::uint64_t seed_, state_;
};

// "a|b|c" and "one two three" of the tables, in parts; line breaks and spaces around a part go.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text, char separator = '|');
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);
[[nodiscard]] bool has_word(std::string_view words, std::string_view word);
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace winnow::sites
