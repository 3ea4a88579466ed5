#include "store/memory_state.h"

#include <algorithm>

#include "store/found_again.h"

namespace winnow::store {
namespace {

template <class Map, class Key>
auto find_in(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

UrlRow* MemoryState::known(std::string_view site, std::string_view key) {
  const auto found = url_places_.find(Key(site, key));
  return found == url_places_.end() ? nullptr : &urls_[found->second];
}

Result<std::size_t> MemoryState::add(std::string_view site, std::span<const Found> found, Instant now) {
  std::size_t pending = 0;
  for (const Found& one : found) {
    UrlRow* row = known(site, one.key);
    if (row) {
      pending += find_again(*row, one, now).pending ? 1 : 0;
      continue;
    }
    (void)save(fresh_row(site, one, now));  // cannot fail in memory
    ++pending;
  }
  return pending;
}

Result<std::vector<UrlRow>> MemoryState::due(std::string_view site, Instant now, std::size_t limit) {
  std::vector<UrlRow> rows;
  std::copy_if(urls_.begin(), urls_.end(), std::back_inserter(rows), [&](const UrlRow& row) {
    return row.site == site && row.status == UrlStatus::pending && row.next_try <= now;
  });
  std::stable_sort(rows.begin(), rows.end(), [](const UrlRow& a, const UrlRow& b) { return a.next_try < b.next_try; });
  rows.resize(std::min(rows.size(), limit));
  return rows;
}

Result<std::optional<UrlRow>> MemoryState::url(std::string_view site, std::string_view key) {
  const UrlRow* row = known(site, key);
  return row ? std::optional(*row) : std::nullopt;
}

Result<void> MemoryState::save(const UrlRow& row) {
  const auto [place, is_new] = url_places_.try_emplace(Key(row.site, row.key), urls_.size());
  if (is_new)
    urls_.push_back(row);
  else
    urls_[place->second] = row;
  return {};
}

Result<std::size_t> MemoryState::pending(std::string_view site) {
  const auto is_pending = [&](const UrlRow& row) { return row.site == site && row.status == UrlStatus::pending; };
  return static_cast<std::size_t>(std::count_if(urls_.begin(), urls_.end(), is_pending));
}

Result<std::optional<SourceRow>> MemoryState::source(std::string_view site, std::string_view url) {
  return find_in(sources_, Key(site, url));
}

Result<void> MemoryState::save(const SourceRow& row) {
  sources_[Key(row.site, row.url)] = row;
  return {};
}

Result<std::optional<SiteRow>> MemoryState::site(std::string_view name) { return find_in(sites_, name); }

Result<std::vector<SiteRow>> MemoryState::sites() {
  std::vector<SiteRow> rows;
  for (const auto& [name, row] : sites_) rows.push_back(row);
  return rows;
}

Result<void> MemoryState::save(const SiteRow& row) {
  sites_[row.site] = row;
  return {};
}

Result<std::optional<RobotsRow>> MemoryState::robots(std::string_view origin) { return find_in(robots_, origin); }

Result<void> MemoryState::save(const RobotsRow& row) {
  robots_[row.origin] = row;
  return {};
}

Result<std::optional<HostRow>> MemoryState::host(std::string_view host) { return find_in(manners_, host); }

Result<void> MemoryState::save(const HostRow& row) {
  manners_[row.host] = row;
  return {};
}

Result<std::string> MemoryState::known(std::string_view host) {
  const auto found = hosts_.find(host);
  return found == hosts_.end() ? std::string() : found->second;
}

Result<void> MemoryState::learn(std::string_view host, std::string_view known) {
  hosts_[std::string(host)] = known;
  return {};
}

Result<std::string> MemoryState::site_lines(std::string_view site) { return find_in(lines_, site).value_or(""); }

Result<void> MemoryState::save_site_lines(std::string_view site, std::string_view memory) {
  lines_[std::string(site)] = memory;
  return {};
}

Result<std::string> MemoryState::health(std::string_view site) { return find_in(health_, site).value_or(""); }

Result<void> MemoryState::save_health(std::string_view site, std::string_view figures) {
  health_[std::string(site)] = figures;
  return {};
}

}  // namespace winnow::store
