// Feeds to entries: RSS 0.9x, 1.0, 2.0, Atom, JSON Feed, ill-formed ones too. libxml2 stays in xml.cc (no network,
// no entities). Pure, total, bounded; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace winnow::discover {

struct FeedEntry {
  std::string title, link, id, summary;     // link absolute where the feed or the base allows
  std::optional<Stamp> published, updated;  // with the offset that the feed states
};

struct Feed {
  std::string kind;  // "rss", "rdf", "atom", "json"; "" when it is no feed
  std::string title, link, id, summary;
  std::optional<Stamp> published, updated;
  std::vector<FeedEntry> entries;  // at most 10,000
};

// `bytes` as served; `url` is where it came from, for relative links; may be empty.
[[nodiscard]] Feed parse_feed(std::string_view bytes, std::string_view content_type, std::string_view url);

}  // namespace winnow::discover
