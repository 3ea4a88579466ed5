// Which pages are made by one template. Internal to survey/. Pure.
#pragma once

#include <cstddef>
#include <span>

#include "survey/rules/page_view.h"

namespace winnow::survey {

// Numbers the templates from 0 without a gap (PageView::made_by), and gives their number. Pages that share many of the
// names of their elements have one template, whatever their articles say.
[[nodiscard]] std::size_t settle_templates(std::span<PageView> pages);

}  // namespace winnow::survey
