#include "repair/mirror/proof.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "base/gbk.h"
#include "base/pinyin.h"
#include "base/utf8.h"
#include "repair/mirror/marks.h"
#include "repair/points.h"

namespace winnow::repair::mirror {
namespace {

constexpr unsigned kEaten = '?';  // any sign that is no trail byte does for one that was eaten

char32_t folded(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - kWider : c; }

// Reads bytes in pairs, as the mirror does, and compares what comes out with what is shown. A small value: it is
// copied to look ahead.
class Comparison {
 public:
  explicit Comparison(std::u32string_view shown) : shown_(shown) {}

  [[nodiscard]] bool byte(unsigned byte) {
    if (lead_ == 0) {
      if (byte > 0x80) lead_ = byte;
      return byte > 0x80 || shows(byte == 0x80 ? U'€' : char32_t{byte});
    }
    const unsigned lead = lead_;
    lead_ = 0;
    if (byte < 0x21 || byte == 0x7F) return shows(byte);  // the lead byte vanished
    const char32_t c = gbk::character(lead, byte);
    return shows(c == 0 ? U'?' : c);
  }

  // A character of another code page, between whole ones.
  [[nodiscard]] bool character(char32_t c) {
    lead_ = 0;
    return shows(c);
  }

  // `ends_key(bytes, syllable)` says whether two bytes are a key with that reading: a reading may hold one.
  template <class EndsKey>
  [[nodiscard]] bool mark(std::uint16_t syllable, EndsKey ends_key) {
    if (!byte('(')) return false;
    const std::string_view reading = han::syllable(syllable);
    unsigned last = 0;
    for (std::size_t i = 0; i < reading.size();) {
      const char32_t c = utf8::next(reading, i);
      if (!text(c)) return false;
      const unsigned bytes = c < 0x80 ? static_cast<unsigned>(c) : gbk::bytes(c);
      const Mark inner = at_ < shown_.size() && shown_[at_] == '(' ? mark_at(shown_, at_) : Mark{};
      if (inner && ends_key(c < 0x80 ? last << 8U | bytes : bytes, inner.syllable)) at_ += inner.size;
      last = bytes & 0xFFU;
    }
    if (at_ < shown_.size() && (shown_[at_] == ' ' || shown_[at_] == 0xA0)) ++at_;  // some mirrors write one there
    return byte(')');
  }

  [[nodiscard]] bool text(char32_t c) {
    if (c == utf8::kReplacement) return byte(kEaten);
    if (c < 0x80) return byte(static_cast<unsigned>(c));
    const unsigned bytes = gbk::bytes(c);
    return bytes == 0 ? character(c) : byte(bytes >> 8U) && byte(bytes & 0xFFU);
  }

  // The quick way for most of a text: a whole character, in step, and the mark behind it where it is a key.
  [[nodiscard]] bool stands(char32_t c) const { return lead_ == 0 && at_ < shown_.size() && shown_[at_] == c; }
  [[nodiscard]] std::size_t mark_of(const Key& key) const {
    const bool opens = at_ + 1 < shown_.size() && shown_[at_ + 1] == '(';
    const Mark mark = opens ? mark_at(shown_, at_ + 1) : Mark{};
    return mark && key.reads(mark.syllable) ? mark.size : 0;
  }
  void skip(std::size_t characters) { at_ += characters; }

  // A lead byte alone at the end of a text is shown as "?", at the end of a line as nothing.
  [[nodiscard]] bool done() const { return shown_.substr(at_) == U"?" ? lead_ != 0 : at_ == shown_.size(); }

 private:
  [[nodiscard]] bool shows(char32_t c) { return at_ < shown_.size() && folded(shown_[at_++]) == folded(c); }

  std::u32string_view shown_;
  std::size_t at_ = 0;
  unsigned lead_ = 0;
};

class Damage {
 public:
  Damage(std::u32string_view shown, const Table& table, std::span<const FoundKey> found)
      : comparison_(shown), table_(table), found_(found) {}

  [[nodiscard]] bool add(char32_t c) {
    const unsigned bytes = gbk::bytes(c);
    if (bytes != 0 && found_.empty() && comparison_.stands(c) && table_.find(last_, bytes >> 8U) == nullptr) {
      const Key* key = table_.find(bytes >> 8U, bytes & 0xFFU);
      const std::size_t mark = key == nullptr ? 0 : comparison_.mark_of(*key);
      if (key == nullptr || mark != 0) {
        comparison_.skip(1 + mark);
        last_ = bytes & 0xFFU;
        after_mark_ = key != nullptr;
        return true;
      }
    }
    if (c < 0x80) return add_byte(static_cast<unsigned>(c));
    if (c == U'€') return add_byte(0x80);
    if (bytes == 0 || c == utf8::kReplacement) {
      last_ = 0;
      after_mark_ = false;
      return comparison_.text(c);
    }
    return add_byte(bytes >> 8U) && add_byte(bytes & 0xFFU);
  }

  [[nodiscard]] bool done() const { return comparison_.done(); }

 private:
  [[nodiscard]] bool add_byte(unsigned byte) {
    if (!comparison_.byte(byte)) return false;
    const unsigned bytes = last_ << 8U | byte;
    const Key* key = table_.find(last_, byte);
    last_ = byte;
    const bool overlaps = after_mark_;  // of two keys that overlap the mirror may have found only one
    after_mark_ = false;
    for (const FoundKey& found : found_) {
      if (found.bytes == bytes && mark(found.syllable)) return true;
    }
    if (key == nullptr) return true;
    return std::any_of(key->syllables.begin(), key->syllables.end(), [this](std::uint16_t s) { return mark(s); }) ||
           overlaps;
  }

  [[nodiscard]] bool mark(std::uint16_t syllable) {
    Comparison marked = comparison_;
    const auto ends_key = [this](unsigned bytes, std::uint16_t reading) {
      const Key* key = table_.find(bytes >> 8U, bytes & 0xFFU);
      // A key that stands nowhere else is known by its reading alone.
      return key != nullptr ? key->reads(reading) : han::reads(gbk::character(bytes >> 8U, bytes & 0xFFU), reading);
    };
    if (syllable == 0 || !marked.mark(syllable, ends_key)) return false;
    comparison_ = marked;
    after_mark_ = true;
    return true;
  }

  Comparison comparison_;
  const Table& table_;
  std::span<const FoundKey> found_;
  unsigned last_ = 0;
  bool after_mark_ = false;
};

}  // namespace

bool proves(const Original& original, std::u32string_view shown, const Table& table) {
  Damage damage(shown, table, original.keys);
  for (const char32_t c : original.text) {
    if (!damage.add(c)) return false;
  }
  return damage.done();
}

}  // namespace winnow::repair::mirror
