// What is remembered of a site's lines when a visit to it begins. The one way to it for the crawl and the commands.
#pragma once

#include <string>

#include "base/result.h"
#include "store/article_store.h"
#include "store/state.h"

namespace winnow::crawl {

// As Page::site. Where the state has none (it was lost, or the site was crawled before there was such a memory), it is
// made anew from the newest articles.
[[nodiscard]] Result<std::string> site_memory(store::State& state, store::ArticleStore& articles,
                                              const std::string& site);

}  // namespace winnow::crawl
