// Changes to a site file's text that leave the rest of it as its author wrote it: comments, order, quotes, white space.
// Pure.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "site/site.h"

namespace winnow::site {

struct Renewal {
  std::size_t number = 0;  // which of the file's tests, from 0
  PageTest expected;       // `equal`, `has` and `lacks` of it are what the file shall say
};

// The file's text in which these tests expect that. Of them only what differs is written anew. Code::invalid where the
// place is written so that it can't be changed alone (an alias, a tag); the error says where. What comes out is read
// again and compared: a text that would say anything else is never given.
[[nodiscard]] Result<std::string> replace_expectations(std::string_view yaml, const std::string& file,
                                                       std::span<const Renewal> renewals);

}  // namespace winnow::site
