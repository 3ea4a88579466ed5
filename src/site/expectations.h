// What a saved page gives, against what its test expects of it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"
#include "winnow/article.h"

namespace winnow::site {

struct Difference {
  enum class Kind { field, missing, unwanted };  // a field is another; a text is not there, or is
  Kind kind = Kind::field;
  std::string name = {};      // of the field, as in the file
  std::string expected = {};  // its value, or the text
  // Its value now, "" for none. Of a missing text that part of a line that is most like it, "" where none is; of an
  // unwanted one the line it stands in.
  std::string found = {};
};

[[nodiscard]] std::vector<Difference> differences(const Article& article, const PageTest& test);

// The test as the article fulfils it: fields that differ become what they are now, and texts go that are missing or
// should not be there. A test that expects nothing yet gets title, time and authors, how the first, a middle and the
// last line begin, and lines that were taken out of the page.
[[nodiscard]] PageTest renewed(PageTest test, const Article& article);

}  // namespace winnow::site
