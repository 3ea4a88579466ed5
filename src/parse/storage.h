// Where a Document's texts live. Private to parse/.
#pragma once

#include <deque>
#include <string>

#include "parse/arena.h"
#include "parse/document.h"

namespace winnow::parse {

struct Document::Storage {
  std::string page;                  // what was parsed: most texts are views into it
  Arena arena;                       // texts that the page does not have so, and names
  std::deque<std::string> replaced;  // texts that repair put in; a deque, so that views into it stay good
};

}  // namespace winnow::parse
