#include "store/open.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <system_error>

#include "store/failure.h"
#include "store/file_samples.h"
#include "store/file_store.h"
#include "store/ledger.h"
#include "store/memory_articles.h"
#include "store/memory_state.h"
#include "store/sqlite_state.h"
#include "store/tree.h"
#include "store/writer_lock.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabase = "state.db";

std::int64_t now_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

constexpr int kMostAside = 5;  // damaged databases that are kept: a disk that goes bad must not be filled with them

std::string aside_name(const fs::path& file, int number) {
  return file.string() + ".damaged-" + std::to_string(number);
}

// The database and what belongs to it, under one new name. The name.
Result<std::string> put_aside(const fs::path& file) {
  std::error_code failed;
  int number = 0;  // of the last one
  for (const auto& entry : fs::directory_iterator(file.parent_path(), failed)) {
    const std::string name = entry.path().string(), beginning = file.string() + ".damaged-";
    if (name.starts_with(beginning)) number = std::max(number, std::atoi(name.c_str() + beginning.size()));
  }
  const std::string aside = aside_name(file, ++number);
  for (const char* part : {"-wal", "-shm", ""}) fs::remove_all(aside_name(file, number - kMostAside) + part, failed);
  for (const char* part : {"-wal", "-shm", ""}) {
    const std::string from = file.string() + part;
    if (!fs::exists(from, failed)) continue;
    fs::rename(from, aside + part, failed);
    if (failed) return tl::unexpected<Error>(system_error("put aside", from, failed.value()));
  }
  return aside;
}

std::string unreadable_text(const FileStore::Scan& scan, bool moved) {
  if (scan.unreadable.empty()) return "";
  return "; " + std::to_string(scan.unreadable.size()) + " files are no articles" +
         (moved ? " and are kept as *.damaged" : "") + ", the first is " + scan.unreadable.front();
}

struct Opened {
  std::shared_ptr<Ledger> ledger;  // shared by the state and the articles
  bool is_new = false;
  std::string notice;
};

// The two stores over one database, and over the same files.
struct Pair {
  Pair(Tree tree, const std::shared_ptr<Ledger>& ledger, bool writable)
      : Pair(std::move(tree), ledger, std::make_shared<UrlTable>(ledger), writable) {}
  Pair(Tree tree, const std::shared_ptr<Ledger>& ledger, const std::shared_ptr<UrlTable>& urls, bool writable)
      : state(std::make_unique<SqliteState>(ledger, urls)),
        files(std::make_unique<FileStore>(std::move(tree), ledger, urls, writable)) {}

  Stores with(std::string notice) { return {std::move(state), std::move(files), false, std::move(notice)}; }

  std::unique_ptr<SqliteState> state;
  std::unique_ptr<FileStore> files;
};

Result<Opened> begin_anew(const fs::path& file) {
  const Result<std::string> aside = put_aside(file);
  if (!aside) return pass(aside);
  Result<Ledger> ledger = Ledger::open(file, Database::Mode::read_write);
  if (!ledger) return pass(ledger);
  const std::string notice = file.string() + ": was damaged; it is kept as " + *aside;
  return Opened{std::make_shared<Ledger>(std::move(*ledger)), true, notice};
}

Result<Opened> open_for_writing(const fs::path& file, const WriterLock& lock) {
  std::error_code failed;
  if (lock.met_damage() || fs::is_directory(file, failed)) return begin_anew(file);
  const bool is_new = !fs::exists(file, failed);
  Result<Ledger> ledger = Ledger::open(file, Database::Mode::read_write, lock.unclean_since().has_value());
  if (ledger) return Opened{std::make_shared<Ledger>(std::move(*ledger)), is_new, ""};
  return ledger.error().code == Code::corrupt ? begin_anew(file) : pass(ledger);
}

// Makes index and files agree. What was done, for people; empty where nothing was.
Result<std::string> put_in_order(FileStore& files, const Opened& opened, std::optional<std::int64_t> unclean_since) {
  if (!opened.is_new && !unclean_since) return std::string();
  const Result<FileStore::Scan> scan =
      opened.is_new ? files.rebuild_all(unclean_since) : files.reconcile(*unclean_since);
  if (!scan) return pass(scan);
  const std::string count = std::to_string(scan->articles) + " articles";
  if (opened.is_new && opened.notice.empty() && scan->articles == 0) return unreadable_text(*scan, true);
  const std::string what = opened.is_new
                               ? "state.db was made anew from " + count
                               : "the last winnow here did not end in order; " + count + " were looked at again";
  return (opened.notice.empty() ? what : opened.notice + "; " + what) + unreadable_text(*scan, true);
}

