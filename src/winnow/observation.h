// What a page showed of its make: which rules found something, which fields are filled, in which elements the article
// stands, which elements the page is made of. Whoever compares it with what earlier pages of the site showed sees that
// a template has changed (src/health). Values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "winnow/rules.h"

namespace winnow {

inline constexpr std::size_t kObservedMarks = 256;  // of a page, at most

// One field of the article.
struct FieldSeen {
  Field field = Field::title;
  bool named = false;    // the rule set that was used says where it stands
  bool by_rule = false;  // and found it there
  bool filled = false;   // the article has it, from wherever
  bool operator==(const FieldSeen&) const = default;
};

// Marks are numbers made of element names, ids and single classes, without the digits in them. They do not depend on
// what the article says, on how many items a list has, or on what is put around an element. Sorted, each once.
using Marks = std::vector<std::uint32_t>;

struct ElementSeen {
  std::uint32_t name = 0;  // a mark too; 0: there is no such element
  Marks marks;             // of its id and classes
  Marks around;            // of the elements right around it: how they are nested, their ids and classes
  bool operator==(const ElementSeen&) const = default;
};

struct Observation {
  bool page = false;              // it was a page at all; else all below is empty
  bool ruled = false;             // the site has rules
  std::string rule_set;           // that was used; empty: the condition of none holds, or there is none
  std::vector<FieldSeen> fields;  // each field once, in the order of Field
  std::uint32_t characters = 0;   // of the text
  std::uint32_t removed = 0;      // characters that were taken out near the body, but for what the site repeats
  std::uint32_t paragraphs = 0, links = 0, images = 0;
  std::uint32_t parts = 0;      // pages that the article was read from
  std::uint32_t exactness = 0;  // of the publication time as stated: 0 unknown, 1 the day, 2 the clock, 3 its offset
  ElementSeen title_at;         // that shows the title
  ElementSeen body_at;          // that most of the text stands in
  ElementSeen time_at;          // that shows when it was published; its marks tell the form of the time too
  Marks told;                   // what the head and JSON-LD tell: names of meta elements, keys of objects
  Marks layout;                 // of the whole page
  std::uint64_t title = 0;      // hashes, to see pages that are all the same; 0: none
  std::uint64_t text = 0;
  bool operator==(const Observation&) const = default;
};

}  // namespace winnow
