// JSON, strict and as pages write it: what is read is written so that it reads back the same.
#include "base/json.h"

#include <string>

#include "fuzz/check.h"

using winnow::Json;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = winnow::fuzz::text_of(data, size);
  const auto strict = Json::parse(text);
  const auto lenient = Json::parse_lenient(text);
  winnow::fuzz::require(!strict || (lenient && *lenient == *strict), "strict JSON reads alike leniently");
  if (!lenient) return 0;
  const std::string dumped = lenient->dump();
  winnow::fuzz::require_utf8(dumped);
  for (const std::string& written : {dumped, lenient->dump(2)}) {
    const auto again = Json::parse(written);
    winnow::fuzz::require(again && again->dump() == dumped, "what was written reads back");
  }
  return 0;
}
