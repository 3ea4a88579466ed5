// The words around an article in each language: navigation, labels, boxes, dates, legal lines.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sites/dice.h"

namespace winnow::sites {

class Vocabulary {
 public:
  explicit Vocabulary(std::string_view language);  // English where there is none

  // The ways to say it; a key that no language has throws std::out_of_range: a fault in the generator.
  [[nodiscard]] const std::vector<std::string>& all(std::string_view key) const;
  [[nodiscard]] const std::string& first(std::string_view key) const { return all(key).front(); }
  [[nodiscard]] const std::string& pick(std::string_view key, Dice& dice) const { return dice.pick(all(key)); }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

}  // namespace winnow::sites
