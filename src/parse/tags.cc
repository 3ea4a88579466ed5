#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "parse/document.h"

namespace winnow::parse {
namespace {

using enum Tag;

constexpr std::pair<std::string_view, Tag> kTags[] = {
    {"a", a},
    {"abbr", abbr},
    {"address", address},
    {"amp-img", amp_img},
    {"article", article},
    {"aside", aside},
    {"audio", audio},
    {"b", b},
    {"base", base},
    {"blockquote", blockquote},
    {"body", body},
    {"br", br},
    {"button", button},
    {"canvas", canvas},
    {"caption", caption},
    {"center", center},
    {"cite", cite},
    {"code", code},
    {"dd", dd},
    {"del", del},
    {"details", details},
    {"div", div},
    {"dl", dl},
    {"dt", dt},
    {"em", em},
    {"embed", embed},
    {"fieldset", fieldset},
    {"figcaption", figcaption},
    {"figure", figure},
    {"font", font},
    {"footer", footer},
    {"form", form},
    {"h1", h1},
    {"h2", h2},
    {"h3", h3},
    {"h4", h4},
    {"h5", h5},
    {"h6", h6},
    {"head", head},
    {"header", header},
    {"hr", hr},
    {"html", html},
    {"i", i},
    {"iframe", iframe},
    {"img", img},
    {"input", input},
    {"ins", ins},
    {"kbd", kbd},
    {"label", label},
    {"li", li},
    {"link", link},
    {"main", main},
    {"mark", mark},
    {"math", math},
    {"meta", meta},
    {"nav", nav},
    {"noscript", noscript},
    {"object", object},
    {"ol", ol},
    {"option", option},
    {"p", p},
    {"picture", picture},
    {"pre", pre},
    {"q", q},
    {"rp", rp},
    {"rt", rt},
    {"ruby", ruby},
    {"s", s},
    {"samp", samp},
    {"script", script},
    {"section", section},
    {"select", select},
    {"small", small},
    {"source", source},
    {"span", span},
    {"strong", strong},
    {"style", style},
    {"sub", sub},
    {"summary", summary},
    {"sup", sup},
    {"svg", svg},
    {"table", table},
    {"tbody", tbody},
    {"td", td},
    {"template", template_},
    {"textarea", textarea},
    {"tfoot", tfoot},
    {"th", th},
    {"thead", thead},
    {"time", time},
    {"title", title},
    {"tr", tr},
    {"u", u},
    {"ul", ul},
    {"video", video},
    {"wbr", wbr},
};

constexpr bool by_name(const std::pair<std::string_view, Tag>& x, const std::pair<std::string_view, Tag>& y) {
  return x.first < y.first;
}
static_assert(std::is_sorted(std::begin(kTags), std::end(kTags), by_name));

constexpr auto kBlocks = std::to_array<Tag>(
    {document, html,     body,     iframe,  object,  header,  footer, nav,        aside, main,  article,
     section,  div,      p,        br,      hr,      center,  h1,     h2,         h3,    h4,    h5,
     h6,       ul,       ol,       li,      dl,      dt,      dd,     blockquote, pre,   table, caption,
     thead,    tbody,    tfoot,    tr,      td,      th,      figure, figcaption, video, audio, form,
     option,   textarea, fieldset, address, details, summary, head,   title});

constexpr auto kVoid = std::to_array<Tag>({meta, link, base, embed, br, hr, img, source, input, wbr});

template <std::size_t n>
constexpr bool contains(const std::array<Tag, n>& set, Tag tag) {
  return std::find(set.begin(), set.end(), tag) != set.end();
}

// By number: asked for every node of a page, more than once.
constexpr auto kIsBlock = [] {
  std::array<bool, static_cast<std::size_t>(amp_img) + 1> blocks{};
  for (const Tag tag : kBlocks) blocks[static_cast<std::size_t>(tag)] = true;
  return blocks;
}();

}  // namespace

Tag tag_for(std::string_view name) {
  const auto* at = std::lower_bound(std::begin(kTags), std::end(kTags), std::pair{name, other}, by_name);
  return at != std::end(kTags) && at->first == name ? at->second : other;
}

bool is_block(Tag tag) { return kIsBlock[static_cast<std::size_t>(tag)]; }
bool is_heading(Tag tag) { return tag >= h1 && tag <= h6; }
bool is_void(Tag tag) { return contains(kVoid, tag); }

}  // namespace winnow::parse
