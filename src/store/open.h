// Opens the default store under a directory: STORE/state.db (SQLite, WAL) and the article files. A damaged
// state.db is put aside (state.db.damaged-N) and made anew from the articles; the caller is told.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "store/article_store.h"
#include "store/state.h"

namespace winnow::store {

struct Stores {
  std::unique_ptr<State> state;
  std::unique_ptr<ArticleStore> articles;
  bool after_crash = false;  // the last writer did not end in order, or its state was lost
  std::string notice;        // what was put aside or rebuilt; empty: nothing
};

enum class Access { read_only, read_write };

// Errors name the path and the remedy: permission, no_space, busy (another winnow writes), corrupt, io.
[[nodiscard]] Result<Stores> open_store(const std::filesystem::path& directory, Access access);
// The same in memory, for tests and dry runs.
[[nodiscard]] Stores memory_store();

}  // namespace winnow::store
