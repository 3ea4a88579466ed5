// Which URLs belong to a site, and in which form they are known. Immutable, safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/regex.h"
#include "base/url.h"
#include "site/site.h"
#include "store/state.h"

namespace winnow::crawl {

enum class Origin { feed, sitemap, list, list_guessed };

// What of a site decides that.
struct UrlRules {
  std::string home;
  site::Urls urls;
  std::vector<std::string> sources;  // URLs of the site file's feeds, sitemaps and lists
};
[[nodiscard]] UrlRules url_rules(const site::Site& site);

class UrlFilter {
 public:
  explicit UrlFilter(const UrlRules& rules);
  explicit UrlFilter(const site::Site& site) : UrlFilter(url_rules(site)) {}

  // The URL as the state knows it, or nothing when it is none of the site's articles: another scheme, another host
  // (a feed may link anywhere), refused, not accepted, or, among guessed links, not of an article's shape.
  [[nodiscard]] std::optional<store::Found> found(std::string_view url, Origin origin) const;
  // Whether the host is the site's: of its home, its sources, its aliases, or a subdomain of one.
  [[nodiscard]] bool own_host(const std::string& host) const;

 private:
  CanonicalRules rules_;
  std::vector<std::string> hosts_;  // without "www."
  std::vector<Regex> accept_, refuse_;
};

// Whether a path is shaped like an article's: a date, a long number, a slug of several words.
[[nodiscard]] bool looks_like_article(std::string_view path);

}  // namespace winnow::crawl
