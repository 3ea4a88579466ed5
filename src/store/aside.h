// Pages that could not be read because they killed whoever read them, kept for whoever mends that: the interface.
// Not thread-safe; one thread owns it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace winnow::store {

struct AsidePage {
  std::string_view site, url, content_type, fetched_at;
  std::string_view bytes;
  std::string_view why;
};

class Aside {
 public:
  virtual ~Aside() = default;
  // Keeps the page in the place of an older copy of it. Where: a path relative to the store.
  virtual Result<std::string> put(const AsidePage& page) = 0;
};

}  // namespace winnow::store
