// Which blocks of articles betray, when the pages of a site are held side by side, that they are no part of them.
// Internal to survey/. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "survey/rules/page_view.h"

namespace winnow::survey {

enum class Alien { no, repeated, other_article, comment, caption, byline };
inline constexpr std::size_t kAliens = 6;

[[nodiscard]] std::string_view name_of(Alien alien);  // "describes pictures"

// Of each page, of each of its blocks.
[[nodiscard]] std::vector<std::vector<Alien>> alien_blocks(std::span<const PageView> pages);

// Whether so many of the pages are too many for chance.
[[nodiscard]] bool is_often(std::size_t count, std::size_t pages);

}  // namespace winnow::survey
