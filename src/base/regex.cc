#include "base/regex.h"

#include <re2/re2.h>

namespace winnow {
namespace {

constexpr std::size_t kMaxPattern = 4096;
constexpr int kMaxGroups = 16;
constexpr std::int64_t kMaxMemory = 4 << 20;

}  // namespace

struct Regex::Compiled {
  Compiled(std::string_view pattern, const re2::RE2::Options& options)
      : re(re2::StringPiece(pattern.data(), pattern.size()), options) {}
  re2::RE2 re;
};

Result<Regex> Regex::compile(std::string_view pattern, Flags flags) {
  if (pattern.size() > kMaxPattern) return fail(Code::invalid, "the regular expression is longer than 4096 bytes");
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_case_sensitive(!flags.ignore_case);
  options.set_max_mem(kMaxMemory);
  Regex regex;
  regex.pattern_ = pattern;
  const auto compiled = std::make_shared<const Compiled>(pattern, options);
  if (!compiled->re.ok()) {
    return fail(Code::invalid, "'" + regex.pattern_ + "' is no regular expression (RE2): " + compiled->re.error());
  }
  regex.compiled_ = compiled;
  return regex;
}

bool Regex::search(std::string_view text) const {
  return compiled_ && compiled_->re.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                                          re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<std::vector<std::string_view>> Regex::find(std::string_view text) const {
  if (!compiled_) return std::nullopt;
  const int count = std::min(compiled_->re.NumberOfCapturingGroups() + 1, kMaxGroups);
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(count));
  if (!compiled_->re.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), re2::RE2::UNANCHORED,
                           groups.data(), count)) {
    return std::nullopt;
  }
  std::vector<std::string_view> out;
  for (const re2::StringPiece& group : groups) out.emplace_back(group.data(), group.size());
  return out;
}

}  // namespace winnow
