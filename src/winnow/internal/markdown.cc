#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "winnow/format.h"
#include "winnow/internal/markdown_text.h"

namespace winnow {
namespace {

using internal::markdown_address;
using internal::markdown_cell;
using internal::markdown_destination;
using internal::markdown_text;

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

// CommonMark 4.5. Lines end with LF alone.
std::string code_of(const Block& block) {
  std::string code;
  std::size_t longest = 2, run = 0;
  for (std::size_t i = 0; i < block.text.size(); ++i) {
    const char c = block.text[i];
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
    if (c != '\r') {
      code += c;
    } else if (i + 1 == block.text.size() || block.text[i + 1] != '\n') {
      code += '\n';
    }
  }
  const std::string fence(longest + 1, '`');
  const bool plain = block.language.find_first_of("`~\\& \t\r\n") == std::string::npos;
  return fence + (plain ? block.language : "") + "\n" + code + "\n" + fence;
}

// "#" at the end would be read as a part of the heading's mark (CommonMark 4.2).
std::string heading_of(std::string_view text, std::span<const Link> links, int level) {
  std::string line = markdown_text(text, links);
  const std::size_t before = line.find_last_not_of('#');
  const bool closes = line.ends_with('#') && (before == std::string::npos || line[before] == ' ');
  if (closes) line.insert(line.size() - 1, "\\");
  return std::string(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#') + " " + line;
}

std::span<const Link> links_of(const Block& block, std::size_t item, std::size_t cell = 0) {
  const auto place = [](const Link& link) { return std::pair(link.item, link.cell); };
  const auto found = std::equal_range(block.links.begin(), block.links.end(), Link{0, 0, {}, item, cell},
                                      [&](const Link& x, const Link& y) { return place(x) < place(y); });
  return {found.first, found.second};
}

// `other`: with the other mark, so that it does not go on the list before it.
std::string list_of(const Block& block, bool other) {
  std::string out;
  std::vector<std::size_t> indents;  // of what stands in an item, by depth
  bool above_is_empty = true;
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const int wanted = i < block.depths.size() ? std::max(block.depths[i], 0) : 0;
    const std::size_t depth = std::min(static_cast<std::size_t>(wanted), indents.size());
    const bool nests = depth == indents.size() && i > 0;
    indents.resize(depth);
    const int plain = block.ordered ? static_cast<int>(i) + 1 : kBullet;
    const int number = i < block.numbers.size() ? block.numbers[i] : plain;
    const std::string mark =
        number == kBullet ? (other ? "* " : "- ") : std::to_string(std::max(number, 0)) + (other ? ") " : ". ");
    const std::string text = markdown_text(block.items[i], links_of(block, i));
    // An empty item, or a number other than 1, does not end the text above it (CommonMark 5.2).
    const bool parted = nests && !above_is_empty && (text.empty() || number != kBullet);
    above_is_empty = text.empty();
    out += i == 0 ? "" : parted ? "\n\n" : "\n";
    const std::size_t indent = depth == 0 ? 0 : indents.back();
    out += std::string(indent, ' ') + (text.empty() ? mark.substr(0, mark.size() - 1) : mark + text);
    indents.push_back(indent + mark.size());
  }
  return out;
}

std::string table_row(const Block& block, std::size_t row, std::size_t columns) {
  std::string out = "|";
  for (std::size_t c = 0; c < columns; ++c) {
    const bool has = row < block.rows.size() && c < block.rows[row].size();
    out += " " + (has ? markdown_cell(block.rows[row][c], links_of(block, row, c)) : "") + " |";
  }
  return out;
}

// A table of GitHub's always has a head; where ours has none, that is empty.
std::string table_of(const Block& block) {
  std::size_t columns = 0;
  for (const auto& row : block.rows) columns = std::max(columns, row.size());
  if (columns == 0) return {};
  std::size_t next = 0;
  std::string out = table_row(block, block.header > 0 ? next++ : block.rows.size(), columns) + "\n|";
  for (std::size_t c = 0; c < columns; ++c) out += " --- |";
  while (next < block.rows.size()) out += "\n" + table_row(block, next++, columns);
  return out;
}

std::string caption_of(const Block& block, std::string_view before) {
  const std::string text = markdown_text(block.caption);
  return text.empty() ? "" : std::string(before) + "*" + text + "*";
}

// Each line of a post is a paragraph.
std::string quote_of(const Block& block) {
  std::string out;
  std::size_t place = 0;  // in code points
  auto next = block.links.begin();
  for (std::string_view rest = block.text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t end = place + utf8::length(line);
    std::vector<Link> links;
    while (next != block.links.end() && next->end <= place) ++next;
    for (auto at = next; at != block.links.end() && at->start < end; ++at)
      links.push_back({std::max(at->start, place) - place, std::min(at->end, end) - place, at->url});
    place = end + 1;
    const std::string text = markdown_text(line, links);
    if (!text.empty()) (out += out.empty() ? "> " : "\n>\n> ") += text;
  }
  return out;
}

std::string embed_of(const Block& block) {
  std::string out = quote_of(block);
  if (!out.empty()) return out + (block.src.empty() ? "" : "\n>\n> " + markdown_address(block.src));
  if (block.src.empty()) return out;
  const std::string title = markdown_text(block.alt);
  out = title.empty() ? markdown_address(block.src) : "[" + title + "](" + markdown_destination(block.src) + ")";
  return out + caption_of(block, "\n");
}

std::string block_of(const Block& block, bool other) {
  switch (block.type) {
    case BlockType::heading:
      return heading_of(block.text, block.links, block.level);
    case BlockType::list:
      return list_of(block, other);
    case BlockType::quote:
      return quote_of(block) + caption_of(block, "\n\n");
    case BlockType::code:
      return code_of(block) + caption_of(block, "\n\n");
    case BlockType::table:
      return table_of(block) + caption_of(block, "\n\n");
    case BlockType::image:
      return "![" + markdown_text(block.alt) + "](" + markdown_destination(block.src) + ")" + caption_of(block, "\n");
    case BlockType::embed:
      return embed_of(block);
    case BlockType::paragraph:
      break;
  }
  return markdown_text(block.text, block.links);
}

}  // namespace

std::string to_markdown(const Article& article) {
  std::string out = front_matter(article);
  if (!article.title.empty()) out += "\n" + heading_of(article.title, {}, 1) + "\n";
  bool list_before = false, other = false;
  for (const Block& block : article.body) {
    const bool list = block.type == BlockType::list;
    other = list && list_before && !other;
    const std::string text = block_of(block, other);
    if (text.empty()) continue;
    out += "\n" + text + "\n";
    list_before = list;
  }
  return utf8::scrub(out);
}

}  // namespace winnow
