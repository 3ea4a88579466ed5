// The URL parser (with the first line as base) and the canonical form: serialised URLs read back as themselves.
#include "base/url.h"

#include <string>

#include "fuzz/check.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [first, rest] = fuzz::first_line(fuzz::text_of(data, size));
  const auto base = Url::parse(first);
  const auto url = Url::parse(rest, base ? &*base : nullptr);
  if (!url) return 0;
  const std::string href = url->href();
  fuzz::require_utf8(href);
  const auto again = Url::parse(href);
  fuzz::require(again && again->href() == href, "a serialised URL reads back as itself");
  const std::string written = canonical(*url);
  const auto read = Url::parse(written);
  fuzz::require(read && canonical(*read) == written, "the canonical form of a canonical form is itself");
  (void)glob_match(first, rest);
  return 0;
}
