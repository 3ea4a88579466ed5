#include "extract/title.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>

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

namespace {

std::vector<std::string> stated_names(const Page& page) {
  std::vector<std::string> names;
  for (std::string_view key : {"og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"}) {
    for (const std::string& name : page.meta(key)) add_once(names, name);
  }
  for (const std::string& name : at_path(page.article(), "publisher")) add_once(names, plain(name));
  for (const Json& object : page.objects()) {
    const std::string& type = object["@type"].string();
    if (type != "WebSite" && type != "NewsMediaOrganization" && type != "Organization") continue;
    for (const std::string& name : at_path(object, "name")) add_once(names, plain(name));
  }
  return names;
}

}  // namespace

std::string stated_site_name(const Page& page) {
  const std::vector<std::string> names = stated_names(page);
  return names.empty() ? std::string() : names.front();
}

std::vector<std::string> site_names(const Page& page) {
  std::vector<std::string> names = stated_names(page);
  if (!page.hints().url) return names;
  std::string host = page.hints().url->hostname();
  if (host.starts_with("www.")) host.erase(0, 4);
  add_once(names, host);
  add_once(names, host.substr(0, host.find('.')));
  const std::size_t dot = host.rfind('.');
  const std::size_t before = dot == host.npos || dot == 0 ? host.npos : host.rfind('.', dot - 1);
  if (before != host.npos) add_once(names, host.substr(before + 1, dot - before - 1));
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

// A heading that links to the front page is the site's name or logo.
bool leads_home(const Page& page, NodeId id) {
  const parse::Document& document = page.document();
  const NodeId parent = document[id].parent;
  for (NodeId link = parent != parse::kNone && document[parent].tag == Tag::a ? parent : id; link < document[id].end;
       ++link) {
    if (document[link].tag != Tag::a || !document.has_attribute(link, "href")) continue;
    std::optional<Url> url = Url::parse(document.attribute(link, "href"), page.base() ? &*page.base() : nullptr);
    if (url ? url->pathname().size() <= 1 && url->search().empty() : document.attribute(link, "href") == "/")
      return true;
  }
  return false;
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
    if (!text.empty() && !leads_home(page, id)) headings.push_back({id, std::move(text), weight});
  }
  return headings;
}

// The words of a text, folded; a Han character is a word of its own.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  const std::string folded = unicode::lower(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    const bool inner = unicode::is_letter(c) || unicode::is_digit(c);
    if ((!inner || unicode::is_han(c)) && !words.back().empty()) words.emplace_back();
    if (inner) utf8::append(words.back(), c);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// The share of the words that two titles have in common, 0..1: editors reword a headline for search engines.
double overlap(std::string_view a, std::string_view b) {
  std::vector<std::string> left = words_of(a), right = words_of(b);
  if (left.size() < 2 || right.size() < 2) return 0;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::min(left.size(), right.size()));
}

// How far a heading is what is stated: 0; 40 (reworded); 50 (one in the other, a third of it) to 100 (equal).
int agreement(std::string_view heading, std::string_view stated) {
  const std::string a = name_key(heading), b = name_key(stated);
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 100;
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  if (shorter.size() >= 6 && shorter.size() * 3 >= longer.size() && longer.find(shorter) != longer.npos) {
    return 50 + static_cast<int>(49 * shorter.size() / longer.size());
  }
  return overlap(heading, stated) >= 0.4 ? 40 : 0;
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
    for (const Witness& witness : stated) agrees = std::max(agrees, agreement(heading.text, witness.value));
    if (agrees <= 40 && heading.weight < 30) agrees = 0;  // reworded: an <h1> only
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

// "Kicker Headline" in one <h1>: the part that the page states as its headline, where it is the end or the
// beginning of what is shown.
const Witness* stated_part(const std::string& shown, const std::vector<Witness>& stated) {
  const std::string key = name_key(shown);
  for (const Witness& witness : stated) {
    if (name_key(witness.value) == key) return nullptr;  // somebody states it whole
  }
  for (std::string_view from : {"jsonld:headline", "meta:og:title"}) {
    for (const Witness& witness : stated) {
      if (witness.from != from || witness.value.ends_with("...") || witness.value.ends_with("\u2026")) continue;
      const std::string part = name_key(witness.value);
      const bool inside = part.size() < key.size() && part.size() * 3 >= key.size();
      if (inside && (key.ends_with(part) || key.starts_with(part))) return &witness;
    }
  }
  return nullptr;
}

// A headline of JSON-LD that says more than the heading, or that an editor wrote apart from og:title, is the
// article's own; one that merely repeats og:title is for search engines, and the heading is better.
bool outdoes_heading(const Witness& headline, const std::string& shown, const std::vector<Witness>& stated) {
  const std::string key = name_key(headline.value), heading = name_key(shown);
  if (key == heading || heading.find(key) != heading.npos) return false;
  if (key.find(heading) != key.npos) return true;
  auto og = std::find_if(stated.begin(), stated.end(), [](const Witness& w) { return w.from == "meta:og:title"; });
  return og != stated.end() && name_key(og->value) != key;
}

// A soft hyphen is for line breaks, not for reading.
std::string without_soft_hyphens(std::string text) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  for (std::size_t at = text.find(kSoftHyphen); at != text.npos; at = text.find(kSoftHyphen, at)) {
    text.erase(at, kSoftHyphen.size());
  }
  return text;
}

