// FileStore's looks through its files: after a crash, and to make a lost index anew.
#include <algorithm>

#include "base/url.h"
#include "store/article_path.h"
#include "store/failure.h"
#include "store/file_store.h"
#include "store/state.h"

namespace winnow::store {
namespace {

constexpr std::int64_t kClockSlack = 2;  // seconds; a filesystem's times may be that coarse

// A site without a row has lost it; how many articles it has is known again.
constexpr const char* kCountSites =
    "INSERT OR IGNORE INTO sites (site, interval_ms, stored_total, stored_last, failed_last, fetched_last, note)"
    " SELECT site, 0, count(*), 0, 0, 0, '' FROM articles GROUP BY site";

bool is_first_path(std::string_view path) { return id_of_name(path.substr(path.rfind('/') + 1)).has_value(); }

bool belongs_at(const Article& article, std::string_view path) {
  return article.site == site_of_path(path) && id_of_name(path.substr(path.rfind('/') + 1)) == article.id;
}

// The keys under which a crawl may know the article.
std::vector<std::string> keys_of(const Article& article) {
  std::vector<std::string> keys;
  for (const std::string& address : {article.url, article.canonical_url}) {
    const auto url = Url::parse(address);
    if (!url) continue;
    std::string key = canonical(*url);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace

// Puts one file into the index. One that is no article, or not the one that its name says, goes aside. Where two
// files have one article, the one that the index knows stays, else the first.
Result<void> FileStore::take_up(const std::string& path, bool write_anew, Scan& scan) {
  const Result<Article> article = read_article(path);
  const bool readable = article && belongs_at(*article, path);
  if (!readable) {
    const bool damaged = article || article.error().code == Code::corrupt;
    if (!damaged) return pass(article);
    scan.unreadable.push_back(path);
    return writable_ ? tree_.move(path, path + ".damaged") : Result<void>();
  }
  const Result<std::optional<std::string>> known = index_.path_of(article->site, article->id);
  if (!known) return pass(known);
  if (*known && **known != path && tree_.exists(**known)) return {};
  if (Result<void> done = write_anew ? renew(path) : Result<void>(); !done) return done;
  Filed when = filed(*article, {});
  when.day = day_of_path(path);
  ++scan.articles;
  if (Result<void> done = index_.put(*article, path, when); !done) return done;
  return remember_urls(*article);
}

// The article and what stands beside it.
Result<void> FileStore::renew(const std::string& path) {
  for (const char* ending : {".json", ".md", ".html.zst"}) {
    Result<void> done = tree_.renew(with_ending(path, ending));
    if (!done && done.error().code != Code::not_found) return done;
  }
  return {};
}

Result<FileStore::Scan> FileStore::reconcile(std::int64_t since) {
  Scan scan;
  if (Result<void> begun = ledger_->begin(); !begun) return pass(begun);
  const auto visit = [&](const Tree::File& file) -> Result<void> {
    if (!is_first_path(file.path)) return {};
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    const Result<std::optional<std::string>> known = index_.path_of(site_of_path(file.path), *id_of_name(name));
    if (!known) return pass(known);
    const bool seen = *known && **known == file.path && file.modified < since - kClockSlack;
    return seen ? Result<void>() : take_up(file.path, true, scan);
  };
  if (Result<void> walked = tree_.walk(visit, {true, since - kClockSlack}); !walked) return pass(walked);
  if (Result<void> done = ledger_->commit(); !done) return pass(done);
  return scan;
}

Result<FileStore::Scan> FileStore::rebuild_all(std::optional<std::int64_t> since) {
  Scan scan;
  if (Result<void> begun = ledger_->begin(); !begun) return pass(begun);
  if (Result<void> cleared = index_.clear(); !cleared) return pass(cleared);
  const auto visit = [&](const Tree::File& file) -> Result<void> {
    if (!is_first_path(file.path)) return {};
    return take_up(file.path, since && file.modified >= *since - kClockSlack, scan);
  };
  if (Result<void> walked = tree_.walk(visit, {.tidy = writable_}); !walked) return pass(walked);
  if (Result<void> counted = ledger_->db().execute(kCountSites); !counted) return pass(counted);
  if (Result<void> done = ledger_->commit(); !done) return pass(done);
  return scan;
}

// The URL counts as stored, so that it is not fetched again. A row that the crawl has made knows more, and stays.
Result<void> FileStore::remember_urls(const Article& article) {
  const auto fetched = parse_iso(article.fetched_at);
  const Instant at = fetched ? to_instant(*fetched) : Instant{};
  UrlRow row;
  row.site = article.site;
  row.url = article.url;
  row.status = UrlStatus::stored;
  row.found_at = row.next_try = row.fetched_at = at;
  row.published = article.published_at;
  row.article_id = article.id;
  for (std::string& key : keys_of(article)) {
    row.key = std::move(key);
    if (Result<void> done = urls_->remember(row); !done) return done;
  }
  return {};
}

Result<std::size_t> FileStore::rebuild() {
  const Result<Scan> scan = rebuild_all();
  if (!scan) return pass(scan);
  return scan->articles;
}

}  // namespace winnow::store
