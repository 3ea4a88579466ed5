// `winnow crawl --again`: the kept pages of sites, cleaned anew by today's rules.
#pragma once

#include <vector>

#include "site/site.h"
#include "store/open.h"

namespace winnow::app {

// What differs is stored as a new version. The exit status; complains itself.
[[nodiscard]] int clean_again(store::Stores& stores, const std::vector<site::Site>& sites, int workers);

}  // namespace winnow::app
