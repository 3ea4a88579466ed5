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

// The zone of most who write in a language, where one country does.
constexpr auto kLanguages = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"de", "Europe/Berlin"},    {"fr", "Europe/Paris"},     {"es", "Europe/Madrid"},     {"it", "Europe/Rome"},
     {"nl", "Europe/Amsterdam"}, {"pl", "Europe/Warsaw"},    {"cs", "Europe/Prague"},     {"sv", "Europe/Stockholm"},
     {"nb", "Europe/Oslo"},      {"no", "Europe/Oslo"},      {"da", "Europe/Copenhagen"}, {"fi", "Europe/Helsinki"},
     {"el", "Europe/Athens"},    {"ro", "Europe/Bucharest"}, {"hu", "Europe/Budapest"},   {"uk", "Europe/Kyiv"},
     {"ru", "Europe/Moscow"},    {"tr", "Europe/Istanbul"},  {"he", "Asia/Jerusalem"},    {"hi", "Asia/Kolkata"},
     {"ur", "Asia/Karachi"},     {"bn", "Asia/Dhaka"},       {"th", "Asia/Bangkok"},      {"vi", "Asia/Ho_Chi_Minh"},
     {"zh", "Asia/Shanghai"},    {"ja", "Asia/Tokyo"},       {"ko", "Asia/Seoul"}});

// One of each usage in the world, for where neither host nor language tells.
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

std::string_view zone_of_host(const std::string& home) {
  const auto url = Url::parse(home);
  if (!url) return {};
  const std::string& host = url->hostname();
  const std::string end = host.substr(host.rfind('.') + 1);
  for (const auto& [country, zone] : kCountries) {
    if (country == end) return zone;
  }
  return {};
}

std::string_view zone_of_language(const Notes& notes) {
  std::map<std::string_view, std::size_t> counts;
  for (const Looked& looked : notes.pages) {
    if (looked.kind == Kind::article) ++counts[primary(looked.page.guessed_language)];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (const auto& [language, zone] : kLanguages) {
    if (most != counts.end() && language == most->first) return zone;
  }
  return {};
}

std::size_t count_fits(std::string_view name, const std::vector<Clock>& clocks) {
  const auto zone = Zone::find(name);
  if (!zone) return 0;
  return static_cast<std::size_t>(
      std::count_if(clocks.begin(), clocks.end(), [&zone](const Clock& one) { return fits(*zone, one); }));
}

// The host's or the language's own where it fits, else the only one of the world that does: pages of one season fit
// zones that part ways in another.
std::string_view fitting_zone(const Notes& notes, const std::vector<Clock>& clocks) {
  const auto fits_most = [&clocks](std::string_view name) { return count_fits(name, clocks) * 5 >= clocks.size() * 4; };
  for (const std::string_view own : {zone_of_host(notes.home), zone_of_language(notes)}) {
    if (!own.empty() && fits_most(own)) return own;
  }
  std::string_view only;
  for (const std::string_view name : kZones) {
    if (!fits_most(name)) continue;
    if (!only.empty()) return {};
    only = name;
  }
  return only;
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
  const std::string_view name = fitting_zone(notes, clocks);
  if (name.empty()) return;
  out.zone = Zone::find(name);
  out.evidence.push_back(
      {"zone", "the pages' clocks go by it, as feeds and sitemaps show", count_fits(name, clocks), clocks.size()});
}

}  // namespace

Locale find_locale(const Notes& notes) {
  Locale out;
  find_language(notes, out);
  find_zone(notes, out);
  return out;
}

}  // namespace winnow::survey
