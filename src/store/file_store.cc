#include "store/file_store.h"

#include "store/article_path.h"
#include "store/failure.h"
#include "store/raw_page.h"
#include "store/resemblance.h"
#include "store/same_article.h"
#include "winnow/format.h"

namespace winnow::store {
namespace {

constexpr int kMostVersions = 100000;

// What a file tells of the article: only that can be compared with one.
Article as_written(const Article& article) { return article_from_json(to_json(article)).value_or(article); }

}  // namespace

FileStore::FileStore(Tree tree, std::shared_ptr<Ledger> ledger, std::shared_ptr<UrlTable> urls, bool writable)
    : tree_(std::move(tree)),
      ledger_(std::move(ledger)),
      urls_(std::move(urls)),
      index_(ledger_->db()),
      writable_(writable) {
  if (writable_) ledger_->set_before_commit([this] { return tree_.sync(); });
}

FileStore::~FileStore() { ledger_->set_before_commit({}); }

Result<Put> FileStore::put(const Article& article, const PutOptions& options) {
  if (!writable_) return fail(Code::permission, tree_.root() + ": the store was opened for reading only");
  if (Result<void> named = check_names(article); !named) return pass(named);
  if (Result<void> begun = ledger_->begin(); !begun) return pass(begun);
  const Result<std::optional<std::string>> known = index_.path_of(article.site, article.id);
  if (!known) return pass(known);
  const std::string path = *known ? **known : first_path(article, filed(article, options));
  const Result<std::optional<Article>> old = standing(path);
  if (!old) return pass(old);
  const bool unchanged = *old && same_to_reader(**old, as_written(article));
  ledger_->files_changed();
  if (Result<void> beside = write_beside(article, path, options, !unchanged); !beside) return pass(beside);
  if (unchanged) {
    // A file that a crash left without its row gets one.
    Result<void> there = *known ? Result<void>() : index(**old, path, options);
    return there ? Put{PutOutcome::unchanged, path} : Result<Put>(pass(there));
  }
  if (Result<void> done = write_article(article, path, options); !done) return pass(done);
  return Put{*old ? PutOutcome::updated : PutOutcome::created, path};
}

// The article that stands there. A file that cannot be read as one is no article, and is written over.
Result<std::optional<Article>> FileStore::standing(const std::string& path) {
  const Result<std::string> json = tree_.read(path, kMostBytes);
  if (json) return article_from_json(*json);
  const Code code = json.error().code;
  if (code == Code::not_found || code == Code::too_large) return std::optional<Article>();
  return pass(json);
}

// The JSON comes last: the article is there when it is.
Result<void> FileStore::write_article(const Article& article, const std::string& path, const PutOptions& options) {
  const bool over = tree_.exists(path);
  if (over) {
    if (Result<void> kept = keep_version(path); !kept) return kept;
  }
  const std::string json = to_json(article) + "\n";
  Result<void> written = over ? tree_.replace(path, json) : tree_.write(path, json);
  return written ? index(article, path, options) : written;
}

Result<void> FileStore::index(const Article& article, const std::string& path, const PutOptions& options) {
  Filed when = filed(article, options);
  when.day = day_of_path(path);
  Result<void> indexed = index_.put(article, path, when);
  if (!indexed) ledger_->distrust();
  return indexed;
}

// Markdown and the page as fetched. What stands beside an article from an earlier configuration is kept up with it.
Result<void> FileStore::write_beside(const Article& article, const std::string& path, const PutOptions& options,
                                     bool anew) {
  const std::string markdown = with_ending(path, ".md");
  const bool has_markdown = tree_.exists(markdown);
  if ((options.markdown && !has_markdown) || (anew && has_markdown)) {
    if (Result<void> done = tree_.write(markdown, to_markdown(article)); !done) return done;
  }
  const std::string page = with_ending(path, ".html.zst");
  if (options.raw.empty() || (!anew && tree_.exists(page))) return {};
  const Result<std::string> file = pack(options.raw);
  return file ? tree_.write(page, *file) : pass(file);
}

// The standing file under the next free version. After a crash between this and the new file the last version is
// that file already.
Result<void> FileStore::keep_version(const std::string& path) {
  int last = 0;
  while (last < kMostVersions && tree_.exists(version_path(path, last + 1))) ++last;
  if (last > 0) {
    const Result<std::string> kept = tree_.read(version_path(path, last), kMostBytes);
    const Result<std::string> present = tree_.read(path, kMostBytes);
    if (kept && present && *kept == *present) return {};
  }
  return tree_.keep_copy(path, version_path(path, last + 1));
}

Result<void> FileStore::sync() { return writable_ ? ledger_->commit() : Result<void>(); }

Result<Article> FileStore::read_article(const std::string& path) {
  const Result<std::string> json = tree_.read(path, kMostBytes);
  if (!json) return pass(json);
  if (std::optional<Article> article = article_from_json(*json)) return std::move(*article);
  return fail(Code::corrupt, tree_.root() + "/" + path + ": is no article as winnow writes it; move it away");
}

Result<Article> FileStore::get(std::string_view id_or_url) {
  const bool is_path = id_or_url.ends_with(".json") && id_or_url.find("://") == std::string_view::npos;
  if (is_path) {
    Result<Article> article = read_article(std::string(id_or_url));
    if (article || article.error().code != Code::not_found) return article;
    return fail(Code::not_found, "\"" + std::string(id_or_url) + "\": no article has that path in the store");
  }
  const Result<Entry> entry = index_.resolve(id_or_url);
  if (!entry) return pass(entry);
  return read_article(entry->path);
}

Result<std::vector<RawPage>> FileStore::raw(std::string_view id) {
  const Result<Entry> entry = index_.resolve(id);
  if (!entry) return pass(entry);
  const std::string path = with_ending(entry->path, ".html.zst");
  const Result<std::string> file = tree_.read(path, kMostBytes);
  if (file) return unpack(*file, kMostBytes, tree_.root() + "/" + path);
  if (file.error().code != Code::not_found) return pass(file);
  return fail(Code::not_found,
              entry->path + ": its page was not kept; `store: {raw: true}` in the site file keeps pages");
}

Result<std::vector<Entry>> FileStore::find(const Query& query) { return index_.find(query); }

Result<std::string> FileStore::same_content(std::string_view site, std::string_view content_hash) {
  return index_.same_content(site, content_hash);
}

Result<std::string> FileStore::near_content(const Article& article) {
  const Result<std::vector<Entry>> entries = index_.near(article);
  if (!entries) return pass(entries);
  for (const Entry& entry : *entries) {
    const Result<Article> other = read_article(entry.path);
    if (!other && other.error().code == Code::io) return pass(other);
    if (other && resemblance(article.text, other->text) >= kNearlyOne) return entry.id;
  }
  return std::string();
}

}  // namespace winnow::store
