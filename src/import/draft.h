// A site file that is being made from another program's: what it says, and its text. Values only.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "winnow/rules.h"

namespace winnow::importing {

struct DraftTest {
  std::string url;
  std::vector<std::string> has;
};

struct DraftSite {
  std::vector<std::string> remarks;  // comments at the top, a line each
  std::string name, home;
  bool enabled = true;
  std::vector<std::string> feeds;
  std::string user_agent;
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<Replacement> replace;
  std::string rule_set;  // its name
  std::vector<std::pair<std::string, FieldRule>> fields;  // by their names in a site file
  std::vector<RemoveRule> remove;
  std::vector<DraftTest> tests;
};

// How a file begins that an import has written.
inline constexpr std::string_view kImportedMark = "Imported";

// As docs/site-file.md has it, with what differs from the defaults only.
[[nodiscard]] std::string to_yaml(const DraftSite& site);

// A name that `site:` takes: lower-case letters, digits, '-', '_' and '.', 64 at most; "" where nothing is left.
[[nodiscard]] std::string site_name(std::string_view text);

}  // namespace winnow::importing
