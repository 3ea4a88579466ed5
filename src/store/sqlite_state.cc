#include "store/sqlite_state.h"

#include <algorithm>

#include "store/failure.h"

namespace winnow::store {
namespace {

std::optional<Instant> instant_or_none(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.instant(column));
}

SiteRow site_row(const Statement& row) {
  SiteRow site;
  site.site = row.text(0);
  site.last_run = instant_or_none(row, 1);
  site.next_run = instant_or_none(row, 2);
  site.interval_ms = row.integer(3);
  site.stored_total = row.integer(4);
  site.stored_last = row.integer(5);
  site.failed_last = row.integer(6);
  site.fetched_last = row.integer(7);
  site.note = row.text(8);
  site.rhythm = row.text(9);
  return site;
}

// A list of URLs as one text, a line each: a URL has no line break.
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

}  // namespace

Result<std::size_t> SqliteState::add(std::string_view site, std::span<const Found> found, Instant now) {
  return urls_->add(site, found, now);
}

Result<std::vector<UrlRow>> SqliteState::due(std::string_view site, Instant now, std::size_t limit) {
  return urls_->due(site, now, limit);
}

Result<std::optional<UrlRow>> SqliteState::url(std::string_view site, std::string_view key) {
  return urls_->find(site, key);
}

Result<void> SqliteState::save(const UrlRow& row) { return urls_->save(row); }

Result<std::size_t> SqliteState::pending(std::string_view site) { return urls_->pending(site); }

Result<std::optional<SourceRow>> SqliteState::source(std::string_view site, std::string_view url) {
  Statement q = db().prepare(
      "SELECT site, url, etag, last_modified, checked_at, changed_at, failures, note, named FROM sources"
      " WHERE site = ?1 AND url = ?2");
  const Result<bool> row = q.bind(site, url).step();
  if (!row) return pass(row);
  if (!*row) return std::optional<SourceRow>();
  SourceRow source;
  source.site = q.text(0);
  source.url = q.text(1);
  source.validators = {q.text(2), q.text(3)};
  source.checked_at = q.instant(4);
  source.changed_at = q.instant(5);
  source.failures = static_cast<int>(q.integer(6));
  source.note = q.text(7);
  source.named = lines_of(q.text(8));
  return std::optional(std::move(source));
}

Result<void> SqliteState::save(const SourceRow& row) {
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  Statement q = db().prepare(
      "INSERT OR REPLACE INTO sources (site, url, etag, last_modified, checked_at, changed_at, failures, note,"
      " named) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  q.bind(row.site, row.url, row.validators.etag, row.validators.last_modified, row.checked_at, row.changed_at,
         row.failures, row.note, joined(row.named));
  return q.run();
}

Result<std::optional<SiteRow>> SqliteState::site(std::string_view name) {
  Statement q = db().prepare(
      "SELECT site, last_run, next_run, interval_ms, stored_total, stored_last, failed_last, fetched_last, note, "
      "rhythm FROM "
      "sites WHERE site = ?1");
  const Result<bool> row = q.bind(name).step();
  if (!row) return pass(row);
  return *row ? std::optional(site_row(q)) : std::nullopt;
}

Result<std::vector<SiteRow>> SqliteState::sites() {
  Statement q = db().prepare(
      "SELECT site, last_run, next_run, interval_ms, stored_total, stored_last, failed_last, fetched_last, note, "
      "rhythm FROM "
      "sites ORDER BY site");
  std::vector<SiteRow> rows;
  while (true) {
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    if (!*row) return rows;
    rows.push_back(site_row(q));
  }
}

Result<void> SqliteState::save(const SiteRow& row) {
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  Statement q = db().prepare(
      "INSERT OR REPLACE INTO sites (site, last_run, next_run, interval_ms, stored_total, stored_last, failed_last,"
      " fetched_last, note, rhythm) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  q.bind(row.site, row.last_run, row.next_run, row.interval_ms, row.stored_total, row.stored_last, row.failed_last,
         row.fetched_last, row.note, row.rhythm);
  return q.run();
}

Result<std::optional<RobotsRow>> SqliteState::robots(std::string_view origin) {
  Statement q = db().prepare(
      "SELECT origin, status, body, etag, last_modified, fetched_at, expires_at FROM robots WHERE origin = ?1");
  const Result<bool> row = q.bind(origin).step();
  if (!row) return pass(row);
  if (!*row) return std::optional<RobotsRow>();
  return std::optional(RobotsRow{
      q.text(0), static_cast<int>(q.integer(1)), q.text(2), {q.text(3), q.text(4)}, q.instant(5), q.instant(6)});
}

Result<void> SqliteState::save(const RobotsRow& row) {
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  Statement q = db().prepare(
      "INSERT OR REPLACE INTO robots (origin, status, body, etag, last_modified, fetched_at, expires_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  q.bind(row.origin, row.status, row.body, row.validators.etag, row.validators.last_modified, row.fetched_at,
         row.expires_at);
  return q.run();
}

Result<std::optional<HostRow>> SqliteState::host(std::string_view host) {
  Statement q = db().prepare(
      "SELECT host, asked_at, asked_tick, delay_ms, held_until, failures FROM host_manners WHERE host = ?1");
  const Result<bool> row = q.bind(host).step();
  if (!row) return pass(row);
  if (!*row) return std::optional<HostRow>();
  return std::optional(HostRow{q.text(0), q.instant(1), Millis(q.integer(2)), Millis(q.integer(3)), q.instant(4),
                               static_cast<int>(q.integer(5))});
}

Result<void> SqliteState::save(const HostRow& row) {
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  Statement q = db().prepare(
      "INSERT OR REPLACE INTO host_manners (host, asked_at, asked_tick, delay_ms, held_until, failures) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  q.bind(row.host, row.asked_at, row.asked_tick.count(), row.delay.count(), row.held_until, row.failures);
  return q.run();
}

Result<std::string> SqliteState::known(std::string_view host) {
  Statement q = db().prepare("SELECT known FROM hosts WHERE host = ?1");
  const Result<bool> row = q.bind(host).step();
  if (!row) return pass(row);
  return *row ? q.text(0) : std::string();
}

Result<void> SqliteState::learn(std::string_view host, std::string_view known) {
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  Statement q = db().prepare("INSERT OR REPLACE INTO hosts (host, known) VALUES (?1, ?2)");
  q.bind(host, known);
  return q.run();
}

Result<std::string> SqliteState::site_lines(std::string_view site) {
  Statement q = db().prepare("SELECT memory FROM site_lines WHERE site = ?1");
  const Result<bool> row = q.bind(site).step();
  if (!row) return pass(row);
  return *row ? q.text(0) : std::string();
}

Result<void> SqliteState::save_site_lines(std::string_view site, std::string_view memory) {
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  Statement q = db().prepare("INSERT OR REPLACE INTO site_lines (site, memory) VALUES (?1, ?2)");
  q.bind(site, memory);
  return q.run();
}

Result<std::string> SqliteState::health(std::string_view site) {
  Statement q = db().prepare("SELECT figures FROM health WHERE site = ?1");
  const Result<bool> row = q.bind(site).step();
  if (!row) return pass(row);
  return *row ? q.text(0) : std::string();
}

Result<void> SqliteState::save_health(std::string_view site, std::string_view figures) {
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  Statement q = db().prepare("INSERT OR REPLACE INTO health (site, figures) VALUES (?1, ?2)");
  q.bind(site, figures);
  return q.run();
}

Result<void> SqliteState::commit() { return ledger_->commit(); }

}  // namespace winnow::store
