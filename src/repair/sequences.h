// UTF-8 sequences whose bytes were read as characters of a single-byte encoding: where a line has some, and which of
// them are no text of their own. Pure, linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "repair/codecs.h"

namespace winnow::repair {

// Characters of a line that stand for the bytes of one sequence.
struct Sequence {
  std::uint32_t at = 0;
  std::uint8_t size = 0;  // in characters of the line
  std::uint8_t lead = 0;
  bool lost = false;    // a byte of it is gone: `meant` is U+FFFD
  bool spaced = false;  // a space stands where the byte A0 was
  bool accepted = false;
  char32_t meant = 0;
};

class Line {
 public:
  // `text` must outlive it. `again`: what stands here came out of the same encoding already.
  Line(std::u32string_view text, std::size_t codec, bool again);

  [[nodiscard]] const std::vector<Sequence>& sequences() const { return sequences_; }
  [[nodiscard]] std::size_t weight() const;  // characters of those that are accepted
  // Most sequences break off: no encoding makes text of this.
  [[nodiscard]] bool is_hopeless() const;

 private:
  [[nodiscard]] unsigned byte(std::size_t i) const { return i < text_.size() ? tables_.byte_of(codec_, text_[i]) : 0U; }
  [[nodiscard]] char32_t character(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }
  [[nodiscard]] char32_t before(const Sequence& s) const { return s.at > 0 ? text_[s.at - 1] : U'\0'; }
  [[nodiscard]] char32_t after(const Sequence& s) const { return character(s.at + s.size); }
  [[nodiscard]] bool western() const { return codec_ == kWindows1252 || codec_ == kWindows1254; }

  void find();
  [[nodiscard]] Sequence sequence_at(std::size_t i) const;
  [[nodiscard]] Sequence surrogate_pair_at(std::size_t i) const;
  [[nodiscard]] Sequence grave_at(std::size_t i) const;
  [[nodiscard]] bool is_lost(std::size_t i, std::size_t k, std::size_t size) const;

  [[nodiscard]] bool touches_letter(const Sequence& s) const;
  [[nodiscard]] bool is_foreign_here(const Sequence& s) const;
  [[nodiscard]] bool fits_case(const Sequence& s) const;
  [[nodiscard]] bool is_likely_long(const Sequence& s) const;
  [[nodiscard]] bool is_likely_drawn(const Sequence& s) const;
  [[nodiscard]] bool is_likely_accented(const Sequence& s) const;
  [[nodiscard]] bool is_likely_alone(const Sequence& s) const;
  [[nodiscard]] bool is_likely_space(const Sequence& s) const;

  [[nodiscard]] bool is_among_others(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::size_t run_from(std::size_t k) const;
  [[nodiscard]] std::size_t block_from(std::size_t k) const;
  [[nodiscard]] bool covers_all() const;
  void judge();
  void judge_blocks();
  void judge_runs();
  void judge_by_company();

  const Codecs& tables_ = Codecs::tables();
  std::u32string_view text_;
  std::size_t codec_;
  bool again_;
  std::size_t cut_ = 0;  // sequences of three bytes and more that break off
  std::vector<Sequence> sequences_;
};

}  // namespace winnow::repair
