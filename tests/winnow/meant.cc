#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "read_back.h"

namespace winnow {
namespace {

std::string plain(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return unicode::collapse(text);
}

// With "{words}(address)" where links stand.
std::string with_links(std::string_view text, const std::vector<Link>& links, std::size_t item = 0,
                       std::size_t cell = 0, std::size_t from = 0) {
  const std::u32string characters = utf8::decode(text);
  std::string out;
  for (std::size_t i = 0; i <= characters.size(); ++i) {
    for (const Link& link : links) {
      if (link.item == item && link.cell == cell && link.end == i + from) out += "}(" + link.url + ")";
    }
    for (const Link& link : links) {
      if (link.item == item && link.cell == cell && link.start == i + from && i < characters.size()) out += "{";
    }
    if (i < characters.size()) utf8::append(out, characters[i]);
  }
  return plain(out);
}

void add_list(const Block& block, std::vector<std::string>& out) {
  struct Open {
    bool bullet;
    int number;
  };
  std::vector<Open> open;
  out.emplace_back("list");
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const std::size_t depth = i < block.depths.size() ? static_cast<std::size_t>(block.depths[i]) : 0;
    const int stated = i < block.numbers.size() ? block.numbers[i] : block.ordered ? static_cast<int>(i) + 1 : kBullet;
    open.resize(std::min(open.size(), depth + 1), {true, 0});
    // Markdown counts on from the first of a list.
    if (open.size() == depth + 1 && open[depth].bullet == (stated == kBullet)) {
      ++open[depth].number;
    } else {
      if (open.size() == depth + 1 && depth == 0) out.emplace_back("list");
      open.resize(depth);
      open.push_back({stated == kBullet, stated});
    }
    const std::string mark = open[depth].bullet ? "-" : std::to_string(open[depth].number);
    out.push_back("item " + std::to_string(depth) + " " + mark + ": " + with_links(block.items[i], block.links, i));
  }
}

void add_table(const Block& block, std::vector<std::string>& out) {
  std::size_t columns = 0;
  for (const auto& row : block.rows) columns = std::max(columns, row.size());
  const auto line = [&](std::size_t r) {
    std::string cells;
    for (std::size_t c = 0; c < columns; ++c) {
      const bool has = r < block.rows.size() && c < block.rows[r].size();
      cells += (c > 0 ? " | " : "") + (has ? with_links(block.rows[r][c], block.links, r, c) : "");
    }
    return cells;
  };
  std::size_t next = 0;
  out.push_back("head: " + line(block.header > 0 ? next++ : block.rows.size()));
  while (next < block.rows.size()) out.push_back("row: " + line(next++));
}

void add_lines(const Block& block, std::vector<std::string>& out) {
  std::size_t from = 0;
  for (std::string_view rest = block.text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::string words = with_links(line, block.links, 0, 0, from);
    if (!words.empty()) out.push_back("quote p: " + words);
    from += utf8::length(line) + 1;
  }
}

void add_embed(const Block& block, std::vector<std::string>& out) {
  const std::string address = "{" + block.src + "}(" + block.src + ")";
  if (!block.text.empty()) {
    out.emplace_back("quote");
    add_lines(block, out);
    if (!block.src.empty()) out.push_back("quote p: " + address);
    return;
  }
  if (block.src.empty()) return;
  const std::string title = plain(block.alt);
  const std::string caption = plain(block.caption);
  out.push_back("p: " + (title.empty() ? address : "{" + title + "}(" + block.src + ")") +
                (caption.empty() ? "" : " *" + caption + "*"));
}

void add_block(const Block& block, std::vector<std::string>& out) {
  const std::string caption = plain(block.caption);
  switch (block.type) {
    case BlockType::paragraph:
      if (const std::string words = with_links(block.text, block.links); !words.empty()) out.push_back("p: " + words);
      return;
    case BlockType::heading:
      out.push_back("heading " + std::to_string(std::clamp(block.level, 1, 6)) + ": " +
                    with_links(block.text, block.links));
      return;
    case BlockType::list:
      return add_list(block, out);
    case BlockType::image:
      out.push_back("p: !" + plain(block.alt) + "!(" + block.src + ")" + (caption.empty() ? "" : " *" + caption + "*"));
      return;
    case BlockType::embed:
      return add_embed(block, out);
    case BlockType::quote:
      if (!plain(block.text).empty()) out.emplace_back("quote");
      add_lines(block, out);
      break;
    case BlockType::code:
      out.push_back("code " + block.language + ": " + block.text);
      break;
    case BlockType::table:
      add_table(block, out);
      break;
  }
  if (!caption.empty()) out.push_back("p: *" + caption + "*");
}

}  // namespace

std::vector<std::string> meant(const Article& article) {
  std::vector<std::string> out;
  if (!article.title.empty()) out.push_back("heading 1: " + plain(article.title));
  for (const Block& block : article.body) add_block(block, out);
  return out;
}

}  // namespace winnow
