// Breadcrumbs and tags: where an article stands in its site.
#include <algorithm>
#include <array>
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/about.h"
#include "extract/jsonld.h"
#include "extract/near_lines.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxCrumbs = 12, kMaxCrumb = 60;  // code points
constexpr std::size_t kMaxTags = 30, kMaxTag = 48;

std::vector<std::string> jsonld_trail(const Page& page) {
  for (const Json& object : page.objects()) {
    const Json& list = object["@type"].string() == "BreadcrumbList" ? object : object["breadcrumb"];
    std::multimap<std::int64_t, std::string> by_position;
    std::int64_t order = 0;
    for (const Json& item : list["itemListElement"].array()) {
      std::vector<std::string> names = at_path(item, "name");
      if (names.empty()) names = at_path(item, "item.name");
      const std::string& position = item["position"].string();
      const std::int64_t at = position.empty() ? item["position"].integer(++order) : std::atoi(position.c_str());
      if (!names.empty() && by_position.size() < kMaxCrumbs) by_position.emplace(at, plain(names.front()));
    }
    if (by_position.empty()) continue;
    std::vector<std::string> trail;
    for (auto& [at, name] : by_position) trail.push_back(name);
    return trail;
  }
  return {};
}

bool is_arrow(char32_t c) {
  constexpr std::u32string_view kArrows = U">\u203A\u00BB\u2192\u2794\u25B8\u25B6\u3009\uFF1E\u300B\uF105";
  return kArrows.find(c) != kArrows.npos;
}

std::string_view without_place_label(std::string_view text) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"当前位置", "當前位置", "您的位置", "您现在的位置", "您所在的位置", "您当前的位置", "你的位置", "所在位置",
       "位置", "you are here", "sie sind hier", "vous êtes ici", "sie befinden sich hier", "estás aquí", "home:"});
  const std::string folded = unicode::lower(text.substr(0, 64));
  for (std::string_view label : kLabels) {
    if (!folded.starts_with(label)) continue;
    text.remove_prefix(std::min(label.size(), text.size()));
    while (text.starts_with(":") || text.starts_with(" ")) text.remove_prefix(1);
    if (text.starts_with("\uFF1A")) text.remove_prefix(3);
    break;
  }
  return text;
}

std::vector<std::string> at_arrows(std::string_view text) {
  std::vector<std::string> crumbs(1);
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = utf8::next(text, at);
    if (is_arrow(c))
      crumbs.emplace_back();
    else
      utf8::append(crumbs.back(), c);
  }
  for (std::string& crumb : crumbs) crumb = std::string(unicode::trim(crumb));
  std::erase_if(crumbs, [](const std::string& crumb) { return crumb.empty(); });
  return crumbs;
}

bool plausible(const std::vector<std::string>& crumbs) {
  if (crumbs.size() < 2 || crumbs.size() > kMaxCrumbs) return false;
  return std::all_of(crumbs.begin(), crumbs.end() - 1,
                     [](const std::string& c) { return utf8::length(c) <= kMaxCrumb; });
}

// The texts of the links or items in an element that calls itself a breadcrumb.
std::vector<std::string> element_trail(const Page& page, NodeId id) {
  const parse::Document& document = page.document();
  std::vector<std::string> crumbs = at_arrows(without_place_label(page.short_text(id, 600)));
  if (plausible(crumbs)) return crumbs;
  crumbs.clear();
  for (Tag tag : {Tag::li, Tag::a}) {
    for (NodeId item : document.all(tag, id)) {
      std::string text = page.short_text(item, 200);
      if (!text.empty() && text != "/" && crumbs.size() <= kMaxCrumbs) crumbs.push_back(std::move(text));
    }
    if (plausible(crumbs)) return crumbs;
    crumbs.clear();
  }
  return crumbs;
}

std::vector<std::string> visible_trail(const Page& page) {
  const parse::Document& document = page.document();
  int looked_at = 0;
  for (NodeId id = 0; id < document.size() && looked_at < 20; ++id) {
    const parse::Node& node = document[id];
    if (node.tag == Tag::text || node.attribute_count == 0 || node.tag == Tag::meta || node.tag == Tag::body) continue;
    static constexpr WordSet kTrails(std::to_array<std::string_view>(
        {"breadcrumb", "breadcrumbs", "crumb", "crumbs", "mianbaoxie", "breadcrumblist", "brotkrumen", "ariane"}));
    const std::string_view label = document.attribute(id, "aria-label"), type = document.attribute(id, "itemtype");
    const bool says = kTrails.any_in(page.words(id)) || (!label.empty() && kTrails.any_in(split_words(label))) ||
                      (!type.empty() && kTrails.any_in(split_words(type)));
    if (!says) continue;
    ++looked_at;
    std::vector<std::string> crumbs = element_trail(page, id);
    if (!crumbs.empty()) return crumbs;
  }
  return {};
}

