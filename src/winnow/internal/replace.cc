#include "winnow/internal/replace.h"

#include <cstring>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace winnow::internal {
namespace {

constexpr std::size_t kMoreBytes = 1 << 20;

struct Outcome {
  std::string html;
  std::size_t count = 0;
  bool too_large = false;
};

// memmem is linear whatever the two are.
std::size_t find(std::string_view text, std::string_view wanted, std::size_t from) {
  if (text.size() - from < wanted.size()) return text.npos;  // and the data of an empty text may be null
  const void* found = ::memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  return found == nullptr ? text.npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

Outcome replaced(std::string_view html, const Replacement& r, std::size_t most) {
  Outcome out;
  std::size_t from = 0;
  for (std::size_t at = find(html, r.find, 0); at != html.npos; at = find(html, r.find, from)) {
    out.html += html.substr(from, at - from);
    out.html += r.with;
    from = at + r.find.size();
    ++out.count;
    if (out.html.size() > most) return {.html = {}, .count = out.count, .too_large = true};
  }
  out.html += html.substr(from);
  out.too_large = out.html.size() > most;
  return out;
}

}  // namespace

void replace(std::span<const Replacement> replacements, std::string& html, Trace& trace) {
  const std::size_t most = html.size() * 4 + kMoreBytes;
  for (const Replacement& r : replacements) {
    if (r.find.empty()) continue;
    Outcome outcome = replaced(html, r, most);
    if (outcome.count == 0) continue;
    const std::string what = utf8::shorten(r.find, 80) + " to " + utf8::shorten(r.with, 80);
    trace.push_back(
        {"parse", outcome.too_large ? "left" : "replaced", what,
         outcome.too_large ? "it would make the page too large" : std::to_string(outcome.count) + " times"});
    if (!outcome.too_large) html = std::move(outcome.html);
  }
}

}  // namespace winnow::internal
