// Mandarin readings of the characters of GBK, from the Unihan database: tables that the build makes, compiled in. Pure,
// safe from any thread, no allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace winnow::han {

// A syllable of Hanyu Pinyin, known by a small number: 0 where the text is none. It is lower case, with precomposed
// tone marks where Unicode has them (NFC); "ɡ" and "ɑ" read as g and a. Without a tone mark it is a syllable of its own
// (the neutral tone): "zhong" is not "zhōng". Which numbers they are may change with the data; don't store them.
[[nodiscard]] std::uint16_t syllable_id(std::u32string_view syllable);
inline constexpr std::size_t kLongestSyllable = 6;  // in characters: "zhuāng"

// Total over any number: of one that is no syllable's the text is empty.
[[nodiscard]] std::string_view syllable(std::uint16_t id);  // UTF-8
[[nodiscard]] bool is_toned(std::uint16_t id);

// All readings, ancient and rare ones too, the customary one first; empty where the character has none.
[[nodiscard]] std::span<const std::uint16_t> readings(char32_t c);
[[nodiscard]] bool reads(char32_t c, std::uint16_t syllable);

}  // namespace winnow::han
