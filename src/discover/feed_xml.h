// RSS, RDF and Atom feeds out of a tree. Private to discover/.
#pragma once

#include <string_view>

#include "discover/feed.h"
#include "discover/xml.h"

namespace winnow::discover {

inline constexpr std::size_t kMaxEntries = 10'000;

// `kind` of the result is empty when the tree is no feed.
[[nodiscard]] Feed read_xml_feed(const XmlTree& tree, std::string_view url);

}  // namespace winnow::discover
