// What an article talks about, to tell what is foreign to it: its words, the pairs of its characters where words are
// not spaced, and its script. Pure, total; immutable once filled, then safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace winnow::cleaning {

enum class Script : std::uint8_t { latin, cyrillic, han, kana, hangul, other };
inline constexpr std::size_t kScripts = 6;

[[nodiscard]] Script script_of_letter(char32_t letter);

class Familiar {
 public:
  // Texts are folded (fold_for_cues).
  void add(std::string_view folded);

  // The share of the pairs and words of `folded` that were added, 0..1; 1 for a text that has none.
  [[nodiscard]] double share(std::string_view folded) const;
  // Whether this text tells enough for what is not in it to be foreign.
  [[nodiscard]] bool tells() const { return units_.size() >= kFewestUnits; }
  // Whether hardly a letter of it is of this script.
  [[nodiscard]] bool lacks(Script script) const;

 private:
  static constexpr std::size_t kFewestUnits = 24;

  std::unordered_set<std::uint64_t> units_;  // hashes
  std::array<std::size_t, kScripts> letters_{};
};

}  // namespace winnow::cleaning
