// Site files of full-text-RSS (ftr-site-config) to ours: a line "name: value" or "name(argument): value" each, XPath
// for what is selected. Pure, total.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::importing {

// How a file begins that an import has written.
inline constexpr std::string_view kImportedMark = "Imported";

struct Skipped {
  int line = 0;        // 1-based; 0: none is known
  std::string text;    // as it stands in the file
  std::string reason;  // why it has no counterpart
};

struct Imported {
  std::string name;  // the site's; empty where nothing came of it
  std::string yaml;  // the site file's text
  std::size_t lines = 0, converted = 0;  // that say something; of these those that the result says or does anyway
  std::vector<Skipped> skipped;          // the others, in their order
};

// `file` is the file's name without its folder: "example.com.txt" is of example.com, ".example.com.txt" of all its
// hosts, and becomes the site "example.com-all".
[[nodiscard]] Imported import_ftr(std::string_view text, std::string_view file);

}  // namespace winnow::importing
