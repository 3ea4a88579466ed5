#include "survey/notes.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "survey/paging.h"
#include "survey/twins.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kMostSeen = 20'000;
constexpr std::size_t kMostTitles = 8;
constexpr std::size_t kTitle = 8;  // weight of a text that may be one

std::string_view parent_of(std::string_view host) {
  const std::size_t dot = host.find('.');
  return dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
}

bool is_twin_label(std::string_view host) {
  constexpr std::array<std::string_view, 7> kLabels = {"m", "mobile", "wap", "amp", "touch", "mobil", "h5"};
  return std::find(kLabels.begin(), kLabels.end(), host.substr(0, host.find('.'))) != kLabels.end();
}

std::vector<std::string> canonical_of(std::vector<std::string> urls) {
  for (std::string& url : urls) {
    if (const auto parsed = Url::parse(url)) url = canonical(*parsed);
  }
  return urls;
}

}  // namespace

Notes::Notes(std::string_view home_url) : home(home_url) {
  if (const auto address = take_apart(home_url)) home_host_ = address->host;
  home_page = meet(home);
}

void Notes::home_answered(std::string_view final) {
  const auto address = take_apart(final);
  if (!address || own_host(address->host)) return;
  home = final;
  home_host_ = address->host;
  home_page = meet(home);
}

// The home's, those below it, and its twins for telephones.
bool Notes::own_host(std::string_view host) const {
  if (home_host_.empty() || host == home_host_) return host == home_host_ && !host.empty();
  if (host.size() > home_host_.size() && host.ends_with(home_host_) &&
      host[host.size() - home_host_.size() - 1] == '.') {
    return true;
  }
  return is_twin_label(host) && (parent_of(host) == home_host_ || parent_of(host) == parent_of(home_host_));
}

std::size_t Notes::find(std::string_view url) const {
  const auto parsed = Url::parse(url);
  if (!parsed) return kNowhere;
  const auto found = by_key_.find(canonical(*parsed));
  return found == by_key_.end() ? kNowhere : found->second;
}

std::size_t Notes::meet(std::string_view url) {
  const auto parsed = Url::parse(url);
  if (!parsed || !parsed->is_http()) return kNowhere;
  std::string key = canonical(*parsed);
  if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
  auto address = take_apart(key);
  if (!address || !own_host(address->host) || seen.size() >= kMostSeen) return kNowhere;
  Seen entry;
  entry.url = parsed->href();
  entry.shape = shape_of(*address);
  entry.group = group_of(*address, entry.shape);
  entry.address = std::move(*address);
  entry.first_pages = canonical_of(first_pages_of(key));
  entry.plain_forms = canonical_of(plain_forms_of(key));
  entry.key = key;
  by_key_.emplace(std::move(key), seen.size());
  seen.push_back(std::move(entry));
  return seen.size() - 1;
}

void Notes::add_title(std::size_t index, std::string_view title) {
  if (index == kNowhere || weight_of(title) < kTitle) return;
  std::vector<std::string>& titles = seen[index].witness.titles;
  if (titles.size() < kMostTitles && std::find(titles.begin(), titles.end(), title) == titles.end()) {
    titles.emplace_back(title);
  }
}

std::size_t Notes::known(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? kNowhere : found->second;
}

void Notes::find_whole(Seen& one, std::size_t self) const {
  one.of = kNowhere;
  for (const std::string& key : one.first_pages) {
    const std::size_t first = known(key);
    if (first == kNowhere || first == self || !page_of_list(seen[first].url, one.url)) continue;
    one.of = first;
    one.further = true;
    return;
  }
  if (one.in_sitemap) return;
  for (const std::string& key : one.plain_forms) {
    const std::size_t plain = known(key);
    if (plain == kNowhere || plain == self) continue;
    if (is_named(seen[plain].address)) continue;  // a section, to which many addresses add a name
    if (!seen[plain].as_headline && !seen[plain].in_feed && !seen[plain].in_sitemap) continue;
    one.of = plain;
    one.further = false;
    return;
  }
}

// What is linked by a headline or named by a feed is a page of its own.
void Notes::find_derived() {
  for (std::size_t i = 0; i < seen.size(); ++i) {
    Seen& one = seen[i];
    one.of = kNowhere;
    if (!one.as_headline && !one.in_feed && !one.in_news) find_whole(one, i);
  }
}

void Notes::add_page(Answer answer, Page page) {
  const std::size_t index = meet(answer.url);
  if (index == kNowhere || seen[index].page) return;
  const bool is_home = index == home_page;
  Looked looked;
  std::set<std::size_t> targets;
  for (const PageLink& link : page.links) {
    const std::size_t target = meet(link.url);
    looked.leads.push_back(target);
    if (target == kNowhere || target == index) continue;
    Seen& known = seen[target];
    add_title(target, link.text);
    known.as_headline = known.as_headline || weight_of(link.text) >= kHeadline;
    known.on_home = known.on_home || is_home;
    if (targets.insert(target).second) ++known.linked_by;
  }
  seen[index].asked = true;
  seen[index].page = pages.size();
  looked.answer = std::move(answer);
  looked.seen = index;
  looked.page = std::move(page);
  pages.push_back(std::move(looked));
}

}  // namespace winnow::survey
