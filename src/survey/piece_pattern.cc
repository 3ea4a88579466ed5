#include "survey/piece_pattern.h"

#include <algorithm>
#include <optional>

#include "base/scan.h"
#include "survey/address.h"

namespace winnow::survey {
namespace {

using Values = std::vector<std::string_view>;

constexpr std::string_view kSegment = "[^/?]+", kValue = "[^&]+";
constexpr std::size_t kIdDigits = 3;  // of a number that is an article's own, beside a slug
constexpr std::size_t kHexDigits = 8;
constexpr int kMostHyphens = 3;

// Runs of digits, and the texts between them.
struct Runs {
  std::vector<std::string> texts;  // one more than numbers; perhaps empty at both ends
  std::vector<std::string_view> numbers;
};

Runs runs_of(std::string_view value) {
  const std::string plain = without_escapes(value);
  if (plain.size() != value.size()) return {{std::string(value)}, {}};  // escapes are text
  Runs runs;
  runs.texts.emplace_back();
  for (std::size_t at = 0; at < value.size();) {
    if (!ascii::is_digit(value[at])) {
      runs.texts.back() += value[at++];
      continue;
    }
    std::size_t end = at;
    while (end < value.size() && ascii::is_digit(value[end])) ++end;
    runs.numbers.push_back(value.substr(at, end - at));
    runs.texts.emplace_back();
    at = end;
  }
  return runs;
}

bool reads_as_year(std::string_view digits) { return digits.starts_with("19") || digits.starts_with("20"); }

// Dates keep their length, and anything else grows.
std::string number_pattern(const Values& numbers) {
  const std::size_t size = numbers.front().size();
  const bool same = std::all_of(numbers.begin(), numbers.end(), [size](auto n) { return n.size() == size; });
  const bool years = std::all_of(numbers.begin(), numbers.end(), reads_as_year);
  const bool zeros = std::any_of(numbers.begin(), numbers.end(), [](auto n) { return n.front() == '0'; });
  if (same && years && (size == 4 || size == 6 || size == 8)) return "\\d{" + std::to_string(size) + "}";
  if (same && size == 2 && (zeros || numbers.size() > 4)) return "\\d{2}";
  return "\\d+";
}

// "t20250503_1234", "content_77", "2025-05-03": the same texts around numbers.
std::string around_numbers(const Values& values) {
  std::vector<Runs> all;
  for (const std::string_view value : values) {
    all.push_back(runs_of(value));
    if (all.back().texts != all.front().texts || all.back().numbers.empty()) return {};
  }
  std::string out = quoted(all.front().texts.front());
  for (std::size_t i = 0; i < all.front().numbers.size(); ++i) {
    Values numbers;
    for (const Runs& runs : all) numbers.push_back(runs.numbers[i]);
    out += number_pattern(numbers) + quoted(all.front().texts[i + 1]);
  }
  return out;
}

bool is_hex(std::string_view value) {
  return value.size() >= kHexDigits && value.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A token of digits and small letters that no reader would pronounce.
std::string hex_pattern(const Values& values) {
  const bool all = std::all_of(values.begin(), values.end(), is_hex);
  const bool digits = std::any_of(values.begin(), values.end(),
                                  [](auto v) { return std::any_of(v.begin(), v.end(), ascii::is_digit); });
  if (!all || !digits) return {};
  const std::size_t size = values.front().size();
  const bool same = std::all_of(values.begin(), values.end(), [size](auto v) { return v.size() == size; });
  return "[0-9a-f]" + (same && values.size() > 2 ? "{" + std::to_string(size) + "}" : std::string("+"));
}

// The text behind the last sign of `signs`; nothing where there is none.
std::optional<std::string_view> tail_of(std::string_view value, char sign) {
  const std::size_t at = value.rfind(sign);
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  return value.substr(at + 1);
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

// "slug-12345", "slug-a12345", "slug-3f9c01d2".
std::string with_number_behind(const Values& values, std::string_view any, char sign) {
  Values tails;
  for (const std::string_view value : values) {
    const auto tail = tail_of(value, sign);
    if (!tail || tail->empty()) return {};
    tails.push_back(*tail);
  }
  const std::string head = std::string(any) + quoted(std::string(1, sign));
  if (std::all_of(tails.begin(), tails.end(), [](auto t) { return all_digits(t) && t.size() >= kIdDigits; }))
    return head + number_pattern(tails);
  if (std::string hex = hex_pattern(tails); !hex.empty()) return head + hex;
  const Runs first = runs_of(tails.front());
  if (first.numbers.size() != 1 || first.texts.front().size() > 3 || first.numbers.front().size() < kIdDigits)
    return {};
  const std::string around = around_numbers(tails);
  return around.empty() ? around : head + around;
}

// "12345-slug".
std::string with_number_ahead(const Values& values, std::string_view any) {
  Values heads;
  for (const std::string_view value : values) {
    const std::size_t hyphen = value.find('-');
    const std::string_view head = value.substr(0, hyphen);
    if (hyphen == std::string_view::npos || head.size() < kIdDigits || !all_digits(head)) return {};
    heads.push_back(head);
  }
  return number_pattern(heads) + "-" + std::string(any);
}

std::ptrdiff_t hyphens_of(std::string_view value) { return std::count(value.begin(), value.end(), '-'); }

bool has_digit(std::string_view value) {
  const std::string plain = without_escapes(value);
  return std::any_of(plain.begin(), plain.end(), ascii::is_digit);
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string piece_pattern(const Values& values, bool in_path) {
  const std::string_view any = in_path ? kSegment : kValue;
  const bool number = std::all_of(values.begin(), values.end(), is_number);
  if (!number && std::all_of(values.begin(), values.end(), [&](auto v) { return v == values.front(); }) &&
      (is_name(values.front()) && (values.size() > 2 || !in_path)))
    return quoted(values.front());
  if (std::string around = around_numbers(values); !around.empty() && (number || values.size() > 1)) return around;
  if (std::string hex = hex_pattern(values); !hex.empty()) return hex;
  for (const char sign : {'-', '_', '.', ','}) {
    if (std::string behind = with_number_behind(values, any, sign); !behind.empty()) return behind;
  }
  if (std::string ahead = with_number_ahead(values, any); !ahead.empty()) return ahead;
  return std::string(any);
}

std::string narrower_piece(const Values& values, const Values& others, std::string_view pattern) {
  if (others.empty() || (pattern != kSegment && pattern != kValue)) return {};
  const std::string one = std::string(pattern.substr(0, pattern.size() - 1));
  std::ptrdiff_t least = kMostHyphens, most = 0;
  for (const std::string_view value : values) least = std::min(least, hyphens_of(value));
  for (const std::string_view value : others) most = std::max(most, hyphens_of(value));
  if (least > most) {
    std::string out = one + "+";
    for (std::ptrdiff_t i = 0; i <= most; ++i) out += "-" + one + "+";
    return out;
  }
  if (std::all_of(values.begin(), values.end(), has_digit) && std::none_of(others.begin(), others.end(), has_digit)) {
    return one + "*\\d" + one + "*";
  }
  return {};
}

}  // namespace winnow::survey
