// Regular expressions for a site's articles, made of addresses that are known to be such and of others that are known
// not to be. Few, readable, and open to tomorrow's: new years, longer numbers, sections unseen. Pure; the work is
// bounded by the number of addresses.
#pragma once

#include <string>
#include <vector>

#include "survey/address.h"

namespace winnow::survey {

struct Patterns {
  std::vector<std::string> accept, refuse;  // RE2, on path and query
  std::size_t wrong = 0;                    // of `others` that are accepted all the same
};

// `articles` and `others` are of one site. Where one address stands in both, it is an article.
[[nodiscard]] Patterns patterns_for(const std::vector<Address>& articles, const std::vector<Address>& others);

}  // namespace winnow::survey
