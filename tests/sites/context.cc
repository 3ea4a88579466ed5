#include "sites/context.h"

#include <algorithm>

#include "sites/dates.h"

namespace winnow::sites {
namespace {

std::string with_name(std::string_view pattern, const std::string& name) {
  return replaced(std::string(pattern), "{name}", name);
}

// "?page=2", or "_2" before the ending.
std::string with_suffix(const std::string& path, std::string suffix) {
  if (!suffix.starts_with('?')) {
    const std::size_t dot = path.rfind('.');
    const std::size_t slash = path.rfind('/');
    if (dot != path.npos && dot > slash) return path.substr(0, dot) + suffix + path.substr(dot);
    return path.ends_with('/') ? path + suffix.substr(1) + "/" : path + suffix;
  }
  if (path.find('?') != path.npos) suffix[0] = '&';
  return path + suffix;
}

}  // namespace

Context::Context(const Kind& kind_, Layout layout_, Content content_, const SiteOptions& options)
    : kind(kind_),
      layout(std::move(layout_)),
      content(std::move(content_)),
      vocabulary(kind.language),
      prose(kind.language),
      origin(options.origin),
      mobile_origin(options.mobile_origin),
      dice(Dice(options.seed).fork("site").fork(kind.name)),
      per_list(dice.fork("per list").below(8) + 8) {}

std::string Context::path_of(const Story& story) const {
  const std::string iso = to_iso(story.published);
  std::string path = chosen(kind.urls.article, dice);
  path = replaced(path, "{yyyy}", iso.substr(0, 4));
  path = replaced(path, "{mm}", iso.substr(5, 2));
  path = replaced(path, "{dd}", iso.substr(8, 2));
  path = replaced(path, "{section}", content.sections[story.section].slug);
  path = replaced(path, "{n}", std::to_string(story.section + 1));
  path = replaced(path, "{id}", story.id);
  path = replaced(path, "{hex}", story.hex);
  return replaced(path, "{slug}", story.slug);
}

std::string Context::path_of_part(const Story& story, std::size_t part) const {
  const std::string path = path_of(story);
  return part < 2 ? path : with_suffix(path, replaced(std::string(kind.urls.part), "{n}", std::to_string(part)));
}

std::string Context::path_of_twin(const Story& story, Role role) const {
  const std::string path = path_of(story);
  if (role == Role::print) {
    return dice.fork("print").chance(50) ? with_suffix(path, "?print=1") : "/print" + path;
  }
  if (role == Role::amp) return "/amp" + path;
  if (role == Role::comments) return "/comments" + path;
  return path;  // on the mobile host
}

std::string Context::section_path(std::size_t section, std::size_t page) const {
  const std::string_view pattern = page < 2 ? kind.urls.section : kind.urls.section_page;
  std::string path = replaced(chosen(pattern, dice), "{section}", content.sections[section].slug);
  path = replaced(path, "{id}", std::to_string(section + 1));
  return replaced(path, "{n}", std::to_string(page));
}

std::string Context::tag_path(const Named& tag) const { return with_name(kind.urls.tag, tag.slug); }
std::string Context::author_path(const Named& writer) const { return with_name(kind.urls.author, writer.slug); }
std::string Context::other_path(std::string_view name) const {
  return with_name(chosen(kind.urls.other, dice), std::string(name));
}
std::string Context::feature_path(std::string_view name, const std::string& slug) const {
  std::string path = replaced(with_name(chosen(kind.urls.feature, dice), std::string(name)), "{slug}", slug);
  const Story& near = content.stories[std::min(content.stories.size(), std::stoul(slug)) - 1];  // for its date
  const std::string iso = to_iso(near.published);
  path = replaced(replaced(path, "{yyyy}", iso.substr(0, 4)), "{mm}", iso.substr(5, 2));
  path = replaced(replaced(path, "{dd}", iso.substr(8, 2)), "{hex}", near.hex + "0");
  return replaced(path, "{id}", std::to_string(std::stoul(near.id) + 9'000'000 + std::string(name).size()));
}

std::string Context::feed_path(std::string_view section) const {
  static const std::vector<std::string> kNames = {"/feed/", "/rss.xml", "/feeds/rss", "/index.xml"};
  Dice here = dice.fork("feed path");
  const std::string path = here.pick(kNames);
  return section.empty() ? path : "/" + std::string(section) + path;
}

std::string Context::link(const std::string& path) const {
  if (layout.has("absolute_links")) return origin + path;
  return layout.has("base") ? path.substr(1) : path;
}

std::string Context::story_link(const Story& story, std::string_view from) const {
  const std::string path = path_of(story);
  if (layout.has("mobile") && story.number % 7 == 3) return mobile_origin + path;
  if (!layout.has("tracked_links") || story.number % 3 != 0) return link(path);
  return link(path) + (path.find('?') == path.npos ? "?" : "&") + "utm_source=" + std::string(from);
}

std::size_t Context::parts_of_story(const Story& story) const {
  const std::size_t size = layout.lines_per_part;
  return size == 0 ? 1 : std::max<std::size_t>(1, (story.lines.size() + 2) / size);
}

bool Context::finds(std::string_view way) const {
  return std::find(layout.discovery.begin(), layout.discovery.end(), way) != layout.discovery.end();
}

bool Context::has_other(std::string_view name) const {
  return std::find(layout.others.begin(), layout.others.end(), name) != layout.others.end();
}

std::string Context::date_of(const Stamp& stamp) const { return written(layout.date, stamp, vocabulary); }

std::vector<const Story*> Context::neighbours(const Story* story, std::size_t count, std::string_view what) const {
  const std::size_t own = story == nullptr ? 0 : story->number;
  const std::size_t size = std::min(content.stories.size(), std::max<std::size_t>(20, own));
  Dice here = dice.fork(what).fork(story == nullptr ? "none" : std::to_string(own));
  std::vector<const Story*> out;
  for (std::size_t tries = 0; tries < 4 * count && out.size() < count; ++tries) {
    const Story* other = &content.stories[here.below(size)];
    if (other != story && std::find(out.begin(), out.end(), other) == out.end()) out.push_back(other);
  }
  return out;
}

std::string boxed(const Context& site, std::string_view slot, const std::string& html, const Values& values) {
  const Box& box = site.layout.box(slot);
  return box.open(site.layout.markup, values) + html + box.close(site.layout.markup) + "\n";
}

std::string boxed_text(const Context& site, std::string_view slot, std::string_view text, const Values& values) {
  return boxed(site, slot, escaped(text), values);
}

std::string noise(const Context& site, std::string_view slot, const std::string& text, Truth& truth,
                  const Values& values) {
  truth.lacks.push_back(text);
  return boxed_text(site, slot, text, values);
}

std::string filled(const Context& site, std::string text) {
  text = replaced(std::move(text), "{year}", std::to_string(site.kind.year));
  return replaced(std::move(text), "{paper}", site.content.paper);
}

}  // namespace winnow::sites
