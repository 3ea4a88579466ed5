#include "repair/mirror/unshift.h"

#include <memory>

#include "base/gbk.h"
#include "base/han.h"
#include "base/pinyin.h"
#include "repair/mirror/by_syllable.h"
#include "repair/mirror/marks.h"
#include "repair/mirror/search.h"
#include "repair/points.h"

namespace winnow::repair::mirror {
namespace {

// Drops the mark where it belongs to the last two bytes of the text. A key may end with an ASCII letter, 但I(xiàn)E;
// then it need not be known, because nothing else looks like that, and a sign before it was a full-width one.
bool drop_mark(std::uint16_t syllable, const Table& table, Original& original) {
  std::u32string& text = original.text;
  const char32_t last = text.back();
  if (last >= 0x80) {
    const Key* key = table.find(last);
    return key != nullptr && key->reads(syllable);
  }
  if (last < 0x40 || text.size() < 2) return false;
  char32_t& before = text[text.size() - 2];
  const unsigned lead = before < 0x80 ? before + 0x80U : gbk::bytes(before) & 0xFFU;
  const Key* key = table.find(lead, last);
  if (key == nullptr || !key->reads(syllable)) {
    if (!han::is_toned(syllable) || !han::reads(gbk::character(lead, last), syllable)) return false;
    original.keys.push_back({static_cast<std::uint16_t>(lead << 8U | last), syllable});
  }
  if (before < 0x80) before += kWider;
  return true;
}

// "?reading)" behind the text: whether it is what is left of a mark. A reading without a tone may be a word, "?ha)", so
// a Traditional character must have it whose first byte is the last one of the text.
bool is_eaten_mark(const Mark& mark, const std::u32string& text, const Table& table) {
  if (han::is_toned(mark.syllable)) return true;
  const unsigned lead = text.back() < 0x80 ? text.back() + 0x80U : gbk::bytes(text.back()) & 0xFFU;
  if (!gbk::is_lead(lead)) return false;
  for (const auto& [syllable, second] : characters_with(lead, mark.syllable)) {
    const char32_t c = gbk::character(lead, second);
    if (table.find(lead, second) != nullptr || han::simplified(c) != c) return true;
  }
  return false;
}

}  // namespace

Original unshift(std::u32string_view shown, const Table& table, const Census& census, bool list_dropped) {
  Original original;
  original.text.reserve(shown.size());
  std::unique_ptr<Search> search;  // large, and seldom needed
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t start = at;
    while (at < shown.size() && shown[at] != '(' && shown[at] != '?') ++at;
    original.text.append(shown, start, at - start);
    if (at == shown.size()) break;
    const Mark mark = original.text.empty() ? Mark{} : mark_at(shown, at);
    if (mark && shown[at] == '(' && drop_mark(mark.syllable, table, original)) {
      if (list_dropped) original.dropped.push_back({at, at + mark.size, original.text.size() - 1});
      ++original.readings;
      at += mark.size;
    } else if (mark && shown[at] == '?' && is_eaten_mark(mark, original.text, table)) {
      if (!search) search = std::make_unique<Search>(shown, table, census);
      Stretch stretch{at, 0, original.text.size(), 0};
      at = search->run(at, original);
      stretch.to = at;
      stretch.end = original.text.size();
      original.stretches.push_back(stretch);
    } else {
      original.text += shown[at++];
    }
  }
  return original;
}

}  // namespace winnow::repair::mirror
