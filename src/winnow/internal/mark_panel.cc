#include "winnow/internal/mark_panel.h"

#include <algorithm>
#include <utility>

#include "base/html_text.h"
#include "base/utf8.h"

namespace winnow::internal {
namespace {

constexpr std::size_t kListed = 90;  // characters of a block's text

constexpr std::string_view kKept = "#1a7f37";
constexpr std::string_view kOther = "#cf222e";

constexpr std::pair<std::string_view, std::string_view> kColours[] = {
    {"spam_header", "#a40e26"}, {"spam", "#a40e26"},     {"share", "#0969da"},   {"breadcrumb", "#0e7490"},
    {"navigation", "#57606a"},  {"notice", "#9a6700"},   {"related", "#8250df"}, {"advert", "#bf3989"},
    {"byline", "#0a7d72"},      {"comments", "#6e5494"}, {"learned", "#bc4c00"}, {"rule", "#24292f"}};

// Elements of our own names, so that no selector of the page means them by accident; reset, so that none that means
// everything does either.
constexpr std::string_view kStyle = R"(<style>
winnow-panel,winnow-panel *,winnow-label{all:revert!important;box-sizing:border-box!important}
winnow-panel{display:block!important;position:fixed!important;bottom:0!important;left:0!important;right:0!important;
z-index:2147483647!important;margin:0!important;padding:8px 14px!important;max-height:45vh!important;overflow:auto!important;
background:#f6f8fa!important;color:#1f2328!important;border-top:2px solid #57606a!important;
font:14px/1.5 system-ui,sans-serif!important;text-align:left!important;text-indent:0!important;text-transform:none!important;
letter-spacing:normal!important;visibility:visible!important;opacity:1!important}
body{padding-bottom:140px!important}
winnow-panel b{font-weight:bold!important}
winnow-panel span{display:inline-block!important;margin:2px 6px 2px 0!important;padding:0 8px!important;border-radius:9px!important;
color:#fff!important;font-size:12px!important;white-space:nowrap!important}
winnow-panel summary{cursor:pointer!important;margin-top:6px!important}
winnow-panel table{border-collapse:collapse!important;width:100%!important;margin-top:6px!important;background:#fff!important;
font-size:12px!important;table-layout:auto!important}
winnow-panel td{border:1px solid #d0d7de!important;padding:2px 6px!important;vertical-align:top!important}
winnow-panel a{color:inherit!important;text-decoration:underline dotted!important}
winnow-label{display:inline-block!important;margin:0 4px 0 0!important;padding:0 6px!important;border-radius:3px!important;
color:#fff!important;background:var(--winnow)!important;font:600 11px/16px system-ui,sans-serif!important;
text-indent:0!important;text-transform:none!important;letter-spacing:normal!important;white-space:nowrap!important;
max-width:100%!important;overflow:hidden!important;text-overflow:ellipsis!important;vertical-align:middle!important;cursor:help!important}
winnow-label[data-winnow-above]{display:table!important;margin:2px 0!important}
winnow-mark{display:inline!important;background:color-mix(in srgb,var(--winnow) 14%,transparent)!important;
box-shadow:inset 0 -2px 0 var(--winnow)!important}
[data-winnow]{outline:2px solid var(--winnow)!important;outline-offset:2px!important;visibility:visible!important;
opacity:1!important;background:color-mix(in srgb,var(--winnow) 8%,transparent)!important}
[data-winnow=removed]{outline-style:dashed!important}
winnow-mark[data-winnow]{outline:none!important}
[data-winnow=removed],winnow-mark[data-winnow=removed]{text-decoration:line-through!important;text-decoration-color:var(--winnow)!important}
[data-winnow-hidden]{display:block!important;position:static!important;text-indent:0!important;font-size:13px!important;
height:auto!important;width:auto!important;clip:auto!important;clip-path:none!important;margin:4px 0!important}
:target{outline-width:4px!important}
</style>
)";

std::string chip(std::string_view colour, const std::string& text) {
  return "<span style=\"background:" + std::string(colour) + "!important\">" + html_text(text) + "</span> ";
}

// Kinds with how often they were decided, in the order of the page.
std::string chips(const std::vector<Decision>& decisions, bool kept) {
  std::vector<std::pair<const Decision*, std::size_t>> counts;
  for (const Decision& decision : decisions) {
    if (decision.kept != kept) continue;
    const auto same = [&](const auto& entry) { return entry.first->kind == decision.kind; };
    const auto found = std::find_if(counts.begin(), counts.end(), same);
    if (found == counts.end()) {
      counts.emplace_back(&decision, 1);
    } else {
      ++found->second;
    }
  }
  std::string out;
  for (const auto& [decision, count] : counts)
    out += chip(mark_colour(*decision), decision->kind + " " + std::to_string(count));
  return out.empty() ? "nothing" : out;
}

}  // namespace

std::string_view mark_colour(const Decision& decision) {
  if (decision.kept) return kKept;
  const auto* found =
      std::find_if(std::begin(kColours), std::end(kColours), [&](const auto& c) { return c.first == decision.kind; });
  return found == std::end(kColours) ? kOther : found->second;
}

std::string marks_head() {
  return "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta "
         "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'\">\n" +
         std::string(kStyle);
}

std::string marks_panel(std::string_view title, const std::vector<Decision>& decisions) {
  std::string out =
      "\n<winnow-panel><b>" + html_text(title) + "</b><br>Kept (solid green): " + chips(decisions, true) +
      "<br>Removed (dashed, struck out): " + chips(decisions, false) + "<details><summary>All " +
      std::to_string(decisions.size()) +
      " decisions in reading order; in the page a label says each, and more when pointed at</summary><table>";
  for (std::size_t k = 0; k < decisions.size(); ++k) {
    const Decision& d = decisions[k];
    out += "<tr><td>" + chip(mark_colour(d), (d.kept ? "kept " : "removed ") + d.kind) + "</td><td>" +
           html_text(d.why) + "</td><td><a href=\"#winnow-" + std::to_string(k) + "\">" +
           html_text(utf8::shorten(d.text, kListed)) + "</a></td></tr>";
  }
  return out + "</table></details></winnow-panel>\n";
}

}  // namespace winnow::internal
