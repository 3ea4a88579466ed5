#include "fetch/head.h"

#include <algorithm>
#include <charconv>

namespace winnow::fetch {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

// Without white space around it, line breaks inside as spaces (RFC 9110, 5.5).
std::string value_of(std::string_view text) {
  std::string out(trim(text));
  std::replace(out.begin(), out.end(), '\r', ' ');
  return out;
}

}  // namespace

void Head::clear() { *this = Head(); }

bool Head::refuse(Code code, std::string text) {
  fault_ = Error{code, std::move(text)};
  return false;
}

bool Head::take(std::string_view line) {
  bytes_ += line.size();
  if (bytes_ > kMaxBytes) {
    return refuse(Code::too_large, "the answer has more than " + std::to_string(kMaxBytes) + " bytes of headers");
  }
  if (++lines_ > kMaxLines) {
    return refuse(Code::too_large, "the answer has more than " + std::to_string(kMaxLines) + " lines of headers");
  }
  // RFC 9110, 5.5: NUL is to be refused or replaced; what has it is no news page.
  if (line.find('\0') != line.npos) return refuse(Code::network, "the answer has a NUL byte in its headers");
  if (line.starts_with("HTTP/")) {
    headers_.clear();
    ended_ = false;
    return true;
  }
  if (ended_ || line.empty()) return true;  // a trailer
  if (line == "\r\n" || line == "\n") {
    ended_ = true;
    return true;
  }
  return add(line);
}

bool Head::add(std::string_view line) {
  if (line.front() == ' ' || line.front() == '\t') {  // RFC 9112, 5.2: a folded line
    if (!headers_.empty()) headers_.back().second.append(" ").append(value_of(line));
    return true;
  }
  const auto colon = line.find(':');
  if (colon == line.npos) return true;
  if (headers_.empty()) headers_.reserve(16);
  const auto& [name, value] =
      headers_.emplace_back(lower(trim(line.substr(0, colon))), value_of(line.substr(colon + 1)));
  return (name != "content-encoding" && name != "transfer-encoding") || count_codings(value);
}

// libcurl undoes what both headers name, in all blocks together.
bool Head::count_codings(std::string_view codings) {
  while (!codings.empty()) {
    const auto comma = std::min(codings.find(','), codings.size());
    const std::string coding = lower(trim(codings.substr(0, comma)));
    codings.remove_prefix(std::min(comma + 1, codings.size()));
    if (!coding.empty() && coding != "identity" && coding != "chunked") ++codings_;
  }
  if (codings_ <= kMaxCodings) return true;
  return refuse(Code::too_large, "the answer is compressed more than once");
}

std::optional<std::size_t> Head::length() const {
  for (const auto& [name, value] : headers_) {
    if (name != "content-length") continue;
    std::size_t length = 0;
    const char* last = value.data() + value.size();
    const auto [end, error] = std::from_chars(value.data(), last, length);
    if (error == std::errc() && end == last) return length;
  }
  return std::nullopt;
}

}  // namespace winnow::fetch
