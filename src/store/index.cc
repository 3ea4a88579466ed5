#include "store/index.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/url.h"
#include "store/failure.h"
#include "store/search_text.h"

namespace winnow::store {
namespace {

constexpr std::size_t kShortestBeginning = 8;
constexpr std::size_t kMostNear = 8;  // articles that are looked at whether one is a near copy

#define ENTRY_COLUMNS "a.id, a.site, a.path, a.url, a.title, a.published_at, a.fetched_at, a.content_hash"

Entry entry_of(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)};
}

// Of Article::near_hash; 0 where there is none.
std::uint64_t bits_of(std::string_view hex) {
  std::uint64_t bits = 0;
  const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), bits, 16);
  return hex.size() == 16 && read.ptr == hex.data() + hex.size() ? bits : 0;
}

// The range of days and moments that a query's since and until leave open.
struct Span {
  std::string first_day = "", last_day = "9999-99-99";
  std::int64_t first = std::numeric_limits<std::int64_t>::min(), last = std::numeric_limits<std::int64_t>::max();
};

Result<Span> span_of(const Query& query) {
  Span span;
  const auto read = [](const std::string& text, std::string& day, std::int64_t& moment) -> Result<void> {
    if (text.empty()) return {};
    const auto stamp = parse_iso(text);
    if (!stamp) return fail(Code::invalid, "\"" + text + "\": is no date; write 2025-02-11 or 2025-02-11T08:00+08:00");
    if (stamp->clock)
      moment = to_instant(*stamp).time_since_epoch().count();
    else
      day = to_iso(*stamp);
    return {};
  };
  if (Result<void> since = read(query.since, span.first_day, span.first); !since) return pass(since);
  if (Result<void> until = read(query.until, span.last_day, span.last); !until) return pass(until);
  return span;
}

constexpr const char* kListAll =
    "SELECT " ENTRY_COLUMNS
    " FROM articles AS a WHERE ?1 = '' AND a.day BETWEEN ?2 AND ?3 AND a.moment BETWEEN ?4 AND ?5"
    " ORDER BY a.moment DESC, a.id LIMIT ?6 OFFSET ?7";
constexpr const char* kListSite =
    "SELECT " ENTRY_COLUMNS
    " FROM articles AS a WHERE a.site = ?1 AND a.day BETWEEN ?2 AND ?3 AND a.moment BETWEEN ?4 AND ?5"
    " ORDER BY a.moment DESC, a.id LIMIT ?6 OFFSET ?7";
// A word in the title counts as five in the body.
constexpr const char* kSearch =
    "SELECT " ENTRY_COLUMNS
    " FROM words JOIN articles AS a ON a.number = words.rowid WHERE words MATCH ?8"
    " AND (?1 = '' OR a.site = ?1) AND a.day BETWEEN ?2 AND ?3 AND a.moment BETWEEN ?4 AND ?5"
    " ORDER BY bm25(words, 5.0, 1.0), a.moment DESC, a.id LIMIT ?6 OFFSET ?7";

}  // namespace

Result<void> Index::put(const Article& article, std::string_view path, const Filed& when) {
  if (Result<void> gone = forget(article.site, article.id); !gone) return gone;
  Statement row = db_.prepare(
      "INSERT INTO articles (site, id, path, url, canonical_url, title, published_at, fetched_at, day, moment,"
      " content_hash, near_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  row.bind(article.site, article.id, path, article.url, article.canonical_url, article.title, article.published_at,
           article.fetched_at, when.day, when.moment, article.content_hash, article.near_hash);
  if (Result<void> done = row.run(); !done) return done;
  const std::int64_t number = db_.last_number();
  Statement words = db_.prepare("INSERT INTO words (rowid, title, body) VALUES (?1, ?2, ?3)");
  words.bind(number, index_text(article.title), index_text(article.text));
  if (Result<void> done = words.run(); !done) return done;
  return near_.put(article.site, bits_of(article.near_hash), number);
}

// What is known of an article's older version.
Result<void> Index::forget(std::string_view site, std::string_view id) {
  std::int64_t number = 0;
  std::string near;
  {
    Statement old = db_.prepare("SELECT number, near_hash FROM articles WHERE site = ?1 AND id = ?2");
    const Result<bool> row = old.bind(site, id).step();
    if (!row) return pass(row);
    if (!*row) return {};
    number = old.integer(0);
    near = old.text(1);
  }
  if (Result<void> done = near_.remove(site, bits_of(near), number); !done) return done;
  Statement gone = db_.prepare("DELETE FROM articles WHERE number = ?1");
  return gone.bind(number).run();
}

Result<void> Index::clear() {
  if (Result<void> cleared = near_.clear(); !cleared) return cleared;
  return db_.execute("DELETE FROM articles; INSERT INTO words (words) VALUES ('delete-all')");
}

Result<std::optional<std::string>> Index::path_of(std::string_view site, std::string_view id) {
  Statement q = db_.prepare("SELECT path FROM articles WHERE site = ?1 AND id = ?2");
  const Result<bool> row = q.bind(site, id).step();
  if (!row) return pass(row);
  return *row ? std::optional(q.text(0)) : std::nullopt;
}

