#include "discover/feed_text.h"

#include <algorithm>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/url.h"
#include "parse/document.h"

namespace winnow::discover {
namespace {

bool is_reference(std::string_view text) {
  const std::size_t end = text.substr(0, 34).find(';');
  if (end == text.npos || end < 3) return false;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c) || c == '#'; });
}

// A known element's start or end tag, or a comment.
bool is_tag(std::string_view text) {
  text.remove_prefix(1);
  if (text.starts_with("!--")) return true;
  if (text.starts_with('/')) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && size < 16 && (ascii::is_alpha(text[size]) || ascii::is_digit(text[size]))) ++size;
  if (size == 0 || size == text.size() || parse::tag_for(ascii::lower(text.substr(0, size))) == parse::Tag::other)
    return false;
  return ascii::is_space(text[size]) || text[size] == '>' || text[size] == '/';
}

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != text.npos; at = text.find_first_of("<&", at + 1)) {
    if (text[at] == '&' ? is_reference(text.substr(at)) : is_tag(text.substr(at))) return true;
  }
  return false;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (ascii::is_digit(c)) return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

}  // namespace

std::string html_to_plain(std::string_view html) {
  const parse::Document document = parse::parse(html);
  return unicode::collapse(document.visible_text(document.root()));
}

std::string maybe_html_to_plain(std::string_view text) {
  return looks_like_html(text) ? html_to_plain(text) : plain(text);
}

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : unicode::trim(text)) {
    if (!ascii::is_space(c)) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

std::string absolute_link(std::string_view link, std::string_view base) {
  link = ascii::trim(link);
  if (link.empty()) return {};
  const auto alone = Url::parse(link);
  const bool plain = std::all_of(link.begin(), link.end(), [](char c) { return c > ' ' && c < 0x7F; });
  if (alone) return !alone->is_http() ? std::string() : plain ? std::string(link) : alone->href();
  const auto base_url = Url::parse(base);
  const auto url = base_url ? Url::parse(link, &*base_url) : std::nullopt;
  return url && url->is_http() ? url->href() : std::string();
}

std::string from_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (ascii::is_space(c)) continue;
    const int value = base64_value(c);
    if (value < 0) break;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

}  // namespace winnow::discover
