#include <stdexcept>

#include "sites/writers.h"

namespace winnow::sites {
namespace {

std::string label(const Context& site, std::string_view key, std::string_view stream) {
  Dice dice = site.dice.fork(stream);
  return site.vocabulary.pick(key, dice);
}

std::string share(const Context& site, const Story& story) {
  std::string inner = "<span>" + escaped(label(site, "share", "share")) + "</span>";
  for (const std::string& item : site.vocabulary.all("share_items")) inner += boxed_text(site, "share_item", item);
  inner += "<a href=\"mailto:?subject=" + story.id + "\">@</a><a href=\"javascript:void(0)\">+</a>";
  if (site.has_other("print")) {
    inner += "<a rel=\"nofollow\" href=\"" + escaped(site.link(site.path_of_twin(story, Role::print))) + "\">" +
             escaped(site.vocabulary.first("print")) + "</a>";
  }
  return boxed(site, "share", inner);
}

std::string image(const Context& site, const Story& story, Truth& truth) {
  Dice dice = site.dice.fork("photo").fork(story.id);
  const std::string credit = replaced(site.vocabulary.first("photo"), "{}", site.prose.person(dice));
  truth.lacks.push_back(story.caption);
  truth.lacks.push_back(story.caption + " " + credit);
  const Box& box = site.layout.box("image");
  std::string out = box.open(site.layout.markup, {{"image", site.link("/img/" + story.hex + ".jpg")},
                                                  {"alt", story.caption.substr(0, story.caption.find('.'))}});
  // The image itself is void: the caption goes in beside it.
  Box outer = box;
  outer.elements.pop_back();
  out += boxed(site, "caption", escaped(story.caption) + " <i>" + escaped(credit) + "</i>");
  return out + outer.close(site.layout.markup) + "\n";
}

// Stories below the article as lists show them: with a time, a title and a teaser each.
std::string cards(const Context& site, const Story& story, std::size_t count, Truth& truth) {
  std::string out;
  for (const Story* other : site.neighbours(&story, count, "cards")) {
    const std::string time =
        boxed_text(site, "item_time", site.date_of(other->published), {{"iso", to_iso(other->published)}});
    truth.lacks.push_back(other->lead);
    out += boxed(site, "item",
                 noise(site, "item_link", other->title, truth, {{"url", site.story_link(*other, "more")}}) + time +
                     boxed_text(site, "item_teaser", other->lead));
  }
  return out;
}

// The beginning of another story in the template's own elements, as sites that scroll on have it.
std::string next_story(const Context& site, const Story& story, Truth& truth) {
  const std::vector<const Story*> other = site.neighbours(&story, 1, "next story");
  if (other.empty()) return "";
  std::string text;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string& line = other[0]->lines[i].text;
    truth.lacks.push_back(line);
    text += boxed_text(site, "paragraph", line);
  }
  truth.lacks.push_back(other[0]->title);
  return boxed(site, "article", boxed_text(site, "title", other[0]->title) + boxed(site, "body", text));
}

std::string links_box(const Context& site, const Story& story, std::string_view slot, std::size_t count, Truth& truth) {
  const std::string item = std::string(slot) + "_item";
  const bool more = slot == "more";
  std::string inner = more ? boxed_text(site, "more_title", label(site, "related", "more"))
                           : "<b>" + escaped(label(site, "related", "related")) + "</b>";
  if (more && site.layout.has("cards_below")) return boxed(site, slot, inner + cards(site, story, count, truth));
  std::string items;
  for (const Story* other : site.neighbours(&story, count, slot)) {
    items += noise(site, item, other->title, truth, {{"url", site.story_link(*other, slot)}});
    if (!more && site.layout.has("related_teasers")) items += noise(site, "related_teaser", other->lead, truth);
  }
  return boxed(site, slot, inner + boxed(site, "links", items));
}

std::string read_also(const Context& site, const Story& story, Truth& truth) {
  const std::vector<const Story*> other = site.neighbours(&story, 1, "read also");
  if (other.empty()) return "";
  const std::string words = label(site, "read_also", "read also");
  truth.lacks.push_back(words + " " + other[0]->title);
  return boxed(site, "read_also",
               escaped(words) + " <a href=\"" + escaped(site.story_link(*other[0], "inline")) + "\">" +
                   escaped(other[0]->title) + "</a>");
}

std::string newsletter(const Context& site, Truth& truth) {
  std::string inner;
  for (const std::string& line : site.vocabulary.all("newsletter")) {
    inner += "<p>" + escaped(line) + "</p>";
    truth.lacks.push_back(line);
  }
  return boxed(site, "newsletter", inner + "<form><input type=\"email\"><button>OK</button></form>");
}

std::string advert(const Context& site) {
  return boxed(site, "advert",
               "<small>" + escaped(label(site, "advert", "advert")) + "</small><div data-slot=\"" +
                   site.layout.generator_token + "\"></div><script>window.ads=window.ads||[];ads.push(1);</script>");
}

std::string tags(const Context& site, const Story& story) {
  std::string inner = escaped(label(site, "tags", "tags")) + " ";
  for (const std::string& name : story.tags) {
    for (const Named& tag : site.content.tags) {
      if (tag.name != name) continue;
      const std::string path = site.has_other("tag") ? site.tag_path(tag) : "/";
      inner += boxed_text(site, "tag", name, {{"url", site.link(path)}});
    }
  }
  return boxed(site, "tags", inner);
}

std::string comments(const Context& site, const Story& story, Truth& truth) {
  Dice dice = site.dice.fork("comments").fork(story.id);
  const bool many = site.layout.has("long_comments");
  std::string inner = boxed_text(site, "comments_title", site.vocabulary.first("comments"));
  for (std::size_t i = many ? dice.between(14, 30) : dice.between(0, 4); i > 0; --i) {
    const std::string text = site.prose.paragraph(dice, many ? dice.between(2, 5) : dice.between(1, 2));
    truth.lacks.push_back(text);
    inner +=
        boxed(site, "comment",
              boxed(site, "comment_meta",
                    "<b>" + escaped(site.prose.person(dice)) + "</b> " + escaped(site.date_of(story.modified))) +
                  "<p>" + escaped(text) + "</p>" + "<a href=\"#\">" + escaped(site.vocabulary.first("reply")) + "</a>");
  }
  if (site.has_other("comments")) {
    inner += "<a href=\"" + escaped(site.link(site.path_of_twin(story, Role::comments))) + "\">" +
             escaped(site.vocabulary.all("comments").back()) + "</a>";
  }
  return boxed(site, "comments", inner);
}

std::string author_box(const Context& site, const Story& story, Truth& truth) {
  if (story.authors.empty()) return "";
  const std::string text = replaced(label(site, "bio", "bio"), "{}", story.authors[0]);
  truth.lacks.push_back(text);
  return boxed(site, "author_box", "<p>" + escaped(text) + "</p>");
}

// What the paper asks of its readers, on every page in the words and mostly in the elements of its text.
std::string appeal(const Context& site, Truth& truth) {
  std::string out;
  for (const std::string& line : site.vocabulary.all("appeal")) out += noise(site, "appeal", line, truth);
  return out;
}

// Press contacts: who may be rung up.
std::string press(const Context& site, Truth& truth) {
  Dice dice = site.dice.fork("press");
  const std::string line = site.prose.person(dice) + ", " + site.content.paper + ", +49 40 " + dice.digits(6);
  truth.lacks.push_back(line);
  return boxed(site, "notice", "<b>" + escaped(site.vocabulary.first("press")) + "</b><br>" + escaped(line));
}

}  // namespace

