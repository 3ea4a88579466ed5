// What a caller may choose. Values only; the defaults are those of a page about which nothing is known.
#pragma once

#include <string>
#include <vector>

#include "winnow/rules.h"

namespace winnow {

enum class Script { as_is, simplified, traditional };
enum class Mode { off, automatic, on };

struct CleanOptions {
  bool spam_headers = true;
  bool share = true;
  bool notices = true;
  bool learn = true;  // what the site repeats, where the page comes with its memory (site_lines.h)
  Script script = Script::as_is;

  bool operator==(const CleanOptions&) const = default;
};

struct RepairOptions {
  bool mojibake = true;
  Mode mirror = Mode::automatic;
  Mode punctuation = Mode::automatic;

  bool operator==(const RepairOptions&) const = default;
};

struct Options {
  std::string site;                // goes into Article::site
  std::string language;            // BCP 47; empty: what the page says
  std::string zone;                // IANA name, for times without an offset
  std::string encoding = "auto";   // or a WHATWG label, which then wins
  std::vector<Replacement> replace; // in the page's source, in this order
  std::vector<RuleSet> rules;      // newest first
  CleanOptions clean;
  RepairOptions repair;
  bool prefilter = true;           // spare the HTML parser what can't shape the tree; the article is the same without
  bool trace = false;              // fill Reading::trace
  bool mark = false;               // fill Reading::marked_html

  bool operator==(const Options&) const = default;
};

}  // namespace winnow
