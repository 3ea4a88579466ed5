#include "extract/title.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/decide.h"
#include "extract/headings.h"
#include "extract/jsonld.h"
#include "extract/prominent.h"
#include "extract/section_names.h"
#include "extract/site_name.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

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

constexpr int kSiteRank = 10;  // of the site's name, on every page

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
    const bool reworded = heading.weight >= 30;  // an <h1> only
    int agrees = 0;
    for (const Witness& witness : stated) agrees = std::max(agrees, agreement(heading.text, witness.value, reworded));
    const int score = agrees == 0 ? 0 : agrees + heading.weight;
    if (score > best.score) best = {&heading, score};
  }
  return best;
}

// "More of this section": a link to a list.
bool is_link(const parse::Document& document, NodeId id) {
  const NodeId first = id + 1;
  NodeId last = document[id].end;
  while (last > first && document[last - 1].tag == Tag::text && unicode::trim(document[last - 1].text).empty()) --last;
  NodeId at = first;
  while (at < last && document[at].tag == Tag::text && unicode::trim(document[at].text).empty()) ++at;
  return at < last && document[at].tag == Tag::a && document[at].end >= last;
}

// "+++ First +++ Second +++": the news of the hour.
bool is_ticker(std::string_view text) { return text.find("+++") != text.npos; }

// The only <h1> outside of menus, where nothing agrees with it; of several the only one that is no link. A name of a
// section stands over all its articles.
const Heading* lone_h1(const Page& page, const std::vector<Heading>& headings, const std::vector<std::string>& sites) {
  std::vector<const Heading*> all, unlinked;
  const bool any = std::any_of(headings.begin(), headings.end(),
                               [&](const Heading& h) { return page.document()[h.node].tag == Tag::h1; });
  const std::vector<std::string> sections = any ? section_names(page) : std::vector<std::string>();
  for (const Heading& heading : headings) {
    if (page.document()[heading.node].tag != Tag::h1 || heading.in_trail) continue;
    const std::string key = name_key(heading.text);
    if (is_site(key, sites) || is_ticker(heading.text)) continue;
    if (std::binary_search(sections.begin(), sections.end(), key)) continue;
    all.push_back(&heading);
    if (!is_link(page.document(), heading.node)) unlinked.push_back(&heading);
  }
  if (all.size() != 1) all = std::move(unlinked);
  return all.size() == 1 && utf8::length(all[0]->text) >= 4 ? all[0] : nullptr;
}

// 标题_关键词_站点: what stands behind the first underscore is for search engines.
std::string without_stuffing(const std::string& title) {
  const std::size_t cut = title.find('_');
  if (cut == title.npos || utf8::length(title.substr(0, cut)) < 6) return title;
  return std::string(unicode::trim(std::string_view(title).substr(0, cut)));
}

const Witness* stated_as(const std::vector<Witness>& stated, std::string_view from) {
  auto found = std::find_if(stated.begin(), stated.end(), [from](const Witness& w) { return w.from == from; });
  return found == stated.end() ? nullptr : &*found;
}

// The witness is there and says these words.
bool says(const Witness* witness, const std::string& key) { return witness && name_key(witness->value) == key; }

bool is_shortened(std::string_view title) { return title.ends_with("...") || title.ends_with("\u2026"); }

// Made of several elements, such as a kicker over the headline.
bool has_pieces(const Page& page, const Heading& heading) {
  const parse::Document& document = page.document();
  for (NodeId id = heading.node + 1; id < document[heading.node].end; ++id) {
    if (document[id].tag != Tag::text && document[id].tag != Tag::br) return true;
  }
  return false;
}

// "Kicker Headline" in one heading: the part that the page states as its headline, where it is the end or the
// beginning of what is shown. What somebody states whole is no such, but for a kicker that og:title leaves away.
const Witness* stated_part(const Page& page, const Heading& heading, const std::vector<Witness>& stated) {
  const std::string key = name_key(heading.text);
  const bool whole = std::any_of(stated.begin(), stated.end(), [&](const Witness& w) { return says(&w, key); });
  if (whole && !(heading.weight < 30 && has_pieces(page, heading))) return nullptr;
  for (std::string_view from : {"jsonld:headline", "meta:og:title"}) {
    const Witness* witness = stated_as(stated, from);
    if (!witness || is_shortened(witness->value)) continue;
    const std::string part = name_key(witness->value);
    const bool inside = part.size() < key.size() && part.size() * 3 >= key.size();
    if (inside && (key.ends_with(part) || key.starts_with(part))) return witness;
  }
  return nullptr;
}

// "Headline | Sport" for the heading "Headline".
bool adds_section_only(const std::string& headline, const std::string& heading_key) {
  const std::vector<Cut> cuts = cuts_of(headline);
  return !cuts.empty() && name_key(std::string_view(headline).substr(0, cuts.front().begin)) == heading_key;
}

// Of a headline and a heading that differ, the one that repeats <title> was written for search engines. A headline
// that says more than the heading, or that an editor wrote apart from <title> and og:title, is the article's own; one
// that merely repeats og:title is not, but for a heading that is the <title>.
bool outdoes_heading(const Witness& headline, const std::string& shown, const std::vector<Witness>& stated) {
  const std::string key = name_key(headline.value), heading = name_key(shown);
  if (key == heading || heading.find(key) != heading.npos) return false;
  const Witness* og = stated_as(stated, "meta:og:title");
  const Witness* title = stated_as(stated, "title");
  if (says(title, key) && says(og, heading)) return false;
  if (key.find(heading) != key.npos) return !adds_section_only(headline.value, heading);
  if (!og) return false;
  return !says(og, key) || says(title, heading);
}

