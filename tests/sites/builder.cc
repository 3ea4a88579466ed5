#include "sites/builder.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "base/converter.h"
#include "base/utf8.h"
#include "newsstand/gzip.h"
#include "sites/changes.h"

namespace winnow::sites {
namespace {

Layout layout_for(const Kind& kind, const SiteOptions& options) {
  const Layout before = layout_of(kind, options.seed);
  return options.change ? changed(before, kind, *options.change, options.seed) : before;
}

// The mobile host has a template of its own.
Layout mobile_layout(const Kind& kind, const SiteOptions& options) {
  Kind own = kind;
  own.base = "divs";
  own.boxes = "page: div.m-page\narticle: div.m-detail\ntitle: h1.m-title\nbody: div.m-text\ntime: span.m-time\n";
  own.frame = "header main_alone";
  own.order = "title meta body / more";
  own.inserts = "";
  Layout out = layout_for(own, options);
  out.traits.insert("plain_text");  // links nowhere else
  return out;
}

}  // namespace

std::string encoded(std::string_view encoding, const std::string& html) {
  if (encoding == "UTF-8") return html;
  const std::string name(encoding_for_label(encoding).value_or("windows-1252"));
  if (std::optional<std::string> all = from_utf8(name, html)) return *all;
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(html, at);
    const std::optional<std::string> bytes = from_utf8(name, html.substr(start, at - start));
    out += bytes ? *bytes : "&#" + std::to_string(static_cast<unsigned long>(c)) + ";";
  }
  return out;
}

SiteBuilder::SiteBuilder(const SiteOptions& options, GeneratedSite& out)
    : site_(kind_named(options.kind), layout_for(kind_named(options.kind), options),
            content_of(kind_named(options.kind), options.seed, options.stories), options),
      mobile_(site_.kind, mobile_layout(site_.kind, options), site_.content, options),
      out_(out) {}

void SiteBuilder::build() {
  out_.home_ = site_.origin + "/";
  Truth home;
  const std::string html = home_page(site_, home);
  add_html(out_.home_, html, home);
  add_articles();
  if (site_.finds("lists")) add_lists();
  if (site_.layout.has("mobile")) add_mobile_home();
  add_people_and_tags();
  add_others();
  add_feeds();
  add_sitemaps();
  add_robots();
  add_missing();
}

std::string SiteBuilder::content_type() const {
  return site_.layout.has("no_header_charset") ? "text/html" : "text/html; charset=" + std::string(site_.kind.encoding);
}

void SiteBuilder::add_html(const std::string& url, const std::string& html, Truth truth, int status) {
  // A caption or a comment may happen to say what a line of the text says.
  std::erase_if(truth.lacks, [&truth](const std::string& line) {
    return std::find(truth.lines.begin(), truth.lines.end(), line) != truth.lines.end();
  });
  add({url, status, content_type(), encoded(site_.kind.encoding, html), std::move(truth)});
}

void SiteBuilder::add(SitePage page) {
  const std::string url = page.url;
  if (!out_.pages_.emplace(url, std::move(page)).second) throw std::logic_error("two pages have the address " + url);
}

void SiteBuilder::add_data(const std::string& path, const std::string& type, std::string bytes) {
  Truth truth;
  truth.role = Role::data;
  truth.canonical = site_.origin + path;
  add({site_.origin + path, 200, type, std::move(bytes), std::move(truth)});
}

void SiteBuilder::add_mobile_home() {
  ListPage list{.title = site_.content.paper,
                .path = "/",
                .previous = "",
                .next = "",
                .intro = "",
                .stories = newest([](const Story&) { return true; })};
  list.stories.resize(std::min<std::size_t>(14, list.stories.size()));
  Truth truth;
  const std::string html = list_page(mobile_, list, truth);
  add_html(site_.mobile_origin + "/", html, truth);
}

void SiteBuilder::add_articles() {
  for (const Story& story : site_.content.stories) {
    add_article(story);
    add_twins(story);
  }
}

// A part's own lines, by the share of the story's that it holds.
void SiteBuilder::add_article(const Story& story) {
  const std::size_t parts = site_.parts_of_story(story);
  for (std::size_t part = 1; part <= parts; ++part) {
    Truth truth;
    truth.role = part == 1 ? Role::article : Role::part;
    const std::string html = article_page(site_, story, part, truth);
    const bool gated = truth.gated || site_.layout.serving != Layout::Serving::whole;
    const std::size_t lead = site_.layout.shows("lead") ? 1 : 0;
    const std::size_t size = story.lines.size();
    truth.from = part == 1 || gated ? 0 : lead + (part - 1) * size / parts;
    truth.to = gated || parts == 1 ? truth.lines.size() : lead + part * size / parts;
    const std::string url = site_.origin + site_.path_of_part(story, part);
    add_html(url, html, truth);
    if (part == 1) out_.articles_.push_back(url);
    if (gated) break;
  }
}

