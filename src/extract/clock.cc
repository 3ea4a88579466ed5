#include "extract/clock.h"

#include <string>

#include "extract/date_words.h"

namespace winnow::extract {
namespace {

using Tokens = std::span<const DateToken>;

class ClockReader {
 public:
  ClockReader(Tokens tokens, std::size_t at, const ClockContext& context)
      : tokens_(tokens), at_(at), context_(context) {}

  std::optional<FoundClock> read() {
    half_ = take_half_day();
    if (!number(0, 1, 2) || tokens_[at_].value > 24) return std::nullopt;
    hour_ = tokens_[at_++].value;
    if (!read_rest()) return std::nullopt;
    if (names_hour_here()) ++at_;
    if (half_ == HalfDay::none) half_ = take_half_day();
    return result();
  }

 private:
  [[nodiscard]] const DateToken* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  [[nodiscard]] bool number(std::size_t ahead, unsigned min, unsigned max) const {
    return peek(ahead) && peek(ahead)->is_number(min, max);
  }
  [[nodiscard]] bool mark(std::size_t ahead, char32_t c) const { return peek(ahead) && peek(ahead)->is_mark(c); }
  [[nodiscard]] bool word(std::size_t ahead, std::string_view w) const {
    return peek(ahead) && peek(ahead)->is_word(w);
  }
  [[nodiscard]] bool names_hour_here() const {
    return peek() && peek()->kind == DateToken::Kind::word && names_hour(peek()->word);
  }

  // "pm", "p.m.", 下午 as two Han tokens.
  HalfDay take_half_day() {
    if (!peek() || peek()->kind != DateToken::Kind::word) return HalfDay::none;
    HalfDay half = half_day(peek()->word);
    if (half != HalfDay::none) return ++at_, half;
    if (peek(1) && peek(1)->kind == DateToken::Kind::word && !peek(1)->gap)
      half = half_day(peek()->word + peek(1)->word);
    if (half != HalfDay::none) return at_ += 2, half;
    if ((word(0, "a") || word(0, "p")) && mark(1, U'.') && word(2, "m")) {
      half = word(0, "a") ? HalfDay::am : HalfDay::pm;
      at_ += mark(3, U'.') ? 4 : 3;
    }
    return half;
  }

  bool read_rest() {
    if (mark(0, U':') && number(1, 2, 2) && !peek(1)->gap) return read_minutes(), true;
    if (mark(0, U'.') && number(1, 2, 2) && !peek(1)->gap) return read_dotted();
    if (names_hour_here()) return read_worded();
    return half_day_follows() || half_ != HalfDay::none;
  }

  [[nodiscard]] bool half_day_follows() const {
    ClockReader ahead = *this;
    return ahead.take_half_day() != HalfDay::none;
  }

  void read_minutes() {
    minute_ = peek(1)->value;
    at_ += 2;
    if (!mark(0, U':') || !number(1, 2, 2)) return;
    second_ = peek(1)->value;
    has_seconds_ = true;
    at_ += 2;
    if ((mark(0, U'.') || mark(0, U',')) && number(1, 1, 9) && !peek(1)->gap) at_ += 2;
  }

  // 9.30 is a time only where a word before or behind it says so.
  bool read_dotted() {
    const DateToken* behind = peek(2);
    bool named = behind && behind->kind == DateToken::Kind::word &&
                 (names_hour(behind->word) || half_day(behind->word) != HalfDay::none);
    bool dotted_half = (word(2, "a") || word(2, "p")) && mark(3, U'.') && word(4, "m");
    if (!context_.announced && !named && !dotted_half) return false;
    minute_ = peek(1)->value;
    at_ += 2;
    return true;
  }

  // "10h30", "9 Uhr", 21时42分41秒, 3点半
  bool read_worded() {
    ++at_;
    if (word(0, "半")) {
      minute_ = 30;
      ++at_;
    } else if (number(0, 2, 2) || (number(0, 1, 2) && unit(1, "分", "분"))) {
      minute_ = peek()->value;
      ++at_;
      if (unit(0, "分", "분")) ++at_;
      if (number(0, 1, 2) && unit(1, "秒", "초")) {
        second_ = peek()->value;
        has_seconds_ = true;
        at_ += 2;
      }
    }
    return true;
  }

  [[nodiscard]] bool unit(std::size_t ahead, std::string_view han, std::string_view hangul) const {
    return word(ahead, han) || word(ahead, hangul);
  }

  std::optional<FoundClock> result() {
    if (half_ == HalfDay::pm && hour_ < 12) hour_ += 12;
    if (half_ == HalfDay::am && hour_ == 12) hour_ = 0;
    if (hour_ > 23 || minute_ > 59 || second_ > 59) return std::nullopt;
    FoundClock found;
    found.clock = std::chrono::hours(hour_) + std::chrono::minutes(minute_) + std::chrono::seconds(second_);
    found.has_seconds = has_seconds_;
    found.zone = take_zone();
    found.next = at_;
    return found;
  }

  ClockZone take_zone() {
    std::size_t open = mark(0, U'(') ? 1 : 0;
    if (std::optional<ClockZone> signed_zone = take_offset(open)) return *signed_zone;
    const DateToken* name = peek(open);
    if (!name || name->kind != DateToken::Kind::word) return {};
    if (name->word == "cst" && context_.chinese) return at_ += open + 1, ClockZone{std::chrono::hours(8), {}};
    std::optional<ZoneWord> zone = zone_named(name->word);
    if (!zone) return {};
    at_ += open + 1;
    if (zone->offset.count() == 0 && zone->iana.empty()) {
      if (std::optional<ClockZone> signed_zone = take_offset(0)) return *signed_zone;  // "GMT+8"
    }
    if (!zone->iana.empty()) return {std::nullopt, zone->iana};
    return {zone->offset, {}};
  }

  // "+0800", "+08:00", and "+8" behind GMT or UTC.
  std::optional<ClockZone> take_offset(std::size_t from) {
    const bool minus = mark(from, U'-');
    if (!(minus || mark(from, U'+')) || !number(from + 1, 1, 4) || peek(from + 1)->gap) return std::nullopt;
    const bool after_name = at_ > 0 && tokens_[at_ - 1].kind == DateToken::Kind::word;
    const DateToken& digits = *peek(from + 1);
    unsigned hours = digits.value, minutes = 0;
    std::size_t used = 2;
    if (digits.digits == 4) {
      hours = digits.value / 100, minutes = digits.value % 100;
    } else if (mark(from + 2, U':') && number(from + 3, 2, 2)) {
      minutes = peek(from + 3)->value;
      used = 4;
    } else if (!after_name && !(context_.iso && digits.digits == 2)) {
      return std::nullopt;
    }
    if (minus && !context_.iso && !has_seconds_ && !after_name && digits.digits != 4) return std::nullopt;
    if (hours > 14 || minutes > 59) return std::nullopt;
    at_ += from + used;
    int total = static_cast<int>(hours * 60 + minutes);
    return ClockZone{std::chrono::minutes(minus ? -total : total), {}};
  }

  Tokens tokens_;
  std::size_t at_;
  ClockContext context_;
  HalfDay half_ = HalfDay::none;
  unsigned hour_ = 0, minute_ = 0, second_ = 0;
  bool has_seconds_ = false;
};

}  // namespace

std::optional<FoundClock> clock_at(Tokens tokens, std::size_t at, const ClockContext& context) {
  return ClockReader(tokens, at, context).read();
}

}  // namespace winnow::extract
