#include "extract/dates.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/unicode.h"
#include "base/zone.h"
#include "extract/clock.h"
#include "extract/date_tokens.h"
#include "extract/date_words.h"

namespace winnow::extract {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;
using Kind = DateToken::Kind;

constexpr std::size_t kMaxBytes = 64 << 10;
constexpr unsigned kFirstYear = 1900, kLastYear = 2099;

struct Day {
  year_month_day date;
  std::size_t next = 0;             // the token behind it
  std::optional<FoundClock> clock;  // asctime puts it before the year
};

std::optional<year_month_day> valid(unsigned y, unsigned m, unsigned d) {
  year_month_day date{year(static_cast<int>(y)), month(m), day(d)};
  if (y < kFirstYear || y > kLastYear || !date.ok()) return std::nullopt;
  return date;
}

class DayReader {
 public:
  DayReader(std::span<const DateToken> tokens, const DateStyle& style) : tokens_(tokens), style_(style) {}

  [[nodiscard]] std::optional<Day> at(std::size_t i) const {
    const DateToken& first = tokens_[i];
    if (first.is_number(4, 4)) return year_first(i);
    if (first.is_number(1, 2)) {
      if (std::optional<Day> found = numeric(i)) return found;
      return day_month(i);
    }
    if (first.is_number(2, 3) || first.is_word("民")) return republic(i);
    if (first.kind == Kind::word && month_named(first.word)) return month_day(i);
    return std::nullopt;
  }

