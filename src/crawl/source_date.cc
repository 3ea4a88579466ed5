#include "crawl/source_date.h"

#include "crawl/url_filter.h"

namespace winnow::crawl {
namespace {

using std::chrono::local_seconds;

// The offset of the site's zone where the source states none.
std::optional<Stamp> stamp_of(const std::string& iso, const site::Site& site) {
  auto stamp = parse_iso(iso);
  if (stamp && stamp->clock && !stamp->offset && site.zone) {
    stamp->offset = site.zone->offset_at_local(local_seconds(to_instant(*stamp).time_since_epoch()));
  }
  return stamp;
}

}  // namespace

std::optional<Instant> moment_of(const std::string& iso, const site::Site& site) {
  const auto stamp = stamp_of(iso, site);
  if (!stamp || stamp->clock.value_or(std::chrono::seconds(0)).count() == 0) return std::nullopt;
  return to_instant(*stamp);
}

void date_by_source(Article& article, const std::string& published, const site::Site& site) {
  if (!article.published_at.empty()) return;
  const auto stamp = stamp_of(published, site);
  const auto fetched = parse_iso(article.fetched_at);
  if (!stamp || stamp->day.year() < std::chrono::year(1991)) return;
  if (fetched && to_instant(*stamp) > to_instant(*fetched) + std::chrono::hours(24)) return;
  article.published_at = to_iso(*stamp);
}

Result<std::string> source_date(store::State& state, const Article& article, const site::Site& site) {
  const UrlFilter filter(site);
  for (const std::string& url : {article.url, article.canonical_url}) {
    const auto found = filter.found(url, Origin::feed);
    if (!found) continue;
    auto row = state.url(site.name, found->key);
    if (!row) return tl::unexpected(row.error());
    if (*row && !(*row)->published.empty()) return (*row)->published;
  }
  return std::string();
}

}  // namespace winnow::crawl
