#include "repair/normal_form.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "base/variants.h"
#include "repair/points.h"
#include "repair/signs.h"

namespace winnow::repair {
namespace {

bool is_radical(char32_t c) { return c >= 0x2E80 && c < 0x2FE0; }
bool is_ordinary(char32_t c) { return c >= 0x4E00 && c < 0xA000; }

// U+2E80 to U+2FFF is E2 BA 80 to E2 BF BF.
bool may_have_radicals(std::string_view text) {
  for (std::size_t at = text.find('\xE2'); at != std::string_view::npos; at = text.find('\xE2', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xBA) return true;
  }
  return false;
}

// Texts about radicals mean what they show.
bool speaks_of_radicals(std::string_view text) {
  for (const std::string_view sign : {"部首", "偏旁", "康熙", "adical"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}
bool names_a_radical(char32_t after) {
  return std::u32string_view(U"部旁字头頭底框").find(after) != std::u32string_view::npos;
}

// A radical in a word: at most a few side by side, beside ordinary ideographs, and not named as one.
bool stands_for_ideograph(std::string_view before, std::string_view text, std::size_t after) {
  constexpr int kMost = 4;
  char32_t next = after < text.size() ? next_point(text, after) : U'\0';
  if (names_a_radical(next)) return false;
  for (int n = 1; n < kMost && is_radical(next) && after < text.size(); ++n) next = next_point(text, after);
  if (is_ordinary(next)) return true;
  std::size_t at = before.size();
  return at > 0 && is_ordinary(utf8::previous(before, at));
}

std::string without_radicals(std::string_view text, Log& log) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0, nth = 0; at < text.size(); ++nth) {
    const std::size_t start = at;
    const char32_t c = next_point(text, at);
    const char32_t ordinary = is_radical(c) ? han::unified(c) : c;
    if (ordinary == c || !is_ordinary(ordinary) || !stands_for_ideograph(out, text, at)) {
      out += text.substr(start, at - start);
      continue;
    }
    if (log.detailed()) {
      log.note("normal_form", nth, text.substr(start, at - start), utf8::of(ordinary),
               "a radical in place of the ideograph");
    } else {
      log.count("normal_form", 1);
    }
    utf8::append(out, ordinary);
  }
  return out;
}

bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// In normal form C where it stands alone, and never joined to what stands before it.
bool is_settled(char32_t c) { return c < 0x300 || between(c, 0x3400, 0x9FFF) || between(c, 0xAC00, 0xD7A3); }

// Joined to nothing before it.
bool is_boundary(char32_t c) { return is_settled(c) || between(c, 0xF900, 0xFAFF) || between(c, 0x20000, 0x3FFFF); }

// What normal form C looks at by itself: a character and those behind it that it may join.
struct Cluster {
  std::size_t end = 0;
  bool settled = false;
};

Cluster cluster_at(std::string_view text, std::size_t at) {
  const char32_t first = next_point(text, at);
  for (std::size_t n = 0; at < text.size(); ++n) {
    const std::size_t start = at;
    if (is_boundary(next_point(text, at))) return {start, n == 0 && is_settled(first)};
    if (at == text.size()) return {at, false};
  }
  return {at, is_settled(first)};
}

std::string composed(std::string_view text, Log& log) {
  std::string out;
  out.reserve(text.size());
  std::size_t length = 0;  // code points of `out`, where the log wants places
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    const std::string_view shown = text.substr(at, cluster.end - at);
    const std::string normal = cluster.settled ? std::string(shown) : unicode::nfc(shown);
    if (normal != shown) log.note("normal_form", length, shown, normal, "not in normal form C");
    if (log.detailed()) length += utf8::length(normal);
    out += normal;
    at = cluster.end;
  }
  return out;
}

// Most texts have nothing to join or to replace, and are not asked about further.
bool may_be_denormal(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const char32_t c = next_point(text, at);
    if (may_compose(c) || is_radical(c) || c == utf8::kReplacement) return true;
  }
  return false;
}

}  // namespace

std::string fix_normal_form(std::string_view text, Log& log) {
  if (!may_be_denormal(text)) return std::string(text);
  std::string normal = unicode::is_nfc(text) ? std::string(text) : composed(text, log);
  if (!may_have_radicals(normal) || speaks_of_radicals(normal)) return normal;
  return without_radicals(normal, log);
}

}  // namespace winnow::repair
