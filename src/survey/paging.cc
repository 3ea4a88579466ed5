#include "survey/paging.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/scan.h"
#include "base/url.h"

namespace winnow::survey {
namespace {

constexpr int kMostPages = 9999;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.size() > 4) return std::nullopt;
  return value >= 1 && value <= kMostPages ? std::optional<int>(value) : std::nullopt;
}

// "index.html", "list.shtml" and a last "/" are the list itself.
std::string_view stem_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view last = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::string_view name = last.substr(0, last.find('.'));
  constexpr std::array<std::string_view, 5> kNames = {"", "index", "list", "default", "home"};
  if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return path.substr(0, slash);
  return path.substr(0, path.size() - (last.size() - name.size()));
}

bool is_paging_word(std::string_view word) {
  constexpr std::array<std::string_view, 24> kWords = {
      "",      "page", "pages", "p",    "pg",    "pn",   "paged", "seite", "pagina", "pagine", "strona", "strana",
      "stran", "sida", "side",  "sivu", "sayfa", "load", "more",  "index", "list",   "latest", "older",  "archive"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Of a parameter: "p", "page", "currentPage", "page_no"; "offset", which counts what stands on the pages before.
bool counts_pages(std::string_view key) {
  const std::string lower = ascii::lower(key);
  constexpr std::array<std::string_view, 3> kInside = {"page", "seite", "pagin"};
  const auto stands_in = [&lower](std::string_view word) { return lower.find(word) != std::string::npos; };
  constexpr std::array<std::string_view, 5> kCounts = {"start", "offset", "from", "skip", "n"};
  const bool counts = std::find(kCounts.begin(), kCounts.end(), lower) != kCounts.end();
  return counts || is_paging_word(lower) || std::any_of(kInside.begin(), kInside.end(), stands_in);
}

// "/page/", "_", "/index-": words of paging between signs.
bool leads_to_number(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && ascii::is_alpha(text[at])) continue;
    if (at < text.size() && std::string_view("/-_=,").find(text[at]) == std::string_view::npos) return false;
    if (!is_paging_word(ascii::lower(text.substr(begin, at - begin)))) return false;
    begin = at + 1;
  }
  return !text.empty();
}

// "/page/3/", "_3.html", "/index-3.shtml", "/3": what stands behind the list's own path.
std::optional<int> number_behind(std::string_view rest) {
  const std::size_t begin = rest.find_first_of("0123456789");
  if (begin == std::string_view::npos || !leads_to_number(rest.substr(0, begin))) return std::nullopt;
  std::size_t end = begin;
  while (end < rest.size() && ascii::is_digit(rest[end])) ++end;
  const std::string_view tail = rest.substr(end);
  const bool extension = tail.starts_with('.') && std::all_of(tail.begin() + 1, tail.end(), ascii::is_alpha);
  const bool ends = tail.empty() || tail == "/" || extension;
  return ends ? number(rest.substr(begin, end - begin)) : std::nullopt;
}

// One parameter more than the list has, or one that counts otherwise.
std::optional<int> number_in(std::string_view first, std::string_view other) {
  std::optional<int> found;
  while (!other.empty()) {
    const std::size_t end = std::min(other.find('&'), other.size());
    const std::string_view pair = other.substr(0, end);
    const bool own = ("&" + std::string(first) + "&").find("&" + std::string(pair) + "&") != std::string::npos;
    if (!own) {
      const std::size_t equals = pair.find('=');
      if (found || equals == std::string_view::npos || !counts_pages(pair.substr(0, equals))) return std::nullopt;
      found = number(pair.substr(equals + 1));
      if (!found) return std::nullopt;
    }
    other.remove_prefix(std::min(end + 1, other.size()));
  }
  return found;
}

// Each parameter that is a number taken out.
void add_by_query(const Url& url, std::vector<std::string>& out) {
  const std::string search = url.search();
  std::vector<std::string_view> pairs;
  for (std::string_view rest = std::string_view(search).substr(search.empty() ? 0 : 1); !rest.empty();) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    pairs.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (pairs.size() > 16) return;
  }
  for (std::size_t out_of = 0; out_of < pairs.size(); ++out_of) {
    const std::size_t equals = pairs[out_of].find('=');
    if (equals == std::string_view::npos || !counts_pages(pairs[out_of].substr(0, equals)) ||
        !number(pairs[out_of].substr(equals + 1)))
      continue;
    std::string left;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (i != out_of) left += (left.empty() ? "?" : "&") + std::string(pairs[i]);
    }
    out.push_back(url.origin() + url.pathname() + left);
  }
}

// "/news/page/3/" without its end: "/news/", "/news"; "/story_2.html": "/story.html"; "/news/index_2.html": "/news/".
void add_by_path(const Url& url, std::vector<std::string>& out) {
  const std::string path = url.pathname();
  std::size_t end = path.find_last_of("0123456789");
  if (end == std::string::npos) return;
  const std::string tail = path.substr(++end);
  std::size_t begin = end;
  while (begin > 0 && ascii::is_digit(path[begin - 1])) --begin;
  if (tail.find('/') != std::string::npos && tail != "/") return;
  // The words in front of the number may all belong to the list's own name, or to its paging.
  std::size_t stem = begin;
  for (int words = 0; words < 3; ++words) {
    while (stem > 0 && std::string_view("/-_=,").find(path[stem - 1]) != std::string_view::npos) --stem;
    const std::string whole = url.origin() + path.substr(0, stem);
    for (const std::string& ending : {tail, std::string("/"), std::string(), "/index" + tail}) {
      out.push_back(whole + ending + url.search());
    }
    std::size_t word = stem;
    while (word > 0 && ascii::is_alpha(path[word - 1])) --word;
    if (word == stem || !is_paging_word(ascii::lower(path.substr(word, stem - word)))) return;
    stem = word;
  }
}

std::string_view query_of(const std::string& search) { return std::string_view(search).substr(search.empty() ? 0 : 1); }

}  // namespace

std::optional<int> page_of_list(std::string_view first, std::string_view other) {
  const auto one = Url::parse(first), two = Url::parse(other);
  if (!one || !two || one->host() != two->host()) return std::nullopt;
  const std::string path = one->pathname(), there = two->pathname();
  const std::string search = one->search(), search_there = two->search();
  if (path == there) return number_in(query_of(search), query_of(search_there));
  if (search != search_there) return std::nullopt;
  const std::string_view stem = stem_of(path);
  if (!there.starts_with(stem)) return std::nullopt;
  return number_behind(std::string_view(there).substr(stem.size()));
}

std::vector<std::string> first_pages_of(std::string_view url) {
  std::vector<std::string> out;
  auto parsed = Url::parse(url);
  if (!parsed) return out;
  add_by_query(*parsed, out);
  add_by_path(*parsed, out);
  return out;
}

}  // namespace winnow::survey
