#include "base/variants.h"

#include <algorithm>
#include <iterator>

namespace winnow::han {
namespace {

struct Variant {
  char32_t from;
  char32_t to;
};

#include "variants_tables.inc"

// Most characters of most texts lie between the radicals and the compatibility ideographs.
constexpr bool has_variants(char32_t c) {
  return (c >= 0x2E80 && c < 0x2FE0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x2F800 && c < 0x2FA20);
}

}  // namespace

char32_t unified(char32_t c) {
  if (!has_variants(c)) return c;
  const auto* at = std::lower_bound(std::begin(kVariants), std::end(kVariants), c,
                                    [](const Variant& v, char32_t x) { return v.from < x; });
  return at != std::end(kVariants) && at->from == c ? at->to : c;
}

}  // namespace winnow::han
