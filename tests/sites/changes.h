// A site after its template was changed: what stays, what a rule that was right before no longer finds, and whether
// the articles' texts are still to be had.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sites/change_kind.h"
#include "sites/layout.h"

namespace winnow::sites {

[[nodiscard]] const std::vector<ChangeKind>& all_changes();
[[nodiscard]] std::string_view name_of(ChangeKind change);
// Nothing of the elements that fields stand in has changed: no reason for an alarm.
[[nodiscard]] bool is_harmless(ChangeKind change);

// What became of a field's own element (tag, id and classes) and of what tells it in the head of the page.
enum class Fate {
  same,   // a rule on it still finds what it found
  moved,  // it stands in another element, or in another form
  gone    // the page no longer tells it
};

struct ChangeTruth {
  Fate title = Fate::same, body = Fate::same, authors = Fate::same, published = Fate::same;
  Fate lists = Fate::same;    // links and paging of lists
  bool text_is_there = true;  // the whole text, on the page or on it and its further parts
  bool harmless = false;      // all the same
};

// Whether the change means something on this site.
[[nodiscard]] bool applies(const Layout& before, ChangeKind change);
[[nodiscard]] Layout changed(const Layout& before, const Kind& kind, ChangeKind change, std::uint64_t seed);
[[nodiscard]] ChangeTruth truth_of(const Layout& before, const Layout& after, ChangeKind change);
[[nodiscard]] ChangeTruth truth_of(std::string_view kind, std::uint64_t seed, ChangeKind change);

struct ChangedSite {
  std::string_view kind;
  ChangeKind change;
};
// Fifty pairs, all kinds and all harmful changes among them, each one that applies to the site of that seed.
[[nodiscard]] std::vector<ChangedSite> fifty_changes(std::uint64_t seed);

}  // namespace winnow::sites
