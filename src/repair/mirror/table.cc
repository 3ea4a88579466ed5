#include "repair/mirror/table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/pinyin.h"
#include "base/utf8.h"

namespace winnow::repair::mirror {
namespace {

constexpr std::size_t kMostKeys = 8192;

void add_syllable(Key& key, std::uint16_t syllable) {
  if (key.reads(syllable)) return;
  const auto free = std::find(key.syllables.begin(), key.syllables.end(), std::uint16_t{0});
  if (free != key.syllables.end()) *free = syllable;
}

// The field up to the next space; `line` goes on behind it.
std::string_view field(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view found = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return found;
}

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

char32_t Key::character() const { return gbk::character(bytes >> 8U, bytes & 0xFFU); }

bool Key::reads(std::uint16_t syllable) const {
  return std::find(syllables.begin(), syllables.end(), syllable) != syllables.end();
}

Key& Table::at(std::uint16_t bytes) {
  if (slots_.empty()) slots_.resize(kPairs);
  std::uint16_t& place = slots_[slot(bytes >> 8U, bytes & 0xFFU)];
  if (place == 0) {
    keys_.push_back({bytes, {}, 0, 0});
    place = static_cast<std::uint16_t>(keys_.size());
    const std::size_t at = slot(bytes >> 8U, bytes & 0xFFU);
    used_[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  return keys_[place - 1U];
}

void Table::assign(std::vector<Key> keys) {
  for (const Key& key : keys_) slots_[slot(key.bytes >> 8U, key.bytes & 0xFFU)] = 0;
  used_.fill(0);
  keys_.clear();
  for (const Key& key : keys) at(key.bytes) = key;
}

void Table::add(char32_t c, std::uint16_t syllable) {
  const std::uint16_t bytes = gbk::bytes(c);
  if (bytes == 0 || keys_.size() == kMostKeys) return;
  Key& key = at(bytes);
  ++key.marked;
  add_syllable(key, syllable);
}

void Table::count(const Census& census) {
  for (Key& key : keys_) key.seen = static_cast<std::uint32_t>(census.count(key.character()));
}

const Key* Table::find(char32_t c) const {
  const std::uint16_t bytes = gbk::bytes(c);
  return find(bytes >> 8U, bytes & 0xFFU);
}

std::string Table::text() const {
  std::string out;
  for (const Key& key : keys_) {
    utf8::append(out, key.character());
    out += ' ' + std::to_string(key.marked) + ' ' + std::to_string(key.seen);
    for (const std::uint16_t syllable : key.syllables) {
      if (syllable != 0) out.append(" ").append(han::syllable(syllable));
    }
    out += '\n';
  }
  return out;
}

Table Table::parse(std::string_view text) {
  Table table;
  while (!text.empty() && table.keys_.size() < kMostKeys) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::u32string name = utf8::decode(field(line));
    const std::uint16_t bytes = name.size() == 1 ? gbk::bytes(name[0]) : std::uint16_t{0};
    if (bytes == 0) continue;
    Key& key = table.at(bytes);
    key.marked = number(field(line));
    key.seen = number(field(line));
    while (!line.empty()) add_syllable(key, han::syllable_id(utf8::decode(field(line))));
  }
  return table;
}

void Table::merge(const Table& other) {
  for (const Key& theirs : other.keys_) {
    if (keys_.size() == kMostKeys) return;
    Key& ours = at(theirs.bytes);
    ours.marked += theirs.marked;
    ours.seen += theirs.seen;
    for (const std::uint16_t syllable : theirs.syllables) {
      if (syllable != 0) add_syllable(ours, syllable);
    }
  }
}

}  // namespace winnow::repair::mirror
