// What a request carries that is made for a site. Pure.
#pragma once

#include <string>

#include "base/time.h"
#include "crawl/url_filter.h"
#include "fetch/cookies.h"
#include "fetch/fetcher.h"
#include "site/site.h"

namespace winnow::crawl {

struct Asking {
  const site::Site& site;
  const UrlFilter& filter;  // the site's
  const fetch::CookieJar& cookies;
  const std::string& user_agent;  // the program's, where the site names none
  const std::string& proxy;       // likewise
};

// The site's agent, proxy, limits and allowed addresses; its headers, password and cookies for its own hosts only.
[[nodiscard]] fetch::Request site_request(const std::string& url, const Asking& asking, Instant now);

// Of a robots.txt so much is read as RFC 9309, 2.5 asks for at least, and what follows is not.
void limit_to_robots(fetch::Request& request);

}  // namespace winnow::crawl
