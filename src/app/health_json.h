// The health of a site as `winnow status` and the daemon's socket say it.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "health/health.h"

namespace winnow::app {

// Sets "warnings", a list of what is raised (kind, what, page, since, before, after, text), and "fields", the share of
// the pages of late that have each. Nothing where no page was judged.
void add_health(Json& site, const health::Health& health);

}  // namespace winnow::app
