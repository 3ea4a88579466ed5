// What spam mirrors do to a text so that it no longer looks like a copy: Traditional characters one by one, readings
// after the characters of a table, all on the bytes of CP936, so that neighbours are torn. Forward only: the inverse
// is the repair stage's.
#pragma once

#include <string>
#include <string_view>

namespace winnow::newsstand {

[[nodiscard]] std::string mirror_damage(std::string_view simplified);

}  // namespace winnow::newsstand
