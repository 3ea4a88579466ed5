// Where an article stands: SITE/YYYY/MM/DD/SLUG-ID.json, and what may be read from such a path.
// Pure, safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/article_store.h"

namespace winnow::store {

// The title's letters and digits of any script in lower case, "-" between them; at most 60 bytes, never empty.
[[nodiscard]] std::string slug(std::string_view title);

// The day and moment under which an article is filed: of the publication, else of the fetch.
struct Filed {
  std::string day;  // YYYY-MM-DD
  Instant moment{};
};
[[nodiscard]] Filed filed(const Article& article, const PutOptions& options);

// The first path of an article. Precondition: check_names() has passed.
[[nodiscard]] std::string first_path(const Article& article, const Filed& when);

// Whether site and id can be parts of a path: no separators, no leading dot, short.
[[nodiscard]] Result<void> check_names(const Article& article);

// "A/B/NAME.json" and 2 make "A/B/NAME.v2.json".
[[nodiscard]] std::string version_path(std::string_view path, int version);
// "A/B/NAME.json" and ".md" make "A/B/NAME.md".
[[nodiscard]] std::string with_ending(std::string_view path, std::string_view ending);

// The id in a file name SLUG-ID.json; nothing for other names, versions (.vN.json) among them.
[[nodiscard]] std::optional<std::string> id_of_name(std::string_view name);
// "YYYY-MM-DD" of SITE/YYYY/MM/DD/NAME.
[[nodiscard]] std::string day_of_path(std::string_view path);
[[nodiscard]] std::string site_of_path(std::string_view path);

}  // namespace winnow::store
