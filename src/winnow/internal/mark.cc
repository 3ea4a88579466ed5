#include "winnow/internal/mark.h"

#include <string_view>
#include <vector>

#include "winnow/format.h"

namespace winnow::internal {
namespace {

constexpr std::string_view kStyle =
    "<style>[data-winnow=kept]{outline:2px solid #2a2;background:#efe!important}"
    "[data-winnow-dropped]{outline:2px dashed #c22;background:#fee!important;opacity:.7}</style>\n";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '<')
      out += "&lt;";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string marked_html(const JudgedPart& part) {
  const parse::Document& document = part.part.document;
  std::vector<std::string> extra(document.size());
  for (const auto& removed : part.removed) {
    if (removed.node >= extra.size()) continue;
    extra[removed.node] = " data-winnow-dropped=\"" + std::string(name_of(removed.removed.kind)) + "\" title=\"" +
                          escaped(removed.why) + "\"";
  }
  for (const auto& kept : part.kept) {
    if (kept.node < extra.size()) extra[kept.node] = " data-winnow=\"kept\"";
  }
  std::string html = parse::to_html(document, extra);
  // Before the body's start tag a style element is allowed and found, whatever the head looks like.
  const std::size_t at = html.find("<body");
  html.insert(at == std::string::npos ? 0 : at, kStyle);
  return html;
}

}  // namespace winnow::internal
