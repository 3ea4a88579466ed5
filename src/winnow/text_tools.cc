// `repair` and `decode` for callers that have a text or bytes, not a page.
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "decode/decode.h"
#include "repair/repair.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    if (end == text.size()) return lines;
    at = end + 1;
  }
}

void explain(const repair::Plan::Change& change, Trace& trace) {
  trace.push_back({"repair", "repaired", change.before + " → " + change.after, change.kind + ": " + change.why});
}

}  // namespace

Repaired repair_text(std::string_view text, const RepairOptions& options) {
  const std::vector<std::string_view> lines = lines_of(text);
  const repair::Plan plan(lines, options);
  Repaired result;
  result.trace = plan.trace();
  if (plan.nothing_to_do()) {
    result.text = text;
    return result;
  }
  std::vector<repair::Plan::Change> changes;
  std::size_t offset = 0;  // code points of the result before this line
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != 0) result.text += '\n';
    const std::size_t first = changes.size();
    const std::string repaired = plan.apply(lines[i], changes);
    for (std::size_t k = first; k < changes.size(); ++k) {
      changes[k].start += offset;
      changes[k].end += offset;
      explain(changes[k], result.trace);
    }
    result.text += repaired;
    offset += utf8::length(repaired) + 1;
  }
  result.changes = repair::sum_up(changes);
  return result;
}

Decoded decode_bytes(std::string_view bytes, std::string_view content_type, std::string_view forced_label) {
  decode::Text text = decode::to_text(bytes, content_type, forced_label, true);
  return {std::move(text.utf8), std::move(text.encoding), std::move(text.why)};
}

}  // namespace winnow
