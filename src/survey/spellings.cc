#include "survey/spellings.h"

#include <algorithm>
#include <map>

#include "base/url.h"
#include "survey/kinds.h"
#include "survey/twins.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kPairs = 2;  // of addresses that are one page, to believe it of all
constexpr std::size_t kMostParameters = 64;

std::string without_host(const Url& url) { return url.pathname() + url.search(); }

// For each other host, how many of its addresses the home's host has as well.
struct Shared {
  std::size_t all = 0, both = 0;
};

std::string host_of(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed ? parsed->hostname() : std::string();
}

bool is_article(const Notes& notes, const Seen& seen) {
  if (!seen.page) return false;
  const Kind kind = notes.pages[*seen.page].kind;
  return kind == Kind::article || kind == Kind::twin;
}

// By what the articles hold where both were looked at, else by the words of the links to them.
bool same_page(const Notes& notes, const Seen& one, const Seen& other) {
  if (is_article(notes, one) && is_article(notes, other)) {
    const Page& a = notes.pages[*one.page].page;
    const Page& b = notes.pages[*other.page].page;
    return a.content_hash == b.content_hash || (a.title == b.title && is_near(a.near_hash, b.near_hash));
  }
  const auto& titles = other.witness.titles;
  return std::any_of(one.witness.titles.begin(), one.witness.titles.end(), [&titles](const std::string& title) {
    return weight_of(title) >= kHeadline && std::find(titles.begin(), titles.end(), title) != titles.end();
  });
}

void find_aliases(const Notes& notes, Spellings& out) {
  const std::string home = host_of(notes.home);
  std::map<std::string, std::vector<std::size_t>> own;  // by path and query
  std::map<std::string, Shared> hosts;
  for (std::size_t i = 0; i < notes.seen.size(); ++i) {
    const auto url = Url::parse(notes.seen[i].key);
    if (url && url->hostname() == home) own[without_host(*url)].push_back(i);
  }
  for (const Seen& seen : notes.seen) {
    const auto url = Url::parse(seen.key);
    if (!url || url->hostname() == home || url->pathname() == "/") continue;
    Shared& shared = hosts[url->hostname()];
    ++shared.all;
    const auto found = own.find(without_host(*url));
    const bool twin = seen.page && notes.pages[*seen.page].kind == Kind::twin;
    shared.both += twin || (found != own.end() && same_page(notes, seen, notes.seen[found->second.front()])) ? 1U : 0U;
  }
  for (const auto& [host, shared] : hosts) {
    if (shared.both == 0 || shared.both * 2 < shared.all) continue;
    out.host_aliases.push_back(host);
    out.evidence.push_back({"urls.host_aliases", host + " has the pages of " + home, shared.both, shared.all});
  }
}

// The address without one parameter, and with its name.
struct Shorter {
  std::string name, rest;
};

std::vector<Shorter> shorter_forms(const std::string& key) {
  std::vector<Shorter> out;
  const auto url = Url::parse(key);
  if (!url || url->search().empty()) return out;
  const std::string search = url->search();
  std::vector<std::string_view> pairs;
  for (std::string_view rest = std::string_view(search).substr(1); !rest.empty() && pairs.size() < 16;) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    pairs.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (std::size_t left_out = 0; left_out < pairs.size(); ++left_out) {
    std::string rest = url->origin() + url->pathname();
    char sign = '?';
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (i == left_out) continue;
      rest += sign + std::string(pairs[i]);
      sign = '&';
    }
    out.push_back({std::string(pairs[left_out].substr(0, pairs[left_out].find('='))), std::move(rest)});
  }
  return out;
}

// Pairs of neighbours among addresses that differ in one parameter.
struct Pairs {
  std::size_t same = 0, different = 0;
};

Pairs compare(const Notes& notes, const std::vector<std::size_t>& members) {
  Pairs pairs;
  for (std::size_t i = 1; i < members.size(); ++i) {
    const Seen& one = notes.seen[members[i - 1]];
    const Seen& other = notes.seen[members[i]];
    const bool telling = (is_article(notes, one) && is_article(notes, other)) || (one.as_headline && other.as_headline);
    const bool same = telling && same_page(notes, one, other);
    pairs.same += same ? 1U : 0U;
    pairs.different += same ? 0U : 1U;
  }
  return pairs;
}

void find_parameters(const Notes& notes, Spellings& out) {
  std::map<std::string, std::map<std::string, std::vector<std::size_t>>> parameters;  // by name, by what is left
  std::map<std::string, std::size_t> by_key;
  for (std::size_t i = 0; i < notes.seen.size(); ++i) {
    by_key.emplace(notes.seen[i].key, i);
    for (Shorter& form : shorter_forms(notes.seen[i].key)) {
      if (form.name.empty() || (parameters.size() == kMostParameters && !parameters.contains(form.name))) continue;
      parameters[form.name][form.rest].push_back(i);
    }
  }
  for (const auto& [name, by_rest] : parameters) {
    Pairs all;
    for (const auto& [rest, found] : by_rest) {
      std::vector<std::size_t> members = found;
      if (const auto bare = by_key.find(rest); bare != by_key.end()) members.push_back(bare->second);
      const Pairs pairs = compare(notes, members);
      all.same += pairs.same;
      all.different += pairs.different;
    }
    if (all.same < kPairs || all.different > 0) continue;
    out.drop_query.push_back(name);
    out.evidence.push_back({"urls.drop_query", name + " makes no other page", all.same, all.same});
  }
}

}  // namespace

Spellings find_spellings(const Notes& notes) {
  Spellings out;
  find_aliases(notes, out);
  find_parameters(notes, out);
  return out;
}

}  // namespace winnow::survey
