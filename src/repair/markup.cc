#include "repair/markup.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace winnow::repair {
namespace {

constexpr std::size_t kFewest = 3;
constexpr std::size_t kShortestId = 4, kLongestId = 8;
constexpr std::size_t kLongestName = 10;

template <class Char>
bool is_lower(Char c) {
  return c >= 'a' && c <= 'z';
}
template <class Char>
bool is_id(Char c) {
  return is_lower(c) || (c >= '0' && c <= '9');
}

template <class Char>
struct Element {
  std::size_t size = 0;  // 0: there is none
  std::basic_string_view<Char> id;
};

// `<ins id="pjuwb"></ins>` at the start of the text.
template <class Char>
Element<Char> element_at(std::basic_string_view<Char> text) {
  const auto peek = [&](std::size_t i) { return i < text.size() ? text[i] : Char{}; };
  const auto reads = [&](std::size_t& at, std::string_view expected) {
    const bool same = text.size() - std::min(at, text.size()) >= expected.size() &&
                      std::equal(expected.begin(), expected.end(), text.begin() + static_cast<std::ptrdiff_t>(at));
    at += same ? expected.size() : 0;
    return same;
  };
  std::size_t at = 1;
  while (is_lower(peek(at)) && at <= kLongestName) ++at;
  const std::string name(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())));
  if (name.empty() || !reads(at, " id=")) return {};
  const Char quote = peek(at++);
  if (quote != '"' && quote != '\'') return {};
  const std::size_t start = at;
  while (is_id(peek(at)) && at - start <= kLongestId) ++at;
  const std::size_t length = at - start;
  if (length < kShortestId || length > kLongestId || peek(at++) != quote) return {};
  if (!reads(at, "></" + name + ">")) return {};
  return {at, text.substr(start, length)};
}

struct Place {
  std::size_t at = 0, size = 0;
  std::string_view id;
};

std::vector<Place> empty_elements(std::string_view html) {
  std::vector<Place> places;
  constexpr std::string_view kSign = "></";  // rare even in large pages, and found by a search for bytes
  for (std::size_t sign = html.find(kSign); sign != html.npos; sign = html.find(kSign, sign + 1)) {
    constexpr std::size_t kLongestTag = kLongestName + kLongestId + 8;
    const std::size_t start = html.rfind('<', sign);
    if (start == html.npos || sign - start > kLongestTag) continue;
    const auto [size, id] = element_at(html.substr(start));
    if (size != 0) places.push_back({start, size, id});
  }
  return places;
}

// Random ids are of one length, and no two alike; a page's own are few.
void keep_random(std::vector<Place>& places) {
  std::map<std::size_t, std::set<std::string_view>> by_length;
  for (const Place& place : places) by_length[place.id.size()].insert(place.id);
  const auto is_random = [&](const Place& place) { return by_length[place.id.size()].size() >= kFewest; };
  places.erase(std::remove_if(places.begin(), places.end(), [&](const Place& p) { return !is_random(p); }),
               places.end());
}

}  // namespace

Injected drop_injected(std::string_view html) {
  std::vector<Place> places = empty_elements(html);
  keep_random(places);
  Injected out{places.size(), {}};
  std::size_t at = 0;
  for (const Place& place : places) {
    out.html += html.substr(at, place.at - at);
    at = place.at + place.size;
  }
  if (out.count != 0) out.html += html.substr(at);
  return out;
}

bool drop_injected_text(std::u32string& text) {
  if (text.find(U'<') == std::u32string::npos) return false;
  const std::u32string_view in = text;
  std::u32string out;
  for (std::size_t at = 0; at < in.size();) {
    const std::size_t size = in[at] == '<' ? element_at(in.substr(at)).size : 0;
    if (size == 0) out += in[at];
    at += std::max<std::size_t>(size, 1);
  }
  const bool dropped = out.size() != text.size();
  text = std::move(out);
  return dropped;
}

}  // namespace winnow::repair
