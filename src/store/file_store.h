// The default store: article files below a directory (docs/store.md), found again by the index in state.db.
// Not thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/article_store.h"
#include "store/index.h"
#include "store/ledger.h"
#include "store/tree.h"
#include "store/url_table.h"

namespace winnow::store {

class FileStore : public ArticleStore {
 public:
  // Ledger and URLs are shared with the State: both write in the ledger's one transaction.
  FileStore(Tree tree, std::shared_ptr<Ledger> ledger, std::shared_ptr<UrlTable> urls, bool writable);
  ~FileStore() override;

  Result<Put> put(const Article& article, const PutOptions& options) override;
  Result<void> sync() override;
  Result<Article> get(std::string_view id_or_url) override;
  Result<std::string> url_of(std::string_view id) override { return index_.url_of(id); }
  Result<std::vector<RawPage>> raw(std::string_view id) override;
  Result<std::vector<Entry>> find(const Query& query) override;
  Result<std::string> same_content(std::string_view site, std::string_view content_hash) override;
  Result<std::string> near_content(const Article& article) override;
  Result<std::size_t> rebuild() override;

  // What a look through the files found.
  struct Scan {
    std::size_t articles = 0;             // read and put into the index
    std::vector<std::string> unreadable;  // no article; put aside as NAME.damaged where the store is writable
  };
  // Compares files and index after a writer ended out of order: takes up files that are unknown or were written
  // at `since` (seconds) or later, removes temporary ones. Such a file may be on the disk or only seem so: it is
  // written anew.
  Result<Scan> reconcile(std::int64_t since);
  // Makes the index and, of the URLs that it finds unknown, rows in the state anew; `since` as above.
  Result<Scan> rebuild_all(std::optional<std::int64_t> since = {});

 private:
  static constexpr std::size_t kMostBytes = 64 << 20;  // of a file of the store, and of a page when unpacked

  Result<std::optional<Article>> standing(const std::string& path);
  Result<void> index(const Article& article, const std::string& path, const PutOptions& options);
  Result<void> write_article(const Article& article, const std::string& path, const PutOptions& options);
  Result<void> write_beside(const Article& article, const std::string& path, const PutOptions& options, bool anew);
  Result<void> keep_version(const std::string& path);
  Result<void> take_up(const std::string& path, bool write_anew, Scan& scan);
  Result<void> renew(const std::string& path);
  Result<Article> read_article(const std::string& path);
  Result<void> remember_urls(const Article& article);

  Tree tree_;
  std::shared_ptr<Ledger> ledger_;  // shared with the State
  std::shared_ptr<UrlTable> urls_;  // as the ledger
  Index index_;
  bool writable_;
};

}  // namespace winnow::store
