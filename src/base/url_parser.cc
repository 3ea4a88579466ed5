// The basic URL parser (URL Standard, 4.4). The standard's machine goes code point by code point; here each state
// takes its whole run at once, which gives the same result and needs no buffer. The input is prepared first:
// UTF-8 without ill-formed parts, tabs and newlines.
#include "base/percent.h"
#include "base/scan.h"
#include "base/url.h"
#include "base/url_host.h"
#include "base/url_scheme.h"
#include "base/utf8.h"

namespace winnow {
namespace {

using percent::Set;

constexpr std::size_t kLongest = 64 * 1024;

bool is_c0_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }

// Strips C0 controls and spaces from both ends, tabs and newlines from everywhere (4.4, steps 1 to 3).
std::string prepare(std::string_view input) {
  while (!input.empty() && is_c0_or_space(input.front())) input.remove_prefix(1);
  while (!input.empty() && is_c0_or_space(input.back())) input.remove_suffix(1);
  std::string text = utf8::scrub(input);
  std::erase_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

// The sets are small; find_first_of() would call memchr for each character.
bool is_one_of(std::string_view set, char c) {
  for (const char one : set) {
    if (one == c) return true;
  }
  return false;
}

bool is_drive_letter(std::string_view text) {
  return text.size() == 2 && ascii::is_alpha(text[0]) && (text[1] == ':' || text[1] == '|');
}

bool is_normalised_drive_letter(std::string_view text) { return is_drive_letter(text) && text[1] == ':'; }

bool starts_with_drive_letter(std::string_view text) {
  return is_drive_letter(text.substr(0, 2)) &&
         (text.size() == 2 || std::string_view("/\\?#").find(text[2]) != std::string_view::npos);
}

// "." or ".." in any spelling with "%2e": how many dots; 0 for other segments.
int dots_of(std::string_view segment) {
  int dots = 0;
  while (!segment.empty()) {
    const bool encoded = segment.size() >= 3 && segment[0] == '%' && ascii::lower(segment.substr(0, 3)) == "%2e";
    if (!encoded && segment[0] != '.') return 0;
    segment.remove_prefix(encoded ? 3 : 1);
    if (++dots > 2) return 0;
  }
  return dots;
}

}  // namespace

class UrlParser {
 public:
  UrlParser(std::string_view input, const Url* base) : rest_(input), base_(base) {}

  std::optional<Url> run() {
    if (!(read_scheme() ? after_scheme() : without_scheme())) return std::nullopt;
    return std::move(url_);
  }

 private:
  [[nodiscard]] bool special() const { return url_scheme::is_special(url_.scheme_); }
  [[nodiscard]] bool is_slash(char c) const { return c == '/' || (c == '\\' && special()); }
  [[nodiscard]] bool at_slash() const { return !rest_.empty() && is_slash(rest_.front()); }
  [[nodiscard]] bool base_is_file() const { return base_ != nullptr && base_->scheme_ == "file"; }
  void skip(std::size_t count) { rest_.remove_prefix(count); }

  // The text before the next character of `ends`, or of the rest where there is none; it is taken.
  std::string_view take_until(std::string_view ends) {
    std::size_t end = 0;
    while (end < rest_.size() && !is_one_of(ends, rest_[end])) ++end;
    const std::string_view run = rest_.substr(0, end);
    skip(run.size());
    return run;
  }
  [[nodiscard]] std::string_view authority_ends() const { return special() ? "/\\?#" : "/?#"; }

  bool read_scheme();
  bool after_scheme();
  bool without_scheme();
  bool relative();
  bool relative_slash();
  bool special_authority();
  bool authority();
  void credentials(std::string_view text);
  bool host_and_port(std::string_view text);
  bool port(std::string_view digits);
  bool file();
  bool file_slash();
  bool file_host();
  bool path_start();
  bool path();
  void segment(std::string_view text, bool slash_follows);
  void shorten_path();
  bool opaque_path();
  bool query();
  bool fragment();
  void copy_authority();
  void copy_path_and_query();

