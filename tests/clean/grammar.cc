#include "clean/grammar.h"

#include <vector>

#include "base/unicode.h"

namespace winnow::cleaning {
namespace {

// What stands between the brace at `open` and its own end, cut at the bars that are not inside further braces.
std::vector<std::string_view> choices_at(std::string_view text, std::size_t open, std::size_t& behind) {
  std::vector<std::string_view> out;
  std::size_t depth = 0, start = open + 1;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '{') ++depth;
    if (depth == 1 && (text[at] == '|' || text[at] == '}')) {
      out.push_back(text.substr(start, at - start));
      start = at + 1;
    }
    if (text[at] == '}' && --depth == 0) {
      behind = at + 1;
      return out;
    }
  }
  behind = text.size();
  return out;
}

}  // namespace

// SplitMix64: the standard library's distributions differ between implementations.
std::size_t Draw::below(std::size_t count) {
  state_ += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return static_cast<std::size_t>((z ^ (z >> 31)) % count);
}

std::string Draw::expand(std::string_view grammar) {
  std::string out;
  for (std::size_t at = 0; at < grammar.size();) {
    if (grammar[at] != '{') {
      out += grammar[at++];
      continue;
    }
    const std::vector<std::string_view> choices = choices_at(grammar, at, at);
    if (!choices.empty()) out += expand(of(choices));
  }
  return out;
}

std::string Draw::line(std::string_view grammar) { return unicode::collapse(expand(grammar)); }

}  // namespace winnow::cleaning