// Where the heading is made of pieces ("Kicker" over "Headline"), the same words as stated have their colon.
std::string spelled_out(const Page& page, const Heading& heading, const std::vector<Witness>& stated) {
  bool pieces = false;
  for (NodeId id = heading.node + 1; id < page.document()[heading.node].end; ++id) {
    pieces = pieces || page.document()[id].tag != Tag::text;
  }
  const std::string key = name_key(heading.text);
  for (const Witness& witness : stated) {
    if (pieces && witness.rank >= 70 && name_key(witness.value) == key) return witness.value;
  }
  return heading.text;
}

// Old pages have no heading: the text that is the beginning of <title>, before a separator.
std::optional<Heading> titled_text(const Page& page, const std::vector<Witness>& stated) {
  auto title = std::find_if(stated.begin(), stated.end(), [](const Witness& w) { return w.from == "title"; });
  if (title == stated.end()) return std::nullopt;
  std::vector<std::string> beginnings = {title->value};
  for (const Cut& cut : cuts_of(title->value)) beginnings.push_back(title->value.substr(0, cut.begin));
  for (std::size_t at = title->value.find('-'); at != std::string::npos; at = title->value.find('-', at + 1)) {
    beginnings.push_back(title->value.substr(0, at));
  }
  std::map<std::string, std::string> by_key;
  for (std::string& beginning : beginnings) by_key.emplace(name_key(beginning), unicode::trim(beginning));
  const parse::Document& document = page.document();
  Heading best;
  for (NodeId id = document.first(Tag::body); id < document.size(); ++id) {
    if (document[id].tag != Tag::text || page.aside(id) || document[id].text.size() > kMaxTitle) continue;
    const NodeId parent = document[id].parent;
    const Tag tag = document[parent].tag;
    if (tag == Tag::script || tag == Tag::style || tag == Tag::a || document[id].text.size() < 8) continue;
    auto found = by_key.find(name_key(document[id].text));
    if (found != by_key.end() && found->second.size() > best.text.size()) best = {parent, found->second, 10};
  }
  return best.text.empty() ? std::nullopt : std::optional<Heading>(best);
}

void add_shown(const Page& page, const Heading& heading, FoundTitle& found) {
  found.heading = heading.node;
  if (const Witness* part = stated_part(heading.text, found.witnesses)) {
    found.witnesses.push_back({part->value, part->from + " in heading", 95});
  }
  for (Witness& witness : found.witnesses) {
    const bool headline = witness.from == "jsonld:headline";
    if (headline && outdoes_heading(witness, heading.text, found.witnesses)) witness.rank = 94;
  }
  found.witnesses.push_back({spelled_out(page, heading, found.witnesses), "heading", 90});
}

std::vector<Witness> cleaned_titles(const Page& page, const std::vector<std::string>& sites) {
  std::vector<Witness> stated = stated_titles(page);
  for (Witness& witness : stated) {
    witness.value = without_site(witness.value, sites);
    if (witness.from == "title") witness.value = without_stuffing(witness.value);
    if (is_site(name_key(witness.value), sites)) witness.rank = 10;  // the site's name on every page
  }
  return stated;
}

}  // namespace

FoundTitle find_title(const Page& page, const std::vector<std::string>& sites) {
  FoundTitle found;
  found.witnesses = cleaned_titles(page, sites);
  const std::vector<Heading> headings = headings_of(page);
  const Match match = best_heading(headings, found.witnesses, sites);
  const Heading* lone = match.heading ? nullptr : lone_h1(page, headings, sites);
  if (match.heading) {
    add_shown(page, *match.heading, found);
  } else if (lone) {
    found.heading = lone->node;
    found.witnesses.push_back({lone->text, "h1", 75});
  } else if (std::optional<Heading> text = titled_text(page, found.witnesses)) {
    found.heading = text->node;
    found.witnesses.push_back({text->text, "text", 65});
  }
  if (const Witness* best = best_of(found.witnesses)) found.won = *best;
  found.text = found.won.value = without_soft_hyphens(found.won.value);
  return found;
}

}  // namespace winnow::extract
