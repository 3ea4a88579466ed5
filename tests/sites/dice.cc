#include "sites/dice.h"

#include <algorithm>

#include "base/hash.h"

namespace winnow::sites {

Dice Dice::fork(std::string_view name) const { return Dice(hash64(std::to_string(seed_) + "/" + std::string(name))); }

std::uint64_t Dice::next() {  // splitmix64
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

std::size_t Dice::below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

std::string Dice::letters(std::size_t count) {
  constexpr std::string_view kAll = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::string out;
  while (out.size() < count) out += kAll[below(out.empty() ? 26 : kAll.size())];
  return out;
}

std::string Dice::digits(std::size_t count) {
  std::string out;
  while (out.size() < count) out += static_cast<char>('0' + (out.empty() ? 1 + below(9) : below(10)));
  return out;
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  constexpr std::string_view kBlank = " \n";
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    part.remove_prefix(std::min(part.find_first_not_of(kBlank), part.size()));
    if (!part.empty()) out.emplace_back(part.substr(0, part.find_last_not_of(kBlank) + 1));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string& line : parts_of(text, '\n')) {
    for (std::string& word : parts_of(line, ' ')) out.push_back(std::move(word));
  }
  return out;
}

bool has_word(std::string_view words, std::string_view word) {
  const std::vector<std::string> all = words_of(words);
  return std::find(all.begin(), all.end(), word) != all.end();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace winnow::sites
