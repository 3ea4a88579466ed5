// Back to Simplified from the Traditional characters that a mirror made one by one. Pure.
#pragma once

#include <string>
#include <string_view>

#include "repair/mirror/census.h"

namespace winnow::repair::mirror {

// In place; whether anything changed. Phrase-wise (base/han.h), character for character; what CP936 doesn't have stays
// as it is, for the article had it neither. Of characters that are written in both scripts (於 beside 于, 濛 beside 蒙)
// the census of the document tells whether the mirror made them: one that leaves 于 as it is didn't make 於. 著, which
// the mirrors make of every 着, becomes 着 where that reads better. A quotation in Japanese stays as it is.
bool simplify(std::u32string& text, const Census& census);

}  // namespace winnow::repair::mirror
