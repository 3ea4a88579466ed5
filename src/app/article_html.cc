#include "app/article_html.h"

#include <algorithm>
#include <vector>

#include "app/console.h"
#include "base/html_text.h"
#include "base/utf8.h"
#include "winnow/format.h"

namespace winnow::app {
namespace {

constexpr std::size_t kMostOfRemoved = 160;  // characters of a line that was taken out
constexpr int kFirstLevel = 4, kLastLevel = 6;

// Each text has the direction of its own first letter.
std::string element(const std::string& tag, std::string_view text) {
  return "<" + tag + " dir=auto>" + html_text(text) + "</" + tag + ">\n";
}

std::string list_html(const Block& block) {
  const std::string tag = block.ordered ? "ol" : "ul";
  std::string out = "<" + tag + " dir=auto>\n";
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const int depth = i < block.depths.size() ? std::clamp(block.depths[i], 0, 8) : 0;
    out += "<li dir=auto style=\"margin-inline-start:" + std::to_string(depth) + ".5em\">";
    out += html_text(block.items[i]) + "</li>\n";
  }
  return out + "</" + tag + ">\n";
}

std::string table_html(const Block& block) {
  std::string out = "<div class=wide><table>\n";
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    const std::string cell = row < block.header ? "th" : "td";
    out += "<tr>";
    for (const std::string& text : block.rows[row]) out += element(cell, text);
    out += "</tr>\n";
  }
  return out + "</table></div>\n";
}

// What is no text of the article: a picture, a film, a frame.
std::string media_html(const Block& block) {
  const std::string_view kind = name_of(block.type);
  const std::string_view words = !block.caption.empty() ? block.caption : !block.alt.empty() ? block.alt : block.src;
  std::string out =
      "<p class=media dir=auto><b>" + std::string(kind) + "</b> " + link_html(block.src, words) + "</p>\n";
  return block.text.empty() ? out : out + element("blockquote", block.text);
}

std::string block_html(const Block& block) {
  switch (block.type) {
    case BlockType::paragraph:
      return element("p", block.text);
    case BlockType::heading:
      return element("h" + std::to_string(std::clamp(block.level + 2, kFirstLevel, kLastLevel)), block.text);
    case BlockType::list:
      return list_html(block);
    case BlockType::quote:
      return element("blockquote", block.text);
    case BlockType::code:
      return "<pre><code>" + html_text(block.text) + "</code></pre>\n";
    case BlockType::table:
      return table_html(block);
    case BlockType::image:
    case BlockType::embed:
      return media_html(block);
  }
  return "";
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

void add_field(std::string& out, std::string_view name, std::string_view value, bool wanted = false) {
  if (value.empty() && !wanted) return;
  out += "<dt>" + std::string(name) + "</dt>";
  out += value.empty() ? "<dd class=missing>not found</dd>\n" : "<dd dir=auto>" + html_text(value) + "</dd>\n";
}

}  // namespace

std::string link_html(std::string_view url, std::string_view text) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return html_text(text);
  return "<a href=\"" + html_text(url) + "\" rel=\"noopener noreferrer\" target=_blank>" + html_text(text) + "</a>";
}

std::string body_html(const Article& article) {
  std::string out;
  for (const Block& block : article.body) out += block_html(block);
  return out;
}

std::string fields_html(const Article& a) {
  std::string out = "<dl>\n";
  add_field(out, "Title", a.title, true);
  add_field(out, "Subtitle", a.subtitle);
  add_field(out, "Authors", joined(a.authors), true);
  add_field(out, "Published", a.published_at, true);
  add_field(out, "Modified", a.modified_at);
  add_field(out, "Source", a.source);
  add_field(out, "Editors", joined(a.editors));
  add_field(out, "Section", a.section);
  add_field(out, "Tags", joined(a.tags));
  add_field(out, "Language", a.language);
  add_field(out, "Text", std::to_string(utf8::length(a.text)) + " characters");
  return out + "</dl>\n";
}

std::string removed_html(const Article& article) {
  if (article.removed.empty()) return "";
  std::string out = "<ul class=removed>\n";
  for (const Removed& removed : article.removed) {
    out += "<li><span class=chip>" + std::string(name_of(removed.kind)) + "</span> <span dir=auto>" +
           html_text(utf8::shorten(one_line(removed.text), kMostOfRemoved)) + "</span></li>\n";
  }
  return out + "</ul>\n";
}

}  // namespace winnow::app
