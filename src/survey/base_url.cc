#include "survey/base_url.h"

namespace winnow::survey {

BaseUrl::BaseUrl(const parse::Document& document, std::string_view address) : url_(Url::parse(address)) {
  for (const parse::NodeId id : document.all(parse::Tag::base)) {
    if (!document.has_attribute(id, "href")) continue;
    if (auto found = Url::parse(document.attribute(id, "href"), url_ ? &*url_ : nullptr)) url_ = std::move(found);
    break;
  }
}

std::string BaseUrl::absolute(std::string_view href) const {
  if (href.empty() || href.front() == '#') return {};
  auto found = Url::parse(href, url_ ? &*url_ : nullptr);
  if (!found || !found->is_http()) return {};
  found->drop_hash();
  return found->href();
}

}  // namespace winnow::survey
