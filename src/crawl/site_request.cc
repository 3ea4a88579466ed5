#include "crawl/site_request.h"

#include <algorithm>

#include "base/scan.h"
#include "base/url.h"
#include "crawl/robots_cache.h"

namespace winnow::crawl {
namespace {

// What may hold a password or tell of a reader goes to the site's own hosts only.
void add_own(fetch::Request& request, const Asking& asking, Instant now) {
  const site::Manners& manners = asking.site.manners;
  if (manners.headers.empty() && manners.user.empty() && asking.cookies.empty()) return;
  const auto url = Url::parse(request.url);
  if (!url || !asking.filter.own_host(url->hostname())) return;
  request.headers = manners.headers;
  // A site that is asked over https does not get its password over http, whatever redirects there.
  if (url->protocol() == "https:" || !asking.site.home.starts_with("https:")) {
    request.user = manners.user;
    request.password = manners.password;
  }
  const std::string cookies = asking.cookies.header(*url, now);
  if (cookies.empty()) return;
  const auto own = std::find_if(request.headers.begin(), request.headers.end(),
                                [](const auto& header) { return ascii::lower(header.first) == "cookie"; });
  if (own == request.headers.end()) {
    request.headers.emplace_back("Cookie", cookies);
  } else {
    own->second += "; " + cookies;  // RFC 6265, 5.4: one header
  }
}

}  // namespace

fetch::Request site_request(const std::string& url, const Asking& asking, Instant now) {
  const site::Site& site = asking.site;
  fetch::Request request;
  request.url = url;
  request.user_agent = site.manners.user_agent.empty() ? asking.user_agent : site.manners.user_agent;
  request.proxy = site.manners.proxy.empty() ? asking.proxy : site.manners.proxy;
  request.allow_addresses = site.manners.allow_addresses;
  request.max_encoded = site.limits.page;
  request.max_decoded = site.limits.decoded;
  request.max_time = site.limits.time;
  add_own(request, asking, now);
  return request;
}

void limit_to_robots(fetch::Request& request) {
  request.max_encoded = request.max_decoded = kMostOfRobots;
  request.may_cut = true;
}

}  // namespace winnow::crawl
