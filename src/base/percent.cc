#include "base/percent.h"

#include <array>

#include "base/scan.h"

namespace winnow::percent {
namespace {

// What each set has beside the bytes below 0x20 and above 0x7E, in the order of Set.
constexpr std::array<std::string_view, 6> kSets = {
    "",  // c0_control
    " \"<>`", " \"#<>", " \"#<>'", " \"#<>?^`{}", " \"#<>?^`{}/:;=@[\\]|"};
static_assert(static_cast<int>(Set::c0_control) == 0 && static_cast<int>(Set::fragment) == 1 &&
              static_cast<int>(Set::query) == 2 && static_cast<int>(Set::special_query) == 3 &&
              static_cast<int>(Set::path) == 4 && static_cast<int>(Set::userinfo) == 5);

using Table = std::array<bool, 256>;

constexpr Table table_of(std::string_view more) {
  Table table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = byte < 0x20 || byte > 0x7E;
  for (const char c : more) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr std::array<Table, kSets.size()> kTables = {table_of(kSets[0]), table_of(kSets[1]), table_of(kSets[2]),
                                                     table_of(kSets[3]), table_of(kSets[4]), table_of(kSets[5])};

}  // namespace

bool contains(Set set, unsigned char byte) { return kTables[static_cast<std::size_t>(set)][byte]; }

void append_encoded(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

void encode(std::string_view text, Set set, std::string& out) {
  const Table& table = kTables[static_cast<std::size_t>(set)];
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!table[byte]) continue;
    out.append(text, copied, i - copied);
    append_encoded(out, byte);
    copied = i + 1;
  }
  out.append(text, copied);
}

int byte_at_start(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return -1;
  const int high = ascii::hex_value(text[1]), low = ascii::hex_value(text[2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = byte_at_start(text.substr(i, 3));
    out += byte < 0 ? text[i] : static_cast<char>(byte);
    if (byte >= 0) i += 2;
  }
  return out;
}

}  // namespace winnow::percent
