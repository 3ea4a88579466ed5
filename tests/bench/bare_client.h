// The least that libcurl's multi interface can do: downloads URLs over so many connections and throws them away.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace winnow::bench {

// Bytes that came.
std::size_t download_all(const std::vector<std::string>& urls, int connections);

}  // namespace winnow::bench
