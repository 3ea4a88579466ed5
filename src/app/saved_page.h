// A page that was saved: as it came, or compressed.
#pragma once

#include <string>

#include "base/result.h"

namespace winnow::app {

// Its bytes; decompressed where the file's name ends in ".zst". The error names the file.
[[nodiscard]] Result<std::string> read_page(const std::string& file);

}  // namespace winnow::app
