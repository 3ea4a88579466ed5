// The address of an image as a browser would load it, lazy-loading attributes included. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/url.h"
#include "parse/document.h"

namespace winnow::extract {

// Absolute where `base` is given; "" for icons, spacers and images without an address. Sought in this order: the
// attributes that scripts load from, src, srcset, the <source>s of its <picture>, the image in the <noscript> behind
// it.
[[nodiscard]] std::string image_address(const parse::Document& document, parse::NodeId image, const Url* base);

// The candidate of a srcset (HTML 4.8.4.2.1) with the largest width or density, the last of equals.
[[nodiscard]] std::string_view largest_candidate(std::string_view set);

// Whether its width or height is stated and too small for anything but an icon or a counter.
[[nodiscard]] bool is_tiny(const parse::Document& document, parse::NodeId element);

// Absolute http(s) address of a link; "" for anything else.
[[nodiscard]] std::string link_address(std::string_view href, const Url* base);

}  // namespace winnow::extract
