// Pages as fetched, compressed: the one home of zstd. Pure, safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace winnow::store {

[[nodiscard]] Result<std::string> compress(std::string_view bytes);
// Code::corrupt where it is no whole zstd frame, too_large past `most` bytes; `name` is for the error.
[[nodiscard]] Result<std::string> decompress(std::string_view frame, std::size_t most, std::string_view name);

}  // namespace winnow::store
