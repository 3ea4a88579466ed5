#include "extract/decide.h"

#include "base/utf8.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kMaxOutdone = 8;

std::string ranked(const Witness& witness) { return witness.from + " (" + std::to_string(witness.rank) + ")"; }

}  // namespace

const Witness* best_of(const std::vector<Witness>& witnesses) {
  const Witness* best = nullptr;
  for (const Witness& witness : witnesses) {
    if (!witness.value.empty() && (!best || witness.rank > best->rank)) best = &witness;
  }
  return best;
}

void explain(Trace& trace, std::string_view field, const Witness& won, const std::vector<Witness>& all) {
  std::string why = ranked(won);
  std::size_t outdone = 0;
  for (const Witness& other : all) {
    if (other.from == won.from || other.value.empty()) continue;
    if (++outdone > kMaxOutdone) break;
    why += outdone == 1 ? ", over " : ", ";
    why += ranked(other);
    why += other.value == won.value ? " which agrees" : " \"" + utf8::shorten(other.value, 80) + "\"";
  }
  trace.push_back({"extract", std::string(field), utf8::shorten(won.value, 200), std::move(why)});
}

}  // namespace winnow::extract
