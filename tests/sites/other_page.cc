#include <algorithm>

#include "sites/dates.h"
#include "sites/writers.h"

namespace winnow::sites {
namespace {

std::string paragraphs(const Context& site, Dice& dice, std::size_t count, std::size_t sentences) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && i % 3 == 0) out += boxed_text(site, "heading", site.prose.heading(dice));
    out += boxed_text(site, "paragraph", site.prose.paragraph(dice, sentences));
  }
  return out;
}

// In the article's own template where the content system has one for all, else in a plain column.
std::string in_template(const Context& site, const std::string& title, const std::string& inner,
                        const std::string& meta) {
  if (!site.layout.has("one_template"))
    return boxed_text(site, "list_title", title) + meta + "<div>" + inner + "</div>\n";
  return boxed(site, "article", boxed_text(site, "title", title) + meta + boxed(site, "body", inner));
}

std::string login(const Context& site) {
  return "<form method=\"post\"><input name=\"user\"><input type=\"password\" name=\"password\"><button>" +
         escaped(site.vocabulary.first("login")) + "</button></form>\n";
}

std::string pictures(const Context& site, Dice& dice) {
  std::string out;
  for (std::size_t i = dice.between(6, 12); i > 0; --i) {
    out += "<div class=\"slide\"><img src=\"" + site.link("/img/" + dice.letters(8) + ".jpg") + "\" alt=\"\"><p>" +
           escaped(site.prose.sentence(dice)) + "</p></div>\n";
  }
  return out;
}

// A film with a title, a time and a few words: much like an article, and none.
std::string film(const Context& site, Dice& dice, std::string& meta) {
  const Story& near = site.content.stories[dice.below(std::min<std::size_t>(20, site.content.stories.size()))];
  meta = boxed(site, "meta", boxed_text(site, "time", site.date_of(near.published), {{"iso", to_iso(near.published)}}));
  return boxed(site, "player", "<video src=\"" + site.link("/media/" + dice.letters(9) + ".mp4") + "\"></video>") +
         boxed_text(site, "paragraph", site.prose.sentence(dice));
}

// The headlines of the day, a minute each.
std::string ticker(const Context& site, Dice& dice) {
  std::string out = "<ul>\n";
  unsigned long minute = 22 * 60;
  for (const Story* story : site.neighbours(nullptr, 15, "live")) {
    minute -= 5 + dice.below(30);
    out += "<li><b>" + padded(minute / 60, 2) + ":" + padded(minute % 60, 2) + "</b> <a href=\"" +
           escaped(site.story_link(*story, "live")) + "\">" + escaped(story->title) + "</a></li>\n";
  }
  return out + "</ul>\n";
}

// Names and addresses of a house, as the law wants them.
std::string contact(const Context& site, Dice& dice) {
  std::string out = "<p>" + escaped(site.content.paper) + "<br>" + escaped(site.prose.place(dice)) + " " +
                    dice.digits(5) + "<br>" + escaped(site.vocabulary.first("editor").substr(0, 0)) + "+44 20 " +
                    dice.digits(7) + "<br>office@example.com</p>\n";
  for (const Named& writer : site.content.staff) out += "<p>" + escaped(writer.name) + "</p>\n";
  return out;
}

std::string links_to(const Context& site, std::string_view name) {
  std::string out = "<ul>\n";
  for (std::size_t i = 1; i <= Context::kFeatures; ++i) {
    const std::string number = std::to_string(i);
    out += "<li><a href=\"" + escaped(site.link(site.feature_path(name, number))) + "\">" +
           escaped(site.vocabulary.first(name)) + " " + number + "</a></li>\n";
  }
  if (site.has_other("notfound")) {  // what was there once
    out += "<li><a href=\"" + escaped(site.link(site.other_path("notfound"))) + "\">" +
           escaped(site.vocabulary.first(name)) + "</a></li>\n";
  }
  return out + "</ul>\n";
}

std::string content_of(const Context& site, std::string_view name, std::size_t number, Dice& dice, std::string& meta) {
  if (name == "login") return login(site);
  if (name == "search") return login(site) + ticker(site, dice);
  if (name == "live") return ticker(site, dice);
  if (name == "contact") return contact(site, dice);
  if (name == "imprint") return contact(site, dice) + paragraphs(site, dice, 3, 2);
  if (name == "video" || name == "gallery") {
    if (number == 0) return links_to(site, name);
    return name == "video" ? film(site, dice, meta) : pictures(site, dice);
  }
  const bool legal = name == "privacy" || name == "terms";
  return paragraphs(site, dice, legal ? 14 : 5, 3);
}

}  // namespace

std::string other_page(const Context& site, std::string_view name, std::size_t number, const std::string& path,
                       Truth& truth) {
  Dice dice = site.dice.fork("other").fork(std::string(name) + std::to_string(number));
  const bool missing = name == "notfound";
  truth.role = missing ? Role::missing : name == "search" || name == "live" ? Role::list : Role::other;
  truth.canonical = site.origin + path;
  truth.title = number > 0 ? site.prose.title(dice) : site.vocabulary.first(missing ? "not_found" : name);
  std::string meta;
  const std::string inner = missing ? boxed_text(site, "paragraph", site.vocabulary.all("not_found").back())
                                    : content_of(site, name, number, dice, meta);
  Head head{.title = truth.title, .description = "", .path = path};
  return framed(site, head, in_template(site, truth.title, inner, meta), truth, nullptr);
}

}  // namespace winnow::sites
