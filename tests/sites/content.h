// What a site has to say: sections, staff, stories. It depends on the kind's language and on the seed, not on the
// template. Story N is the same however many there are: a larger count is the same site, later.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "sites/dice.h"
#include "sites/kind.h"
#include "sites/prose.h"
#include "sites/vocabulary.h"

namespace winnow::sites {

struct Line {
  enum class Role { paragraph, heading, quote, bullet, entry_time } role = Role::paragraph;
  std::string text;
};

struct Named {
  std::string slug, name;
};

struct Story {
  std::size_t number = 0;  // the oldest is 0
  std::string id, hex, slug;
  std::size_t section = 0;
  std::string title, kicker, lead, caption, source, editor;
  std::vector<std::string> authors;
  Stamp published, modified;
  std::vector<Line> lines;
  std::vector<std::string> tags;
  bool gated = false;  // only a teaser is shown, where the site has such
};

struct Content {
  std::string paper;
  std::vector<Named> sections, staff, tags;
  std::vector<Story> stories;  // by number
};

// `stories` 0: 40 to 80, by seed.
[[nodiscard]] Content content_of(const Kind& kind, std::uint64_t seed, std::size_t stories = 0);

[[nodiscard]] std::string hex_of(Dice& dice);  // ten hexadecimal digits
// Names as a byline joins them.
[[nodiscard]] std::string joined_names(const std::vector<std::string>& names, const Vocabulary& vocabulary,
                                       std::string_view language);
// For addresses: ASCII words by hyphens; other scripts percent-encoded, or "" where the language writes without spaces.
[[nodiscard]] std::string slug_of(std::string_view text, std::string_view language);

}  // namespace winnow::sites
