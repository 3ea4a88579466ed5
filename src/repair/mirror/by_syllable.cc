#include "repair/mirror/by_syllable.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "base/gbk.h"
#include "base/pinyin.h"

namespace winnow::repair::mirror {
namespace {

constexpr unsigned kFirst = 0x81, kEnd = 0xFF;  // of both bytes

class Index {
 public:
  Index() {
    for (unsigned lead = kFirst; lead < kEnd; ++lead) {
      starts_[lead - kFirst] = rows_.size();
      for (unsigned trail = kFirst; trail < kEnd; ++trail) {
        for (const std::uint16_t syllable : han::readings(gbk::character(lead, trail)))
          rows_.emplace_back(syllable, static_cast<std::uint8_t>(trail));
      }
      std::sort(rows_.begin() + static_cast<std::ptrdiff_t>(starts_[lead - kFirst]), rows_.end());
    }
    starts_.back() = rows_.size();
  }

  [[nodiscard]] std::span<const SecondByte> find(unsigned lead, std::uint16_t syllable) const {
    const auto row = [this](std::size_t i) { return rows_.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto [first, last] =
        std::equal_range(row(starts_[lead - kFirst]), row(starts_[lead - kFirst + 1]), SecondByte{syllable, 0},
                         [](const SecondByte& a, const SecondByte& b) { return a.first < b.first; });
    return {first, last};
  }

 private:
  std::array<std::size_t, kEnd - kFirst + 1> starts_{};
  std::vector<SecondByte> rows_;
};

}  // namespace

std::span<const SecondByte> characters_with(unsigned lead, std::uint16_t syllable) {
  static const Index kIndex;
  return kIndex.find(lead, syllable);
}

}  // namespace winnow::repair::mirror
