// What a repair may know beyond the text. A value.
#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::repair {

struct Surroundings {
  std::string_view known;    // what Plan::learned gave for other documents of the same host; "" where there are none
  std::size_t injected = 0;  // empty elements of random ids in the page (markup.h)
};

}  // namespace winnow::repair
