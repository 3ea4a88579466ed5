#include <algorithm>

#include "sites/dates.h"
#include "sites/writers.h"

namespace winnow::sites {
namespace {

std::string author_html(const Context& site, const Story& story) {
  if (story.authors.empty() || site.layout.has("no_byline")) return "";
  const std::string names = joined_names(story.authors, site.vocabulary, site.layout.language);
  if (!site.layout.has("author_links")) return boxed_text(site, "author", replaced(site.layout.by, "{}", names));
  std::string out;
  for (const std::string& name : story.authors) {
    const auto writer = std::find_if(site.content.staff.begin(), site.content.staff.end(),
                                     [&name](const Named& n) { return n.name == name; });
    const std::string path = site.has_other("author") ? site.author_path(*writer) : "/";
    out += (out.empty() ? "" : ", ") + boxed_text(site, "author", name, {{"url", site.link(path)}, {"name", name}});
  }
  const std::size_t at = site.layout.by.find("{}");
  return escaped(site.layout.by.substr(0, at)) + out + escaped(site.layout.by.substr(at + 2));
}

std::string time_html(const Context& site, const Stamp& stamp) {
  return boxed_text(site, "time", site.date_of(stamp), {{"iso", to_iso(stamp)}});
}

std::string meta_html(const Context& site, const Story& story) {
  std::string line = site.layout.meta_line;
  line = replaced(line, "{author}", author_html(site, story));
  line = replaced(line, "{time}", time_html(site, story.published));
  const auto labelled = [&site](std::string_view key, const std::string& value) {
    return escaped(replaced(site.vocabulary.first(key), "{}", value));
  };
  line = replaced(line, "{source}", labelled("source", story.source));
  line = replaced(line, "{editor}", labelled("editor", story.editor));
  line = replaced(line, "{minutes}", labelled("minutes", std::to_string(2 + story.lines.size() / 3)));
  line = replaced(line, "{updated}", escaped(site.vocabulary.first("updated") + " " + site.date_of(story.modified)));
  line = replaced(line, "{section}", escaped(site.content.sections[story.section].name));
  line = replaced(line, "{published}", escaped(site.vocabulary.first("published")));
  return boxed(site, "meta", line);
}

Head head_of(const Context& site, const Story& story, std::size_t part) {
  Head head;
  head.title = story.title;
  head.description = story.lead;
  head.story = &story;
  head.path = site.path_of(story);
  if (part < site.parts_of_story(story)) head.next = site.path_of_part(story, part + 1);
  return head;
}

std::string part_nav(const Context& site, const Story& story, std::size_t part) {
  const std::size_t parts = site.parts_of_story(story);
  if (parts < 2) return "";
  std::string inner;
  for (std::size_t i = 1; i <= parts; ++i) {
    const std::string number = std::to_string(i);
    inner += i == part ? "<b>" + number + "</b> "
                       : "<a href=\"" + escaped(site.link(site.path_of_part(story, i))) + "\">" + number + "</a> ";
  }
  if (part < parts) {
    inner += boxed_text(site, "part_next", site.vocabulary.first("next"),
                        {{"url", site.link(site.path_of_part(story, part + 1))}});
  }
  return boxed(site, "part_nav", inner);
}

// The lines of a part: [from, to) of the story's.
std::pair<std::size_t, std::size_t> span_of(const Context& site, const Story& story, std::size_t part) {
  const std::size_t parts = site.parts_of_story(story), size = story.lines.size();
  return {(part - 1) * size / parts, part * size / parts};
}

bool is_gated(const Context& site, const Story& story) {
  return site.layout.serving == Layout::Serving::teaser || (site.layout.has("paywall") && story.gated);
}

std::string paywall(const Context& site, Truth& truth) {
  std::string inner;
  for (const std::string& line : site.vocabulary.all("paywall")) {
    inner += "<p>" + escaped(line) + "</p>";
    truth.lacks.push_back(line);
  }
  return boxed(site, "paywall", inner);
}

void note_truth(const Context& site, const Story& story, Truth& truth, std::size_t lines) {
  truth.canonical = site.origin + site.path_of(story);
  truth.title = story.title;
  if (names_authors(site.layout)) truth.authors = story.authors;
  truth.published = to_iso(story.published);
  const bool dated = chosen(site.kind.urls.article, site.dice).find("{dd}") != std::string::npos;
  truth.exactness = std::max(told(site.layout), dated ? 1 : 0);
  if (site.layout.shows("lead")) truth.lines.push_back(story.lead);
  for (std::size_t i = 0; i < lines; ++i) {
    const Line& line = story.lines[i];
    (line.role == Line::Role::entry_time ? truth.neutral : truth.lines).push_back(line.text);
  }
}

std::string text_of_page(const Context& site, const Story& story, std::size_t part, bool gated, Truth& truth) {
  if (site.layout.serving == Layout::Serving::empty) {
    return boxed(site, "body", "<div id=\"story-root\" data-id=\"" + story.id + "\"></div>");
  }
  if (gated) return body_of(site, story, 0, std::min<std::size_t>(2, story.lines.size()), truth) + paywall(site, truth);
  const auto [from, to] = span_of(site, story, part);
  return body_of(site, story, from, to, truth) + part_nav(site, story, part);
}

// Where the body's old element now holds more than the text (ChangeKind::widened_body).
std::string widened(const Context& site, const Story& story, const std::string& text, Truth& truth) {
  if (!site.layout.boxes.contains("old_body")) return text;
  return boxed(site, "old_body",
               block(site, story, "related", truth) + text + block(site, story, "newsletter", truth) +
                   block(site, story, "comments", truth));
}

}  // namespace

std::string article_page(const Context& site, const Story& story, std::size_t part, Truth& truth) {
  const bool gated = is_gated(site, story);
  const std::size_t shown = gated ? std::min<std::size_t>(2, story.lines.size()) : story.lines.size();
  note_truth(site, story, truth, shown);
  truth.gated = gated;
  std::string inside, outside;
  bool inner = true;
  for (const std::string& slot : site.layout.order) {
    std::string html;
    if (slot == "/") {
      inner = false;
    } else if (slot == "body") {
      html = widened(site, story, text_of_page(site, story, part, gated, truth), truth);
    } else if (slot == "title") {
      html = boxed_text(site, "title", story.title);
    } else if (slot == "lead") {
      html = part == 1 ? boxed_text(site, "lead", story.lead) : "";
    } else if (slot == "meta") {
      html = meta_html(site, story);
    } else {
      html = block(site, story, slot, truth);
    }
    (inner ? inside : outside) += html;
  }
  return framed(site, head_of(site, story, part), boxed(site, "article", inside) + outside, truth, &story);
}

std::string twin_page(const Context& site, const Story& story, Role role, Truth& truth) {
  note_truth(site, story, truth, story.lines.size());
  const std::string title = escaped(story.title);
  std::string inner;
  if (role == Role::comments) {
    inner = "<h2><a href=\"" + escaped(site.link(site.path_of(story))) + "\">" + title + "</a></h2>\n" +
            block(site, story, "comments", truth);
    truth.lines.clear();
    Head head{.title = site.vocabulary.first("comments") + ": " + story.title,
              .description = "",
              .path = site.path_of_twin(story, role),
              .canonical = "",
              .noindex = true};
    return framed(site, head, inner, truth, &story);
  }
  inner = "<h1>" + title + "</h1>\n<p>" + author_html(site, story) + " " + time_html(site, story.published) + "</p>\n";
  if (site.layout.shows("lead")) inner += "<p class=\"lead\">" + escaped(story.lead) + "</p>\n";
  inner += body_of(site, story, 0, story.lines.size(), truth);
  Head head{.title = story.title,
            .description = story.lead,
            .path = site.path_of_twin(story, role),
            .canonical = site.origin + site.path_of(story),
            .story = &story,
            .noindex = role == Role::print};
  const std::string amp = role == Role::amp ? " amp" : "";
  return "<!DOCTYPE html>\n<html" + amp + ">\n<head>\n" + written_head(site, head) + "</head>\n<body>\n" + inner +
         "<p><a href=\"" + escaped(site.link(site.path_of(story))) + "\">" + escaped(site.content.paper) +
         "</a></p>\n</body>\n</html>\n";
}

}  // namespace winnow::sites
