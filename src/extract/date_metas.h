// The names of <meta> elements that say when a page was published or changed, and how far each is to be believed.
// Tables only; internal to the stage.
#pragma once

#include <span>
#include <string_view>

namespace winnow::extract {

struct MetaDate {
  std::string_view name;  // in lower case
  int rank;
};

[[nodiscard]] std::span<const MetaDate> published_metas();
[[nodiscard]] std::span<const MetaDate> modified_metas();

}  // namespace winnow::extract
