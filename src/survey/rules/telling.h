// What tells pages of a new template from those of the old one: the condition of a new rule set. Pure; bounded by the
// pages' size.
#pragma once

#include <span>
#include <string>

#include "survey/rules/page_view.h"
#include "survey/sample.h"

namespace winnow::survey {

// A selector that selects something on `now`, all of it or nearly, and nothing on any of `before`: what is around the
// article first, for that lasts; then any other element of a name that lasts; then that something is missing which the
// old template always had. "" where nothing tells them apart, or there are no pages of now.
[[nodiscard]] std::string telling_selector(std::span<const PageView> before, std::span<const PageView> now);

// Whether the selector selects something on the page.
[[nodiscard]] bool selects(const std::string& css, const PageView& page);

}  // namespace winnow::survey
