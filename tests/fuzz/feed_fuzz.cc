// Feeds: RSS, Atom, JSON Feed, and what is none; the first line is the Content-Type.
#include "discover/feed.h"

#include "fuzz/check.h"

using namespace winnow;

namespace {

void check_times(const std::optional<Stamp>& published, const std::optional<Stamp>& updated) {
  fuzz::require(!published || published->day.ok(), "a date is one of the calendar");
  fuzz::require(!updated || updated->day.ok(), "a date is one of the calendar");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [content_type, bytes] = fuzz::first_line(fuzz::text_of(data, size));
  const discover::Feed feed = discover::parse_feed(bytes, content_type, "https://news.example/rss.xml");
  for (const std::string& text : {feed.title, feed.link, feed.id, feed.summary}) fuzz::require_utf8(text);
  check_times(feed.published, feed.updated);
  for (const discover::FeedEntry& entry : feed.entries) {
    for (const std::string& text : {entry.title, entry.link, entry.id, entry.summary}) fuzz::require_utf8(text);
    check_times(entry.published, entry.updated);
  }
  fuzz::require(feed.entries.size() <= 10'000, "a feed has at most 10,000 entries");
  fuzz::require(feed.entries.empty() || !feed.kind.empty(), "entries come from feeds only");
  return 0;
}
