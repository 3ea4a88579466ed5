#include <algorithm>
#include <map>

#include "newsstand/gzip.h"
#include "sites/builder.h"

namespace winnow::sites {

void SiteBuilder::add_feeds() {
  const bool as_atom = site_.finds("atom");
  if (!as_atom && !site_.finds("rss")) return;
  const auto add = [&](const std::string& path, std::vector<const Story*> stories, std::size_t limit) {
    stories.resize(std::min(stories.size(), limit));
    add_data(path, as_atom ? "application/atom+xml" : "application/rss+xml",
             as_atom ? atom(site_, stories, path) : rss(site_, stories, path));
    out_.feeds_.push_back(site_.origin + path);
  };
  Dice dice = site_.dice.fork("feed size");
  const bool all = site_.finds("whole_feed");
  add(site_.feed_path(), newest([](const Story&) { return true; }), all ? 1000 : dice.between(10, 30));
  if (!site_.finds("section_feeds")) return;
  for (std::size_t i = 0; i < site_.content.sections.size(); ++i) {
    add(site_.feed_path(site_.content.sections[i].slug), newest([i](const Story& s) { return s.section == i; }), 100);
  }
}

void SiteBuilder::add_sitemaps() {
  std::vector<Located> others;
  for (const auto& [url, page] : out_.pages_) {
    const bool named = page.truth.role == Role::list || page.truth.role == Role::other;
    if (named && url.starts_with(site_.origin)) others.push_back({url, "", nullptr});
  }
  std::map<std::string, std::vector<Located>> months;
  std::vector<Located> articles;
  for (const Story& story : site_.content.stories) {
    const std::string modified = to_iso(story.modified);
    articles.push_back({site_.origin + site_.path_of(story), modified, &story});
    months[modified.substr(0, 7)].push_back(articles.back());
  }
  if (site_.finds("sitemap")) {
    std::vector<Located> all = others;
    all.insert(all.end(), articles.begin(), articles.end());
    add_data("/sitemap.xml", "application/xml", urlset(site_, all, false));
    out_.sitemaps_ = {site_.origin + "/sitemap.xml"};
  }
  if (!site_.finds("sitemap_index")) return;
  const bool packed = site_.finds("gz");
  std::vector<std::string> names;
  const auto add = [&](const std::string& name, const std::vector<Located>& pages) {
    const std::string path = "/sitemaps/" + name + (packed ? ".xml.gz" : ".xml");
    const std::string xml = urlset(site_, pages, name == "news");
    add_data(path, packed ? "application/gzip" : "application/xml", packed ? newsstand::gzip(xml) : xml);
    names.push_back(site_.origin + path);
  };
  add("pages", others);
  for (const auto& [month, pages] : months) add("articles-" + month, pages);
  const std::size_t last = std::min<std::size_t>(articles.size(), 20);
  add("news", {articles.end() - static_cast<std::ptrdiff_t>(last), articles.end()});
  add_data("/sitemap_index.xml", "application/xml", sitemap_index(names));
  out_.sitemaps_ = {site_.origin + "/sitemap_index.xml"};
}

void SiteBuilder::add_robots() {
  std::string text = "User-agent: *\nDisallow: /cgi-bin/\n";
  if (site_.has_other("search")) text += "Disallow: " + site_.other_path("search") + "\n";
  for (const std::string& url : out_.sitemaps_) text += "Sitemap: " + url + "\n";
  add_data("/robots.txt", "text/plain", text);
}

}  // namespace winnow::sites
