// Where articles are kept, and how they are found again: the interface. The default store writes files
// (file_store.h: STORE/SITE/YYYY/MM/DD/SLUG-ID.json, docs/store.md) and keeps a derived index that it can rebuild.
// Not thread-safe; one thread owns it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "base/zone.h"
#include "store/raw_page.h"
#include "winnow/article.h"

namespace winnow::store {

struct PutOptions {
  bool markdown = false;       // beside the JSON, which is always written: the index is made anew from it
  std::vector<RawPage> raw{};  // the page as fetched, or all parts in order, kept as .html.zst; empty: not kept
  const Zone* zone = nullptr;  // the site's, in which days are told; null: as the page states them, and UTC
};

enum class PutOutcome { created, updated, unchanged };  // updated: the older version stands beside it

struct Put {
  PutOutcome outcome;
  std::string path;  // of the .json, relative to the store
};

struct Entry {  // a row of the index
  std::string id, site, path, url, title, published_at, fetched_at, content_hash;
};

struct Query {
  std::string site;          // empty: all
  std::string text;          // full text over titles and bodies: all words must occur; empty: no condition
  std::string since, until;  // ISO dates, inclusive, on published_at (else fetched_at)
  std::size_t limit = 50, offset = 0;
};

class ArticleStore {
 public:
  virtual ~ArticleStore() = default;

  // Stores the article (article.site and .id are set). Files are written whole or not at all; they are durable,
  // and the index with them, when sync() returns.
  virtual Result<Put> put(const Article& article, const PutOptions& options) = 0;
  virtual Result<void> sync() = 0;

  // An article by its id, a unique beginning of it (8 digits at least), its URL, or its path in the store.
  virtual Result<Article> get(std::string_view id_or_url) = 0;
  // The URL of the article with exactly that id, as the index has it, or "".
  virtual Result<std::string> url_of(std::string_view id) = 0;
  // The page as fetched, or all parts of one; one at least. not_found where it was not kept.
  virtual Result<std::vector<RawPage>> raw(std::string_view id) = 0;
  // Newest first; with `text`, best match first.
  virtual Result<std::vector<Entry>> find(const Query& query) = 0;

  // Another article of the site with that content: its id, or "".
  virtual Result<std::string> same_content(std::string_view site, std::string_view content_hash) = 0;
  // Another article of the site with nearly the same text: near_hash within 11 bits, and three quarters of the words'
  // sequence alike. Its id, or "".
  virtual Result<std::string> near_content(const Article& article) = 0;

  // Makes the index anew from the files; the number of articles.
  virtual Result<std::size_t> rebuild() = 0;
};

}  // namespace winnow::store
