// Compresses for the tests: bodies with a Content-Encoding, sitemaps in .gz files.
#pragma once

#include <string>

namespace winnow::newsstand {

[[nodiscard]] std::string gzip(const std::string& bytes);

}  // namespace winnow::newsstand
