// gzip (RFC 1952) to bytes: the one home of zlib. Pure, total. Private to discover/.
#pragma once

#include <string>
#include <string_view>

namespace winnow::discover {

[[nodiscard]] bool is_gzip(std::string_view bytes);
// As much as can be read, at most `limit` bytes; what follows a damage or the limit is missing. Nothing of what unpacks
// to more than a hundred times its size.
[[nodiscard]] std::string gunzip(std::string_view bytes, std::size_t limit);

}  // namespace winnow::discover
