// `repair` and `decode` for callers that have a text or bytes, not a page.
#include <string>
#include <utility>

#include "decode/decode.h"
#include "winnow/internal/repair_tree.h"
#include "winnow/winnow.h"

namespace winnow {

Repaired repair_text(std::string_view text, const RepairOptions& options, bool explained, std::string_view known) {
  Repaired result;
  result.text = text;
  internal::TextRepairs repairs = internal::repair_lines(result.text, {options, {known, 0}, explained});
  result.changes = repairs.log.summary();
  result.learned = std::move(repairs.learned);
  result.refetch = repairs.log.refetch();
  result.trace = std::move(repairs.trace);
  for (const repair::Change& change : repairs.log.changes()) result.trace.push_back(internal::explain(change));
  return result;
}

Decoded decode_bytes(std::string_view bytes, std::string_view content_type, std::string_view forced_label) {
  decode::Text text = decode::to_text(bytes, content_type, forced_label, true);
  return {std::move(text.utf8), std::move(text.encoding), std::move(text.why)};
}

}  // namespace winnow
