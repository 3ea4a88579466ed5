// Where a Document's texts live. Private to parse/.
#pragma once

#include <deque>
#include <string>

#include "parse/arena.h"
#include "parse/document.h"

namespace winnow::parse {

struct Document::Storage {
  Arena arena;                       // Gumbo's tree with its texts
  std::deque<std::string> replaced;  // texts that repair put in; a deque, so that views into it stay good
};

}  // namespace winnow::parse
