// The text of a site file: the one writer of them, as the reader is parse_site() (site_file.h). Pure but for relative
// paths, which are taken from the working directory.
#pragma once

#include <string>
#include <string_view>

#include "site/site.h"
#include "site/yaml_text.h"

namespace winnow::site {

// As docs/site-file.md has it, in the order of that page, with what differs from `base` only: the built-in defaults, or
// with winnow.yaml's `defaults` what they come to. Paths are written relative to the folder of `site.file`. Text that
// is no UTF-8 is made to be. What a file can't take back from the defaults (a language, a proxy's user) it does not
// say.
[[nodiscard]] std::string site_text(const Site& site, const Comments& comments = {}, const Site& base = {});

// A set as an item of `rules`, from the dash on, each line behind `indent` spaces; the paths of comments are the set's
// own ("title", "" above the dash).
[[nodiscard]] std::string rule_set_text(const RuleSet& set, const Comments& comments = {}, std::size_t indent = 2);

// The same in flow style, in one line, without the dash and without comments.
[[nodiscard]] std::string rule_set_line(const RuleSet& set);

// A name that `site:` takes: lower-case letters, digits, '-', '_' and '.', 64 at most; "" where nothing is left.
[[nodiscard]] std::string site_name(std::string_view text);

}  // namespace winnow::site
