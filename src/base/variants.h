// Characters that are ordinary ideographs in all but their code point: radicals and compatibility ideographs, which
// come from PDF files, from fonts and from old character sets. Tables that the build makes from the Unicode Character
// Database, compiled in. Pure, safe from any thread.
#pragma once

namespace winnow::han {

// The ordinary ideograph of a Kangxi or CJK radical (EquivalentUnifiedIdeograph.txt) or of a compatibility ideograph
// (its singleton decomposition); any other character is itself, the twelve unified ideographs among the compatibility
// ones (U+FA0E, ...) too. In the names of people the difference can be meant: whether to replace is the caller's
// choice.
[[nodiscard]] char32_t unified(char32_t c);

}  // namespace winnow::han
