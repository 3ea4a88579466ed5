// Dates in text, in attributes and in URLs; durations and times in the forms of HTTP.
#include "extract/dates.h"

#include "base/time.h"
#include "fuzz/check.h"

using namespace winnow;

namespace {

void check(const Stamp& stamp) {
  fuzz::require(stamp.day.ok(), "a date is one of the calendar");
  const auto again = parse_iso(to_iso(stamp));
  fuzz::require(again && to_iso(*again) == to_iso(stamp), "a written time reads back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  for (const extract::DateStyle style :
       {extract::DateStyle{}, extract::DateStyle{true, false}, extract::DateStyle{false, true}}) {
    std::size_t behind = 0;
    for (const extract::FoundDate& found : extract::find_dates(text, style)) {
      fuzz::require(behind <= found.begin && found.begin < found.end && found.end <= text.size(), "dates lie in order");
      behind = found.end;
      check(found.stamp);
    }
    if (const auto stamp = extract::read_date(text, style)) check(*stamp);
  }
  if (const auto stamp = parse_iso(text)) check(*stamp);
  if (const auto stamp = parse_rfc822(text)) check(*stamp);
  if (const auto url = Url::parse("https://news.example/" + utf8::scrub(text))) {
    if (const auto stamp = extract::date_in_url(*url)) check(*stamp);
  }
  (void)extract::month_first(text);
  (void)parse_duration(text);
  return 0;
}
