// The index of the articles: tables `articles` and `words` of state.db. Derived from the files; knows no file.
// Not thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/article_path.h"
#include "store/article_store.h"
#include "store/near_index.h"
#include "store/sqlite.h"

namespace winnow::store {

class Index {
 public:
  explicit Index(Database& db) : db_(db), near_(db) {}

  // Adds the article or replaces what is known of it. `when.day` is the path's.
  Result<void> put(const Article& article, std::string_view path, const Filed& when);
  Result<void> clear();

  Result<std::optional<std::string>> path_of(std::string_view site, std::string_view id);
  // Of the article with exactly that id, the newest where several sites have it; "" where there is none.
  Result<std::string> url_of(std::string_view id);
  // By id, unique beginning of one, URL in any spelling, or path. not_found says so; invalid where several match.
  Result<Entry> resolve(std::string_view id_or_url);
  Result<std::vector<Entry>> find(const Query& query);
  Result<std::string> same_content(std::string_view site, std::string_view content_hash);
  // Other articles of the site whose near_hash is near, the nearest first, eight at most.
  Result<std::vector<Entry>> near(const Article& article);
  Result<std::size_t> size();

 private:
  Result<void> forget(std::string_view site, std::string_view id);
  Result<std::optional<Entry>> by_id(std::string_view beginning);
  Result<std::optional<Entry>> by_url(std::string_view url);

  Database& db_;
  NearIndex near_;
};

}  // namespace winnow::store
