#include <optional>

#include "base/time.h"
#include "base/zone.h"
#include "extract/fields.h"

namespace winnow::extract {
namespace {

// Languages with one main country that has one zone without summer time.
std::optional<std::chrono::minutes> main_country(std::string_view language) {
  using std::chrono::hours;
  if (language == "zh" || language.starts_with("zh-")) return hours(8);  // so have Taiwan, Hong Kong and Macau
  if (language == "ja" || language.starts_with("ja-")) return hours(9);
  if (language == "ko" || language.starts_with("ko-")) return hours(9);
  return std::nullopt;
}

}  // namespace

std::string with_offset(std::string_view iso, std::string_view zone_name, std::string_view language) {
  std::optional<Stamp> stamp = parse_iso(iso);
  if (!stamp) return std::string(iso);
  if (!stamp->clock || stamp->offset) return to_iso(*stamp);
  if (std::optional<Zone> zone = zone_name.empty() ? std::nullopt : Zone::find(zone_name)) {
    stamp->offset = zone->offset_at_local(std::chrono::local_days(stamp->day) + *stamp->clock);
  } else {
    stamp->offset = main_country(language);
  }
  return to_iso(*stamp);
}

}  // namespace winnow::extract
