#include "extract/images.h"

#include <cstdlib>
#include <string_view>

#include "base/unicode.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::NodeId;

constexpr std::string_view kSources[] = {"data-original", "data-src",      "data-lazy-src", "data-actualsrc",
                                         "data-url",      "data-full-url", "data-echo",     "src"};
constexpr std::string_view kSourceSets[] = {"data-srcset", "data-lazy-srcset", "srcset"};

// The last candidate of a srcset is by custom the largest.
std::string_view last_candidate(std::string_view set) {
  set = unicode::trim(set);
  if (const std::size_t comma = set.rfind(", "); comma != std::string_view::npos) set.remove_prefix(comma + 2);
  set = unicode::trim(set);
  return set.substr(0, set.find(' '));
}

bool is_address(std::string_view value) {
  return !value.empty() && !value.starts_with("data:") && !value.starts_with("about:") && !value.starts_with("blob:");
}

bool is_small(const Document& document, NodeId image, std::string_view attribute) {
  const std::string value(document.attribute(image, attribute));
  if (value.empty() || value.back() == '%') return false;
  char* end = nullptr;
  const double pixels = std::strtod(value.c_str(), &end);
  return end != value.c_str() && pixels < 50;
}

}  // namespace

std::string link_address(std::string_view href, const Url* base) {
  const auto url = Url::parse(href, base);
  return url && url->is_http() ? url->href() : std::string{};
}

std::string image_address(const Document& document, NodeId image, const Url* base) {
  if (is_small(document, image, "width") || is_small(document, image, "height")) return {};
  for (const std::string_view name : kSources) {
    const std::string_view value = unicode::trim(document.attribute(image, name));
    if (!is_address(value)) continue;
    if (std::string address = link_address(value, base); !address.empty()) return address;
  }
  for (const std::string_view name : kSourceSets) {
    const std::string_view value = last_candidate(document.attribute(image, name));
    if (!is_address(value)) continue;
    if (std::string address = link_address(value, base); !address.empty()) return address;
  }
  return {};
}

}  // namespace winnow::extract
