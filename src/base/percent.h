// Percent-encoding by the URL Standard, 1.3. Internal to base and to those who compare URLs; pure.
#pragma once

#include <string>
#include <string_view>

namespace winnow::percent {

// The percent-encode sets of the standard, each a superset of the one before it on its branch.
enum class Set { c0_control, fragment, query, special_query, path, userinfo };

[[nodiscard]] bool contains(Set set, unsigned char byte);
// Appends `text` (UTF-8) with the bytes of `set` written as %XX.
void encode(std::string_view text, Set set, std::string& out);
void append_encoded(std::string& out, unsigned char byte);  // "%0A"
// Each %XX as its byte; what is no %XX stays.
[[nodiscard]] std::string decode(std::string_view text);
// The byte that a "%XX" at the start of `text` stands for, -1 where there is none.
[[nodiscard]] int byte_at_start(std::string_view text);

}  // namespace winnow::percent
