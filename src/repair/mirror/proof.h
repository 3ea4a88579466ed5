// The proof of a repair: the mirror's damage, applied to what was restored, gives what was shown. Pure, linear.
#pragma once

#include <string_view>

#include "repair/mirror/table.h"
#include "repair/mirror/unshift.h"

namespace winnow::repair::mirror {

// Whether the damage of a mirror with that table, and the keys that the line itself showed, makes `shown` of the
// original. U+FFFD in the original stands for a sign that was eaten.
[[nodiscard]] bool proves(const Original& original, std::u32string_view shown, const Table& table);

}  // namespace winnow::repair::mirror