Result<Stores> open_writer(const fs::path& directory) {
  Result<Tree> tree = Tree::open(directory.string(), true);
  if (!tree) return pass(tree);
  Result<WriterLock> lock = WriterLock::take(directory.string());
  if (!lock) return pass(lock);
  const std::optional<std::int64_t> unclean_since = lock->unclean_since();
  if (Result<void> marked = lock->mark(unclean_since.value_or(now_seconds())); !marked) return pass(marked);
  // It may have been the disk that ended the last one: nothing is begun until it takes something again.
  if (Result<void> works = unclean_since ? tree->probe() : Result<void>(); !works) return pass(works);
  if (unclean_since) tidy_samples(*tree);
  const Result<Opened> opened = open_for_writing(directory / kDatabase, *lock);
  if (!opened) return pass(opened);
  Pair pair(std::move(*tree), opened->ledger, true);
  Result<std::string> notice = put_in_order(*pair.files, *opened, unclean_since);
  if (!notice) return pass(notice);
  if (Result<void> marked = lock->mark(now_seconds()); !marked) return pass(marked);
  opened->ledger->own(std::move(*lock));
  Stores stores = pair.with(std::move(*notice));
  stores.after_crash = unclean_since.has_value() || !stores.notice.empty();
  return stores;
}

// Without a database that can be read, the articles themselves: an index in memory.
Result<Stores> open_without_database(Tree tree, const std::string& why) {
  Result<Ledger> made = Ledger::in_memory();
  if (!made) return pass(made);
  Pair pair(std::move(tree), std::make_shared<Ledger>(std::move(*made)), false);
  const Result<FileStore::Scan> scan = pair.files->rebuild_all();
  if (!scan) return pass(scan);
  std::string notice;
  if (scan->articles > 0 || !scan->unreadable.empty()) {
    notice = why + "; the articles were read one by one, the next `winnow crawl` makes it anew" +
             unreadable_text(*scan, false);
  }
  return pair.with(std::move(notice));
}

// Where this user may not write beside the database, SQLite cannot share it with a writer; without a log there is
// none, and the file alone is the whole database.
Result<Ledger> open_for_reading(const fs::path& file) {
  Result<Ledger> ledger = Ledger::open(file, Database::Mode::read_only);
  if (ledger || ledger.error().code == Code::corrupt || ledger.error().code == Code::invalid) return ledger;
  std::error_code failed;
  const fs::path log = file.string() + "-wal";
  if (fs::exists(log, failed) && fs::file_size(log, failed) > 0) return ledger;
  Result<Ledger> alone = Ledger::open(file, Database::Mode::immutable);
  if (alone) return alone;
  return ledger;
}

Result<Stores> open_reader(const fs::path& directory) {
  Result<Tree> tree = Tree::open(directory.string(), false);
  if (!tree && tree.error().code == Code::not_found) {
    return fail(Code::not_found, directory.string() + ": there is no store yet; `winnow crawl` makes it");
  }
  if (!tree) return pass(tree);
  const fs::path file = directory / kDatabase;
  std::error_code failed;
  if (!fs::exists(file, failed) && !failed)
    return open_without_database(std::move(*tree), file.string() + ": is missing");
  Result<Ledger> ledger = open_for_reading(file);
  if (!ledger) {
    const Code code = ledger.error().code;
    if (code == Code::corrupt) return open_without_database(std::move(*tree), file.string() + ": is damaged");
    if (code == Code::not_found) return open_without_database(std::move(*tree), file.string() + ": is empty");
    return pass(ledger);
  }
  return Pair(std::move(*tree), std::make_shared<Ledger>(std::move(*ledger)), false).with("");
}

}  // namespace

Result<Stores> open_store(const fs::path& directory, Access access) {
  return access == Access::read_write ? open_writer(directory) : open_reader(directory);
}

Stores memory_store() {
  Result<Ledger> ledger = Ledger::in_memory();
  if (!ledger) return {};  // no memory for an empty database
  return {std::make_unique<MemoryState>(), std::make_unique<MemoryArticles>(std::move(*ledger)), false, ""};
}

}  // namespace winnow::store
