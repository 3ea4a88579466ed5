// Articles in memory, found again by the same index as in the default store. Not thread-safe.
#pragma once

#include <map>
#include <string>

#include "store/article_store.h"
#include "store/index.h"
#include "store/ledger.h"

namespace winnow::store {

class MemoryArticles : public ArticleStore {
 public:
  explicit MemoryArticles(Ledger ledger) : ledger_(std::move(ledger)), index_(ledger_.db()) {}

  Result<Put> put(const Article& article, const PutOptions& options) override;
  Result<void> sync() override { return ledger_.commit(); }
  Result<Article> get(std::string_view id_or_url) override;
  Result<std::string> url_of(std::string_view id) override { return index_.url_of(id); }
  Result<std::vector<RawPage>> raw(std::string_view id) override;
  Result<std::vector<Entry>> find(const Query& query) override { return index_.find(query); }
  Result<std::string> same_content(std::string_view site, std::string_view content_hash) override {
    return index_.same_content(site, content_hash);
  }
  Result<std::string> near_content(const Article& article) override;
  Result<std::size_t> rebuild() override;

 private:
  struct Kept {
    Article article;
    std::vector<RawPage> pages;
    Filed when;
  };

  Ledger ledger_;
  Index index_;
  std::map<std::string, Kept, std::less<>> kept_;         // by path
  std::map<std::string, Article, std::less<>> versions_;  // by path, of older ones
};

}  // namespace winnow::store
