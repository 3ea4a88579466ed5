#include <chrono>
#include <stdexcept>

#include "sites/dates.h"
#include "sites/writers.h"

namespace winnow::sites {
namespace {

std::string nav(const Context& site) {
  std::string items = boxed_text(site, "nav_item", site.vocabulary.first("home"), {{"url", site.link("/")}});
  if (site.finds("lists")) {
    for (std::size_t i = 0; i < site.content.sections.size(); ++i) {
      items += boxed_text(site, "nav_item", site.content.sections[i].name, {{"url", site.link(site.section_path(i))}});
    }
  }
  for (const std::string_view name : {"about", "contact", "video", "gallery", "live", "archive"}) {
    if (!site.has_other(name)) continue;
    items += boxed_text(site, "nav_item", site.vocabulary.first(name), {{"url", site.link(site.other_path(name))}});
  }
  return boxed(site, "nav", items);
}

std::string cookie(const Context& site, Truth& truth) {
  std::string inner;
  for (const std::string& line : site.vocabulary.all("cookie")) {
    inner += "<p>" + escaped(line) + "</p>";
    truth.lacks.push_back(line);
  }
  for (const std::string& word : site.vocabulary.all("cookie_ok")) inner += boxed_text(site, "cookie_button", word);
  return boxed(site, "cookie", inner);
}

std::string breadcrumb(const Context& site, const Story* story) {
  std::string inner = boxed_text(site, "breadcrumb_item", site.vocabulary.first("home"), {{"url", site.link("/")}});
  if (story != nullptr) {
    const std::string path = site.finds("lists") ? site.section_path(story->section) : "/";
    inner +=
        (site.layout.has("angle_crumbs") ? " &gt; " : "") +
        boxed_text(site, "breadcrumb_item", site.content.sections[story->section].name, {{"url", site.link(path)}});
  }
  return boxed(site, "breadcrumb", inner);
}

// Another house's headline, on another host.
std::string sponsored(const Context& site, const Story* story, Truth& truth) {
  Dice dice = site.dice.fork("sponsored").fork(story == nullptr ? "" : story->id);
  if (!site.layout.has("sponsored")) return "";
  const std::string url = "https://ads.example.net/click?id=" + dice.digits(7) + "&s=" + site.layout.generator_token;
  return noise(site, "aside_item", site.prose.title(dice), truth, {{"url", url}});
}

std::string aside(const Context& site, const Story* story, Truth& truth) {
  std::string items, inner = boxed_text(site, "aside_title", site.vocabulary.first("most_read"));
  for (const Story* other : site.neighbours(story, 6, "most read")) {
    items += noise(site, "aside_item", other->title, truth, {{"url", site.story_link(*other, "sidebar")}});
  }
  inner += boxed(site, "links", items) + sponsored(site, story, truth);
  inner += boxed(site, "advert", escaped(site.vocabulary.first("advert")) + "<ins class=\"adsbygoogle\"></ins>");
  return boxed(site, "aside", inner);
}

std::string footer(const Context& site, Truth& truth) {
  std::string inner;
  for (const std::string_view name : {"about", "imprint", "privacy", "contact", "terms", "careers", "login"}) {
    if (!site.has_other(name)) continue;
    inner += boxed_text(site, "footer_item", site.vocabulary.first(name), {{"url", site.link(site.other_path(name))}});
  }
  const std::string line = filled(site, site.vocabulary.first("copyright"));
  truth.lacks.push_back(line);
  inner += "<p>" + escaped(line) + "</p>";
  inner += "<a href=\"https://social.example.net/paper\">" + escaped(site.vocabulary.all("follow").back()) + "</a>";
  if (site.layout.has("mobile")) inner += "<a href=\"" + site.mobile_origin + "/\">m.</a>";
  return boxed(site, "footer", inner);
}

std::string newsletter(const Context& site, Truth& truth) {
  std::string inner;
  for (const std::string& line : site.vocabulary.all("newsletter")) {
    inner += "<p>" + escaped(line) + "</p>";
    truth.lacks.push_back(line);
  }
  return boxed(site, "newsletter", inner + "<form><input type=email><button>OK</button></form>");
}

// Every fourth story in a strip above the page, as portals have it.
std::string ticker(const Context& site, const Story* story, Truth& truth) {
  std::string items;
  for (const Story* other : site.neighbours(story, 4, "ticker")) {
    items += noise(site, "aside_item", other->title, truth, {{"url", site.story_link(*other, "ticker")}});
  }
  return "<div class=\"ticker\"><strong>" + escaped(site.vocabulary.first("live")) + "</strong>" +
         boxed(site, "links", items) + "</div>\n";
}

std::string search_form(const Context& site) {
  const std::string action = site.has_other("search") ? site.link(site.other_path("search")) : site.link("/");
  return "<form action=\"" + escaped(action) + "\"><input name=\"q\" placeholder=\"" +
         escaped(site.vocabulary.first("search")) + "\"></form>\n";
}

// The day of the visit, which is no article's.
std::string topbar(const Context& site) {
  Stamp today;
  today.day = std::chrono::year(site.kind.year) / 11 / 23;
  const std::string date = site.layout.has("day_on_top") ? written("%A, %e %B %Y", today, site.vocabulary) + " " : "";
  return boxed_text(site, "topbar", date + site.vocabulary.first("subscribe")) + search_form(site);
}

// What stands in heads of pages and says nothing: conditional comments, drawings, pixels for those without scripts.
std::string icons(const Context& site) {
  if (site.layout.markup.upper) return "<!--#include virtual=\"/ssi/top.inc\" -->\n";
  return "<!--[if lt IE 9]><p>Old browser</p><![endif]--><svg viewBox=\"0 0 8 8\"><path d=\"M0 0h8v2H0z\"/></svg>"
         "<noscript><img src=\"https://count.example.net/p.gif\" alt=\"\"></noscript>\n";
}

std::string frame_part(const Context& site, std::string_view part, const std::string& column, Truth& truth,
                       const Story* story) {
  if (part == "cookie") return cookie(site, truth);
  if (part == "topbar") return topbar(site);
  if (part == "popup") return boxed(site, "popup", newsletter(site, truth));
  if (part == "header") {
    return boxed(site, "header", icons(site) + boxed_text(site, "logo", site.content.paper, {{"url", site.link("/")}}));
  }
  if (part == "nav") return nav(site);
  if (part == "breadcrumb") return breadcrumb(site, story);
  if (part == "ticker") return ticker(site, story, truth);
  if (part == "newsletter") return newsletter(site, truth);
  if (part == "footer") return footer(site, truth);
  if (part == "main" || part == "main_aside_first" || part == "main_alone") {
    const std::string own = boxed(site, "column", column);
    const std::string side = part == "main_alone" ? "" : aside(site, story, truth);
    return boxed(site, "main", part == "main" ? own + side : side + own);
  }
  throw std::out_of_range("a frame has no part named " + std::string(part));
}

// What a site built by a script carries along: the page's data once more, as JSON.
std::string state(const Context& site, const Story* story) {
  if (!site.layout.has("state") || story == nullptr) return "";
  Dice dice = site.dice.fork("state").fork(story->id);
  std::string blob;
  while (blob.size() < 9000) blob += "\"" + dice.letters(8) + "\":\"" + dice.letters(24) + "\",";
  return "<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\":{" + blob + "\"id\":" + story->id +
         "}}</script>\n";
}

std::string wall(const Context& site, const Head& head, Truth& truth) {
  Head own = head;
  own.story = nullptr;
  own.title = site.content.paper;
  own.description.clear();
  return "<!DOCTYPE html>\n<html>\n<head>\n" + written_head(site, own) +
         "</head>\n<body class=\"consent\">\n<div class=\"wall\"><h1>" + escaped(site.content.paper) + "</h1>\n" +
         cookie(site, truth) + "</div>\n</body>\n</html>\n";
}

}  // namespace

std::string framed(const Context& site, const Head& head, const std::string& column, Truth& truth, const Story* story) {
  const Layout& layout = site.layout;
  if (layout.serving == Layout::Serving::consent) {
    truth.lacks.clear();
    return wall(site, head, truth);
  }
  std::string inner;
  for (const std::string& part : layout.frame) inner += frame_part(site, part, column, truth, story);
  const bool old = layout.markup.upper;
  std::string out = old ? "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">\n<HTML>\n<HEAD>\n"
                        : "<!DOCTYPE html>\n<html" +
                              (layout.has("no_lang") ? "" : " lang=\"" + layout.language + "\"") +
                              (layout.language == "ar" ? " dir=\"rtl\"" : "") + ">\n<head>\n";
  out += written_head(site, head) + (old ? "</HEAD>\n<BODY bgcolor=#FFFFFF>\n" : "</head>\n<body>\n");
  out += boxed(site, "page", inner) + state(site, story);
  return out + (old ? "</BODY>\n</HTML>\n" : "</body>\n</html>\n");
}

}  // namespace winnow::sites
