// The pages of a list, by their addresses and by the links between them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "survey/address.h"

namespace winnow::survey {

// Which page of the list at `first` stands at `other` ("/news/" and "/news/page/3/", "/news/?p=3",
// "/news/index_3.html"): its number, or that of the first entry on it, 1 to 9999. Nothing where it is none of it.
[[nodiscard]] std::optional<int> page_of_list(std::string_view first, std::string_view other);

// Where the first page may stand of what `url` seems to be a further page of.
[[nodiscard]] std::vector<std::string> first_pages_of(std::string_view url);

}  // namespace winnow::survey
