#include <algorithm>

#include "sites/changes.h"

namespace winnow::sites {
namespace {

// Whether a class that was there still is: added ones do no harm.
bool still_found(const Element& before, const Element& after) {
  const bool classes = std::all_of(before.classes.begin(), before.classes.end(), [&after](const std::string& name) {
    return std::find(after.classes.begin(), after.classes.end(), name) != after.classes.end();
  });
  return before.tag == after.tag && before.id == after.id && classes;
}

Fate fate_of(const Layout& before, const Layout& after, std::string_view slot) {
  const Box &was = before.box(slot), &is = after.box(slot);
  if (was.empty() || is.empty()) return was.empty() == is.empty() ? Fate::same : Fate::moved;
  return still_found(was.elements.back(), is.elements.back()) ? Fate::same : Fate::moved;
}

Fate fate_of_time(const Layout& before, const Layout& after) {
  if (told(after) == 0) return told(before) == 0 ? Fate::same : Fate::gone;
  if (told(after) != told(before) || before.date != after.date) return Fate::moved;
  for (const char* name : {"published", "jsonld", "graph", "pubdate"}) {
    if (before.tells(name) != after.tells(name)) return Fate::moved;
  }
  return shows_time(before) ? fate_of(before, after, "time") : Fate::same;
}

}  // namespace

ChangeTruth truth_of(const Layout& before, const Layout& after, ChangeKind change) {
  ChangeTruth out;
  out.harmless = is_harmless(change);
  if (change == ChangeKind::consent_wall) {
    out = {Fate::gone, Fate::gone, Fate::gone, Fate::gone, Fate::gone, false, false};
    return out;
  }
  out.title = fate_of(before, after, "title");
  out.body = fate_of(before, after, "body");
  out.authors = !names_authors(before)  ? Fate::same
                : !names_authors(after) ? Fate::gone
                                        : fate_of(before, after, "author");
  out.published = fate_of_time(before, after);
  if (finds_lists(before)) {
    const bool same =
        fate_of(before, after, "item_link") == Fate::same && fate_of(before, after, "list") == Fate::same &&
        fate_of(before, after, "pager_next") == Fate::same && fate_of(before, after, "item") == Fate::same;
    out.lists = same ? Fate::same : Fate::moved;
  }
  if (after.serving != Layout::Serving::whole) {
    out.body = after.serving == Layout::Serving::empty ? Fate::gone : Fate::moved;
    out.text_is_there = false;
  }
  if (change == ChangeKind::split_pages) out.body = Fate::moved;
  return out;
}

ChangeTruth truth_of(std::string_view kind, std::uint64_t seed, ChangeKind change) {
  const Layout before = layout_of(kind_named(kind), seed);
  return truth_of(before, changed(before, kind_named(kind), change, seed), change);
}

}  // namespace winnow::sites
