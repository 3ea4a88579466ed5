// The repair of a text: lines stay lines, and what was changed has its place in the result.
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "fuzz/check.h"
#include "winnow/winnow.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = utf8::scrub(fuzz::text_of(data, size));
  RepairOptions options;
  for (const Mode mode : {Mode::automatic, Mode::on}) {
    options.mirror = options.punctuation = mode;
    const Repaired repaired = repair_text(text, options);
    fuzz::require_utf8(repaired.text);
    fuzz::require(
        std::count(text.begin(), text.end(), '\n') == std::count(repaired.text.begin(), repaired.text.end(), '\n'),
        "lines stay lines");
    const std::size_t length = utf8::length(repaired.text);
    for (const Repair& change : repaired.changes) {
      for (const auto& place : change.places) {
        fuzz::require(place.start <= place.end && place.end <= length, "a change lies in the text");
      }
    }
    fuzz::require(repair_text(text, options).text == repaired.text, "repair is deterministic");
  }
  (void)repair_text(fuzz::text_of(data, size));  // what is no UTF-8 may stay so, and does no harm
  return 0;
}
