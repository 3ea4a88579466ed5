#include "site/yaml_text.h"

#include <algorithm>
#include <cstdio>

#include "base/scan.h"
#include "base/utf8.h"

namespace winnow::site {
namespace {

constexpr std::size_t kWidth = 120;  // of a line in flow style

bool is_control(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

// Words that are true, false, null or a number to some reader of YAML are written in quotes.
bool is_plain(std::string_view text) {
  const auto part = [](char c) {
    return ascii::is_alpha(c) || ascii::is_digit(c) || std::string_view("-_./").find(c) != std::string_view::npos;
  };
  if (text.empty() || !ascii::is_alpha(text.front()) || !std::all_of(text.begin(), text.end(), part)) return false;
  const std::string lower = ascii::lower(text);
  constexpr std::string_view kWords[] = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"};
  return std::find(std::begin(kWords), std::end(kWords), lower) == std::end(kWords);
}

bool has_comment_inside(const Comments& comments, const std::string& path) {
  const auto below = [&](char next) {
    const std::string start = path + next;
    const auto found = comments.lower_bound(start);
    return found != comments.end() && found->first.starts_with(start);
  };
  return below('.') || below('[');
}

// In one line, behind `before` columns.
bool fits_line(const Written& written, const Comments& comments, const std::string& path, std::size_t before) {
  if (!written.scalar.empty()) return true;
  return written.flow && !has_comment_inside(comments, path) && before + utf8::length(flow_text(written)) <= kWidth;
}

std::string item_text(const Written& item, const Comments& comments, const std::string& path, std::size_t indent) {
  std::string out = comment_text(comments, path, indent);
  const std::string dash = std::string(indent, ' ') + "- ";
  if (fits_line(item, comments, path, dash.size())) return out + dash + flow_text(item) + "\n";
  // The first key stands beside the dash, and what is said of it above.
  if (!item.members.empty()) out += comment_text(comments, path + "." + item.members.front().first, indent);
  std::string block = block_text(item, comments, path, dash.size());
  block.erase(0, block.find_first_not_of(' '));
  while (block.starts_with('#')) block.erase(0, block.find_first_not_of(' ', block.find('\n') + 1));
  return out + dash + block;
}

}  // namespace

std::string scalar_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  // In single quotes, where a backslash is one; in double quotes where controls want escapes.
  const bool controls = std::any_of(text.begin(), text.end(), is_control);
  std::string out = controls ? "\"" : "'";
  for (const char c : text) {
    if (!controls) {
      out += c == '\'' ? "''" : std::string(1, c);
    } else if (is_control(c)) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\x%02X", static_cast<unsigned>(c));
      out += escape;
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return utf8::scrub(out + (controls ? '"' : '\''));
}

std::string comment_text(const Comments& comments, std::string_view path, std::size_t indent) {
  const auto found = comments.find(path);
  std::string out;
  if (found == comments.end()) return out;
  for (const std::string& line : found->second) {
    out += std::string(indent, ' ') + "# ";
    for (const char c : line) out += is_control(c) ? ' ' : c;
    out += '\n';
  }
  return utf8::scrub(out);
}

// Recursion, here and below, is as deep as what is written: what a site file says is five levels deep.
std::string flow_text(const Written& written) {
  if (!written.scalar.empty()) return written.scalar;
  std::string out;
  for (const Written& item : written.items) out += (out.empty() ? "" : ", ") + flow_text(item);
  if (!out.empty()) return "[" + out + "]";
  for (const auto& [key, value] : written.members) {
    if (!out.empty()) out += ", ";
    out += key + ": " + flow_text(value);
  }
  return "{" + out + "}";
}

std::string block_text(const Written& written, const Comments& comments, const std::string& path, std::size_t indent) {
  std::string out;
  for (std::size_t i = 0; i < written.items.size(); ++i)
    out += item_text(written.items[i], comments, path + "[" + std::to_string(i) + "]", indent);
  for (const auto& [key, value] : written.members) {
    const std::string below = path.empty() ? key : path + "." + key;
    const std::string start = std::string(indent, ' ') + key + ":";
    out += comment_text(comments, below, indent) + start;
    if (fits_line(value, comments, below, start.size() + 1)) {
      out += " " + flow_text(value) + "\n";
    } else {
      out += "\n" + block_text(value, comments, below, indent + 2);
    }
  }
  return out;
}

}  // namespace winnow::site
