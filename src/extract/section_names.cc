#include "extract/section_names.h"

#include <algorithm>
#include <string_view>

#include "extract/names.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kLongest = 24;  // bytes of a name

// "business" of /business/2024/story.html
void add_directories(const Page& page, std::vector<std::string>& names) {
  if (!page.hints().url) return;
  const std::string path = page.hints().url->pathname();
  std::string_view rest(path);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  for (std::size_t slash = rest.find('/'); slash != rest.npos; slash = rest.find('/')) {
    if (slash > 2 && slash <= kLongest) names.push_back(name_key(rest.substr(0, slash)));
    rest.remove_prefix(slash + 1);
  }
}

}  // namespace

std::vector<std::string> section_names(const Page& page) {
  constexpr std::size_t kMostLinks = 2000;
  const parse::Document& document = page.document();
  const std::string here = page.hints().url ? page.hints().url->href() : std::string();
  std::vector<std::string> names;
  std::size_t links = 0;
  for (NodeId id = 0; id < document.size() && links < kMostLinks; ++id) {
    if (parse::is_heading(document[id].tag)) {
      id = document[id].end - 1;
      continue;
    }
    if (document[id].tag != Tag::a || !document.has_attribute(id, "href")) continue;
    ++links;
    const std::string text = page.short_text(id, kLongest);
    if (text.empty() || page.absolute(document.attribute(id, "href")) == here) continue;
    names.push_back(name_key(text));
  }
  add_directories(page, names);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace winnow::extract