void SiteBuilder::add_twins(const Story& story) {
  for (const auto& [name, role] :
       std::map<std::string_view, Role>{{"print", Role::print}, {"amp", Role::amp}, {"comments", Role::comments}}) {
    if (!site_.has_other(name)) continue;
    Truth truth;
    truth.role = role;
    const std::string html = twin_page(site_, story, role, truth);
    truth.to = truth.lines.size();
    add_html(site_.origin + site_.path_of_twin(story, role), html, truth);
  }
  if (!site_.layout.has("mobile")) return;
  Truth truth;
  truth.role = Role::mobile;
  const std::string html = article_page(mobile_, story, 1, truth);
  truth.to = truth.lines.size();
  add_html(site_.mobile_origin + site_.path_of(story), html, truth);
}

std::vector<const Story*> SiteBuilder::newest(const std::function<bool(const Story&)>& which) const {
  std::vector<const Story*> out;
  for (auto story = site_.content.stories.rbegin(); story != site_.content.stories.rend(); ++story) {
    if (which(*story)) out.push_back(&*story);
  }
  return out;
}

void SiteBuilder::add_list(const std::string& title, const std::vector<const Story*>& stories, const std::string& intro,
                           const std::function<std::string(std::size_t)>& path_of) {
  const std::size_t pages = std::max<std::size_t>(1, (stories.size() + site_.per_list - 1) / site_.per_list);
  for (std::size_t page = 1; page <= pages; ++page) {
    ListPage list{.title = title,
                  .path = path_of(page),
                  .previous = page > 1 ? path_of(page - 1) : "",
                  .next = page < pages ? path_of(page + 1) : "",
                  .intro = intro,
                  .stories = {}};
    const std::size_t from = (page - 1) * site_.per_list;
    for (std::size_t i = from; i < std::min(stories.size(), from + site_.per_list); ++i) {
      list.stories.push_back(stories[i]);
    }
    Truth truth;
    const std::string html = list_page(site_, list, truth);
    add_html(site_.origin + list.path, html, truth);
  }
}

void SiteBuilder::add_lists() {
  for (std::size_t i = 0; i < site_.content.sections.size(); ++i) {
    add_list(site_.content.sections[i].name, newest([i](const Story& story) { return story.section == i; }), "",
             [this, i](std::size_t page) { return site_.section_path(i, page); });
    out_.lists_.push_back(site_.origin + site_.section_path(i));
  }
  if (!site_.has_other("archive")) return;
  const std::string path = site_.other_path("archive");
  add_list(site_.vocabulary.first("archive"), newest([](const Story& story) { return story.number % 4 == 0; }), "",
           [&path](std::size_t page) {
             return page == 1 ? path : path + (path.find('?') == path.npos ? "?" : "&") + "p=" + std::to_string(page);
           });
}

void SiteBuilder::add_people_and_tags() {
  if (site_.has_other("tag")) {
    for (const Named& tag : site_.content.tags) {
      auto stories = newest([&](const Story& s) { return std::count(s.tags.begin(), s.tags.end(), tag.name) > 0; });
      stories.resize(std::min(stories.size(), site_.per_list));
      add_list(tag.name, stories, "", [&](std::size_t) { return site_.tag_path(tag); });
    }
  }
  if (!site_.has_other("author")) return;
  for (const Named& writer : site_.content.staff) {
    Dice dice = site_.dice.fork("bio").fork(writer.slug);
    const std::string intro = "<p class=\"bio\">" + escaped(site_.prose.paragraph(dice, 4)) + "</p>\n";
    auto stories =
        newest([&](const Story& s) { return std::count(s.authors.begin(), s.authors.end(), writer.name) > 0; });
    stories.resize(std::min(stories.size(), site_.per_list));
    add_list(writer.name, stories, intro, [&](std::size_t) { return site_.author_path(writer); });
  }
}

void SiteBuilder::add_others() {
  static const Words kElsewhere = {"tag", "author", "archive", "print", "amp", "comments"};
  for (const std::string& name : site_.layout.others) {
    if (kElsewhere.contains(name)) continue;
    const bool several = name == "video" || name == "gallery";
    for (std::size_t number = 0; number <= (several ? Context::kFeatures : 0U); ++number) {
      const std::string path = number == 0 ? site_.other_path(name) : site_.feature_path(name, std::to_string(number));
      Truth truth;
      const std::string html = other_page(site_, name, number, path, truth);
      add_html(site_.origin + path, html, truth);
    }
  }
}

void SiteBuilder::add_missing() {
  Truth truth;
  const std::string html = other_page(site_, "notfound", 0, "/404", truth);
  out_.missing_ = {site_.origin + "/404", 404, content_type(), encoded(site_.kind.encoding, html), truth};
}

}  // namespace winnow::sites
