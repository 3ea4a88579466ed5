#include "extract/site_name.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/jsonld.h"

namespace winnow::extract {
namespace {

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

bool space_before(std::string_view text, std::size_t at) { return at > 0 && text[at - 1] == ' '; }
bool space_behind(std::string_view text, std::size_t at) { return at < text.size() && text[at] == ' '; }

}  // namespace

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

namespace {

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

// The part is one of the site's names, or begins or ends with one; behind the headline a word of it will do, which in
// front is a place: "Springfield: rain" in the Springfield Herald.
bool names_site(std::string_view part, const std::vector<std::string>& sites, bool in_front) {
  const std::string key = name_key(part);
  if (key.empty()) return true;
  return std::any_of(sites.begin(), sites.end(), [&key, in_front](const std::string& site) {
    const std::string other = name_key(site);
    if (other.size() < 3) return key == other;
    if (key == other) return true;
    const bool holds = key.find(other) != key.npos && key.size() <= other.size() + 24;
    const std::size_t least = in_front ? std::max<std::size_t>(4, other.size() * 2 / 3) : 4;
    return holds || (key.size() >= least && other.find(key) != other.npos);
  });
}

}  // namespace

std::string without_site(std::string_view title, const std::vector<std::string>& sites) {
  std::vector<Cut> cuts = cuts_of(title);
  if (cuts.empty()) cuts = tight_dashes(title);
  std::size_t begin = 0, end = title.size();
  std::size_t first = 0, last = cuts.size();  // the cuts still inside
  while (last > first && names_site(title.substr(cuts[last - 1].end, end - cuts[last - 1].end), sites, false)) {
    end = cuts[--last].begin;
  }
  while (last > first && names_site(title.substr(begin, cuts[first].begin - begin), sites, true))
    begin = cuts[first++].end;
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

// What the link to the front page says, where <title> begins or ends with it: "Headline - Example News". Pages of one
// site have all the same <title> sometimes.
std::string home_name(const Page& page) {
  constexpr std::size_t kLongest = 60;  // bytes
  constexpr std::size_t kMostLinks = 12;
  const parse::Document& document = page.document();
  const parse::NodeId title = document.first(parse::Tag::title);
  const std::string titled = title == parse::kNone ? std::string() : name_key(page.short_text(title, 1200));
  if (titled.empty()) return {};
  std::size_t links = 0;
  for (parse::NodeId id = 0; id < document.size() && links < kMostLinks; ++id) {
    if (document[id].tag != parse::Tag::a) continue;
    ++links;
    if (!page.leads_home(id)) continue;
    std::string name = page.short_text(id, kLongest);
    const std::string key = name_key(name);
    if (key.size() >= 4 && (titled.ends_with(key) || titled.starts_with(key))) return name;
  }
  return {};
}

}  // namespace

std::string stated_site_name(const Page& page) {
  const std::vector<std::string> names = stated_names(page);
  return names.empty() ? std::string() : names.front();
}

std::vector<std::string> site_names(const Page& page) {
  std::vector<std::string> names = stated_names(page);
  add_once(names, home_name(page));
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

}  // namespace winnow::extract
