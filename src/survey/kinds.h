// What each page of a site is, by what it holds and by what the others say. Pure.
#pragma once

#include "survey/notes.h"

namespace winnow::survey {

// Sets kind and why of all pages anew.
void judge_kinds(Notes& notes);

// A number for people: "24 links".
[[nodiscard]] std::string count_of(std::size_t number, std::string_view what);

}  // namespace winnow::survey
