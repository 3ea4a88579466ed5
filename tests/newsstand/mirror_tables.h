// Tables of mirrors: which characters get a reading, and which. Real ones differ from mirror to mirror, and nothing
// that repairs a text may know them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace winnow::newsstand {

// In the order in which the mirror puts its readings in.
struct MirrorReading {
  std::string character;
  std::string reading;            // with a space at its end where the mirror writes one
  std::string other = {};         // of a mirror that chooses by context: the reading
  std::string other_before = {};  // before these characters, "" for none
};
using MirrorTable = std::vector<MirrorReading>;

// 46 characters that the newsstand's stories have.
[[nodiscard]] const MirrorTable& newsstand_table();

// The so many commonest Traditional characters, with their customary readings.
[[nodiscard]] MirrorTable frequent_table(std::size_t size);

// 60 % of all Traditional characters that a mirror writes, in an order of its own.
[[nodiscard]] MirrorTable random_table(std::uint64_t seed);

// The same table on the other branch of the family: every third reading ends with a space, and some characters are read
// by context.
[[nodiscard]] MirrorTable other_branch(MirrorTable table);

}  // namespace winnow::newsstand
