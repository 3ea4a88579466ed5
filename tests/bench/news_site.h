// A made-up news site on disk for measurements: so many pages with words of their own, and a sitemap that names them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace winnow::bench {

struct NewsSite {
  std::vector<std::string> paths;  // "/news/story-1.html"
  std::size_t bytes = 0;           // of all pages
};

// Pages of 5 to 150 KB, 30 KB in the median; the same for the same count. `origin` is where they will be served.
[[nodiscard]] NewsSite write_news_site(const std::filesystem::path& root, int pages, const std::string& origin);

}  // namespace winnow::bench
