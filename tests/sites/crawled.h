// A visit of the real crawl to a generated site, in memory, with a clock that only waiting moves on.
#pragma once

#include <vector>

#include "site/site.h"
#include "sites/site.h"
#include "winnow/article.h"

namespace winnow::sites {

// What is stored when the site was visited once as `settings` say. Throws std::runtime_error where the visit does not
// end.
[[nodiscard]] std::vector<Article> crawled(const GeneratedSite& site, const site::Site& settings);

}  // namespace winnow::sites
