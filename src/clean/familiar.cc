#include "clean/familiar.h"

#include <numeric>
#include <string>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/function_words.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kMostUnits = 200'000;
constexpr std::size_t kScarce = 50;  // one letter of so many, at most, is of a script that a text lacks

// Calls `visit` with each pair of neighbouring Han, kana or hangul characters and each other word that says something.
template <class Visit>
void for_each_unit(std::string_view text, Visit visit) {
  std::size_t word = std::string_view::npos, previous = std::string_view::npos;
  const auto close = [&](std::size_t end) {
    if (word == std::string_view::npos) return;
    const std::string_view whole = text.substr(word, end - word);
    if (!is_function_word(whole)) visit(whole);
    word = std::string_view::npos;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    const bool cjk = unicode::is_cjk(c), letter = unicode::is_letter(c);
    if (cjk || !letter) close(start);
    if (cjk && previous != std::string_view::npos) visit(text.substr(previous, at - previous));
    previous = cjk ? start : std::string_view::npos;
    if (letter && !cjk && word == std::string_view::npos) word = start;
  }
  close(text.size());
}

}  // namespace

Script script_of_letter(char32_t c) {
  if (unicode::is_latin(c)) return Script::latin;
  if (unicode::is_han(c)) return Script::han;
  if (unicode::is_cyrillic(c)) return Script::cyrillic;
  if (unicode::is_kana(c)) return Script::kana;
  return unicode::is_hangul(c) ? Script::hangul : Script::other;
}

void Familiar::add(std::string_view folded) {
  for_each_unit(folded, [&](std::string_view unit) {
    if (units_.size() < kMostUnits) units_.insert(hash64(unit));
  });
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    if (unicode::is_letter(c)) ++letters_[static_cast<std::size_t>(script_of_letter(c))];
  }
}

double Familiar::share(std::string_view folded) const {
  std::size_t all = 0, known = 0;
  for_each_unit(folded, [&](std::string_view unit) {
    ++all;
    if (units_.contains(hash64(unit))) ++known;
  });
  return all == 0 ? 1.0 : static_cast<double>(known) / static_cast<double>(all);
}

bool Familiar::lacks(Script script) const {
  const std::size_t all = std::accumulate(letters_.begin(), letters_.end(), std::size_t{0});
  return letters_[static_cast<std::size_t>(script)] * kScarce <= all;
}

}  // namespace winnow::cleaning
