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
  title, subtitle, summary, body, authors, editors, source, published, modified, section, tags, next_page, single_page
};

// Where a value may stand, and what is made of it, in this order. A locator is a CSS selector, "meta:NAME" (name,
// property or itemprop of a <meta>), or "jsonld:PATH" (dots between keys, found in any JSON-LD object of the page).
struct Place {
  std::string css = {};         // the locator
  std::string value = {};       // instead of a locator: this text, whatever the page says
  std::string attr = {};        // take this attribute instead of the text
  std::string cut_before = {};  // what stands before this text goes, and the text with it
  std::string cut_after = {};   // what stands behind this text goes, and the text with it
  std::string match = {};       // RE2; group 1 where there is one, else the whole match
  std::string split = {};       // cut the value here, into several
  std::string join = {};        // take all values, as one with this text between them

  bool operator==(const Place&) const = default;
};

// How one field is found: the first place where something is found counts.
struct FieldRule {
  std::vector<Place> places;      // the first may say nothing; the others are "else" in the file
  std::size_t require_chars = 0;  // body: a shorter one counts as not found
  std::size_t max = 20;           // next_page: parts at most
  bool prune = true;              // body: leave out what is no part of an article by its name or make

  bool operator==(const FieldRule&) const = default;
};

// Either a selector (the element goes, with all in it; or only its attribute `attr`) or an RE2 on the text of a block
// (the block goes).
struct RemoveRule {
  std::string css = {};
  std::string text = {};
  std::string attr = {};

  bool operator==(const RemoveRule&) const = default;
};

// A text of the page's source, and what stands there instead before the page is read.
struct Replacement {
  std::string find, with;

  bool operator==(const Replacement&) const = default;
};

// One version of a site's rules. The first set whose `when_exists` is empty or selects something is used.
struct RuleSet {
  std::string name;
  std::string when_exists;
  std::map<Field, FieldRule> fields;
  std::vector<RemoveRule> remove;

  bool operator==(const RuleSet&) const = default;
};

}  // namespace winnow