 private:
  [[nodiscard]] const DateToken* peek(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  [[nodiscard]] bool number(std::size_t i, unsigned min, unsigned max) const {
    return peek(i) && peek(i)->is_number(min, max);
  }
  [[nodiscard]] bool word(std::size_t i, std::string_view w) const { return peek(i) && peek(i)->is_word(w); }
  [[nodiscard]] std::optional<unsigned> month_at(std::size_t i) const {
    if (!peek(i) || peek(i)->kind != Kind::word) return std::nullopt;
    return month_named(peek(i)->word);
  }
  [[nodiscard]] char32_t separator(std::size_t i) const {
    if (!peek(i) || peek(i)->kind != Kind::mark) return 0;
    char32_t c = peek(i)->mark;
    return c == U'-' || c == U'/' || c == U'.' ? c : char32_t{0};
  }

  // Skips "de", "of", ".", ",", "-" between the parts of a worded date.
  [[nodiscard]] std::size_t over_joiners(std::size_t i) const {
    for (int n = 0; n < 3 && peek(i); ++n, ++i) {
      const DateToken& t = *peek(i);
      bool mark = t.is_mark(U'.') || t.is_mark(U',') || t.is_mark(U'-') || t.is_mark(U'/') || t.is_mark(U'º') ||
                  t.is_mark(U'ª') || t.is_mark(U'\u060C');
      if (!mark && !(t.kind == Kind::word && joins_date(t.word))) break;
    }
    return i;
  }

  [[nodiscard]] std::optional<Day> year_first(std::size_t i) const {
    unsigned y = peek(i)->value;
    if (word(i + 1, "年") || word(i + 1, "년")) return year_month_day_units(i + 2, y);
    if (std::optional<unsigned> m = month_at(over_joiners(i + 1))) {
      std::size_t d = over_joiners(over_joiners(i + 1) + 1);
      if (!number(d, 1, 2)) return std::nullopt;
      return made(y, *m, peek(d)->value, d + 1);
    }
    char32_t sep = separator(i + 1);
    if (!sep || separator(i + 3) != sep || !number(i + 2, 1, 2) || !number(i + 4, 1, 2)) return std::nullopt;
    return made(y, peek(i + 2)->value, peek(i + 4)->value, over_day_unit(i + 5));
  }

  // 5月3日, 5월 3일 behind a year
  [[nodiscard]] std::optional<Day> year_month_day_units(std::size_t i, unsigned y) const {
    if (!number(i, 1, 2) || !(word(i + 1, "月") || word(i + 1, "월")) || !number(i + 2, 1, 2)) return std::nullopt;
    return made(y, peek(i)->value, peek(i + 2)->value, over_day_unit(i + 3));
  }

  [[nodiscard]] std::size_t over_day_unit(std::size_t i) const {
    return word(i, "日") || word(i, "号") || word(i, "號") || word(i, "일") ? i + 1 : i;
  }

  // Years of the Republic of China: 民國113年5月3日, 113年5月3日.
  [[nodiscard]] std::optional<Day> republic(std::size_t i) const {
    if (word(i, "民")) i += 2;
    if (!number(i, 2, 3) || !word(i + 1, "年") || peek(i)->value < 80) return std::nullopt;
    return year_month_day_units(i + 2, peek(i)->value + 1911);
  }

  // 03.05.2024, 3/5/2024, 03.05.24
  [[nodiscard]] std::optional<Day> numeric(std::size_t i) const {
    char32_t sep = separator(i + 1);
    if (!sep || separator(i + 3) != sep || !number(i + 2, 1, 2) || !number(i + 4, 2, 4)) return std::nullopt;
    const DateToken& last = *peek(i + 4);
    if (last.digits == 3) return std::nullopt;
    unsigned a = peek(i)->value, b = peek(i + 2)->value, y = last.value;
    if (last.digits == 2) {
      const bool two_each = peek(i)->digits == 2 && peek(i + 2)->digits == 2;
      if ((!two_each && sep != U'.') || last.gap || separator(i + 5) == sep) return std::nullopt;
      y += y < 70 ? 2000 : 1900;
    }
    bool month_first = sep != U'.' && style_.month_first ? a <= 12 : b > 12;
    return month_first ? made(y, a, b, i + 5) : made(y, b, a, i + 5);
  }

  // 3 May 2024, 3. Mai 2024, 3 de mayo de 2024, 03-May-24
  [[nodiscard]] std::optional<Day> day_month(std::size_t i) const {
    std::size_t m = over_joiners(i + 1);
    std::optional<unsigned> named = month_at(m);
    if (!named) return std::nullopt;
    std::size_t y = over_joiners(m + 1);
    if (number(y, 4, 4)) return made(peek(y)->value, *named, peek(i)->value, y + 1);
    if (number(y, 2, 2) && y == m + 2 && separator(m + 1) == U'-') {
      return made(2000 + peek(y)->value, *named, peek(i)->value, y + 1);
    }
    return std::nullopt;
  }

  // May 3rd, 2024; and asctime's "May  3 10:15:00 2024"
  [[nodiscard]] std::optional<Day> month_day(std::size_t i) const {
    unsigned m = *month_at(i);
    std::size_t d = over_joiners(i + 1);
    if (!number(d, 1, 2)) return std::nullopt;
    std::size_t y = over_joiners(d + 1);
    if (number(y, 4, 4)) return made(peek(y)->value, m, peek(d)->value, y + 1);
    std::optional<FoundClock> clock = clock_at(tokens_, d + 1, {.chinese = style_.chinese});
    if (!clock || !number(clock->next, 4, 4)) return std::nullopt;
    std::optional<Day> found = made(peek(clock->next)->value, m, peek(d)->value, clock->next + 1);
    if (found) found->clock = clock;
    return found;
  }

  static std::optional<Day> made(unsigned y, unsigned m, unsigned d, std::size_t next) {
    std::optional<year_month_day> date = valid(y, m, d);
    if (!date) return std::nullopt;
    return Day{*date, next, std::nullopt};
  }

  std::span<const DateToken> tokens_;
  DateStyle style_;
};

struct Lead {
  std::size_t at = 0;
  ClockContext context;
};

bool is_loose_mark(const DateToken& t) {
  constexpr std::u32string_view kLoose = U",|/-.()@:;[]\u00B7\u2022\u3001\u060C";
  return t.kind == Kind::mark && kLoose.find(t.mark) != kLoose.npos;
}

// What may stand between a date and a time: ", at", "T", "(Fri)", " | ".
Lead over_lead(std::span<const DateToken> tokens, std::size_t at, ClockContext context) {
  for (int n = 0; n < 5 && at < tokens.size(); ++n, ++at) {
    const DateToken& t = tokens[at];
    if (t.is_word("t") && !t.gap) {
      context.iso = true;
    } else if (t.kind == Kind::word && joins_clock(t.word)) {
      context.announced = true;
    } else if (!is_loose_mark(t)) {
      break;
    }
  }
  return {at, context};
}

class DateFinder {
 public:
  DateFinder(std::string_view text, const DateStyle& style)
      : tokens_(date_tokens(text.substr(0, kMaxBytes))), style_(style), days_(tokens_, style) {}

