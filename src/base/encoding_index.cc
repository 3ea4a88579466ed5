#include "base/encoding_index.h"

#include <algorithm>
#include <iterator>

namespace winnow {
namespace {

constexpr char16_t kError = 0xFFFD;

struct Row {
  char16_t icu;
  Indexed standard;
};

// Strokes, two signs and Han characters that came into Unicode after ICU's table; letters with two diacritics, which
// are two characters (12.1.1: pointers 1133, 1135, 1164, 1166).
constexpr Row kBig5[] = {
    {0xF303, {0x31C0}},         {0xF304, {0x31C1}},         {0xF305, {0x31C2}},         {0xF306, {0x31C3}},
    {0xF307, {0x31C4}},         {0xF309, {0x31C5}},         {0xF30C, {0x31C6}},         {0xF30D, {0x31C7}},
    {0xF310, {0x31C8}},         {0xF312, {0x31C9}},         {0xF313, {0x31CA}},         {0xF314, {0x31CB}},
    {0xF315, {0x31CC}},         {0xF317, {0x31CD}},         {0xF318, {0x31CE}},         {0xF325, {0x00CA, 0x0304}},
    {0xF327, {0x00CA, 0x030C}}, {0xF344, {0x00EA, 0x0304}}, {0xF346, {0x00EA, 0x030C}}, {0xF34A, {0x23DA}},
    {0xF34B, {0x23DB}},         {0xF57A, {0x9FA6}},         {0xF5A4, {0x9FA7}},         {0xF5AB, {0x9FA8}},
    {0xF5CC, {0x9FA9}},         {0xF5CE, {0x9FAA}},         {0xF5D0, {0x9FAB}},         {0xF5D5, {0x9FAC}},
    {0xF5EC, {0x9FAD}},         {0xF5ED, {0x9FAE}},         {0xF5EF, {0x9FAF}},         {0xF602, {0x9FB2}},
    {0xF61C, {0x9FB3}},         {0xF7E5, {0x31CF}},         {0xF7EB, {0x9FB0}},         {0xF7ED, {0x9FB1}}};

// GB 18030-2022: no private characters for the vertical forms and for six radicals more; and A3 A0, which pages use as
// a full-width space.
constexpr Row kGb18030[] = {{0xE5E5, {0x3000}}, {0xE78D, {0xFE10}}, {0xE78E, {0xFE12}}, {0xE78F, {0xFE11}},
                            {0xE790, {0xFE13}}, {0xE791, {0xFE14}}, {0xE792, {0xFE15}}, {0xE793, {0xFE16}},
                            {0xE794, {0xFE17}}, {0xE795, {0xFE18}}, {0xE796, {0xFE19}}, {0xE81E, {0x9FB4}},
                            {0xE826, {0x9FB5}}, {0xE82B, {0x9FB6}}, {0xE82C, {0x9FB7}}, {0xE832, {0x9FB8}},
                            {0xE843, {0x9FB9}}, {0xE854, {0x9FBA}}, {0xE864, {0x9FBB}}};

template <std::size_t n>
const Row* find(const Row (&rows)[n], char16_t c) {
  const Row* row =
      std::lower_bound(std::begin(rows), std::end(rows), c, [](const Row& r, char16_t icu) { return r.icu < icu; });
  return row != std::end(rows) && row->icu == c ? row : nullptr;
}

// Leads 81 to 84, which the index leaves empty, are 157 private characters each. A trail byte up to 7E is ASCII.
Indexed user_defined_big5(char16_t c) {
  constexpr char16_t kFirst = 0xEEB8, kPerLead = 157, kAsciiTrails = 63;
  const int trail = c < kFirst ? kPerLead : (c - kFirst) % kPerLead;
  return {kError, trail < kAsciiTrails ? static_cast<char16_t>(0x40 + trail) : char16_t{0}};
}

}  // namespace

Index index_of(std::string_view encoding) {
  if (encoding == "Big5") return Index::big5;
  if (encoding == "EUC-JP") return Index::euc_jp;
  if (encoding == "EUC-KR") return Index::euc_kr;
  if (encoding == "Shift_JIS") return Index::shift_jis;
  return encoding == "GBK" || encoding == "gb18030" ? Index::gb18030 : Index::none;
}

Indexed indexed(Index index, char16_t c) {
  switch (index) {
    case Index::big5: {
      const Row* row = find(kBig5, c);
      return row != nullptr ? row->standard : user_defined_big5(c);
    }
    case Index::gb18030: {
      const Row* row = find(kGb18030, c);
      return row != nullptr ? row->standard : Indexed{c};
    }
    case Index::euc_jp:
    case Index::euc_kr:
      return {kError};
    case Index::shift_jis:
    case Index::none:
      break;
  }
  return {c};
}

}  // namespace winnow
