#include "parse/element_kinds.h"

#include <algorithm>
#include <array>

namespace winnow::parse {
namespace {

// One line a rule; an element's rules add up.
struct Rule {
  std::uint32_t is;
  std::string_view names;
};

constexpr Rule kRules[] = {
    {kVoid,
     "area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source "
     "track wbr"},
    {kSpecial,
     "address applet article aside blockquote button caption center dd details dir div dl dt fieldset figcaption "
     "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav noscript object ol "
     "p pre "
     "section select summary table td template th ul"},
    {kFormatting, "a b big code em font i nobr s small strike strong tt u"},
    {kScope, "applet caption marquee object table td template th"},
    {kCell | kTableRow, "td th caption"},
    {kTableRow, "tr tbody thead tfoot col colgroup"},
    {kLevel, "option tr tbody thead tfoot colgroup"},
    {kRaw, "iframe noembed noframes plaintext script style textarea title xmp"},
    {kRawInSelect, "script textarea"},
    {kRoot, "html head body"},
    {kForeignRoot, "svg math"},
    {kUnwrapped, "foreignobject desc annotation-xml mi mn mo ms mtext"},
    {kBreaksOut,
     "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
     "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"},
    {kClosesParagraph,
     "address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 "
     "h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre section summary ul xmp"},
    {kClosesSelect, "input keygen select textarea"},
    {kButton, "button"},
    {kListItem, "li"},
    {kDescription, "dd dt"},
    {kBetweenItems, "address div p"},
    {kHeading, "h1 h2 h3 h4 h5 h6"},
    {kTemplateLike, "template"},
};

constexpr std::size_t count_names() {
  std::size_t count = 0;
  for (const Rule& rule : kRules) count += 1 + std::count(rule.names.begin(), rule.names.end(), ' ');
  return count;
}

// A table with open addressing, at most half full: this is asked for every tag of a page.
constexpr std::size_t kSlots = 512;
static_assert(count_names() * 2 <= kSlots);

constexpr auto kKinds = [] {
  std::array<ElementKind, kSlots> kinds{};
  for (const Rule& rule : kRules) {
    for (std::string_view rest = rule.names; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      const std::uint64_t hash = name_hash(name);
      std::size_t at = hash % kSlots;
      while (kinds[at].name != hash && kinds[at].name != 0) at = (at + 1) % kSlots;
      kinds[at] = {hash, kinds[at].is | rule.is};
    }
  }
  return kinds;
}();

}  // namespace

ElementKind element_kind(std::string_view name) {
  const std::uint64_t hash = name_hash(name);
  std::size_t at = hash % kSlots;
  while (kKinds[at].name != hash && kKinds[at].name != 0) at = (at + 1) % kSlots;
  return {hash, kKinds[at].name == hash ? kKinds[at].is : 0};
}

}  // namespace winnow::parse
