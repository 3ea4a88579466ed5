// The pages of the made-up news site as HTML: what a story looks like between navigation, share bars, notices and
// related links. `origin` goes into absolute URLs.
#pragma once

#include <string>
#include <vector>

#include "newsstand/stories.h"

namespace winnow::newsstand {

// The page in the story's encoding. `next` is the path of the next part ("": none), `canonical` a path ("": none
// named).
struct PageOptions {
  std::string origin;
  std::string canonical;
  std::string next;
  std::string note;  // one more paragraph at the end of the text: the page was revised
};
[[nodiscard]] std::string story_page(const Story& story, const std::vector<Story>& related, const PageOptions& options);

// The story as a spam mirror serves it.
[[nodiscard]] std::string mirror_page(const Story& story, const std::string& origin);

[[nodiscard]] std::string home_page(const std::vector<Story>& stories, const std::string& origin);
// Links as given; `next` is the path of the next list ("": none).
struct Link {
  std::string url, words;
};
[[nodiscard]] std::string list_page(const std::vector<Link>& links, const std::string& next);

[[nodiscard]] std::string rss(const std::vector<Story>& stories, const std::vector<Link>& more,
                              const std::string& origin);
struct Dated {
  std::string path;
  std::string modified;  // ISO 8601; "": not stated
};
[[nodiscard]] std::string sitemap(const std::vector<Dated>& pages, const std::string& origin);
[[nodiscard]] std::string sitemap_index(const std::vector<std::string>& paths, const std::string& origin);

[[nodiscard]] std::string escape(std::string_view text);  // for HTML and XML
[[nodiscard]] std::string http_date(const std::string& iso);

}  // namespace winnow::newsstand
