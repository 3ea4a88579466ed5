// State in memory, for tests and dry runs. Not thread-safe.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "store/state.h"

namespace winnow::store {

class MemoryState : public State {
 public:
  Result<std::size_t> add(std::string_view site, std::span<const Found> found, Instant now) override;
  Result<std::vector<UrlRow>> due(std::string_view site, Instant now, std::size_t limit) override;
  Result<std::optional<UrlRow>> url(std::string_view site, std::string_view key) override;
  Result<void> save(const UrlRow& row) override;
  Result<std::size_t> pending(std::string_view site) override;
  Result<std::optional<SourceRow>> source(std::string_view site, std::string_view url) override;
  Result<void> save(const SourceRow& row) override;
  Result<std::optional<SiteRow>> site(std::string_view name) override;
  Result<std::vector<SiteRow>> sites() override;
  Result<void> save(const SiteRow& row) override;
  Result<std::optional<RobotsRow>> robots(std::string_view origin) override;
  Result<void> save(const RobotsRow& row) override;
  Result<std::optional<HostRow>> host(std::string_view host) override;
  Result<void> save(const HostRow& row) override;
  Result<std::string> known(std::string_view host) override;
  Result<void> learn(std::string_view host, std::string_view known) override;
  Result<std::string> site_lines(std::string_view site) override;
  Result<void> save_site_lines(std::string_view site, std::string_view memory) override;
  Result<std::string> health(std::string_view site) override;
  Result<void> save_health(std::string_view site, std::string_view figures) override;
  Result<void> commit() override { return {}; }

 private:
  using Key = std::pair<std::string, std::string>;  // site and URL
  UrlRow* known(std::string_view site, std::string_view key);

  std::vector<UrlRow> urls_;  // in the order in which they were found
  std::map<Key, std::size_t> url_places_;
  std::map<Key, SourceRow> sources_;
  std::map<std::string, SiteRow, std::less<>> sites_;
  std::map<std::string, RobotsRow, std::less<>> robots_;
  std::map<std::string, HostRow, std::less<>> manners_;
  std::map<std::string, std::string, std::less<>> hosts_;
  std::map<std::string, std::string, std::less<>> lines_;
  std::map<std::string, std::string, std::less<>> health_;
};

}  // namespace winnow::store
