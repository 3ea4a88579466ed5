#include "survey/twins.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/url.h"
#include "survey/address.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kMostPieces = 12;
constexpr int kNearBits = 6;

std::optional<std::uint64_t> number_of(std::string_view hex) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (hex.empty() || error != std::errc() || end != hex.data() + hex.size()) return std::nullopt;
  return value;
}

std::vector<std::string_view> cut(std::string_view text, char sign) {
  std::vector<std::string_view> out;
  while (out.size() < kMostPieces) {
    const std::size_t at = std::min(text.find(sign), text.size());
    out.push_back(text.substr(0, at));
    if (at == text.size()) break;
    text.remove_prefix(at + 1);
  }
  return out;
}

std::string joined_without(const std::vector<std::string_view>& parts, std::size_t left_out, char sign) {
  std::string out;
  bool first = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == left_out) continue;
    if (!first) out += sign;
    out += parts[i];
    first = false;
  }
  return out;
}

}  // namespace

std::vector<std::string> plain_forms_of(std::string_view url) {
  std::vector<std::string> out;
  const auto parsed = Url::parse(url);
  if (!parsed || !parsed->is_http()) return out;
  const std::string origin = parsed->origin(), path = parsed->pathname(), search = parsed->search();
  const std::vector<std::string_view> segments = cut(std::string_view(path).substr(path.empty() ? 0 : 1), '/');
  if (segments.size() < kMostPieces) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (!is_name(segments[i]) || segments.size() < 2) continue;
      const std::string left = "/" + joined_without(segments, i, '/');
      out.push_back(origin + left + search);
      if (i + 1 == segments.size()) out.push_back(origin + left + "/" + search);  // "/story/amp" of "/story/"
    }
  }
  if (search.empty()) return out;
  const std::vector<std::string_view> pairs = cut(std::string_view(search).substr(1), '&');
  for (std::size_t i = 0; i < pairs.size() && pairs.size() < kMostPieces; ++i) {
    const std::string left = joined_without(pairs, i, '&');
    out.push_back(origin + path + (left.empty() ? "" : "?" + left));
  }
  return out;
}

bool is_near(std::string_view one, std::string_view other) {
  const auto a = number_of(one), b = number_of(other);
  return a && b && std::popcount(*a ^ *b) <= kNearBits;
}

}  // namespace winnow::survey
