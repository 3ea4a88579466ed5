#include <algorithm>
#include <array>

#include "base/scan.h"
#include "base/unicode.h"
#include "discover/feed_text.h"

namespace winnow::discover {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::optional<Stamp> standard(std::string_view text) {
  const auto iso = parse_iso(text);
  return iso ? iso : parse_rfc822(text);
}

// A weekday in any language ("Di, 11 Feb 2025", "星期二, ...") says nothing that the date does not.
std::string_view without_weekday(std::string_view text) {
  const std::size_t comma = text.substr(0, 32).find(',');
  if (comma == text.npos ||
      std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(comma), ascii::is_digit)) {
    return text;
  }
  return ascii::trim(text.substr(comma + 1));
}

// "2025-02-11 08:05:00 PST": a zone's name behind the rest in ISO form.
std::optional<Stamp> with_named_zone(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  if (space == text.npos) return std::nullopt;
  auto stamp = parse_iso(text.substr(0, space));
  const auto zone = parse_rfc822("1 Jan 2000 00:00 " + std::string(text.substr(space + 1)));
  if (!stamp || !stamp->clock || stamp->offset || !zone || !zone->offset) return std::nullopt;
  stamp->offset = zone->offset;
  return stamp;
}

// "2/11/2025 8:05:00 PM", the month first, as only those write who count hours to twelve.
std::optional<Stamp> american(std::string_view text) {
  ascii::Scanner in(text);
  const auto month = in.number(1, 2);
  if (!month || !in.take('/')) return std::nullopt;
  const auto day = in.number(1, 2);
  if (!day || !in.take('/')) return std::nullopt;
  const auto year = in.number(4, 4);
  const std::string rest = ascii::lower(in.rest());
  if (!year || (rest.find("am") == rest.npos && rest.find("pm") == rest.npos)) return std::nullopt;
  static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (*month < 1 || *month > 12) return std::nullopt;
  return parse_rfc822(std::to_string(*day) + " " + std::string(kMonths[static_cast<std::size_t>(*month) - 1]) + " " +
                      std::to_string(*year) + std::string(in.rest()));
}

}  // namespace

std::optional<Stamp> feed_date(std::string_view text) {
  if (text.size() > 256) return std::nullopt;
  const std::string whole = unicode::collapse(text);
  if (const auto stamp = standard(whole)) return stamp;
  const std::string_view bare = without_weekday(whole);
  if (const auto stamp = standard(bare)) return stamp;
  if (const auto stamp = american(bare)) return stamp;
  std::string dashed = replaced(replaced(replaced(std::string(bare), "年", "-"), "月", "-"), "日", " ");
  if (ascii::is_digit(dashed.empty() ? '\0' : dashed.front())) dashed = replaced(std::move(dashed), "/", "-");
  dashed = unicode::collapse(dashed);
  if (const auto stamp = standard(dashed)) return stamp;
  return with_named_zone(dashed);
}

}  // namespace winnow::discover
