#include "store/memory_articles.h"

#include "store/article_path.h"
#include "store/failure.h"
#include "store/resemblance.h"
#include "store/same_article.h"

namespace winnow::store {

Result<Put> MemoryArticles::put(const Article& article, const PutOptions& options) {
  if (Result<void> named = check_names(article); !named) return pass(named);
  if (Result<void> begun = ledger_.begin(); !begun) return pass(begun);
  Result<std::optional<std::string>> known = index_.path_of(article.site, article.id);
  if (!known) return pass(known);
  Filed when = filed(article, options);
  const std::string path = *known ? **known : first_path(article, when);
  when.day = day_of_path(path);
  if (*known && same_to_reader(kept_[path].article, article)) {
    if (kept_[path].pages.empty()) kept_[path].pages = options.raw;
    return Put{PutOutcome::unchanged, path};
  }
  if (*known) {
    int version = 1;
    while (versions_.contains(version_path(path, version))) ++version;
    versions_[version_path(path, version)] = kept_[path].article;
  }
  Kept& kept = kept_[path];
  kept.article = article;
  kept.when = when;
  if (!options.raw.empty()) kept.pages = options.raw;
  if (Result<void> indexed = index_.put(article, path, when); !indexed) return pass(indexed);
  return Put{*known ? PutOutcome::updated : PutOutcome::created, path};
}

Result<Article> MemoryArticles::get(std::string_view id_or_url) {
  if (const auto found = kept_.find(id_or_url); found != kept_.end()) return found->second.article;
  if (const auto found = versions_.find(id_or_url); found != versions_.end()) return found->second;
  const Result<Entry> entry = index_.resolve(id_or_url);
  if (!entry) return pass(entry);
  return kept_[entry->path].article;
}

Result<std::vector<RawPage>> MemoryArticles::raw(std::string_view id) {
  const Result<Entry> entry = index_.resolve(id);
  if (!entry) return pass(entry);
  const Kept& kept = kept_[entry->path];
  if (kept.pages.empty()) return fail(Code::not_found, entry->path + ": its page was not kept");
  return kept.pages;
}

Result<std::string> MemoryArticles::near_content(const Article& article) {
  const Result<std::vector<Entry>> entries = index_.near(article);
  if (!entries) return pass(entries);
  for (const Entry& entry : *entries) {
    if (resemblance(article.text, kept_[entry.path].article.text) >= kNearlyOne) return entry.id;
  }
  return std::string();
}

Result<std::size_t> MemoryArticles::rebuild() {
  if (Result<void> begun = ledger_.begin(); !begun) return pass(begun);
  if (Result<void> cleared = index_.clear(); !cleared) return pass(cleared);
  for (const auto& [path, kept] : kept_) {
    if (Result<void> indexed = index_.put(kept.article, path, kept.when); !indexed) return pass(indexed);
  }
  return kept_.size();
}

}  // namespace winnow::store
