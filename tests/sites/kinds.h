// The thirty kinds, in four files. Private to this folder.
#pragma once

#include <vector>

#include "sites/kind.h"

namespace winnow::sites {

[[nodiscard]] std::vector<Kind> kinds_by_markup();     // what their markup is like
[[nodiscard]] std::vector<Kind> kinds_by_system();     // what content systems and frameworks make of them
[[nodiscard]] std::vector<Kind> kinds_by_language();   // what their language and its habits ask for
[[nodiscard]] std::vector<Kind> kinds_by_structure();  // how their pages and addresses hang together

}  // namespace winnow::sites