  Url url_;
  std::string_view rest_;
  const Url* base_;
};

// Scheme start and scheme state: takes "name:" when the input starts with one.
bool UrlParser::read_scheme() {
  if (rest_.empty() || !ascii::is_alpha(rest_.front())) return false;
  std::size_t end = 0;
  while (end < rest_.size() && (ascii::is_alpha(rest_[end]) || ascii::is_digit(rest_[end]) || rest_[end] == '+' ||
                                rest_[end] == '-' || rest_[end] == '.')) {
    ++end;
  }
  if (end == rest_.size() || rest_[end] != ':') return false;
  url_.scheme_ = ascii::lower(rest_.substr(0, end));
  skip(end + 1);
  return true;
}

bool UrlParser::after_scheme() {
  if (url_.scheme_ == "file") return file();
  if (special()) {
    const bool like_base = base_ != nullptr && base_->scheme_ == url_.scheme_;
    return like_base && !rest_.starts_with("//") ? relative() : special_authority();
  }
  if (!rest_.starts_with('/')) return opaque_path();
  skip(1);
  if (!rest_.starts_with('/')) return path();
  skip(1);
  return authority();
}

bool UrlParser::without_scheme() {
  if (base_ == nullptr || (base_->opaque_path_ && !rest_.starts_with('#'))) return false;
  url_.scheme_ = base_->scheme_;
  if (base_->opaque_path_) {
    copy_path_and_query();
    return fragment();
  }
  return base_is_file() ? file() : relative();
}

bool UrlParser::relative() {
  if (at_slash()) {
    skip(1);
    return relative_slash();
  }
  copy_authority();
  copy_path_and_query();
  if (rest_.starts_with('?')) return query();
  if (rest_.empty() || rest_.front() == '#') return fragment();
  url_.query_.reset();
  shorten_path();
  return path();
}

bool UrlParser::relative_slash() {
  if (special() && at_slash()) return special_authority();
  if (at_slash()) {
    skip(1);
    return authority();
  }
  copy_authority();
  return path();
}

bool UrlParser::special_authority() {
  while (at_slash()) skip(1);
  return authority();
}

bool UrlParser::authority() {
  std::string_view text = take_until(authority_ends());
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    credentials(text.substr(0, at));
    text.remove_prefix(at + 1);
    if (text.empty()) return false;
  }
  return host_and_port(text) && path_start();
}

void UrlParser::credentials(std::string_view text) {
  const std::size_t colon = text.find(':');
  percent::encode(text.substr(0, colon), Set::userinfo, url_.username_);
  if (colon != std::string_view::npos) percent::encode(text.substr(colon + 1), Set::userinfo, url_.password_);
}

// Host state: the first colon outside brackets ends the host.
bool UrlParser::host_and_port(std::string_view text) {
  std::size_t colon = 0;
  for (bool in_brackets = false; colon < text.size() && (in_brackets || text[colon] != ':'); ++colon) {
    if (text[colon] == '[') in_brackets = true;
    if (text[colon] == ']') in_brackets = false;
  }
  const bool has_port = colon < text.size();
  if (colon == 0 && (has_port || special())) return false;
  const auto host = url_host::parse(text.substr(0, colon), !special());
  if (!host) return false;
  url_.host_ = *host;
  url_.has_host_ = true;
  return !has_port || port(text.substr(colon + 1));
}

bool UrlParser::port(std::string_view digits) {
  constexpr int kHighest = 65535;
  int value = 0;
  for (const char c : digits) {
    if (!ascii::is_digit(c)) return false;
    value = value * 10 + (c - '0');
    if (value > kHighest) return false;
  }
  const int of_scheme = url_scheme::default_port(url_.scheme_);
  if (!digits.empty() && (of_scheme == 0 || value != of_scheme)) url_.port_ = value;
  return true;
}

