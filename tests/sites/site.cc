#include "sites/site.h"

#include <algorithm>

#include "base/url.h"
#include "sites/builder.h"

namespace winnow::sites {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::article:
      return "article";
    case Role::part:
      return "part";
    case Role::print:
      return "print";
    case Role::amp:
      return "amp";
    case Role::mobile:
      return "mobile";
    case Role::comments:
      return "comments";
    case Role::list:
      return "list";
    case Role::other:
      return "other";
    case Role::missing:
      return "missing";
    case Role::data:
      return "data";
  }
  return "";
}

GeneratedSite::GeneratedSite(const SiteOptions& options) { SiteBuilder(options, *this).build(); }

const SitePage* GeneratedSite::page(std::string_view url) const {
  std::string key(url.substr(0, url.find('#')));
  const std::size_t tracking = key.find("utm_");
  if (tracking != key.npos && tracking > 0) key.resize(tracking - 1);
  const auto found = pages_.find(key);
  return found == pages_.end() ? nullptr : &found->second;
}

std::vector<const SitePage*> GeneratedSite::articles() const {
  std::vector<const SitePage*> out;
  for (const std::string& url : articles_) out.push_back(&pages_.at(url));
  return out;
}

}  // namespace winnow::sites
