// Articles of a generated site as a survey would hold them: with what the site's own feeds, news sitemaps and lists
// say of them, and nothing of the truth.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sites/site.h"
#include "survey/sample.h"

namespace winnow::sites {

// At most `count`, spread evenly over the site's time.
[[nodiscard]] std::vector<survey::Sample> article_samples(const GeneratedSite& site, std::size_t count);
[[nodiscard]] bool is_sample(const std::vector<survey::Sample>& samples, std::string_view url);

}  // namespace winnow::sites
