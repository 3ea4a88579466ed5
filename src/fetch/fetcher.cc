#include "fetch/fetcher.h"

#include <algorithm>

namespace winnow::fetch {

std::string_view Response::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& h) { return h.first == name; });
  return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace winnow::fetch
