#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "winnow/format.h"

namespace winnow {
namespace {

// A YAML double-quoted scalar (YAML 1.2.2, 7.3.1), which holds any text.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += ' ';
    else
      out += c;
  }
  return out += '"';
}

void add_field(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) ((out += name) += ": ") += quoted(value) + "\n";
}

void add_field(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  (out += name) += ": [";
  for (std::size_t i = 0; i < values.size(); ++i) out += (i > 0 ? ", " : "") + quoted(values[i]);
  out += "]\n";
}

std::string front_matter(const Article& a) {
  std::string out = "---\n";
  add_field(out, "id", a.id);
  add_field(out, "url", a.url);
  add_field(out, "canonical_url", a.canonical_url);
  add_field(out, "site", a.site);
  add_field(out, "title", a.title);
  add_field(out, "subtitle", a.subtitle);
  add_field(out, "summary", a.summary);
  add_field(out, "authors", a.authors);
  add_field(out, "editors", a.editors);
  add_field(out, "source", a.source);
  add_field(out, "published_at", a.published_at);
  add_field(out, "modified_at", a.modified_at);
  add_field(out, "language", a.language);
  add_field(out, "section", a.section);
  add_field(out, "breadcrumb", a.breadcrumb);
  add_field(out, "tags", a.tags);
  add_field(out, "fetched_at", a.fetched_at);
  add_field(out, "content_hash", a.content_hash);
  add_field(out, "extractor", a.extractor);
  return out + "---\n";
}

bool starts_block(char c) { return std::string_view("#>-+=~").find(c) != std::string_view::npos; }

// The mark of "1. " or "1) " at the start of a line, seen from that mark.
bool ends_list_number(std::string_view text, std::size_t at) {
  if (text[at] != '.' && text[at] != ')') return false;
  if (at + 1 < text.size() && text[at + 1] != ' ') return false;
  const std::size_t newline = text.substr(0, at).rfind('\n');
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return at > start && text.substr(start, at - start).find_first_not_of("0123456789") == std::string_view::npos;
}

// CommonMark 2.4: what would be read as markup gets a backslash.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_start = i == 0 || text[i - 1] == '\n';
    const bool markup = std::string_view("\\`*_[]<").find(text[i]) != std::string_view::npos;
    if (markup || (line_start && starts_block(text[i])) || ends_list_number(text, i)) out += '\\';
    out += text[i];
  }
  return out;
}

std::string prefixed(std::string_view text, std::string_view prefix) {
  std::string out(prefix);
  for (const char c : text) {
    out += c;
    if (c == '\n') out += prefix;
  }
  return out;
}

std::string fence_for(std::string_view code) {
  std::size_t longest = 2, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string list_of(const Block& block) {
  std::string out;
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const std::string mark = block.ordered ? std::to_string(i + 1) + ". " : "- ";
    out += (i > 0 ? "\n" : "") + mark + one_line(escaped(block.items[i]));
  }
  return out;
}

std::string cell(const std::string& text) {
  std::string out;
  for (const char c : one_line(escaped(text))) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string table_of(const Block& block) {
  std::size_t columns = 0;
  for (const auto& row : block.rows) columns = std::max(columns, row.size());
  std::string out;
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    out += r > 0 ? "\n|" : "|";
    for (std::size_t c = 0; c < columns; ++c)
      out += " " + (c < block.rows[r].size() ? cell(block.rows[r][c]) : "") + " |";
    if (r > 0) continue;
    out += "\n|";
    for (std::size_t c = 0; c < columns; ++c) out += " --- |";
  }
  return out;
}

std::string image_of(const Block& block) {
  std::string out = "![" + one_line(escaped(block.alt)) + "](<" + block.src + ">)";
  if (!block.caption.empty()) out += "\n*" + one_line(escaped(block.caption)) + "*";
  return out;
}

std::string block_of(const Block& block) {
  switch (block.type) {
    case BlockType::heading:
      return std::string(static_cast<std::size_t>(std::clamp(block.level, 1, 6)), '#') + " " +
             one_line(escaped(block.text));
    case BlockType::list:
      return list_of(block);
    case BlockType::quote:
      return prefixed(escaped(block.text), "> ");
    case BlockType::code:
      return fence_for(block.text) + "\n" + block.text + "\n" + fence_for(block.text);
    case BlockType::table:
      return table_of(block);
    case BlockType::image:
      return image_of(block);
    case BlockType::embed: {
      const std::string link = block.src.empty() ? "" : "<" + block.src + ">";
      if (block.text.empty()) return link;
      return prefixed(escaped(block.text), "> ") + (link.empty() ? "" : "\n>\n> " + link);
    }
    case BlockType::paragraph:
      break;
  }
  return escaped(block.text);
}

}  // namespace

std::string to_markdown(const Article& article) {
  std::string out = front_matter(article);
  if (!article.title.empty()) out += "\n# " + one_line(escaped(article.title)) + "\n";
  for (const Block& block : article.body) {
    const std::string text = block_of(block);
    if (!text.empty()) out += "\n" + text + "\n";
  }
  return utf8::scrub(out);
}

}  // namespace winnow
