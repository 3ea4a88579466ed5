// The search through a stretch whose bytes are out of step (see unshift.h). It follows several ways at once: a way is
// one reading of the original up to a place of what is shown. Pure, bounded.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "repair/mirror/marks.h"
#include "repair/mirror/table.h"
#include "repair/mirror/unshift.h"

namespace winnow::repair::mirror {

class Search {
 public:
  Search(std::u32string_view shown, const Table& table, const Census& census)
      : shown_(shown), table_(table), census_(census) {}

  // From the "?" at `at`, where `original` is complete and in step, to the next place where it is so again; the rest is
  // appended to `original`. Returns that place.
  std::size_t run(std::size_t at, Original& original);

 private:
  // A character of the original, and the one before it on its way; 0 is the start.
  struct Node {
    std::uint32_t before = 0;
    char32_t c = 0;
    bool chosen = false;  // bytes were lost here
    FoundKey key;         // that ended here or before the next one
  };

  // Without default values: a place has room for many, and few are ever made.
  struct Way {
    std::uint32_t node;
    unsigned pending;  // the lead byte that waits for its trail; 0: in step
    unsigned bytes;    // the last two bytes of the original so far; a zero where there is none
    char32_t last;     // the last character
    float score;       // natural logarithm
    float gap;         // to the best way that was dropped in favour of this one
    bool marked;       // the last byte ended a key whose mark was read
    bool bare;         // the last byte ended a key whose mark is missing yet
    bool wide;         // the character before the start was a full-width sign
  };

  // The likeliest ways up to one place. Ways that go on alike become one.
  class Ways {
   public:
    Ways() noexcept : size_(0) {}  // leaves the room for ways as it is
    void add(const Way& way);
    void clear() { size_ = 0; }
    [[nodiscard]] std::span<const Way> all() const { return {ways_.data(), size_}; }

   private:
    std::array<Way, 16> ways_;
    std::size_t size_;
  };

  // Each step takes a way at `at` to ways further on.
  void step(const Way& way, std::size_t at);
  [[nodiscard]] Way with_mark(Way way, const Mark& mark, bool known);
  void widen_last(Way& way);
  bool step_mark(const Way& way, std::size_t at);
  bool step_eaten(const Way& way, std::size_t at);
  void step_in(const Way& way, std::size_t at);
  void step_out(const Way& way, std::size_t at);
  void step_sign(const Way& way, std::size_t at);
  void step_lost(const Way& way, std::size_t at);
  void step_lost_sign(const Way& way, std::size_t at);

  [[nodiscard]] Way emit(Way way, char32_t c, bool chosen);
  [[nodiscard]] bool put(Way& way, unsigned byte);
  void arrive(const Way& way, std::size_t at);
  // What stands behind a place: the next character that is no white space, 0 at the end, and whether white space or the
  // end comes first.
  struct Following {
    char32_t next;
    bool blank;
  };
  [[nodiscard]] Following following(std::size_t at) const;
  void complete(const Way& way, std::size_t at, Following following, std::vector<Way>& out);
  [[nodiscard]] float fitness(const Way& way, char32_t c, Following following, char32_t open) const;
  Ways& ways(std::size_t at) { return ring_[at % ring_.size()]; }
  [[nodiscard]] bool is_settled(std::size_t at);
  void finish();
  [[nodiscard]] static float best_of(std::span<const Way> ways);
  void give_up(const Way& way, std::size_t at);
  void write(const Way& way, Original& original) const;
  [[nodiscard]] bool bracket_closes(std::size_t at) const;

  std::u32string_view shown_;
  const Table& table_;
  const Census& census_;
  std::vector<Node> nodes_;
  std::array<Ways, 64> ring_;  // the ways at each place; longer than any single step
  std::size_t furthest_ = 0;
  bool several_ = false;  // ways at the place of this step
  bool alone_ = false;    // this step leads to one way, and there is no other
};

}  // namespace winnow::repair::mirror
