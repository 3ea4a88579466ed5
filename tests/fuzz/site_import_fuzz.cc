// A site file of full-text-RSS, and its XPath: every line is converted or skipped with a reason, and what comes of it
// is a site file.
#include "fuzz/check.h"
#include "import/ftr.h"
#include "import/selection.h"
#include "parse/selector.h"
#include "site/site_file.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const importing::Imported imported = importing::import_ftr(text, "a.example.txt");
  fuzz::require(imported.converted + imported.skipped.size() == imported.lines, "every line is accounted for");
  for (const auto& skipped : imported.skipped) fuzz::require(!skipped.reason.empty(), "a skipped line has a reason");
  fuzz::require_utf8(imported.yaml);
  fuzz::require(site::parse_site(imported.yaml, "a.yaml").faults.empty(), "the result is a site file");
  const auto place = importing::to_place(text);
  fuzz::require(place || !place.error().empty(), "an expression becomes a place, or there is a reason");
  fuzz::require(!place || !place->value.empty() || parse::Selector::compile(place->css).has_value(),
                "a place has a selector that compiles");
  return 0;
}
