#include "app/saved_page.h"

#include "app/console.h"
#include "store/raw_page.h"

namespace winnow::app {

Result<std::string> read_page(const std::string& file) {
  constexpr std::size_t kMostBytes = 64 << 20;
  auto bytes = read_file(file);
  if (!bytes || !file.ends_with(".zst")) return bytes;
  return store::decompress(*bytes, kMostBytes, file);
}

}  // namespace winnow::app
