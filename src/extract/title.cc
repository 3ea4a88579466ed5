#include "extract/title.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/decide.h"
#include "extract/jsonld.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxTitle = 1200;   // bytes
constexpr std::size_t kMaxHeadings = 64;  // elements that are looked at

// A stated title: what a meta, JSON-LD or <title> says.
struct StatedSource {
  std::string_view meta;
  int rank;
};

constexpr auto kMetas = std::to_array<StatedSource>({{"og:title", 70},
                                                     {"twitter:title", 60},
                                                     {"twitter:text:title", 60},
                                                     {"sailthru.title", 62},
                                                     {"parsely-title", 62},
                                                     {"cxenseparse:title", 62},
                                                     {"citation_title", 64},
                                                     {"dc.title", 55},
                                                     {"dcterms.title", 55},
                                                     {"headline", 66},
                                                     {"title", 50},
                                                     {"articletitle", 66}});

struct Separator {
  std::string_view text;
  bool spaced;  // counts only with spaces around it
};

constexpr auto kSeparators = std::to_array<Separator>({{"|", false},
                                                       {"\uFF5C", false},
                                                       {"_", false},
                                                       {"--", false},
                                                       {"::", false},
                                                       {"-", true},
                                                       {"\u2013", true},
                                                       {"\u2014", true},
                                                       {"\u00BB", true},
                                                       {"\u00AB", true},
                                                       {"\u00B7", true},
                                                       {"\u2022", true},
                                                       {"/", true},
                                                       {":", true},
                                                       {"<", true},
                                                       {">", true},
                                                       {"\u203A", true},
                                                       {"\u2039", true}});

struct Cut {
  std::size_t begin = 0, end = 0;  // of the separator with its spaces
};

bool space_before(std::string_view text, std::size_t at) { return at > 0 && text[at - 1] == ' '; }
bool space_behind(std::string_view text, std::size_t at) { return at < text.size() && text[at] == ' '; }

std::vector<Cut> cuts_of(std::string_view text) {
  std::vector<Cut> cuts;
  for (std::size_t at = 1; at < text.size(); ++at) {
    for (const Separator& separator : kSeparators) {
      if (!text.substr(at).starts_with(separator.text)) continue;
      std::size_t begin = at, end = at + separator.text.size();
      if (separator.spaced && !(space_before(text, begin) && space_behind(text, end))) continue;
      while (space_before(text, begin)) --begin;
      while (space_behind(text, end)) ++end;
      cuts.push_back({begin, end});
      at = end - 1;
      break;
    }
  }
  return cuts;
}

// Chinese pages write "title-site" without spaces.
std::vector<Cut> tight_dashes(std::string_view text) {
  std::vector<Cut> cuts;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] != '-') continue;
    std::size_t back = at, front = at + 1;
    if (unicode::is_cjk(utf8::previous(text, back)) && unicode::is_cjk(utf8::next(text, front)))
      cuts.push_back({at, at + 1});
  }
  return cuts;
}

// The part is one of the site's names, or begins or ends with one.
bool names_site(std::string_view part, const std::vector<std::string>& sites) {
  const std::string key = name_key(part);
  if (key.empty()) return true;
  return std::any_of(sites.begin(), sites.end(), [&key](const std::string& site) {
    const std::string other = name_key(site);
    if (other.size() < 3) return key == other;
    if (key == other) return true;
    const bool holds = key.find(other) != key.npos && key.size() <= other.size() + 24;
    return holds || (key.size() >= 4 && other.find(key) != other.npos);
  });
}

}  // namespace

std::string without_site(std::string_view title, const std::vector<std::string>& sites) {
  std::vector<Cut> cuts = cuts_of(title);
  if (cuts.empty()) cuts = tight_dashes(title);
  std::size_t begin = 0, end = title.size();
  std::size_t first = 0, last = cuts.size();  // the cuts still inside
  while (last > first && names_site(title.substr(cuts[last - 1].end, end - cuts[last - 1].end), sites)) {
    end = cuts[--last].begin;
  }
  while (last > first && names_site(title.substr(begin, cuts[first].begin - begin), sites)) begin = cuts[first++].end;
  return std::string(unicode::trim(title.substr(begin, end - begin)));
}

std::vector<std::string> site_names(const Page& page) {
  std::vector<std::string> names;
  for (std::string_view key :
       {"og:site_name", "application-name", "apple-mobile-web-app-title", "cre", "dc.publisher"}) {
    for (const std::string& name : page.meta(key)) add_once(names, name);
  }
  for (const std::string& name : at_path(page.article(), "publisher")) add_once(names, plain(name));
  for (const Json& object : page.objects()) {
    const std::string& type = object["@type"].string();
    if (type != "WebSite" && type != "NewsMediaOrganization" && type != "Organization") continue;
    for (const std::string& name : at_path(object, "name")) add_once(names, plain(name));
  }
  if (page.hints().url) {
    std::string host = page.hints().url->hostname();
    if (host.starts_with("www.")) host.erase(0, 4);
    add_once(names, host);
    add_once(names, host.substr(0, host.find('.')));
    std::size_t dot = host.rfind('.');
    std::size_t before = dot == host.npos || dot == 0 ? host.npos : host.rfind('.', dot - 1);
    if (before != host.npos) add_once(names, host.substr(before + 1, dot - before - 1));
  }
  return names;
}