  std::vector<FoundDate> all(std::size_t max) const {
    std::vector<FoundDate> found;
    for (std::size_t i = 0; i < tokens_.size() && found.size() < max;) {
      std::size_t next = i + 1;
      if (std::optional<FoundDate> date = dated(i, next)) found.push_back(*date);
      i = next;
    }
    return found;
  }

 private:
  // A date that begins at token i, or a time of day there with its date behind it.
  std::optional<FoundDate> dated(std::size_t i, std::size_t& next) const {
    if (i > 0 && tokens_[i].kind == Kind::number && glued(i)) return std::nullopt;
    if (std::optional<Day> day = days_.at(i)) {
      std::optional<FoundClock> clock = day->clock ? day->clock : clock_behind(*day);
      next = clock && !day->clock ? clock->next : day->next;
      return put_together(i, next, *day, clock);
    }
    std::optional<FoundClock> clock = clock_at(tokens_, i, {.chinese = style_.chinese});
    if (!clock) return std::nullopt;
    std::size_t at = over_lead(tokens_, clock->next, {}).at;
    if (at >= tokens_.size()) return std::nullopt;
    std::optional<Day> day = days_.at(at);
    if (!day) return std::nullopt;
    next = day->next;
    return put_together(i, next, *day, clock);
  }

  // Inside a longer chain of digits ("1.2.2019-05-03" is none of ours).
  [[nodiscard]] bool glued(std::size_t i) const {
    const DateToken& before = tokens_[i - 1];
    if (tokens_[i].gap || before.gap || i < 2 || tokens_[i - 2].kind != Kind::number) return false;
    return before.is_mark(U'.') || before.is_mark(U'/') || before.is_mark(U'-');
  }

  [[nodiscard]] std::optional<FoundClock> clock_behind(const Day& day) const {
    Lead lead = over_lead(tokens_, day.next, {.chinese = style_.chinese});
    if (lead.at >= tokens_.size()) return std::nullopt;
    return clock_at(tokens_, lead.at, lead.context);
  }

  [[nodiscard]] FoundDate put_together(std::size_t first, std::size_t next, const Day& day,
                                       const std::optional<FoundClock>& clock) const {
    FoundDate found;
    found.begin = tokens_[first].begin;
    found.end = tokens_[next - 1].end;
    found.stamp.day = day.date;
    if (!clock) return found;
    found.stamp.clock = clock->clock;
    found.stamp.has_seconds = clock->has_seconds;
    found.stamp.offset = clock->zone.offset;
    if (std::optional<Zone> zone = clock->zone.iana.empty() ? std::nullopt : Zone::find(clock->zone.iana)) {
      std::chrono::local_seconds local = std::chrono::local_days(day.date) + clock->clock;
      found.stamp.offset = zone->offset_at_local(local);
    }
    return found;
  }