bool UrlParser::file() {
  url_.has_host_ = true;
  if (at_slash()) {
    skip(1);
    return file_slash();
  }
  if (!base_is_file()) return path();
  url_.host_ = base_->host_;
  copy_path_and_query();
  if (rest_.starts_with('?')) return query();
  if (rest_.empty() || rest_.front() == '#') return fragment();
  url_.query_.reset();
  if (starts_with_drive_letter(rest_)) {
    url_.path_.clear();
  } else {
    shorten_path();
  }
  return path();
}

bool UrlParser::file_slash() {
  if (at_slash()) {
    skip(1);
    return file_host();
  }
  if (base_is_file()) {
    url_.host_ = base_->host_;
    const bool base_has_drive = !base_->path_.empty() && is_normalised_drive_letter(base_->path_[0]);
    if (base_has_drive && !starts_with_drive_letter(rest_)) url_.path_.push_back(base_->path_[0]);
  }
  return path();
}

bool UrlParser::file_host() {
  const std::string_view before = rest_;
  const std::string_view text = take_until("/\\?#");
  if (is_drive_letter(text)) {  // "file://c:/": a path after all
    rest_ = before;
    return path();
  }
  if (text.empty()) return path_start();
  const auto host = url_host::parse(text, false);
  if (!host) return false;
  url_.host_ = *host == "localhost" ? "" : *host;
  return path_start();
}

bool UrlParser::path_start() {
  if (at_slash()) {
    skip(1);
    return path();
  }
  if (special()) return path();
  if (rest_.starts_with('?')) return query();
  if (rest_.empty() || rest_.front() == '#') return fragment();
  return path();
}

bool UrlParser::path() {
  while (true) {
    const std::string_view text = take_until(authority_ends());
    const bool slash = at_slash();
    segment(text, slash);
    if (!slash) break;
    skip(1);
  }
  return rest_.starts_with('?') ? query() : fragment();
}

void UrlParser::segment(std::string_view text, bool slash_follows) {
  const int dots = dots_of(text);
  if (dots == 2) shorten_path();
  if (dots > 0) {
    if (!slash_follows) url_.path_.emplace_back();
    return;
  }
  std::string encoded;
  percent::encode(text, Set::path, encoded);
  if (url_.scheme_ == "file" && url_.path_.empty() && is_drive_letter(encoded)) encoded[1] = ':';
  url_.path_.push_back(std::move(encoded));
}

void UrlParser::shorten_path() {
  auto& path = url_.path_;
  if (url_.scheme_ == "file" && path.size() == 1 && is_normalised_drive_letter(path[0])) return;
  if (!path.empty()) path.pop_back();
}

// The last of the spaces before a query or fragment is encoded, so that dropping those loses nothing.
bool UrlParser::opaque_path() {
  url_.opaque_path_ = true;
  std::string_view text = take_until("?#");
  const bool space_at_end = !rest_.empty() && text.ends_with(' ');
  if (space_at_end) text.remove_suffix(1);
  percent::encode(text, Set::c0_control, url_.opaque_);
  if (space_at_end) url_.opaque_ += "%20";
  return rest_.starts_with('?') ? query() : fragment();
}

bool UrlParser::query() {
  skip(1);
  percent::encode(take_until("#"), special() ? Set::special_query : Set::query, url_.query_.emplace());
  return fragment();
}

bool UrlParser::fragment() {
  if (!rest_.starts_with('#')) return true;
  percent::encode(rest_.substr(1), Set::fragment, url_.fragment_.emplace());
  return true;
}

void UrlParser::copy_authority() {
  url_.username_ = base_->username_;
  url_.password_ = base_->password_;
  url_.host_ = base_->host_;
  url_.has_host_ = base_->has_host_;
  url_.port_ = base_->port_;
}

void UrlParser::copy_path_and_query() {
  url_.opaque_path_ = base_->opaque_path_;
  url_.opaque_ = base_->opaque_;
  url_.path_ = base_->path_;
  url_.query_ = base_->query_;
}

std::optional<Url> Url::parse(std::string_view input, const Url* base) {
  if (input.size() > kLongest) return std::nullopt;
  const std::string text = prepare(input);
  return UrlParser(text, base).run();
}

}  // namespace winnow
