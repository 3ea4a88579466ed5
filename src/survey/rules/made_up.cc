#include "survey/rules/made_up.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/scan.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kLongest = 80;   // a longer name is a list of settings or a hash
constexpr std::size_t kShortHash = 4;  // what is shorter is an abbreviation
constexpr std::size_t kLeastKept = 3;

// What style libraries put in front of their hashes: nothing of such a name stays.
constexpr std::array<std::string_view, 8> kLibraries = {"css-",    "sc-", "jsx-", "emotion-",
                                                        "svelte-", "jss", "ng-c", "_ngcontent-"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_vowel(char c) { return std::string_view("aeiouy").find(ascii::lower(c)) != std::string_view::npos; }

// How often letters and digits change places: once in "col6", three times in "1x2y".
std::size_t changes_of_kind(std::string_view word) {
  std::size_t changes = 0;
  for (std::size_t i = 1; i < word.size(); ++i)
    changes += ascii::is_digit(word[i]) != ascii::is_digit(word[i - 1]) ? 1U : 0U;
  return changes;
}

std::size_t longest_letters(std::string_view word) {
  std::size_t longest = 0, run = 0;
  for (const char c : word) {
    run = ascii::is_alpha(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Capitals that begin no word of two letters or more with a vowel in it: "bdVaJa", "xYzQ", not "bodyText".
bool is_odd_case(std::string_view word) {
  std::size_t humps = 0, odd = 0;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i + 1;
    while (end < word.size() && is_upper(word[end]) && is_upper(word[end - 1])) ++end;  // "TRSEditor"
    while (end < word.size() && !is_upper(word[end])) ++end;
    const std::string_view hump = word.substr(i, end - i);
    ++humps;
    odd += hump.size() < 3 || std::none_of(hump.begin(), hump.end(), is_vowel) ? 1U : 0U;
    i = end;
  }
  return humps >= 2 && 2 * odd > humps;
}

bool is_without_vowels(std::string_view word) {
  return word.size() > kShortHash && std::none_of(word.begin(), word.end(), is_vowel);
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), ascii::is_digit);
}

// One word between separators: whether nobody chose it.
bool is_random(std::string_view word) {
  if (is_number(word)) return word.size() >= 3;
  if (word.size() < kShortHash) return false;
  if (!std::all_of(word.begin(), word.end(), [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c); }))
    return false;  // in a script of its own
  const std::size_t changes = changes_of_kind(word);
  if (changes >= 3 || (changes >= 1 && ascii::is_digit(word.front()))) return true;
  if (changes == 2 && longest_letters(word) < kShortHash) return true;  // but "mp3player" is a word
  return is_odd_case(word) || is_without_vowels(word);
}

constexpr std::string_view kSeparators = "-_";

std::string_view without_separators(std::string_view name) {
  return name.substr(0, name.find_last_not_of(kSeparators) + 1);
}

// Where the last word of a name begins that ends in no separator.
std::size_t last_word(std::string_view name) { return name.find_last_of(kSeparators) + 1; }

bool is_of_a_library(std::string_view name) {
  return std::any_of(kLibraries.begin(), kLibraries.end(), [name](std::string_view library) {
    return name.starts_with(library) && name.size() >= library.size() + kShortHash;
  });
}

}  // namespace

StableName stable_part(std::string_view name) {
  if (name.empty() || name.size() > kLongest || is_of_a_library(name)) return {};
  std::string_view kept = name;
  while (!kept.empty()) {
    const std::string_view words = without_separators(kept);
    const std::size_t at = last_word(words);
    if (!is_random(words.substr(at))) break;
    kept = kept.substr(0, at);
  }
  if (kept.size() < name.size()) {
    if (without_separators(kept).size() < kLeastKept) return {};
    return {Stays::start, kept};
  }
  const std::size_t cut = name.find_first_of(kSeparators);
  if (cut == std::string_view::npos || cut == 0 || !is_random(name.substr(0, cut))) return {Stays::whole, name};
  return {Stays::end, name.substr(cut)};
}

}  // namespace winnow::survey
