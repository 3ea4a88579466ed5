#include "store/article_path.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::store {
namespace {

constexpr std::size_t kSlugBytes = 60;
constexpr std::size_t kSiteBytes = 100;
constexpr std::size_t kShortestId = 8, kLongestId = 64;
constexpr std::string_view kNoTitle = "untitled";
constexpr std::string_view kEnding = ".json";

bool is_id(std::string_view id) {
  const auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
  return id.size() >= kShortestId && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), fits);
}

bool is_site(std::string_view site) {
  const auto fits = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != '/' && c != '\\' && c != 0x7f; };
  return !site.empty() && site.size() <= kSiteBytes && site.front() != '.' &&
         std::all_of(site.begin(), site.end(), fits);
}

std::chrono::minutes site_offset(const PutOptions& options, Instant at) {
  return options.zone ? options.zone->offset_at(at) : std::chrono::minutes(0);
}

std::string day_text(const Stamp& stamp) {
  Stamp day;
  day.day = stamp.day;
  return to_iso(day);
}

// As the page states it; where it states an offset that is not the site's, the site's day. The moment depends on
// the article alone, so that a rebuilt index is equal.
Filed by_publication(const Stamp& stated, const PutOptions& options) {
  const Instant moment = to_instant(stated);
  if (!stated.offset || !stated.clock || !options.zone) return {day_text(stated), moment};
  return {day_text(to_stamp(moment, options.zone->offset_at(moment))), moment};
}

}  // namespace

std::string slug(std::string_view title) {
  const std::string lower = unicode::lower(utf8::scrub(title));
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = utf8::next(lower, at);
    if (c == utf8::kReplacement || (!unicode::is_letter(c) && !unicode::is_digit(c))) {
      gap = !out.empty();
      continue;
    }
    const std::string piece = (gap ? "-" : "") + utf8::of(c);
    if (out.size() + piece.size() > kSlugBytes) break;
    out += piece;
    gap = false;
  }
  return out.empty() ? std::string(kNoTitle) : out;
}

Filed filed(const Article& article, const PutOptions& options) {
  if (const auto stated = parse_iso(article.published_at)) return by_publication(*stated, options);
  const auto fetched = parse_iso(article.fetched_at);
  const Instant moment = fetched ? to_instant(*fetched) : Instant{};
  return {day_text(to_stamp(moment, site_offset(options, moment))), moment};
}

std::string first_path(const Article& article, const Filed& when) {
  std::string path = article.site + "/" + when.day + "/" + slug(article.title) + "-" + article.id;
  std::replace(path.begin() + static_cast<std::ptrdiff_t>(article.site.size()),
               path.begin() + static_cast<std::ptrdiff_t>(article.site.size() + when.day.size() + 1), '-', '/');
  return path.append(kEnding);
}

Result<void> check_names(const Article& article) {
  if (!is_site(article.site)) {
    return fail(Code::invalid, "site name \"" + article.site + "\": cannot be a folder; use letters, digits and '-'");
  }
  if (is_id(article.id)) return {};
  return fail(Code::invalid, article.url + ": the article's id \"" + article.id + "\" is not lower-case hexadecimal");
}

std::string version_path(std::string_view path, int version) {
  return with_ending(path, ".v" + std::to_string(version) + std::string(kEnding));
}

std::string with_ending(std::string_view path, std::string_view ending) {
  if (path.ends_with(kEnding)) path.remove_suffix(kEnding.size());
  return std::string(path).append(ending);
}

std::optional<std::string> id_of_name(std::string_view name) {
  if (!name.ends_with(kEnding) || name.starts_with('.')) return std::nullopt;
  name.remove_suffix(kEnding.size());
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos || !is_id(name.substr(dash + 1))) return std::nullopt;
  return std::string(name.substr(dash + 1));
}

std::string day_of_path(std::string_view path) {
  std::string day(path.substr(std::min(path.find('/'), path.size() - 1) + 1).substr(0, 10));
  std::replace(day.begin(), day.end(), '/', '-');
  return day;
}

std::string site_of_path(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

}  // namespace winnow::store
