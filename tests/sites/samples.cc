#include "sites/samples.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/unicode.h"
#include "base/url.h"
#include "discover/feed.h"
#include "discover/sitemap.h"
#include "parse/document.h"
#include "winnow/winnow.h"

namespace winnow::sites {
namespace {

using Witnesses = std::map<const SitePage*, survey::Witness>;

class Listener {
 public:
  explicit Listener(const GeneratedSite& site) : site_(site) {
    for (const std::string& feed : site.feeds()) hear_feed(feed);
    for (const std::string& sitemap : site.sitemaps()) hear_sitemap(sitemap, 0);
    for (const auto& [url, page] : site.pages()) {
      if (page.truth.role == Role::list) hear_links(page);
    }
  }
  [[nodiscard]] survey::Witness of(const SitePage* page) const {
    const auto found = heard_.find(page);
    return found == heard_.end() ? survey::Witness{} : found->second;
  }

 private:
  void hear_title(survey::Witness& witness, const std::string& text) {
    const std::string title = unicode::collapse(text);
    if (!title.empty() && std::find(witness.titles.begin(), witness.titles.end(), title) == witness.titles.end())
      witness.titles.push_back(title);
  }
  void hear_feed(const std::string& url) {
    const SitePage* page = site_.page(url);
    if (page == nullptr) return;
    for (const discover::FeedEntry& entry : discover::parse_feed(page->bytes, page->content_type, url).entries) {
      const SitePage* article = site_.page(entry.link);
      if (article == nullptr) continue;
      survey::Witness& witness = heard_[article];
      hear_title(witness, entry.title);
      if (entry.published) witness.published = to_iso(*entry.published);
      witness.summary = entry.summary;
    }
  }
  void hear_sitemap(const std::string& url, int depth) {
    const SitePage* page = site_.page(url);
    if (page == nullptr || depth > 2) return;
    const discover::Sitemap sitemap = discover::parse_sitemap(page->bytes, page->content_type, url);
    for (const discover::SitemapEntry& entry : sitemap.entries) {
      if (sitemap.is_index) {
        hear_sitemap(entry.url, depth + 1);
      } else if (const SitePage* article = site_.page(entry.url); article != nullptr) {
        survey::Witness& witness = heard_[article];
        hear_title(witness, entry.title);
        if (entry.published && witness.published.empty()) witness.published = to_iso(*entry.published);
      }
    }
  }
  void hear_links(const SitePage& list) {
    const parse::Document document = parse::parse_owned(decode_bytes(list.bytes, list.content_type).text);
    const auto base = Url::parse(list.url);
    for (const parse::NodeId a : document.all(parse::Tag::a)) {
      const auto url = Url::parse(document.attribute(a, "href"), base ? &*base : nullptr);
      if (!url) continue;
      const SitePage* article = site_.page(url->href());
      if (article != nullptr && article->truth.role == Role::article)
        hear_title(heard_[article], document.visible_text(a));
    }
  }

  const GeneratedSite& site_;
  Witnesses heard_;
};

}  // namespace

std::vector<survey::Sample> article_samples(const GeneratedSite& site, std::size_t count) {
  const std::vector<const SitePage*> articles = site.articles();
  const Listener listener(site);
  const std::size_t wanted = std::min(count, articles.size());
  std::vector<survey::Sample> out;
  for (std::size_t i = 0; i < wanted; ++i) {
    const SitePage* page = articles[i * articles.size() / wanted];
    out.push_back({page->url, page->content_type, page->bytes, listener.of(page)});
  }
  return out;
}

bool is_sample(const std::vector<survey::Sample>& samples, std::string_view url) {
  return std::any_of(samples.begin(), samples.end(), [url](const survey::Sample& s) { return s.url == url; });
}

}  // namespace winnow::sites
