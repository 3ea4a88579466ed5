#include "crawl/url_filter.h"

#include <algorithm>

namespace winnow::crawl {
namespace {

std::string_view without_www(std::string_view host) { return host.substr(0, 4) == "www." ? host.substr(4) : host; }

std::vector<Regex> compiled(const std::vector<std::string>& patterns) {
  std::vector<Regex> out;
  for (const std::string& pattern : patterns) {
    // A wrong pattern is an error of the site file and was named when it was loaded.
    if (auto regex = Regex::compile(pattern)) out.push_back(std::move(*regex));
  }
  return out;
}

// Path and query of a canonical form: no tracking parameter hides an article from the expressions of a site file.
std::string_view path_of(std::string_view key) {
  const std::size_t host = key.find("://");
  const std::size_t path = host == std::string_view::npos ? host : key.find('/', host + 3);
  return path == std::string_view::npos ? std::string_view() : key.substr(path);
}

bool any(const std::vector<Regex>& patterns, const std::string& text) {
  return std::any_of(patterns.begin(), patterns.end(), [&text](const Regex& r) { return r.search(text); });
}

}  // namespace

bool looks_like_article(std::string_view path) {
  std::size_t digits = 0, longest_number = 0, hyphens = 0;
  for (const char c : path) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    longest_number = std::max(longest_number, digits);
    hyphens = c == '/' ? 0 : hyphens + (c == '-' || c == '_' ? 1u : 0u);
  }
  return longest_number >= 4 || hyphens >= 3;
}

UrlRules url_rules(const site::Site& site) {
  UrlRules rules{site.home, site.urls, site.discover.feeds};
  const auto& sitemaps = site.discover.sitemaps;
  rules.sources.insert(rules.sources.end(), sitemaps.begin(), sitemaps.end());
  for (const site::ListSource& list : site.discover.lists) rules.sources.push_back(list.url);
  return rules;
}

UrlFilter::UrlFilter(const UrlRules& rules)
    : accept_(compiled(rules.urls.accept)), refuse_(compiled(rules.urls.refuse)) {
  rules_.drop_query = rules.urls.drop_query;
  rules_.host_aliases = rules.urls.host_aliases;
  const auto add_host = [this](const std::string& url) {
    if (const auto parsed = Url::parse(url)) hosts_.emplace_back(without_www(parsed->hostname()));
  };
  if (const auto home = Url::parse(rules.home)) rules_.host = home->hostname();
  add_host(rules.home);
  for (const std::string& alias : rules.urls.host_aliases) hosts_.emplace_back(without_www(alias));
  for (const std::string& url : rules.sources) add_host(url);
}

bool UrlFilter::own_host(const std::string& host) const {
  const std::string_view bare = without_www(host);
  return std::any_of(hosts_.begin(), hosts_.end(), [bare](const std::string& own) {
    return bare == own ||
           (bare.size() > own.size() && bare.ends_with(own) && bare[bare.size() - own.size() - 1] == '.');
  });
}

std::optional<store::Found> UrlFilter::found(std::string_view text, Origin origin) const {
  auto url = Url::parse(text);
  if (!url || !url->is_http() || url->hostname().empty()) return std::nullopt;
  if (origin != Origin::feed && !own_host(url->hostname())) return std::nullopt;
  std::string key = canonical(*url, rules_);
  const std::string path(path_of(key));
  if (any(refuse_, path)) return std::nullopt;
  if (!accept_.empty() ? !any(accept_, path) : origin == Origin::list_guessed && !looks_like_article(path)) {
    return std::nullopt;
  }
  url->drop_hash();
  return store::Found{std::move(key), url->href(), {}, 0};
}

}  // namespace winnow::crawl
