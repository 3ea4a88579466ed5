#include <algorithm>

#include "base/utf8.h"
#include "sites/writers.h"

namespace winnow::sites {
namespace {

std::string teaser_of(const Story& story) {
  if (utf8::length(story.lead) <= 90) return story.lead;
  return utf8::shorten(story.lead, 88);
}

std::string item(const Context& site, const Story& story, std::string_view from) {
  const Layout& layout = site.layout;
  const std::string url = site.story_link(story, from);
  std::string picture, time, words;
  if (layout.has("list_images")) {
    picture = "<a href=\"" + escaped(url) + "\"><img src=\"" + escaped(site.link("/img/" + story.hex + "-s.jpg")) +
              "\" alt=\"\"></a>";
  }
  if (!layout.has("undated_lists")) {
    time = boxed_text(site, "item_time", site.date_of(story.published), {{"iso", to_iso_of(story)}});
  }
  const std::string link = boxed_text(site, "item_link", story.title, {{"url", url}});
  if (!layout.has("bare_lists")) words = boxed_text(site, "item_teaser", teaser_of(story));
  return boxed(site, "item", picture + (layout.has("date_first") ? time + link : link + time) + words);
}

// A video or a gallery among the articles of a list.
std::string film_item(const Context& site, const Story& near) {
  const std::string name = near.number % 2 == 0 && site.has_other("gallery") ? "gallery" : "video";
  if (!site.has_other(name)) return "";
  const std::string path = site.feature_path(name, std::to_string(1 + near.number % Context::kFeatures));
  return boxed(
      site, "item",
      boxed_text(site, "item_link", site.vocabulary.first(name) + ": " + near.caption, {{"url", site.link(path)}}));
}

std::string items(const Context& site, const std::vector<const Story*>& stories, std::string_view from) {
  std::string inner;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    if (i == 3 && site.layout.has("mixed_lists")) inner += film_item(site, *stories[i]);
    inner += item(site, *stories[i], from);
  }
  return boxed(site, "list", inner);
}

std::string pager(const Context& site, const ListPage& list) {
  std::string inner;
  const bool infinite = site.layout.has("infinite");
  if (!list.previous.empty() && !infinite) {
    inner +=
        "<a href=\"" + escaped(site.link(list.previous)) + "\">" + escaped(site.vocabulary.first("previous")) + "</a> ";
  }
  if (!list.next.empty()) {
    inner += boxed_text(site, "pager_next", site.vocabulary.first(infinite ? "more" : "next"),
                        {{"url", site.link(list.next)}});
  }
  return boxed(site, "pager", inner);
}

}  // namespace

std::string to_iso_of(const Story& story) { return to_iso(story.published); }

std::string list_page(const Context& site, const ListPage& list, Truth& truth) {
  truth.role = Role::list;
  truth.title = list.title;
  truth.canonical = site.origin + list.path;
  std::string column = boxed_text(site, "list_title", list.title) + list.intro;
  column += items(site, list.stories, "list") + pager(site, list);
  Head head{.title = list.title, .description = "", .path = list.path, .previous = list.previous, .next = list.next};
  return framed(site, head, column, truth, nullptr);
}

std::string home_page(const Context& site, Truth& truth) {
  truth.role = Role::list;
  truth.title = site.content.paper;
  truth.canonical = site.origin + "/";
  std::string column;
  std::vector<const Story*> latest;
  for (auto story = site.content.stories.rbegin(); story != site.content.stories.rend(); ++story) {
    if (latest.size() < 14) latest.push_back(&*story);
  }
  if (site.finds("lists")) {
    column = items(site, latest, "home");
    for (std::size_t i = 0; i < site.content.sections.size(); ++i) {
      std::vector<const Story*> own;
      for (auto story = site.content.stories.rbegin(); story != site.content.stories.rend(); ++story) {
        if (story->section == i && own.size() < 4) own.push_back(&*story);
      }
      column += "<h2><a href=\"" + escaped(site.link(site.section_path(i))) + "\">" +
                escaped(site.content.sections[i].name) + "</a></h2>\n" + items(site, own, "home");
    }
  } else {  // built by a script: nothing to follow
    column = "<div id=\"app\"></div><noscript>JavaScript</noscript>\n";
  }
  Head head{.title = site.content.paper, .description = "", .path = "/"};
  return framed(site, head, column, truth, nullptr);
}

}  // namespace winnow::sites
