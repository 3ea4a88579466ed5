// The address of an image as a browser would load it, lazy-loading attributes included. Pure.
#pragma once

#include <string>

#include "base/url.h"
#include "parse/document.h"

namespace winnow::extract {

// Absolute where `base` is given; "" for icons, spacers and images without an address.
[[nodiscard]] std::string image_address(const parse::Document& document, parse::NodeId image, const Url* base);

// Absolute http(s) address of a link; "" for anything else.
[[nodiscard]] std::string link_address(std::string_view href, const Url* base);

}  // namespace winnow::extract
