// When an article was published by the word of the feed or sitemap that named it. Pure.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "site/site.h"
#include "store/state.h"
#include "winnow/article.h"

namespace winnow::crawl {

// The time of an ISO 8601 text, that of the site's zone where it states no offset. Nothing where it has no time of day;
// one that is midnight stands for none.
[[nodiscard]] std::optional<Instant> moment_of(const std::string& iso, const site::Site& site);

// Where the page states no date, the source's is the article's, unless it lies behind the fetch or before the web.
void date_by_source(Article& article, const std::string& published, const site::Site& site);

// The source's date of an article that is stored; "" where none is known.
[[nodiscard]] Result<std::string> source_date(store::State& state, const Article& article, const site::Site& site);

}  // namespace winnow::crawl
