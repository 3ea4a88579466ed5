#include "sites/layout.h"

#include <algorithm>
#include <stdexcept>

#include "sites/dates.h"
#include "sites/vocabulary.h"

namespace winnow::sites {
namespace {

// "(a|b)" by the group's own text, so that the same group is decided alike wherever it stands.
std::string without_groups(std::string_view text, const Dice& dice) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('('), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    const std::size_t close = text.find(')');
    if (text.empty() || close == text.npos) break;
    const std::string_view group = text.substr(1, close - 1);
    Dice here = dice.fork(group);
    const std::vector<std::string> ways = parts_of(group);
    out += ways[here.below(ways.size())];
    text.remove_prefix(close + 1);
  }
  return out + std::string(text);
}

std::vector<std::string> chosen_words(std::string_view text, const Dice& dice, std::string_view name) {
  std::vector<std::string> out;
  for (std::string word : words_of(without_groups(text, dice))) {
    const bool maybe = word.ends_with('?');
    if (maybe) word.pop_back();
    Dice here = dice.fork(std::string(name) + word);
    if (!maybe || here.chance(50)) out.push_back(std::move(word));
  }
  return out;
}

Words as_set(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

std::string with_tokens(std::string notation, std::string_view slot, const Dice& dice) {
  Dice of_site = dice.fork("prefix");
  notation = replaced(notation, "{p}", of_site.letters(2 + of_site.below(3)));
  Dice here = dice.fork("hash/" + std::string(slot));
  for (std::size_t at = notation.find("{h}"); at != notation.npos; at = notation.find("{h}")) {
    notation.replace(at, 3, here.letters(6));
  }
  return notation;
}

void read_boxes(std::string_view table, const Dice& dice, std::map<std::string, Box, std::less<>>& boxes) {
  for (const std::string& line : parts_of(table, '\n')) {
    const std::size_t colon = line.find(':');
    const std::string slot = line.substr(0, colon);
    const std::string notation = colon + 2 < line.size() ? line.substr(colon + 2) : "";
    boxes[slot] = Box(with_tokens(without_groups(notation, dice), slot, dice));
  }
}

// Grids and wrappers that mean nothing, other ones on each site.
void wrap_by_seed(std::map<std::string, Box, std::less<>>& boxes, const Dice& dice) {
  static const std::vector<std::string> kWrappers = {"div.row>div.col-md-8", "div.inner", "div.wrap>div.block",
                                                     "section>div.holder", "div.clearfix"};
  for (const char* slot : {"article", "body", "main", "list", "more", "meta"}) {
    Dice here = dice.fork(std::string("wrapper/") + slot);
    if (!here.chance(30)) continue;
    const Box wrapper(here.pick(kWrappers));
    auto& elements = boxes[slot].elements;
    elements.insert(elements.begin(), wrapper.elements.begin(), wrapper.elements.end());
  }
}

std::vector<Insert> inserts_of(std::string_view text, const Dice& dice) {
  std::vector<Insert> out;
  for (const std::string& word : chosen_words(text, dice, "insert/")) {
    const std::size_t colon = word.find(':');
    out.push_back({word.substr(0, colon), std::stoul(word.substr(colon + 1))});
  }
  return out;
}

}  // namespace

const Box& Layout::box(std::string_view slot) const {
  const auto found = boxes.find(slot);
  if (found == boxes.end()) throw std::out_of_range("no box for the slot " + std::string(slot));
  return found->second;
}

bool Layout::shows(std::string_view slot) const { return std::find(order.begin(), order.end(), slot) != order.end(); }

std::string chosen(std::string_view text, const Dice& dice) { return without_groups(text, dice); }

Layout layout_of(const Kind& kind, std::uint64_t seed) {
  const Dice dice = Dice(seed).fork("layout").fork(kind.name);
  Layout out;
  out.language = kind.language;
  read_boxes(base_boxes(kind.base), dice, out.boxes);
  read_boxes(kind.boxes, dice, out.boxes);
  if (kind.base != "tables") wrap_by_seed(out.boxes, dice);
  Dice appeal = dice.fork("appeal");
  if (appeal.chance(60)) out.boxes["appeal"] = out.box("paragraph");
  out.frame = chosen_words(kind.frame, dice, "frame/");
  out.order = chosen_words(kind.order, dice, "order/");
  out.discovery = chosen_words(kind.discovery, dice, "discovery/");
  out.others = chosen_words(kind.others, dice, "others/");
  out.inserts = inserts_of(kind.inserts, dice);
  out.head = as_set(chosen_words(kind.head, dice, "head/"));
  out.traits = as_set(chosen_words(kind.traits, dice, "trait/"));
  out.meta_line = chosen(kind.meta_line, dice);
  out.date = chosen(kind.date, dice);
  Dice more = dice.fork("more");
  out.markup.upper = out.has("upper");
  out.markup.unclosed = out.has("unclosed");
  out.markup.quote = more.chance(20) ? '\'' : '"';
  out.by = Vocabulary(kind.language).pick("by", more);
  out.generator_token = more.letters(8);
  out.kilobytes = kind.kilobytes + more.below(kind.kilobytes / 2 + 1);
  out.lines_per_part = out.has("several_pages") ? 5 : 0;
  return out;
}

bool finds_lists(const Layout& layout) {
  return std::find(layout.discovery.begin(), layout.discovery.end(), "lists") != layout.discovery.end();
}

bool shows_time(const Layout& layout) {
  return layout.shows("meta") && layout.meta_line.find("{time}") != layout.meta_line.npos;
}

bool names_authors(const Layout& layout) {
  const bool shown = layout.shows("meta") && layout.meta_line.find("{author}") != layout.meta_line.npos;
  const bool in_head = layout.tells("author") ||
                       ((layout.tells("jsonld") || layout.tells("graph")) && !layout.tells("jsonld_no_author"));
  return (shown || in_head) && !layout.has("no_byline");
}

int told(const Layout& layout) {
  const bool in_head = layout.tells("published") || layout.tells("jsonld") || layout.tells("graph");
  if (in_head) return 3;
  if (!shows_time(layout)) return layout.tells("pubdate") ? 2 : 0;
  const std::string notation = layout.box("time").notation();
  const bool exact = notation.find("={iso}") != notation.npos;
  return std::max({exact ? 3 : 0, exactness(layout.date), layout.tells("pubdate") ? 2 : 0});
}

}  // namespace winnow::sites