  std::vector<DateToken> tokens_;
  DateStyle style_;
  DayReader days_;
};

// ASCII's, or the lead bytes of the full-width ones: there is no date without.
// A day and a year have three digits at least; 0xEF begins a full-width one.
bool may_hold_date(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '\xEF') ++digits;
    if (digits == 3) return true;
  }
  return false;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned digits_at(std::string_view text, std::size_t at, std::size_t count) {
  unsigned value = 0;
  for (char c : text.substr(at, count)) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// Seconds or milliseconds since 1970, from 1990 on: below that a number is no time.
std::optional<Stamp> from_epoch(std::string_view digits) {
  constexpr std::int64_t kYear1990 = 631152000;
  if (digits.size() != 10 && digits.size() != 13) return std::nullopt;
  std::int64_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  if (digits.size() == 13) value /= 1000;
  if (value < kYear1990) return std::nullopt;
  return to_stamp(Instant(std::chrono::seconds(value)));
}

// 20240503, 202405031015, 20240503101500
std::optional<Stamp> from_digits(std::string_view digits) {
  if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14) return from_epoch(digits);
  std::optional<year_month_day> date = valid(digits_at(digits, 0, 4), digits_at(digits, 4, 2), digits_at(digits, 6, 2));
  if (!date) return std::nullopt;
  Stamp stamp;
  stamp.day = *date;
  if (digits.size() == 8) return stamp;
  unsigned h = digits_at(digits, 8, 2), m = digits_at(digits, 10, 2),
           s = digits.size() == 14 ? digits_at(digits, 12, 2) : 0;
  if (h > 23 || m > 59 || s > 59) return stamp;
  stamp.clock = std::chrono::hours(h) + std::chrono::minutes(m) + std::chrono::seconds(s);
  stamp.has_seconds = digits.size() == 14;
  return stamp;
}

std::optional<Stamp> in_years(std::optional<Stamp> stamp) {
  if (!stamp) return std::nullopt;
  int y = static_cast<int>(stamp->day.year());
  if (y < static_cast<int>(kFirstYear) || y > static_cast<int>(kLastYear)) return std::nullopt;
  return stamp;
}

}  // namespace

DateStyle date_style(std::string_view language, std::string_view zone) {
  std::string tag = unicode::lower(language);
  std::replace(tag.begin(), tag.end(), '_', '-');
  DateStyle style;
  const bool elsewhere = !zone.empty() && !zone.starts_with("America/") && !zone.starts_with("US/");
  style.month_first = tag == "en-us" || (tag == "en" && !elsewhere);
  style.chinese = tag == "zh" || tag.starts_with("zh-");
  return style;
}

std::optional<bool> month_first(std::string_view text) {
  const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  bool day_leads = false, month_leads = false;
  for (std::size_t slash = text.find('/'); slash != text.npos; slash = text.find('/', slash + 1)) {
    // dd/dd/dddd around the first of the two
    if (slash < 1 || !is_digit(slash - 1) || !is_digit(slash + 1)) continue;
    const std::size_t begin = slash >= 2 && is_digit(slash - 2) ? slash - 2 : slash - 1;
    const std::size_t next = is_digit(slash + 2) ? slash + 3 : slash + 2;
    if ((begin > 0 && (is_digit(begin - 1) || text[begin - 1] == '/')) || next >= text.size() || text[next] != '/')
      continue;
    if (!is_digit(next + 1) || !is_digit(next + 2) || !is_digit(next + 3) || !is_digit(next + 4)) continue;
    const unsigned first = digits_at(text, begin, slash - begin), second = digits_at(text, slash + 1, next - slash - 1);
    day_leads = day_leads || (first > 12 && first <= 31 && second <= 12);
    month_leads = month_leads || (second > 12 && second <= 31 && first <= 12);
  }
  return day_leads == month_leads ? std::nullopt : std::optional<bool>(month_leads);
}

std::vector<FoundDate> find_dates(std::string_view text, const DateStyle& style, std::size_t max) {
  if (!may_hold_date(text)) return {};
  return DateFinder(text, style).all(max);
}

std::optional<Stamp> read_date(std::string_view text, const DateStyle& style) {
  text = unicode::trim(text);
  if (all_digits(text)) return from_digits(text);
  if (std::optional<Stamp> iso = in_years(parse_iso(text))) return iso;
  if (std::optional<Stamp> rfc = in_years(parse_rfc822(text))) return rfc;
  std::vector<FoundDate> found = find_dates(text, style, 1);
  if (found.empty()) return std::nullopt;
  return found.front().stamp;
}

}  // namespace winnow::extract
