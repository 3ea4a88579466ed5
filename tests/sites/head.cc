#include <algorithm>

#include "base/json.h"
#include "base/utf8.h"
#include "sites/dates.h"
#include "sites/writers.h"

namespace winnow::sites {
namespace {

std::string meta(const Context& site, std::string_view key, std::string_view name, const std::string& content) {
  const char quote = site.layout.markup.quote;
  const std::string tag = site.layout.markup.upper ? "META" : "meta";
  return "<" + tag + " " + std::string(key) + "=" + quote + std::string(name) + quote + " content=" + quote +
         escaped(content) + quote + ">\n";
}

std::string section_of(const Context& site, const Story& story) { return site.content.sections[story.section].name; }

Json person(const std::string& name) { return Json::Object{{"@type", "Person"}, {"name", name}}; }

// The author in the forms that are met: an object, an array of them, a bare name.
Json author_of(const Context& site, const Story& story) {
  Dice dice = site.dice.fork("jsonld author");
  if (story.authors.empty()) return Json::Object{{"@type", "Organization"}, {"name", site.content.paper}};
  if (dice.chance(15)) return story.authors.size() == 1 ? Json(story.authors[0]) : Json(story.authors);
  if (story.authors.size() == 1 && dice.chance(50)) return person(story.authors[0]);
  Json out;
  for (const std::string& name : story.authors) out.push(person(name));
  return out;
}

Json publisher_of(const Context& site) {
  return Json::Object{{"@type", "Organization"},
                      {"name", site.content.paper},
                      {"logo", Json::Object{{"@type", "ImageObject"}, {"url", site.origin + "/static/logo.png"}}}};
}

Json article_object(const Context& site, const Story& story) {
  Json out = Json::Object{{"@type", site.dice.fork("type").chance(60) ? "NewsArticle" : "Article"},
                          {"mainEntityOfPage", site.origin + site.path_of(story)},
                          {"headline", story.title},
                          {"datePublished", to_iso(story.published)},
                          {"dateModified", to_iso(story.modified)}};
  if (!site.layout.tells("jsonld_no_author")) out.set("author", author_of(site, story));
  out.set("publisher", publisher_of(site));
  out.set("articleSection", section_of(site, story));
  out.set("description", story.lead);
  return out;
}

Json crumbs_object(const Context& site, const Story& story) {
  Json items;
  items.push(Json::Object{{"@type", "ListItem"}, {"position", 1}, {"name", site.vocabulary.first("home")}});
  items.push(Json::Object{{"@type", "ListItem"}, {"position", 2}, {"name", section_of(site, story)}});
  return Json::Object{{"@type", "BreadcrumbList"}, {"itemListElement", items}};
}

std::string json_ld(const Context& site, const Head& head) {
  Json root = Json::Object{{"@context", "https://schema.org"}};
  if (site.layout.tells("graph")) {
    Json graph;
    graph.push(Json::Object{{"@type", "WebSite"}, {"name", site.content.paper}, {"url", site.origin + "/"}});
    graph.push(publisher_of(site));
    if (head.story != nullptr) {
      graph.push(article_object(site, *head.story));
      graph.push(crumbs_object(site, *head.story));
    } else {
      graph.push(Json::Object{{"@type", "WebPage"}, {"name", head.title}});
    }
    root.set("@graph", graph);
  } else if (head.story != nullptr) {
    const Json object = article_object(site, *head.story);
    for (const auto& [key, value] : object.object()) root.set(key, value);
  } else {
    root.set("@type", "WebPage");
    root.set("name", head.title);
  }
  return "<script type=\"application/ld+json\">" + replaced(root.dump(), "</", "<\\/") + "</script>\n";
}

// What search engines and networks are told: not always the headline.
std::string outer_title(const Context& site, const Head& head) {
  if (head.story == nullptr) return head.title;
  if (site.layout.tells("seo_kicker")) return head.story->kicker + ": " + head.title;
  if (site.layout.tells("seo_short")) return utf8::shorten(head.title, 48);
  return head.title;
}

std::string open_graph(const Context& site, const Head& head) {
  const std::string suffix = site.layout.tells("og_suffix") ? " | " + site.content.paper : "";
  std::string out = meta(site, "property", "og:title", outer_title(site, head) + suffix) +
                    meta(site, "property", "og:type", head.story != nullptr ? "article" : "website") +
                    meta(site, "property", "og:site_name", site.content.paper) +
                    meta(site, "property", "og:url", site.origin + head.path);
  if (!head.description.empty()) out += meta(site, "property", "og:description", head.description);
  if (head.story != nullptr)
    out += meta(site, "property", "og:image", site.origin + "/img/" + head.story->hex + ".jpg");
  return out;
}

std::string article_metas(const Context& site, const Story& story) {
  const Layout& layout = site.layout;
  const std::string authors = joined_names(story.authors, site.vocabulary, layout.language);
  std::string out;
  if (layout.tells("published")) {
    out += meta(site, "property", "article:published_time", to_iso(story.published));
    if (layout.tells("modified")) out += meta(site, "property", "article:modified_time", to_iso(story.modified));
    out += meta(site, "property", "article:section", section_of(site, story));
  }
  if (layout.tells("author") && !authors.empty()) out += meta(site, "name", "author", authors);
  if (layout.tells("author_is_paper")) out += meta(site, "name", "author", site.content.paper);
  if (layout.tells("pubdate")) {  // as the content systems of Chinese authorities write it
    out += meta(site, "name", "ArticleTitle", story.title) +
           meta(site, "name", "PubDate", written("%Y-%m-%d %H:%M", story.published, site.vocabulary)) +
           meta(site, "name", "ContentSource", story.source) +
           meta(site, "name", "ColumnName", section_of(site, story));
  }
  if (layout.tells("keywords")) {
    std::string all;
    for (const std::string& tag : story.tags) all += (all.empty() ? "" : ",") + tag;
    out += meta(site, "name", "keywords", all);
  }
  if (layout.tells("amp") && site.has_other("amp")) {
    out += "<link rel=\"amphtml\" href=\"" + escaped(site.origin + site.path_of_twin(story, Role::amp)) + "\">\n";
  }
  return out;
}

std::string links(const Context& site, const Head& head) {
  std::string out;
  const auto link = [&out](std::string_view rel, const std::string& url) {
    out += "<link rel=\"" + std::string(rel) + "\" href=\"" + escaped(url) + "\">\n";
  };
  if (site.layout.tells("canonical"))
    link("canonical", head.canonical.empty() ? site.origin + head.path : head.canonical);
  if (!head.previous.empty()) link("prev", site.origin + head.previous);
  if (!head.next.empty() && site.layout.tells("rel_next")) link("next", site.origin + head.next);
  const bool rss = site.finds("rss"), atom = site.finds("atom");
  if ((rss || atom) && !site.layout.has("hidden_feed")) {
    out += std::string("<link rel=\"alternate\" type=\"application/") + (rss ? "rss" : "atom") + "+xml\" title=\"" +
           escaped(site.content.paper) + "\" href=\"" + escaped(site.link(site.feed_path())) + "\">\n";
  }
  link("stylesheet", site.link("/static/" + site.layout.generator_token + ".css"));
  return out;
}

// Style sheets and scripts of the size that sites have; their texts look minified and say nothing.
std::string weight(const Context& site) {
  Dice dice = site.dice.fork("weight").fork(site.layout.generator_token);
  std::string css, script;
  while (css.size() < site.layout.kilobytes * 400) {
    css += "." + dice.letters(5) + "{margin:" + dice.digits(1) + "px;color:#" + dice.digits(6) + "}";
  }
  while (script.size() < site.layout.kilobytes * 600) {
    script += "function " + dice.letters(4) + "(e){return e." + dice.letters(6) + "?\"" + dice.letters(9) +
              "\":" + dice.digits(3) + "}";
  }
  return "<style>" + css + "</style>\n<script>!function(){" + script + "}();</script>\n";
}

}  // namespace

std::string written_head(const Context& site, const Head& head) {
  const Layout& layout = site.layout;
  const std::string encoding(site.kind.encoding);
  std::string out;
  if (layout.has("base")) out += "<base href=\"" + site.origin + "/\">\n";
  out += layout.markup.upper ? "<META http-equiv=\"Content-Type\" content=\"text/html; charset=" + encoding + "\">\n"
                             : "<meta charset=\"" + encoding + "\">\n";
  Dice dice = site.dice.fork("title");
  static const std::vector<std::string> kJoins = {" - ", " | ", " – ", "_"};
  const std::string title = layout.has("constant_title") ? site.content.paper
                            : head.title == site.content.paper || layout.has("bare_title")
                                ? outer_title(site, head)
                                : outer_title(site, head) + dice.pick(kJoins) + site.content.paper;
  out += "<title>" + escaped(title) + "</title>\n";
  if (!layout.markup.upper) out += meta(site, "name", "viewport", "width=device-width, initial-scale=1");
  if (layout.tells("description") && !head.description.empty())
    out += meta(site, "name", "description", head.description);
  if (head.noindex) out += meta(site, "name", "robots", "noindex,follow");
  if (layout.tells("og")) out += open_graph(site, head);
  if (layout.tells("twitter")) out += meta(site, "name", "twitter:card", "summary_large_image");
  if (head.story != nullptr) out += article_metas(site, *head.story);
  out += links(site, head);
  if (layout.tells("jsonld") || layout.tells("graph")) out += json_ld(site, head);
  return out + weight(site);
}

}  // namespace winnow::sites
