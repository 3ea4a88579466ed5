#include "sites/changes.h"

#include <algorithm>
#include <map>

#include "sites/dates.h"

namespace winnow::sites {
namespace {

using Change = void (*)(Layout& layout, const Kind& kind, Dice& dice);

Element& inner(Layout& layout, std::string_view slot) { return layout.boxes.find(slot)->second.elements.back(); }

bool has_inner(const Layout& layout, std::string_view slot) { return !layout.box(slot).empty(); }

// The same old name becomes the same new one.
void rename_classes(Layout& layout, const Kind&, Dice& dice) {
  const std::string prefix = dice.letters(2) + "-";
  const auto renamed = [&](std::string& name) {
    Dice here = dice.fork(name);
    name = prefix + here.letters(6);
  };
  for (auto& [slot, box] : layout.boxes) {
    for (Element& element : box.elements) {
      for (std::string& name : element.classes) renamed(name);
      if (!element.id.empty()) renamed(element.id);
      std::erase_if(element.attributes,
                    [](const auto& a) { return a.first == "itemprop" || a.first == "data-testid"; });
    }
  }
}

void move_body(Layout& layout, const Kind&, Dice& dice) {
  std::erase(layout.order, "body");
  auto end = std::find(layout.order.begin(), layout.order.end(), "/");
  if (end == layout.order.end()) end = layout.order.insert(end, "/");
  layout.order.insert(end + 1, "body");
  layout.boxes["body"] = Box("section." + dice.letters(4) + "-reading>div.flow");
}

void widen_body(Layout& layout, const Kind&, Dice& dice) {
  layout.boxes["old_body"] = layout.box("body");
  layout.boxes["body"] = Box("div." + dice.letters(3) + "-text");
}

void gate(Layout& layout, const Kind&, Dice&) { layout.serving = Layout::Serving::teaser; }
void empty(Layout& layout, const Kind&, Dice&) { layout.serving = Layout::Serving::empty; }
void wall(Layout& layout, const Kind&, Dice&) { layout.serving = Layout::Serving::consent; }
void split(Layout& layout, const Kind&, Dice&) { layout.lines_per_part = 3; }

void drop_metadata(Layout& layout, const Kind&, Dice&) {
  layout.head = {"nothing"};
  for (auto& [slot, box] : layout.boxes) {
    for (Element& element : box.elements) {
      std::erase_if(element.attributes, [](const auto& a) { return a.second == "{iso}" || a.first == "itemprop"; });
    }
  }
}

void change_date(Layout& layout, const Kind&, Dice&) {
  layout.date = layout.date.find("%d.%m.") == layout.date.npos ? "%d.%m.%Y" : "%e %b %y";
  for (const char* name : {"published", "modified", "jsonld", "graph", "pubdate"}) layout.head.erase(name);
  for (const char* slot : {"time", "item_time"}) {
    if (!has_inner(layout, slot)) continue;
    std::erase_if(inner(layout, slot).attributes, [](const auto& a) { return a.second == "{iso}"; });
  }
}

void move_title(Layout& layout, const Kind&, Dice& dice) {
  const bool was_div = inner(layout, "title").tag == "div";
  layout.boxes["title"] = Box((was_div ? "p." : "div.") + dice.letters(5) + "-head");
  layout.boxes["logo"] = Box("h1.brand>a[href={url}]");
}

void change_body_tag(Layout& layout, const Kind&, Dice&) {
  Element& element = inner(layout, "body");
  element.tag = element.tag == "section" ? "div" : "section";
  element.classes.clear();
  element.id.clear();
  element.attributes.clear();
}

void drop_byline(Layout& layout, const Kind&, Dice&) {
  layout.meta_line = replaced(layout.meta_line, "{author}", "");
  layout.traits.insert("no_byline");
  std::erase(layout.order, "author_box");
  layout.head.erase("author");
  layout.head.insert("jsonld_no_author");
}

void change_lists(Layout& layout, const Kind&, Dice& dice) {
  const std::string name = dice.letters(4);
  layout.boxes["list"] = Box("section." + name + "-river");
  layout.boxes["item"] = Box("div." + name + "-unit");
  layout.boxes["item_link"] = Box("div." + name + "-head>a[href={url}]");
  layout.boxes["pager"] = Box("div." + name + "-more");
  layout.boxes["pager_next"] = Box("a." + name + "-forward[href={url}]");
}

void redesign(Layout& layout, const Kind& kind, Dice& dice) {
  Kind next = kind;
  next.base = kind.base == "semantic" ? "divs" : "semantic";
  next.boxes =
      "body: div.(redesigned|new|v3)-copy\narticle: div.(redesigned|new|v3)-article\nmeta: "
      "div.(redesigned|new|v3)-meta\n"
      "title: h1.(redesigned|new|v3)-heading\ntime: span.(redesigned|new|v3)-when\nauthor: em.(redesigned|new|v3)-who";
  next.frame = "topbar header nav main footer";
  next.order = "meta title share image body tags / newsletter more";
  next.inserts = "related:3";
  const Layout other = layout_of(next, dice.below(1'000'000));
  layout.boxes = other.boxes;
  layout.frame = other.frame;
  layout.order = other.order;
  layout.inserts = other.inserts;
  layout.markup = Markup();
  for (const char* trait : {"br", "single_br", "drop_cap", "author_links", "upper"}) layout.traits.erase(trait);
}

void wrap(Layout& layout, const Kind&, Dice&) {
  auto& elements = layout.boxes["page"].elements;
  elements.insert(elements.begin(), Box("div.outer-shell").elements[0]);
}

void add_classes(Layout& layout, const Kind&, Dice&) {
  for (auto& [slot, box] : layout.boxes) {
    for (Element& element : box.elements) element.classes.push_back("js-" + replaced(slot, "_", "-"));
  }
}

struct Row {
  ChangeKind change;
  std::string_view name;
  Change make;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = {
      {ChangeKind::renamed_classes, "renamed_classes", rename_classes},
      {ChangeKind::moved_body, "moved_body", move_body},
      {ChangeKind::widened_body, "widened_body", widen_body},
      {ChangeKind::paywall, "paywall", gate},
      {ChangeKind::empty_template, "empty_template", empty},
      {ChangeKind::split_pages, "split_pages", split},
      {ChangeKind::metadata_dropped, "metadata_dropped", drop_metadata},
      {ChangeKind::date_format, "date_format", change_date},
      {ChangeKind::title_out_of_h1, "title_out_of_h1", move_title},
      {ChangeKind::body_tag, "body_tag", change_body_tag},
      {ChangeKind::byline_dropped, "byline_dropped", drop_byline},
      {ChangeKind::consent_wall, "consent_wall", wall},
      {ChangeKind::lists_changed, "lists_changed", change_lists},
      {ChangeKind::redesign, "redesign", redesign},
      {ChangeKind::outer_wrapper, "outer_wrapper", wrap},
      {ChangeKind::added_classes, "added_classes", add_classes},
  };
  return kRows;
}

const Row& row_of(ChangeKind change) {
  return *std::find_if(rows().begin(), rows().end(), [change](const Row& row) { return row.change == change; });
}

}  // namespace

const std::vector<ChangeKind>& all_changes() {
  static const std::vector<ChangeKind> kAll = [] {
    std::vector<ChangeKind> all;
    for (const Row& row : rows()) all.push_back(row.change);
    return all;
  }();
  return kAll;
}

std::string_view name_of(ChangeKind change) { return row_of(change).name; }

bool is_harmless(ChangeKind change) {
  return change == ChangeKind::outer_wrapper || change == ChangeKind::added_classes;
}

bool applies(const Layout& before, ChangeKind change) {
  const auto named = [&before](std::string_view slot) {
    const Box& box = before.box(slot);
    return !box.empty() && (!box.elements.back().classes.empty() || !box.elements.back().id.empty());
  };
  switch (change) {
    case ChangeKind::renamed_classes:
      return named("body");
    case ChangeKind::body_tag: {
      const std::string& tag = before.box("body").elements.back().tag;
      return named("body") && (tag == "div" || tag == "section" || tag == "article");
    }
    case ChangeKind::split_pages:
      return before.lines_per_part == 0 && !before.has("paywall") && !before.has("live");
    case ChangeKind::metadata_dropped: {
      Layout bare = before;
      Dice dice(0);
      drop_metadata(bare, Kind{}, dice);
      return told(bare) != told(before);
    }
    case ChangeKind::date_format:
      return shows_time(before);
    case ChangeKind::byline_dropped:
      return names_authors(before);
    case ChangeKind::lists_changed:
      return finds_lists(before);
    default:
      return true;
  }
}

Layout changed(const Layout& before, const Kind& kind, ChangeKind change, std::uint64_t seed) {
  Layout out = before;
  Dice dice = Dice(seed).fork("change").fork(name_of(change));
  row_of(change).make(out, kind, dice);
  return out;
}

std::vector<ChangedSite> fifty_changes(std::uint64_t seed) {
  const std::vector<ChangeKind>& changes = all_changes();
  std::vector<ChangedSite> out;
  std::size_t next = 0;  // in turn, so that each change comes about as often
  for (std::size_t i = 0; out.size() < 50 && i < 60; ++i) {
    const Kind& kind = all_kinds()[i % all_kinds().size()];
    const Layout before = layout_of(kind, seed);
    for (std::size_t tries = 0; tries < changes.size(); ++tries) {
      const ChangeKind change = changes[next++ % changes.size()];
      const bool twice = std::any_of(out.begin(), out.end(), [&](const ChangedSite& other) {
        return other.kind == kind.name && other.change == change;
      });
      if (is_harmless(change) || twice || !applies(before, change)) continue;
      out.push_back({kind.name, change});
      break;
    }
  }
  return out;
}

}  // namespace winnow::sites
