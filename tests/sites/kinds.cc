#include "sites/kinds.h"

#include <stdexcept>
#include <string>

namespace winnow::sites {

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> kAll = [] {
    std::vector<Kind> all = kinds_by_markup();
    for (const auto& more : {kinds_by_system(), kinds_by_language(), kinds_by_structure()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return kAll;
}

const Kind& kind_named(std::string_view name) {
  for (const Kind& kind : all_kinds()) {
    if (kind.name == name) return kind;
  }
  throw std::out_of_range("no kind of site is named " + std::string(name));
}

}  // namespace winnow::sites
