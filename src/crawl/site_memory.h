// What is remembered of a site's lines when a visit to it begins. The one way to it for the crawl and the commands.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/article_store.h"
#include "store/state.h"
#include "winnow/site_lines.h"

namespace winnow::crawl {

// As Page::site. Where the state has none (it was lost, or the site was crawled before there was such a memory), it is
// made anew from the newest articles.
[[nodiscard]] Result<std::string> site_memory(store::State& state, store::ArticleStore& articles,
                                              const std::string& site);

// The same while the visit adds to it, as the crawl's thread and the jobs want it.
class GrowingMemory {
 public:
  explicit GrowingMemory(std::string_view memory = {}) : lines_(memory), text_(std::make_shared<std::string>(memory)) {}

  bool remember(const SeenPage& page);  // whether it is another one now
  [[nodiscard]] bool reads_otherwise(const SeenPage& page) const { return lines_.reads_otherwise(page); }

  // As Page::site, for a job. Writing and sending it costs more than adding a page, so a page may be read by one that
  // is a few pages old: reads_otherwise() tells where that made a difference.
  [[nodiscard]] std::shared_ptr<const std::string> recent();
  [[nodiscard]] std::shared_ptr<const std::string> present();

 private:
  SiteLines lines_;
  std::shared_ptr<const std::string> text_;
  std::size_t behind_ = 0;  // pages that the text has not
};

}  // namespace winnow::crawl
