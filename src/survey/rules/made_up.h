// Class names and ids as a site file may rely on them: which of them a build step or a database made, and what of
// such a name stays when it is made anew. Judged by their form alone. Pure.
#pragma once

#include <string_view>

namespace winnow::survey {

enum class Stays {
  whole,    // "article-body"
  start,    // "title__" of "title__Ab3xY", "post-" of "post-48213"
  end,      // "__title" of "x9K2f__title"
  nothing,  // "css-1x2y3z"
};

struct StableName {
  Stays stays = Stays::nothing;
  std::string_view part;  // into the name; empty where nothing stays
};

[[nodiscard]] StableName stable_part(std::string_view name);

}  // namespace winnow::survey
