// Normal form C: accents that stand beside their letter join it; nothing is folded for compatibility. And the ordinary
// ideograph for what only looks like one: radicals (from PDF files) inside words. Pure, linear.
//
// Compatibility ideographs are replaced everywhere, in names too: normal form C has no place for them (each is
// canonically the same as its ordinary ideograph), so that no text that went through a normaliser had any. The twelve
// that are ordinary ideographs in spite of their place (U+FA0E ..., among them 﨑) stay, and so do variation sequences,
// by which a name's form is written today. Width, ligatures, circled numbers are never folded.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

[[nodiscard]] std::string fix_normal_form(std::string_view text, Log& log);

}  // namespace winnow::repair
