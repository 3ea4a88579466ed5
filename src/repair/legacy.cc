#include "repair/legacy.h"

#include <algorithm>
#include <utility>

#include "base/converter.h"
#include "base/plausible.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

constexpr std::string_view kEncodings[] = {"gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
constexpr double kPlausible = 0.45;
constexpr std::size_t kFewestBytes = 8;

// The bytes behind the text, where nearly all of it but ASCII are characters of the Latin encoding.
std::optional<std::string> bytes_of(std::string_view text, const Codec& latin, std::size_t& high) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const unsigned byte = c < 0x80 ? static_cast<unsigned>(c) : latin.byte_of(c);
    if (c >= 0x80 && byte == 0) return std::nullopt;
    high += byte >= 0x80 ? 1 : 0;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

}  // namespace

std::optional<std::string> fix_legacy(std::string_view text, const Codec& latin, std::vector<Change>& log) {
  std::size_t high = 0;
  const std::optional<std::string> bytes = bytes_of(text, latin, high);
  if (!bytes || high < kFewestBytes || utf8::valid(*bytes)) return std::nullopt;
  std::string best;
  std::string_view encoding;
  double most = kPlausible;
  for (const std::string_view candidate : kEncodings) {
    std::size_t errors = 0;
    std::string decoded = to_utf8(candidate, *bytes, &errors);
    const double plausibility = cjk_plausibility(decoded);
    if (errors != 0 || plausibility <= most) continue;
    most = plausibility;
    best = std::move(decoded);
    encoding = candidate;
  }
  if (best.empty()) return std::nullopt;
  note(log, "mojibake", 0, text, best, std::string(encoding) + " read as " + std::string(latin.encoding()),
       std::min(0.99, 0.5 + most / 2));
  log.back().end = utf8::length(best);
  return best;
}

}  // namespace winnow::repair
