#include "newsstand/pages.h"
#include "sites/writers.h"

namespace winnow::sites {
namespace {

using newsstand::escape;  // for XML
using newsstand::http_date;

std::string element(std::string_view name, const std::string& text) {
  return "<" + std::string(name) + ">" + escape(text) + "</" + std::string(name) + ">";
}

// The whole text, as blogs put it into their feeds.
std::string text_of(const Story& story) {
  std::string out;
  for (const Line& line : story.lines) out += "<p>" + escape(line.text) + "</p>";
  return out;
}

std::string xml_head() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

}  // namespace

std::string rss(const Context& site, const std::vector<const Story*>& stories, const std::string& path) {
  std::string out = xml_head() +
                    "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\n" +
                    element("title", site.content.paper) + element("link", site.origin + "/") +
                    element("description", site.origin + path) + "\n";
  for (const Story* story : stories) {
    const std::string url = site.origin + site.path_of(*story);
    out += "<item>" + element("title", story->title) + element("link", url) + "<guid isPermaLink=\"false\">" +
           escape(story->hex) + "</guid>" + element("pubDate", http_date(to_iso(story->published)));
    if (!story->authors.empty()) out += element("dc:creator", story->authors[0]);
    out += element("description", story->lead);
    if (site.finds("full_text")) out += element("content:encoded", text_of(*story));
    out += "</item>\n";
  }
  return out + "</channel></rss>\n";
}

std::string atom(const Context& site, const std::vector<const Story*>& stories, const std::string& path) {
  std::string out = xml_head() + "<feed xmlns=\"http://www.w3.org/2005/Atom\">" + element("title", site.content.paper) +
                    element("id", site.origin + path) + "<link rel=\"self\" href=\"" + escape(site.origin + path) +
                    "\"/>\n";
  for (const Story* story : stories) {
    out += "<entry>" + element("title", story->title) + element("id", "urn:story:" + story->hex) +
           "<link rel=\"alternate\" type=\"text/html\" href=\"" + escape(site.origin + site.path_of(*story)) + "\"/>" +
           element("published", to_iso(story->published)) + element("updated", to_iso(story->modified)) +
           element("summary", story->lead) + "</entry>\n";
  }
  return out + "</feed>\n";
}

std::string urlset(const Context& site, const std::vector<Located>& pages, bool news) {
  std::string out = xml_head() +
                    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                    "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n";
  for (const Located& page : pages) {
    out += "<url>" + element("loc", page.url);
    if (!page.modified.empty()) out += element("lastmod", page.modified);
    if (news && page.story != nullptr) {
      out += "<news:news><news:publication>" + element("news:name", site.content.paper) +
             element("news:language", site.layout.language.substr(0, 2)) + "</news:publication>" +
             element("news:publication_date", to_iso(page.story->published)) +
             element("news:title", page.story->title) + "</news:news>";
    }
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

std::string sitemap_index(const std::vector<std::string>& urls) {
  std::string out = xml_head() + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& url : urls) out += "<sitemap>" + element("loc", url) + "</sitemap>\n";
  return out + "</sitemapindex>\n";
}

}  // namespace winnow::sites
