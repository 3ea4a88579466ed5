#include "crawl/robots_cache.h"

#include <algorithm>

#include "base/url.h"

namespace winnow::crawl {
namespace {

constexpr std::chrono::seconds kFresh = std::chrono::hours(24);  // RFC 9309, 2.4
constexpr std::chrono::seconds kAskAgain = std::chrono::minutes(10);
constexpr std::chrono::seconds kKeepOld = std::chrono::hours(24 * 30);
constexpr std::size_t kKnownAtOnce = 10'000;
constexpr std::size_t kMostSitemaps = 10;  // of a robots.txt

bool is_good(const store::RobotsRow& row) { return row.status >= 200 && row.status < 300; }
bool is_unreachable(int status) { return status == 0 || status == 429 || status >= 500; }

schedule::Robots rules_of(const store::RobotsRow& row) {
  if (is_good(row)) return schedule::Robots::parse(row.body);
  return is_unreachable(row.status) ? schedule::Robots::disallow_all()  // 2.3.1.4
                                    : schedule::Robots::allow_all();    // 2.3.1.3
}

// So much of the file as is kept. Half a line of one that was cut would be another rule.
std::string whole_lines(const fetch::Response& answer) {
  const std::string_view body = std::string_view(answer.body).substr(0, kMostOfRobots);
  const bool cut = answer.cut || body.size() < answer.body.size();
  return std::string(cut ? body.substr(0, body.find_last_of("\r\n") + 1) : body);
}

}  // namespace

std::vector<std::string> sitemaps_of(const schedule::Robots& robots, const std::string& origin) {
  std::vector<std::string> out;
  const auto base = Url::parse(origin + "/robots.txt");
  const auto& named = robots.sitemaps();
  for (std::size_t i = 0; i < std::min(named.size(), kMostSitemaps); ++i) {
    if (const auto sitemap = Url::parse(named[i], base ? &*base : nullptr)) out.push_back(sitemap->href());
  }
  return out;
}

Result<void> RobotsCache::load(const std::string& origin) {
  if (known_.count(origin) > 0) return {};
  auto row = state_.robots(origin);
  if (!row) return tl::unexpected(row.error());
  if (known_.size() >= kKnownAtOnce) known_.clear();
  if (*row) known_.insert_or_assign(origin, Known{**row, rules_of(**row)});
  return {};
}

Result<const schedule::Robots*> RobotsCache::find(const std::string& origin, Instant now) {
  if (auto loaded = load(origin); !loaded) return tl::unexpected(loaded.error());
  const auto found = known_.find(origin);
  // Fetched in the future: the clock was set back, and the expiry means nothing.
  if (found == known_.end() || found->second.row.expires_at <= now || found->second.row.fetched_at > now)
    return nullptr;
  return &found->second.robots;
}

store::Validators RobotsCache::validators(const std::string& origin) const {
  const auto found = known_.find(origin);
  return found == known_.end() || !is_good(found->second.row) ? store::Validators{} : found->second.row.validators;
}

bool RobotsCache::unreachable(const std::string& origin) const {
  const auto found = known_.find(origin);
  return found != known_.end() && is_unreachable(found->second.row.status);
}

Result<void> RobotsCache::settle(const std::string& origin, const Result<fetch::Response>& answer, Instant now) {
  const auto known = known_.find(origin);
  store::RobotsRow row = known == known_.end() ? store::RobotsRow{} : known->second.row;
  // "Not modified", though there was nothing to modify, is no answer.
  const int status = answer && (answer->status != 304 || is_good(row)) ? answer->status : 0;
  const bool unreachable = is_unreachable(status);
  if (status == 304 || (unreachable && is_good(row) && row.fetched_at + kKeepOld > now)) {
    row.expires_at = now + (unreachable ? kAskAgain : kFresh);
    if (!unreachable) row.fetched_at = now;
  } else {
    row.origin = origin;
    row.status = status;
    row.body = answer && status >= 200 && status < 300 ? whole_lines(*answer) : std::string();
    row.validators =
        answer ? store::Validators{std::string(answer->header("etag")), std::string(answer->header("last-modified"))}
               : store::Validators{};
    row.fetched_at = now;
    row.expires_at = now + (unreachable ? kAskAgain : kFresh);
  }
  known_.insert_or_assign(origin, Known{row, rules_of(row)});
  // No answer at all counts for this process only: whoever mends the cause and crawls again is not to wait.
  return answer ? state_.save(row) : Result<void>();
}

}  // namespace winnow::crawl
