// Bylines in all their languages: names come out as text, and none of them is empty.
#include <string>
#include <vector>

#include "base/time.h"
#include "extract/fields.h"
#include "extract/names.h"
#include "fuzz/check.h"

using namespace winnow;

namespace {

void check(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    fuzz::require(!name.empty(), "a name is not empty");
    fuzz::require_utf8(name);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = utf8::scrub(fuzz::text_of(data, size));
  const extract::Byline byline = extract::read_byline(text);
  check(byline.authors);
  check(byline.editors);
  fuzz::require_utf8(byline.source);
  fuzz::require(byline.published.empty() || parse_iso(byline.published), "the time is ISO 8601");
  check(extract::names_in(text));
  check(extract::names_in(text, {.japanese = true}));
  (void)extract::is_person(text);
  (void)extract::is_publication(text);
  (void)extract::guess_language(text);
  (void)extract::with_offset(text, "Asia/Shanghai", text);
  return 0;
}
