#include "decode/labels.h"

#include <algorithm>
#include <cstddef>

#include "base/converter.h"

namespace winnow::decode {
namespace {

constexpr std::size_t kPrescan = 4096;
constexpr std::string_view kSpace = " \t\n\f\r";

bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t start = std::min(text.find_first_not_of(kSpace), text.size());
  return text.substr(start, text.find_last_not_of(kSpace) + 1 - start);
}

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return at + word.size() <= text.size() && lower(text.substr(at, word.size())) == word;
}

struct Attribute {
  std::string name, value;
};

// "Get an attribute" (13.2.3.2); `at` moves behind it. An empty name: there are no more.
Attribute next_attribute(std::string_view html, std::size_t& at) {
  Attribute found;
  while (at < html.size() && (is_space(html[at]) || html[at] == '/')) ++at;
  if (at >= html.size() || html[at] == '>') return found;
  const std::size_t name = at;
  while (at < html.size() && !is_space(html[at]) && html[at] != '/' && html[at] != '>' &&
         (html[at] != '=' || at == name))
    ++at;
  found.name = lower(html.substr(name, at - name));
  std::size_t sign = at;
  while (sign < html.size() && is_space(html[sign])) ++sign;
  if (sign >= html.size() || html[sign] != '=') return found;
  at = sign + 1;
  while (at < html.size() && is_space(html[at])) ++at;
  if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
    const std::size_t end = std::min(html.find(html[at], at + 1), html.size());
    found.value = lower(html.substr(at + 1, end - at - 1));
    at = std::min(end + 1, html.size());
    return found;
  }
  const std::size_t value = at;
  while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
  found.value = lower(html.substr(value, at - value));
  return found;
}

std::optional<std::string_view> declared(std::string_view label) {
  const std::optional<std::string_view> encoding = encoding_for_label(label);
  if (encoding == "UTF-16LE" || encoding == "UTF-16BE") return "UTF-8";
  if (encoding == "x-user-defined") return "windows-1252";
  return encoding;
}

// The attributes of one <meta>, up to its end.
std::optional<std::string_view> encoding_of_meta(std::string_view html, std::size_t& at) {
  bool pragma = false;
  std::string charset, content;
  for (;;) {
    const Attribute attribute = next_attribute(html, at);
    if (attribute.name.empty()) break;
    if (attribute.name == "http-equiv") pragma = pragma || attribute.value == "content-type";
    if (attribute.name == "content" && content.empty()) content = charset_in_content(attribute.value);
    if (attribute.name == "charset" && charset.empty()) charset = attribute.value;
  }
  if (!charset.empty()) return declared(charset);
  return pragma && !content.empty() ? declared(content) : std::nullopt;
}

// Behind a tag that is no <meta>, its attributes included.
void skip_tag(std::string_view html, std::size_t& at) {
  while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
  while (!next_attribute(html, at).name.empty()) {
  }
}

bool is_tag(std::string_view html, std::size_t at) {
  const std::size_t name = at + 1 + (begins(html, at, "</") ? 1 : 0);
  return name < html.size() && is_letter(html[name]);
}

bool is_meta(std::string_view html, std::size_t at) {
  return begins(html, at, "<meta") && at + 5 < html.size() && (is_space(html[at + 5]) || html[at + 5] == '/');
}

}  // namespace

Bom byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  return {};
}

std::string charset_of(std::string_view content_type) {
  const std::string text = lower(content_type);
  for (std::size_t at = text.find(';'); at != std::string::npos; at = text.find(';', at + 1)) {
    const std::string_view rest = std::string_view(text).substr(at + 1);
    const std::string_view parameter = trim(rest.substr(0, rest.find(';')));
    const std::size_t sign = parameter.find('=');
    if (sign == std::string_view::npos || trim(parameter.substr(0, sign)) != "charset") continue;
    std::string_view value = trim(parameter.substr(sign + 1));
    while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
    return std::string(value.substr(0, value.find_first_of("\"'")));
  }
  return {};
}

std::string charset_in_content(std::string_view content) {
  const std::string text = lower(content);
  for (std::size_t at = text.find("charset"); at != std::string::npos; at = text.find("charset", at + 7)) {
    std::size_t sign = std::min(text.find_first_not_of(kSpace, at + 7), text.size());
    if (sign >= text.size() || text[sign] != '=') continue;
    sign = std::min(text.find_first_not_of(kSpace, sign + 1), text.size());
    const std::string_view value = std::string_view(text).substr(sign);
    if (value.empty()) return {};
    if (value[0] != '"' && value[0] != '\'') return std::string(value.substr(0, value.find_first_of(" \t\n\f\r;")));
    const std::size_t end = value.find(value[0], 1);
    return end == std::string_view::npos ? std::string() : std::string(value.substr(1, end - 1));
  }
  return {};
}

std::optional<std::string_view> meta_encoding(std::string_view bytes) {
  const std::string_view html = bytes.substr(0, kPrescan);
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (begins(html, at, "<!--")) {
      at = std::min(html.find("-->", at + 2), html.size());
    } else if (is_meta(html, at)) {
      at += 5;
      if (const auto encoding = encoding_of_meta(html, at)) return encoding;
    } else if (is_tag(html, at)) {
      skip_tag(html, at);
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> xml_encoding(std::string_view bytes) {
  const std::size_t start = std::min(bytes.find_first_not_of(kSpace), bytes.size());
  if (!bytes.substr(start).starts_with("<?xml")) return std::nullopt;
  const std::string_view head = bytes.substr(start, std::min(bytes.find('>', start), start + 1024) - start);
  std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return std::nullopt;
  at = head.find_first_of("\"'", at);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t end = std::min(head.find(head[at], at + 1), head.size());
  return declared(head.substr(at + 1, end - at - 1));
}

}  // namespace winnow::decode
