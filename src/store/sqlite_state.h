// State over SQLite: the tables urls, sources, sites, robots and hosts of state.db. Not thread-safe.
#pragma once

#include <memory>

#include "store/ledger.h"
#include "store/state.h"
#include "store/url_table.h"

namespace winnow::store {

class SqliteState : public State {
 public:
  // Ledger and URLs are shared with the article store: both write in the ledger's one transaction.
  SqliteState(std::shared_ptr<Ledger> ledger, std::shared_ptr<UrlTable> urls)
      : ledger_(std::move(ledger)), urls_(std::move(urls)) {}

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
  Result<void> commit() override;

 private:
  Database& db() { return ledger_->db(); }

  std::shared_ptr<Ledger> ledger_;  // shared with the article store
  std::shared_ptr<UrlTable> urls_;  // as the ledger
};

}  // namespace winnow::store
