#include "extract/images.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/unicode.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr double kTiny = 50;         // pixels
constexpr NodeId kMostSources = 64;  // nodes of a <picture> that are looked at

constexpr std::string_view kLazySources[] = {"data-original",     "data-src",      "data-lazy-src", "data-actualsrc",
                                             "data-url",          "data-full-url", "data-echo",     "data-lazy",
                                             "data-lazyload",     "data-cfsrc",    "data-orig-src", "data-hi-res-src",
                                             "data-original-src", "data-img-src",  "data-image"};
constexpr std::string_view kSourceSets[] = {"data-srcset", "data-lazy-srcset", "srcset"};

// What stands in for an image until a script puts it there.
constexpr std::string_view kStandIns[] = {"blank", "spacer",  "placeholder", "transparent", "pixel",   "1x1",
                                          "clear", "loading", "grey",        "gray",        "lazyload"};

bool is_stand_in(std::string_view value) {
  value = value.substr(0, value.find_first_of("?#"));
  value.remove_prefix(value.rfind('/') + 1);
  return std::find(std::begin(kStandIns), std::end(kStandIns), value.substr(0, value.rfind('.'))) !=
         std::end(kStandIns);
}

bool is_address(std::string_view value) {
  return value.find_first_of("./") != std::string_view::npos && !value.starts_with("data:") &&
         !value.starts_with("about:") && !value.starts_with("blob:") && !is_stand_in(value);
}

std::string address_in(std::string_view value, const Url* base) {
  value = unicode::trim(value);
  return is_address(value) ? link_address(value, base) : std::string{};
}

std::string from_sets(const Document& document, NodeId element, const Url* base) {
  for (const std::string_view name : kSourceSets) {
    std::string address = address_in(largest_candidate(document.attribute(element, name)), base);
    if (!address.empty()) return address;
  }
  return {};
}

std::string own_address(const Document& document, NodeId image, const Url* base) {
  for (const std::string_view name : kLazySources) {
    if (std::string address = address_in(document.attribute(image, name), base); !address.empty()) return address;
  }
  std::string address = address_in(document.attribute(image, "src"), base);
  return address.empty() ? from_sets(document, image, base) : address;
}

std::string from_picture(const Document& document, NodeId image, const Url* base) {
  const NodeId picture = document[image].parent;
  if (picture == kNone || document[picture].tag != Tag::picture) return {};
  const NodeId end = std::min(image, picture + kMostSources);
  for (NodeId id = picture + 1; id < end; ++id) {
    if (document[id].tag != Tag::source) continue;
    if (std::string address = from_sets(document, id, base); !address.empty()) return address;
  }
  return {};
}

std::string from_noscript(const Document& document, NodeId image, const Url* base) {
  NodeId next = document[image].next_sibling;
  if (next != kNone && document[next].tag == Tag::text && unicode::trim(document[next].text).empty())
    next = document[next].next_sibling;
  if (next == kNone || document[next].tag != Tag::noscript) return {};
  const NodeId other = document.first(Tag::img, next);
  return other == kNone ? std::string{} : own_address(document, other, base);
}

bool is_tiny(const Document& document, NodeId element, std::string_view attribute) {
  const std::string value(document.attribute(element, attribute));
  if (value.empty() || value.back() == '%') return false;
  char* end = nullptr;
  const double pixels = std::strtod(value.c_str(), &end);
  return end != value.c_str() && pixels < kTiny;
}

// "2x", "640w"; none counts as 1x.
double size_of(std::string_view descriptor) {
  const std::string number(unicode::trim(descriptor));
  const double size = std::strtod(number.c_str(), nullptr);
  return size > 0 ? size : 1;
}

}  // namespace

std::string_view largest_candidate(std::string_view set) {
  constexpr std::string_view kSpace = " \t\n\r\f";
  std::string_view best;
  double largest = 0;
  while (!set.empty()) {
    set.remove_prefix(std::min(set.find_first_not_of(" \t\n\r\f,"), set.size()));
    std::string_view address = set.substr(0, set.find_first_of(kSpace));
    set.remove_prefix(address.size());
    std::string_view descriptor;
    if (address.ends_with(',')) {
      while (address.ends_with(',')) address.remove_suffix(1);
    } else {
      descriptor = set.substr(0, set.find(','));
      set.remove_prefix(descriptor.size());
    }
    if (const double size = size_of(descriptor); !address.empty() && size >= largest) {
      largest = size;
      best = address;
    }
  }
  return best;
}

bool is_tiny(const Document& document, NodeId element) {
  return is_tiny(document, element, "width") || is_tiny(document, element, "height");
}

std::string link_address(std::string_view href, const Url* base) {
  const auto url = Url::parse(href, base);
  return url && url->is_http() ? url->href() : std::string{};
}

std::string image_address(const Document& document, NodeId image, const Url* base) {
  if (is_tiny(document, image)) return {};
  std::string address = own_address(document, image, base);
  if (address.empty()) address = from_picture(document, image, base);
  if (address.empty()) address = from_noscript(document, image, base);
  return address;
}

}  // namespace winnow::extract