std::string block(const Context& site, const Story& story, std::string_view slot, Truth& truth) {
  if (slot == "kicker") return boxed_text(site, "kicker", story.kicker);
  if (slot == "share") return share(site, story);
  if (slot == "image") return image(site, story, truth);
  if (slot == "advert") return advert(site);
  if (slot == "related") return links_box(site, story, "related", 3, truth);
  if (slot == "more") return links_box(site, story, "more", 6, truth);
  if (slot == "read_also") return read_also(site, story, truth);
  if (slot == "newsletter") return newsletter(site, truth);
  if (slot == "tags") return tags(site, story);
  if (slot == "comments") return comments(site, story, truth);
  if (slot == "author_box") return author_box(site, story, truth);
  if (slot == "notice") return noise(site, "notice", filled(site, site.vocabulary.all("copyright").back()), truth);
  if (slot == "editor") {
    return noise(site, "notice", replaced(label(site, "editor", "editor"), "{}", story.editor), truth);
  }
  if (slot == "appeal") return appeal(site, truth);
  if (slot == "section_head") return boxed_text(site, "section_head", site.content.sections[story.section].name);
  if (slot == "next_story") return next_story(site, story, truth);
  if (slot == "press") return press(site, truth);
  throw std::out_of_range("no block is named " + std::string(slot));
}

}  // namespace winnow::sites