// The same words as JSON-LD has them, which are the editor's: with the colon between "Kicker" and "Headline" and with
// the marks that a template leaves away. og:title does where the heading is made of pieces.
std::string spelled_out(const Page& page, const Heading& heading, const std::vector<Witness>& stated) {
  const std::string key = name_key(heading.text);
  for (std::string_view from : {"jsonld:headline", "meta:og:title"}) {
    const Witness* witness = stated_as(stated, from);
    if (says(witness, key) && (witness->rank >= 80 || has_pieces(page, heading))) return witness->value;
  }
  return heading.text;
}

// A word or two over a text that is what somebody states: the name of a section that no menu has.
bool is_short_beside(const Heading& heading, const Heading& text) {
  const auto words = std::count(heading.text.begin(), heading.text.end(), ' ') + 1;
  return words <= 2 && utf8::length(heading.text) * 2 < utf8::length(text.text) && text.node > heading.node;
}

// What a text may be that shows the headline: what is stated, and the beginnings of <title> before a separator.
std::vector<std::string> beginnings_of(const std::vector<Witness>& stated) {
  std::vector<std::string> beginnings;
  for (const Witness& witness : stated) {
    if (witness.rank <= kSiteRank) continue;
    beginnings.push_back(witness.value);
    if (witness.from != "title") continue;
    for (const Cut& cut : cuts_of(witness.value)) beginnings.push_back(witness.value.substr(0, cut.begin));
    for (std::size_t at = witness.value.find('-'); at != std::string::npos; at = witness.value.find('-', at + 1)) {
      beginnings.push_back(witness.value.substr(0, at));
    }
  }
  return beginnings;
}

// Old pages have no heading, and some have a name of a section for one: the text that is what is stated.
std::optional<Heading> titled_text(const Page& page, const std::vector<Witness>& stated) {
  std::vector<std::string> beginnings = beginnings_of(stated);
  if (beginnings.empty()) return std::nullopt;
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
    if (found != by_key.end() && found->second.size() > best.text.size()) best = {parent, found->second, 10, {}};
  }
  return best.text.empty() ? std::nullopt : std::optional<Heading>(best);
}

void add_shown(const Page& page, const Heading& heading, FoundTitle& found) {
  found.heading = heading.node;
  if (const Witness* part = stated_part(page, heading, found.witnesses)) {
    found.witnesses.push_back({part->value, part->from + " in heading", 95});
  }
  const std::string whole = name_key(heading.text);
  const bool stated = says(stated_as(found.witnesses, "jsonld:headline"), whole) ||
                      says(stated_as(found.witnesses, "meta:og:title"), whole);
  if (!heading.headline.empty() && !stated) found.witnesses.push_back({heading.headline, "headline in heading", 96});
  for (Witness& witness : found.witnesses) {
    const bool headline = witness.from == "jsonld:headline";
    if (headline && outdoes_heading(witness, heading.text, found.witnesses)) witness.rank = 94;
  }
  found.witnesses.push_back({spelled_out(page, heading, found.witnesses), "heading", 90});
}

// The last step of a breadcrumb alone repeats what stands in <title> and JSON-LD: og:title is what readers are shown.
void add_trail(const Heading& heading, FoundTitle& found) {
  found.heading = heading.node;
  const std::string key = name_key(heading.text);
  for (Witness& witness : found.witnesses) {
    if (witness.from == "jsonld:headline" && says(&witness, key)) witness.rank = 68;
  }
  found.witnesses.push_back({heading.text, "breadcrumb", 66});
}

// The best that is stated is no headline.
bool names_only_site(const Witness* best) {
  constexpr std::size_t kLongest = 48;  // characters of a site's name
  return !best || (best->rank <= kSiteRank && utf8::length(best->value) <= kLongest);
}

std::vector<Witness> cleaned_titles(const Page& page, const std::vector<std::string>& sites) {
  std::vector<Witness> stated = stated_titles(page);
  for (Witness& witness : stated) {
    witness.value = without_site(witness.value, sites);
    if (witness.from == "title") witness.value = without_stuffing(witness.value);
    if (is_site(name_key(witness.value), sites)) witness.rank = kSiteRank;
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
  if (match.heading && match.heading->in_trail) {
    add_trail(*match.heading, found);
  } else if (match.heading) {
    add_shown(page, *match.heading, found);
  } else if (const auto text = titled_text(page, found.witnesses); text && (!lone || is_short_beside(*lone, *text))) {
    found.heading = text->node;
    found.witnesses.push_back({text->text, "text", 65});
  } else if (lone) {
    found.heading = lone->node;
    found.witnesses.push_back({lone->text, "h1", 85});
  } else if (names_only_site(best_of(found.witnesses))) {
    if (std::optional<Heading> line = prominent_line(page, sites)) {
      found.heading = line->node;
      found.witnesses.push_back({line->text, "set largest", 45});
    }
  }
  if (const Witness* best = best_of(found.witnesses)) found.won = *best;
  found.text = found.won.value = without_soft_hyphens(found.won.value);
  return found;
}

}  // namespace winnow::extract
