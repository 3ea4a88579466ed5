#include "import/opml.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/url.h"
#include "discover/xml.h"
#include "site/site_text.h"

namespace winnow::importing {
namespace {

std::string host_of(const Url& url) {
  const std::string_view host = url.hostname();
  return std::string(host.starts_with("www.") ? host.substr(4) : host);
}

class Outlines {
 public:
  void take(std::string feed, const std::string& page, const std::string& title) {
    const auto url = Url::parse(ascii::trim(feed));
    const auto home = Url::parse(ascii::trim(page));
    if (!url || !url->is_http()) return refuse(feed.empty() ? title : feed, "it is no web address");
    const bool has_home = home && home->is_http();
    const std::string host = host_of(has_home ? *home : *url);
    const auto known = index_.emplace(host, sites_.size());
    if (known.second) {
      sites_.emplace_back();
      sites_.back().site.name = site::site_name(host);
    }
    auto& [site, remarks] = sites_[known.first->second];
    if (site.home.empty() && has_home) site.home = home->href();
    feed = url->href();
    std::vector<std::string>& feeds = site.discover.feeds;
    if (std::find(feeds.begin(), feeds.end(), feed) == feeds.end()) feeds.push_back(feed);
    if (!title.empty()) remarks.push_back(title);
    ++counts_[host_of(has_home ? *home : *url)];
  }

  void refuse(const std::string& what, const std::string& reason) { rest_.skipped.push_back({0, what, reason}); }

  std::vector<Imported> finish() && {
    std::vector<Imported> out;
    for (const auto& [host, at] : index_) {
      auto& [site, remarks] = sites_[at];
      remarks.insert(remarks.begin(), std::string(kImportedMark) + " from a list of feeds:");
      const std::size_t count = counts_[host];
      out.push_back({site.name, site::site_text(site, {{"", remarks}}), count, count, {}});
    }
    rest_.lines = rest_.skipped.size();
    if (rest_.lines > 0) out.push_back(std::move(rest_));
    return out;
  }

 private:
  struct Draft {
    site::Site site;
    std::vector<std::string> remarks;
  };
  std::vector<Draft> sites_;
  std::map<std::string, std::size_t> index_;  // by host
  std::map<std::string, std::size_t> counts_;
  Imported rest_;
};

}  // namespace

bool is_opml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return ascii::trim(bytes).starts_with('<');
}

std::vector<Imported> import_opml(std::string_view bytes) {
  const discover::XmlTree tree = discover::read_xml(discover::xml_to_utf8(bytes, ""));
  Outlines outlines;
  for (discover::XmlId id = 0; id < tree.size(); ++id) {
    if (tree.name(id) != "outline") continue;
    const auto attribute = [&](std::string_view name) { return std::string(tree.attribute(id, name)); };
    const std::string text = unicode::collapse(attribute("text").empty() ? attribute("title") : attribute("text"));
    const bool feed = !attribute("xmlurl").empty() || ascii::lower(attribute("type")) == "rss";
    if (feed) {
      outlines.take(attribute("xmlurl"), attribute("htmlurl"), text);
    } else if (tree.children(id).empty()) {
      outlines.refuse(text, "it is no feed: an outline of one has xmlUrl");
    }
  }
  return std::move(outlines).finish();
}

}  // namespace winnow::importing
