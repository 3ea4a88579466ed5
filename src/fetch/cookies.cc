#include "fetch/cookies.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "base/scan.h"

namespace winnow::fetch {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// RFC 6265, 5.1.3; a number is no domain of others.
bool domain_matches(std::string_view host, std::string_view domain) {
  if (host == domain) return true;
  const bool address = host.find_first_not_of("0123456789.") == host.npos || host.starts_with('[');
  return !address && host.size() > domain.size() && host.ends_with(domain) &&
         host[host.size() - domain.size() - 1] == '.';
}

// 5.1.4
bool path_matches(std::string_view asked, std::string_view path) {
  return asked == path || (asked.starts_with(path) && (path.ends_with('/') || asked[path.size()] == '/'));
}

std::string default_path(const Url& url) {
  const std::string path = url.pathname();
  const auto last = path.rfind('/');
  return last == path.npos || last == 0 ? "/" : path.substr(0, last);
}

// Max-Age in seconds (5.2.2); nothing when it is no number.
std::optional<Instant> after(std::string_view value, Instant now) {
  constexpr std::int64_t kYear = 31'622'400;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc::result_out_of_range) return now + std::chrono::seconds(value.starts_with('-') ? 0 : kYear);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return now + std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kYear));
}

// "Tue, 11-Mar-2025 08:00:00 GMT" is common beside RFC 9110's form.
std::optional<Instant> date_of(std::string_view value) {
  std::string spaced(value);
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  const auto stamp = parse_rfc822(spaced);
  return stamp ? std::optional(to_instant(*stamp)) : std::nullopt;
}

// "name=value" or "name", both without white space around them.
std::pair<std::string_view, std::string_view> pair_of(std::string_view text) {
  const auto equals = std::min(text.find('='), text.size());
  return {trim(text.substr(0, equals)), trim(text.substr(std::min(equals + 1, text.size())))};
}

}  // namespace

std::optional<CookieJar::Cookie> CookieJar::parse(const Url& url, std::string_view line, Instant now) {
  std::string_view first = line.substr(0, line.find(';'));
  if (first.find('=') == first.npos || line.size() > kMostBytes) return std::nullopt;
  Cookie cookie;
  std::tie(cookie.name, cookie.value) = pair_of(first);
  cookie.domain = url.hostname();
  cookie.path = default_path(url);
  bool has_max_age = false;
  for (std::size_t at = first.size(); at < line.size();) {
    const std::size_t end = std::min(line.find(';', at + 1), line.size());
    const auto [name, value] = pair_of(line.substr(at + 1, end - at - 1));
    at = end;
    const std::string key = ascii::lower(name);
    if (key == "secure") cookie.secure = true;
    if (key == "path" && value.starts_with('/')) cookie.path = value;
    if (key == "domain" && !value.empty()) {
      cookie.domain = ascii::lower(value.starts_with('.') ? value.substr(1) : value);
      cookie.host_only = false;
    }
    if (key == "expires" && !has_max_age) cookie.expires = date_of(value);
    if (key != "max-age") continue;
    if (const auto expires = after(value, now)) cookie.expires = expires, has_max_age = true;
  }
  if (cookie.name.empty() || !domain_matches(url.hostname(), cookie.domain)) return std::nullopt;
  if (cookie.secure && url.protocol() != "https:") return std::nullopt;
  return cookie;
}

void CookieJar::take(const Url& url, const Response& response, Instant now) {
  for (const auto& [name, value] : response.headers) {
    if (name != "set-cookie") continue;
    auto cookie = parse(url, value, now);
    if (!cookie) continue;
    const auto same = std::find_if(cookies_.begin(), cookies_.end(), [&](const Cookie& c) {
      return c.name == cookie->name && c.domain == cookie->domain && c.path == cookie->path;
    });
    const bool over = cookie->expires && *cookie->expires <= now;
    if (same != cookies_.end() && over) {
      cookies_.erase(same);
    } else if (same != cookies_.end()) {
      *same = std::move(*cookie);  // it keeps its place (5.3, step 11)
    } else if (!over) {
      cookies_.push_back(std::move(*cookie));
    }
    if (cookies_.size() > kMost) cookies_.pop_front();
  }
}

bool CookieJar::fits(const Cookie& cookie, const Url& url, Instant now) {
  if (cookie.expires && *cookie.expires <= now) return false;
  if (cookie.secure && url.protocol() != "https:") return false;
  const bool host = cookie.host_only ? url.hostname() == cookie.domain : domain_matches(url.hostname(), cookie.domain);
  return host && path_matches(url.pathname(), cookie.path);
}

std::string CookieJar::header(const Url& url, Instant now) const {
  if (cookies_.empty()) return {};
  std::vector<const Cookie*> fitting;
  for (const Cookie& cookie : cookies_) {
    if (fits(cookie, url, now)) fitting.push_back(&cookie);
  }
  // 5.4: longer paths first, then the older.
  std::stable_sort(fitting.begin(), fitting.end(),
                   [](const Cookie* a, const Cookie* b) { return a->path.size() > b->path.size(); });
  std::string out;
  for (const Cookie* cookie : fitting) {
    if (!out.empty()) out += "; ";
    out += cookie->name + "=" + cookie->value;
  }
  return out;
}

}  // namespace winnow::fetch
