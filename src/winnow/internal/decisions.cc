#include "winnow/internal/decisions.h"

#include <algorithm>
#include <cmath>

#include "base/unicode.h"
#include "winnow/format.h"

namespace winnow::internal {
namespace {

std::string words_of(const Block& block) {
  std::string words = unicode::collapse(plain_text({block}));
  for (const std::string* other : {&block.caption, &block.alt, &block.src}) {
    if (words.empty()) words = *other;
  }
  return words;
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + " %"; }

std::string evidence(const extract::DraftBlock& draft) {
  if (draft.block.type == BlockType::image) return draft.block.caption.empty() ? "in the body" : "with its caption";
  if (draft.block.text.empty() && draft.block.type == BlockType::embed) return "in the body";
  std::string out = "value " + std::to_string(std::lround(draft.value));
  if (draft.link_density > 0) out += ", " + percent(draft.link_density) + " in links";
  if (draft.emphasised && draft.block.type == BlockType::paragraph) out += ", all bold or small";
  return out;
}

}  // namespace

parse::NodeId place_of(const Decision& decision) {
  if (decision.first != parse::kNone) return decision.first;
  return decision.node == parse::kNone ? 0 : decision.node;
}

std::vector<Decision> decisions_on(const JudgedPart& part) {
  std::vector<Decision> out;
  for (const extract::DraftRemoved& removed : part.removed) {
    out.push_back({.kept = false,
                   .kind = std::string(name_of(removed.removed.kind)),
                   .text = removed.removed.text,
                   .why = removed.why,
                   .node = removed.node,
                   .first = removed.first});
  }
  for (const extract::DraftBlock& kept : part.kept) {
    out.push_back({.kept = true,
                   .kind = std::string(name_of(kept.block.type)),
                   .text = words_of(kept.block),
                   .why = evidence(kept),
                   .node = kept.node,
                   .first = kept.first});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Decision& x, const Decision& y) { return place_of(x) < place_of(y); });
  return out;
}

}  // namespace winnow::internal
