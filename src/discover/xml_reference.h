// Character references as feeds have them: XML's, and HTML's named ones, which XML does not know. Private to discover/.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace winnow::discover {

// Remembers the names that it has met; one object a text.
class References {
 public:
  // The characters for what begins with '&' at `at`, which is moved behind it; "&" when it is no reference.
  [[nodiscard]] std::string resolve(std::string_view text, std::size_t& at);

 private:
  [[nodiscard]] const std::string& named(std::string_view name);  // empty: unknown
  std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace winnow::discover
