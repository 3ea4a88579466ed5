#include "app/readable_address.h"

#include "app/console.h"
#include "base/percent.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

std::string_view without_origin(std::string_view url, std::string_view home) {
  const std::size_t scheme = home.find("://");
  const std::size_t path = scheme == std::string_view::npos ? scheme : home.find('/', scheme + 3);
  if (path == std::string_view::npos || !url.starts_with(home.substr(0, path + 1))) return url;
  return url.substr(path);
}

}  // namespace

std::string readable_address(std::string_view url, std::string_view home) {
  const std::string_view rest = without_origin(url, home);
  std::string out;
  for (std::size_t at = 0; at < rest.size();) {
    const int byte = percent::byte_at_start(rest.substr(at));
    out += byte >= 0x80 ? static_cast<char>(byte) : rest[at];
    at += byte >= 0x80 ? 3 : 1;
  }
  return one_line(utf8::valid(out) ? out : std::string(rest));
}

}  // namespace winnow::app