bool is_home(std::string_view crumb) {
  constexpr auto kHomes = std::to_array<std::string_view>(
      {"首页",      "首頁",     "home",          "startseite", "start",  "accueil", "inicio",
       "início",    "главная",  "strona główna", "ホーム",     "トップ", "홈",      "anasayfa",
       "ana sayfa", "homepage", "frontpage",     "forside",    "hem",    "主页"});
  const std::string folded = unicode::lower(crumb);
  return std::any_of(kHomes.begin(), kHomes.end(), [&](std::string_view home) {
    return folded == home || (folded.ends_with(home) && utf8::length(folded) <= 12);
  });
}

// "首页 > 新闻 > 金融" as a line of its own before the title.
std::vector<std::string> line_trail(const Page& page, NodeId heading) {
  for (const NearLine& line : near_lines(page, heading)) {
    if ((heading != parse::kNone && !line.before) || line.text.size() > 400) continue;
    const std::string_view rest = without_place_label(line.text);
    std::vector<std::string> crumbs = at_arrows(rest);
    if (!plausible(crumbs)) continue;
    if (rest.size() != line.text.size() || is_home(crumbs.front())) return crumbs;
  }
  return {};
}

// The article itself ("正文", its title) is no part of the way to it.
std::vector<std::string> without_leaf(std::vector<std::string> crumbs, std::string_view title) {
  const std::string key = name_key(title);
  while (!crumbs.empty()) {
    const std::string last = name_key(crumbs.back());
    const bool is_title = !key.empty() && last.size() >= 6 && (key.starts_with(last) || last.starts_with(key));
    const bool is_word = last == "正文" || last == "内容" || last == "文章内容" || last == "详情" ||
                         last == "内容详情" || last == "查看" || last == "article";
    if (!is_title && !is_word && utf8::length(crumbs.back()) <= kMaxCrumb) break;
    crumbs.pop_back();
  }
  return crumbs;
}

void add_tags(std::string_view list, std::vector<std::string>& tags) {
  std::string tag;
  auto finish = [&] {
    std::string_view trimmed = unicode::trim(tag);
    if (!trimmed.empty() && utf8::length(trimmed) <= kMaxTag && trimmed.find(':') == trimmed.npos &&
        tags.size() < kMaxTags + 1) {
      add_once(tags, std::string(trimmed));
    }
    tag.clear();
  };
  for (std::size_t at = 0; at < list.size();) {
    char32_t c = utf8::next(list, at);
    if (c == U',' || c == U';' || c == U'\uFF0C' || c == U'\uFF1B' || c == U'\u3001' || c == U'|')
      finish();
    else
      utf8::append(tag, c);
  }
  finish();
}

// A site's stuffing stands in <meta name=keywords> too: some of the words must be the article's.
bool are_tags(const std::vector<std::string>& tags, std::string_view text) {
  if (tags.empty() || tags.size() > kMaxTags) return false;
  const std::string folded = unicode::lower(text);
  std::size_t found = 0;
  for (const std::string& tag : tags) found += folded.find(unicode::lower(tag)) != folded.npos;
  return found * 3 >= tags.size();
}

std::vector<std::string> linked_tags(const Page& page) {
  std::vector<std::string> tags;
  const parse::Document& document = page.document();
  for (NodeId link : document.all(Tag::a)) {
    if (!has_word(split_words(document.attribute(link, "rel")), "tag")) continue;
    std::string text = page.short_text(link, 200);
    if (text.starts_with('#')) text.erase(0, 1);
    if (!text.empty() && utf8::length(text) <= kMaxTag && tags.size() < kMaxTags) add_once(tags, std::move(text));
  }
  return tags;
}

}  // namespace

FoundList find_breadcrumb(const Page& page, NodeId heading, std::string_view title) {
  FoundList crumbs = {jsonld_trail(page), "jsonld"};
  if (crumbs.values.size() < 2) {
    FoundList seen = {visible_trail(page), "element"};
    if (seen.values.empty()) seen = {line_trail(page, heading), "line"};
    if (!seen.values.empty()) crumbs = std::move(seen);
  }
  crumbs.values = without_leaf(std::move(crumbs.values), title);
  if (crumbs.values.size() == 1 && is_home(crumbs.values.front())) crumbs.values.clear();
  return crumbs;
}

FoundList find_tags(const Page& page, std::string_view text) {
  FoundList tags;
  auto add = [&tags](const std::vector<std::string>& lists, std::string_view from) {
    for (const std::string& list : lists) add_tags(list, tags.values);
    if (!tags.values.empty()) tags.from = from;
  };
  add(page.meta("article:tag"), "meta:article:tag");
  if (tags.values.empty()) add(page.meta("og:article:tag"), "meta:og:article:tag");
  if (tags.values.empty()) add(at_path(page.article(), "keywords"), "jsonld");
  for (std::string_view name : {"news_keywords", "parsely-tags", "sailthru.tags", "cxenseparse:keywords", "mrf:tags"}) {
    if (tags.values.empty()) add({page.first_meta(name)}, "meta:" + std::string(name));
  }
  if (tags.values.empty()) tags = {linked_tags(page), "rel:tag"};
  tags.values.resize(std::min(tags.values.size(), kMaxTags));
  if (!tags.values.empty()) return tags;
  add({page.first_meta("keywords")}, "meta:keywords");
  if (!are_tags(tags.values, text)) tags.values.clear();
  return tags;
}

}  // namespace winnow::extract
