// Pages as fetched, compressed: the one home of zstd. Pure, safe from any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace winnow::store {

// A page as fetched.
struct RawPage {
  std::string bytes;
  std::string url = {};                          // empty: the article's
  std::optional<std::string> content_type = {};  // the header's value; nothing: it was not noted
  bool operator==(const RawPage&) const = default;
};

// A file of pages: a frame each, so that zstdcat prints them one behind the other. URL and Content-Type, a line each,
// stand in a skippable frame (RFC 8878, 3.1.2) before the page's; where nothing is known of them there is none. A line
// break in them ends them.
[[nodiscard]] Result<std::string> pack(std::span<const RawPage> pages);
// One page at least. Code::corrupt where a frame is torn, too_large past `most` bytes in all or 200 pages; `name` is
// for the error.
[[nodiscard]] Result<std::vector<RawPage>> unpack(std::string_view file, std::size_t most, std::string_view name);

[[nodiscard]] Result<std::string> compress(std::string_view bytes);
// Code::corrupt where it is no whole zstd frame, too_large past `most` bytes; `name` is for the error.
[[nodiscard]] Result<std::string> decompress(std::string_view frame, std::size_t most, std::string_view name);

}  // namespace winnow::store