namespace {

struct Heading {
  NodeId node = parse::kNone;
  std::string text;
  int weight = 0;  // h1 over a class that says title over h2
};

int heading_weight(const Page& page, NodeId id) {
  const Tag tag = page.document()[id].tag;
  if (tag == Tag::h1) return 30;
  if (tag == Tag::text || page.document()[id].attribute_count == 0) return tag == Tag::h2 || tag == Tag::h3 ? 10 : 0;
  if (page.document().attribute(id, "itemprop").find("headline") != std::string_view::npos) return 25;
  const std::string words = page.words(id);
  for (std::string_view word : {"title", "headline", "biaoti", "bt", "titulo", "titel", "titre", "tit", "subject"}) {
    if (has_word(words, word)) return tag == Tag::h2 || tag == Tag::h3 ? 20 : 12;
  }
  return tag == Tag::h2 || tag == Tag::h3 ? 10 : 0;
}

std::vector<Heading> headings_of(const Page& page) {
  std::vector<Heading> headings;
  const parse::Document& document = page.document();
  NodeId id = document.first(Tag::body);
  for (id = id == parse::kNone ? 0 : id; id < document.size() && headings.size() < kMaxHeadings; ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::text || page.aside(id) || tag == Tag::a || tag == Tag::input || tag == Tag::meta) continue;
    const int weight = heading_weight(page, id);
    if (weight == 0) continue;
    std::string text = page.short_text(id, kMaxTitle);
    if (!text.empty()) headings.push_back({id, std::move(text), weight});
  }
  return headings;
}

// How far two titles are the same: 0, or 50 (one in the other, a third of it) to 100 (equal).
int agreement(const std::string& heading, const std::string& stated) {
  if (heading.empty() || stated.empty()) return 0;
  if (heading == stated) return 100;
  const std::string& longer = heading.size() > stated.size() ? heading : stated;
  const std::string& shorter = heading.size() > stated.size() ? stated : heading;
  if (shorter.size() < 6 || shorter.size() * 3 < longer.size()) return 0;
  if (longer.find(shorter) == longer.npos) return 0;
  return 50 + static_cast<int>(49 * shorter.size() / longer.size());
}

bool is_site(const std::string& key, const std::vector<std::string>& sites) {
  return std::any_of(sites.begin(), sites.end(), [&key](const std::string& site) { return name_key(site) == key; });
}

std::vector<Witness> stated_titles(const Page& page) {
  std::vector<Witness> stated;
  auto add = [&stated](std::string text, std::string from, int rank) {
    if (!text.empty() && text.size() <= kMaxTitle) stated.push_back({std::move(text), std::move(from), rank});
  };
  for (const std::string& headline : at_path(page.article(), "headline")) add(plain(headline), "jsonld:headline", 80);
  if (page.article()["headline"].is_null()) {
    for (const std::string& name : at_path(page.article(), "name")) add(plain(name), "jsonld:name", 58);
  }
  for (const StatedSource& source : kMetas) {
    add(page.first_meta(source.meta), "meta:" + std::string(source.meta), source.rank);
  }
  const NodeId title = page.document().first(Tag::title);
  if (title != parse::kNone) add(page.document().visible_text(title), "title", 40);
  return stated;
}

struct Match {
  const Heading* heading = nullptr;
  int score = 0;
};

Match best_heading(const std::vector<Heading>& headings, const std::vector<Witness>& stated,
                   const std::vector<std::string>& sites) {
  Match best;
  for (const Heading& heading : headings) {
    const std::string key = name_key(heading.text);
    if (key.size() < 4 || is_site(key, sites)) continue;
    int agrees = 0;
    for (const Witness& witness : stated) agrees = std::max(agrees, agreement(key, name_key(witness.value)));
    const int score = agrees == 0 ? 0 : agrees + heading.weight;
    if (score > best.score) best = {&heading, score};
  }
  return best;
}

// The only <h1> outside of menus, where nothing agrees with it.
const Heading* lone_h1(const Page& page, const std::vector<Heading>& headings, const std::vector<std::string>& sites) {
  const Heading* only = nullptr;
  for (const Heading& heading : headings) {
    if (page.document()[heading.node].tag != Tag::h1 || is_site(name_key(heading.text), sites)) continue;
    if (only) return nullptr;
    only = &heading;
  }
  return only && utf8::length(only->text) >= 4 ? only : nullptr;
}

// 标题_关键词_站点: what stands behind the first underscore is for search engines.
std::string without_stuffing(const std::string& title) {
  const std::size_t cut = title.find('_');
  if (cut == title.npos || utf8::length(title.substr(0, cut)) < 6) return title;
  return std::string(unicode::trim(std::string_view(title).substr(0, cut)));
}

}  // namespace

FoundTitle find_title(const Page& page, const std::vector<std::string>& sites) {
  FoundTitle found;
  found.witnesses = stated_titles(page);
  for (Witness& witness : found.witnesses) {
    witness.value = without_site(witness.value, sites);
    if (witness.from == "title") witness.value = without_stuffing(witness.value);
  }
  const std::vector<Heading> headings = headings_of(page);
  const Match match = best_heading(headings, found.witnesses, sites);
  const Heading* lone = match.heading ? nullptr : lone_h1(page, headings, sites);
  if (match.heading) {
    found.witnesses.push_back({match.heading->text, "heading", 90});
  } else if (lone) {
    found.witnesses.push_back({lone->text, "h1", 45});
  }
  if (const Heading* shown = match.heading ? match.heading : lone) found.heading = shown->node;
  if (const Witness* best = best_of(found.witnesses)) found.won = *best;
  found.text = found.won.value;
  return found;
}

}  // namespace winnow::extract
