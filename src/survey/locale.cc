#include "survey/locale.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "base/time.h"
#include "base/url.h"

namespace winnow::survey {
namespace {

using std::chrono::minutes;

constexpr std::size_t kLeast = 3;  // articles that say it
constexpr minutes kSame{15};       // a feed's time may be that of its making

// Where a country, by the end of its hosts' names, has one zone or nearly so.
constexpr auto kCountries = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"uk", "Europe/London"},       {"ie", "Europe/Dublin"},    {"de", "Europe/Berlin"},
     {"at", "Europe/Vienna"},       {"ch", "Europe/Zurich"},    {"fr", "Europe/Paris"},
     {"es", "Europe/Madrid"},       {"it", "Europe/Rome"},      {"nl", "Europe/Amsterdam"},
     {"be", "Europe/Brussels"},     {"pt", "Europe/Lisbon"},    {"pl", "Europe/Warsaw"},
     {"cz", "Europe/Prague"},       {"se", "Europe/Stockholm"}, {"no", "Europe/Oslo"},
     {"dk", "Europe/Copenhagen"},   {"fi", "Europe/Helsinki"},  {"gr", "Europe/Athens"},
     {"ro", "Europe/Bucharest"},    {"hu", "Europe/Budapest"},  {"ua", "Europe/Kyiv"},
     {"ru", "Europe/Moscow"},       {"tr", "Europe/Istanbul"},  {"il", "Asia/Jerusalem"},
     {"sa", "Asia/Riyadh"},         {"ae", "Asia/Dubai"},       {"eg", "Africa/Cairo"},
     {"za", "Africa/Johannesburg"}, {"ng", "Africa/Lagos"},     {"ke", "Africa/Nairobi"},
     {"in", "Asia/Kolkata"},        {"pk", "Asia/Karachi"},     {"bd", "Asia/Dhaka"},
     {"th", "Asia/Bangkok"},        {"vn", "Asia/Ho_Chi_Minh"}, {"sg", "Asia/Singapore"},
     {"my", "Asia/Kuala_Lumpur"},   {"ph", "Asia/Manila"},      {"cn", "Asia/Shanghai"},
     {"hk", "Asia/Hong_Kong"},      {"tw", "Asia/Taipei"},      {"jp", "Asia/Tokyo"},
     {"kr", "Asia/Seoul"},          {"nz", "Pacific/Auckland"}, {"ar", "America/Argentina/Buenos_Aires"},
     {"co", "America/Bogota"},      {"cl", "America/Santiago"}, {"pe", "America/Lima"}});

// Tried in this order where the host says nothing: of one offset all the year round the first is taken.
constexpr auto kZones = std::to_array<std::string_view>(
    {"Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata",
     "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
     "America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Mexico_City", "America/Denver",
     "America/Los_Angeles"});

std::string_view primary(std::string_view language) { return language.substr(0, language.find('-')); }

void find_language(const Notes& notes, Locale& out) {
  std::map<std::string, std::size_t> guesses;
  std::size_t articles = 0, wrong = 0;
  for (const Looked& looked : notes.pages) {
    const Page& page = looked.page;
    if (looked.kind != Kind::article || page.guessed_language.empty()) continue;
    ++articles;
    if (primary(page.language) == primary(page.guessed_language)) continue;
    ++wrong;
    ++guesses[page.guessed_language];
  }
  if (wrong < kLeast || wrong * 5 < articles * 4) return;
  const auto best = std::max_element(guesses.begin(), guesses.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best->second * 5 < articles * 4) return;
  out.language = best->first;
  out.evidence.push_back({"language", "the texts are in it, whatever the pages say", best->second, articles});
}

// What a page's clock shows, and the instant that a feed or sitemap gives for it.
struct Clock {
  std::chrono::local_seconds shown;
  Instant instant;
  bool right = false;  // the page's own time is that instant
};

std::optional<Clock> clock_of(const Looked& looked, const Seen& seen) {
  const auto page = parse_iso(looked.page.published), told = parse_iso(seen.witness.published);
  if (looked.kind != Kind::article || !page || !told || !page->clock || !told->clock || !told->offset) return {};
  const auto clock = std::chrono::local_seconds(std::chrono::local_days(page->day).time_since_epoch()) + *page->clock;
  const Instant instant = to_instant(*told);
  const bool right = page->offset && std::chrono::abs(to_instant(*page) - instant) < kSame;
  return Clock{clock, instant, right};
}

bool fits(const Zone& zone, const Clock& clock) {
  const Instant read(clock.shown.time_since_epoch() - zone.offset_at_local(clock.shown));
  return std::chrono::abs(read - clock.instant) < kSame;
}

std::string_view country_of(const std::string& home) {
  const auto url = Url::parse(home);
  if (!url) return {};
  const std::string& host = url->hostname();
  const std::string end = host.substr(host.rfind('.') + 1);
  for (const auto& [country, zone] : kCountries) {
    if (country == end) return zone;
  }
  return {};
}

void find_zone(const Notes& notes, Locale& out) {
  std::vector<Clock> clocks;
  std::size_t right = 0;
  for (const Looked& looked : notes.pages) {
    const auto clock = clock_of(looked, notes.seen[looked.seen]);
    if (!clock) continue;
    clocks.push_back(*clock);
    right += clock->right ? 1U : 0U;
  }
  if (clocks.size() < kLeast || right * 5 > clocks.size()) return;
  std::vector<std::string_view> names(kZones.begin(), kZones.end());
  if (const std::string_view own = country_of(notes.home); !own.empty()) names.insert(names.begin(), own);
  for (const std::string_view name : names) {
    const auto zone = Zone::find(name);
    if (!zone) continue;
    const auto count = static_cast<std::size_t>(
        std::count_if(clocks.begin(), clocks.end(), [&zone](const Clock& one) { return fits(*zone, one); }));
    if (count * 5 < clocks.size() * 4) continue;
    out.zone = zone;
    out.evidence.push_back({"zone", "the pages' clocks go by it, as feeds and sitemaps show", count, clocks.size()});
    return;
  }
}

}  // namespace

Locale find_locale(const Notes& notes) {
  Locale out;
  find_language(notes, out);
  find_zone(notes, out);
  return out;
}

}  // namespace winnow::survey
