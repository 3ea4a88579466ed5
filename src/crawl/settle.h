// Where a cleaned page ends: stored, a newer version, a duplicate, refused. One thread owns it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "crawl/events.h"
#include "crawl/run.h"
#include "store/article_store.h"
#include "store/state.h"

namespace winnow::crawl {

struct Settled {
  Event::Kind kind;   // stored, updated, fetched (unchanged), duplicate, refused
  std::string text;   // the title, of what it is a duplicate, or why it was refused
  std::string path;   // where it is stored
  store::UrlRow row;  // to be saved
};

class Settler {
 public:
  explicit Settler(store::ArticleStore& articles) : articles_(articles) {}
  Result<Settled> settle(const Task& task, const Reading& reading);

 private:
  // The article that this one only repeats, or "".
  Result<std::string> original(const Task& task, const Article& article);

  store::ArticleStore& articles_;
};

}  // namespace winnow::crawl
