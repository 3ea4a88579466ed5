// Pages of one site, with what the rest of the site says of them. Values only.
#pragma once

#include <string>
#include <vector>

namespace winnow::survey {

// What links, feeds and sitemaps say of a page: witnesses, each of which may be wrong.
struct Witness {
  std::vector<std::string> titles;   // texts of the links to it, titles of feed entries; each once
  std::string published;             // ISO 8601, as a feed or sitemap states it; may be empty
  std::string summary;               // of a feed entry
  std::vector<std::string> authors;  // of a feed entry
};

struct Sample {
  std::string url;  // absolute, where it was fetched
  std::string content_type;
  std::string bytes;
  Witness witness;
};

// Why something stands in a site file: a sentence for a person, and what was counted.
struct Evidence {
  std::string key;                // in the site file: "rules.title", "rules.remove", "urls.accept", "discover.lists"
  std::string text;               // "h1.headline is there on 8 of 8 pages and says what the feed says"
  std::size_t pages = 0, of = 0;  // on so many of so many
};

}  // namespace winnow::survey
