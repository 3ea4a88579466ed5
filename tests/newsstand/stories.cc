#include "newsstand/stories.h"

#include <algorithm>
#include <iterator>

#include "base/time.h"

namespace winnow::newsstand {

std::vector<Story> all_stories() {
  std::vector<Story> all;
  for (auto& part :
       {chinese_stories(), traditional_stories(), japanese_stories(), english_stories(), german_stories()}) {
    std::copy(part.begin(), part.end(), std::back_inserter(all));
  }
  std::sort(all.begin(), all.end(), [](const Story& a, const Story& b) {
    return to_instant(*parse_iso(a.published)) > to_instant(*parse_iso(b.published));
  });
  return all;
}

}  // namespace winnow::newsstand
