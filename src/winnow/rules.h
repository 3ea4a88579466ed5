// What a site file may say about its pages. Texts are kept as they were written; `Reader` compiles
// them, and `check` (winnow.h) says what is wrong with them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace winnow {

// The fields that a rule may set.
enum class Field {
  title, subtitle, summary, body, authors, editors, source, published, modified, section, tags, next_page
};

// How one field is found. A locator is a CSS selector, "meta:NAME" (name, property or itemprop of a
// <meta>), or "jsonld:PATH" (dots between keys, found in any JSON-LD object of the page).
struct FieldRule {
  std::string css;                     // the first locator to try
  std::string attr;                    // take this attribute instead of the text
  std::string match;                   // RE2; group 1 where there is one, else the whole match
  std::string split;                   // cut the value here, into several
  std::vector<std::string> otherwise;  // further locators, in order ("else" in the file)
  std::size_t require_chars = 0;       // body: a shorter one counts as not found
  std::size_t max = 20;                // next_page: parts at most
};

// Either a selector (the element goes, with all in it) or an RE2 on the text of a block (the block goes).
struct RemoveRule {
  std::string css;
  std::string text;
};

// One version of a site's rules. The first set whose `when_exists` is empty or selects something is used.
struct RuleSet {
  std::string name;
  std::string when_exists;
  std::map<Field, FieldRule> fields;
  std::vector<RemoveRule> remove;
};

}  // namespace winnow