Result<std::string> Index::url_of(std::string_view id) {
  Statement q = db_.prepare("SELECT url FROM articles WHERE id = ?1 ORDER BY +moment DESC LIMIT 1");
  const Result<bool> row = q.bind(id).step();
  if (!row) return pass(row);
  return *row ? q.text(0) : std::string();
}

Result<Entry> Index::resolve(std::string_view id_or_url) {
  Result<std::optional<Entry>> entry = by_id(id_or_url);
  if (entry && !*entry) entry = by_url(id_or_url);
  if (!entry) return pass(entry);
  if (*entry) return std::move(**entry);
  return fail(Code::not_found, "\"" + std::string(id_or_url) +
                                   "\": no article has that id or URL; `winnow list` and `winnow search` find ids");
}

Result<std::optional<Entry>> Index::by_id(std::string_view beginning) {
  if (beginning.size() < kShortestBeginning) return std::optional<Entry>();
  Statement q = db_.prepare("SELECT " ENTRY_COLUMNS
                            " FROM articles AS a WHERE a.id >= ?1 AND a.id < ?1 || '~' ORDER BY a.id, a.moment DESC");
  q.bind(beginning);
  std::optional<Entry> first;
  while (true) {
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    if (!*row) return first;
    if (!first) first = entry_of(q);
    if (first->id == beginning) return first;
    if (first->id != q.text(0)) break;  // the same article of two sites is no doubt
  }
  return fail(Code::invalid, "\"" + std::string(beginning) + "\": several articles have ids that begin so (" +
                                 first->id + ", " + q.text(0) + "); give more of it");
}

Result<std::optional<Entry>> Index::by_url(std::string_view url) {
  const auto parsed = Url::parse(url);
  const std::string plain = parsed ? canonical(*parsed) : std::string(url);
  Statement q = db_.prepare("SELECT " ENTRY_COLUMNS
                            " FROM articles AS a WHERE a.url IN (?1, ?2) OR a.canonical_url IN (?1, ?2)"
                            " ORDER BY a.moment DESC, a.id LIMIT 1");
  Result<bool> row = q.bind(url, plain).step();
  if (!row) return pass(row);
  if (*row) return std::optional(entry_of(q));
  // As the crawl knew it, by the rules of its site.
  Statement known = db_.prepare("SELECT " ENTRY_COLUMNS
                                " FROM urls AS u JOIN site_numbers AS s ON s.number = u.site"
                                " JOIN articles AS a ON a.site = s.name AND a.id = u.article_id"
                                " WHERE u.key IN (?1, ?2) LIMIT 1");
  row = known.bind(url, plain).step();
  if (!row) return pass(row);
  return *row ? std::optional(entry_of(known)) : std::nullopt;
}

Result<std::vector<Entry>> Index::find(const Query& query) {
  const Result<Span> span = span_of(query);
  if (!span) return pass(span);
  const bool search = !query.text.empty();
  const std::string match = match_expression(query.text);
  std::vector<Entry> entries;
  if (search && match.empty()) return entries;
  Statement q = db_.prepare(search ? kSearch : query.site.empty() ? kListAll : kListSite);
  const std::size_t most = std::numeric_limits<std::int64_t>::max();
  q.bind(query.site, span->first_day, span->last_day, span->first, span->last, std::min(query.limit, most),
         std::min(query.offset, most), search ? std::optional(match) : std::nullopt);
  while (true) {
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    if (!*row) return entries;
    entries.push_back(entry_of(q));
  }
}

Result<std::string> Index::same_content(std::string_view site, std::string_view content_hash) {
  if (content_hash.empty()) return std::string();
  // "+": by the index of the hashes. For the order alone SQLite would walk through all of the site's articles.
  Statement q =
      db_.prepare("SELECT id FROM articles WHERE site = ?1 AND content_hash = ?2 ORDER BY +moment, id LIMIT 1");
  const Result<bool> row = q.bind(site, content_hash).step();
  if (!row) return pass(row);
  return *row ? q.text(0) : std::string();
}

Result<std::vector<Entry>> Index::near(const Article& article) {
  std::vector<Entry> entries;
  const Result<std::vector<NearIndex::Near>> found = near_.find(article.site, bits_of(article.near_hash));
  if (!found) return pass(found);
  for (const NearIndex::Near& one : *found) {
    Statement q = db_.prepare("SELECT " ENTRY_COLUMNS " FROM articles AS a WHERE a.number = ?1 AND a.id <> ?2");
    const Result<bool> row = q.bind(one.article, article.id).step();
    if (!row) return pass(row);
    if (*row) entries.push_back(entry_of(q));
    if (entries.size() == kMostNear) break;
  }
  return entries;
}

Result<std::size_t> Index::size() {
  const Result<std::int64_t> count = db_.number("SELECT count(*) FROM articles");
  if (!count) return pass(count);
  return static_cast<std::size_t>(*count);
}

}  // namespace winnow::store
