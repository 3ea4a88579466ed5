#include "repair/repair.h"

#include <algorithm>
#include <optional>
#include <vector>
#include <utility>

#include "base/utf8.h"
#include "repair/log.h"
#include "repair/controls.h"
#include "repair/entities.h"
#include "repair/legacy.h"
#include "repair/mirror.h"
#include "repair/mojibake.h"
#include "repair/normal_form.h"
#include "repair/punctuation.h"
#include "repair/scan.h"

namespace winnow::repair {

// What the document as a whole calls for.
struct Plan::Gates {
  bool controls = false;
  bool entities = false;
  bool normal_form = false;
  bool mirror = false;
  bool punctuation = false;
  std::vector<Codec> codecs;  // empty: no mojibake
  std::string_view legacy;    // the East Asian encoding that was read as Latin; empty: none
  MirrorGate marks;
  Trace trace;

  [[nodiscard]] bool any() const {
    return controls || entities || normal_form || mirror || punctuation || !codecs.empty();
  }
};

namespace {

void tell(Trace& trace, std::string_view what, std::string_view why) {
  trace.push_back({"repair", "gate", std::string(what), std::string(why)});
}

bool opens_mirror(const MirrorGate& marks, Mode mode, Trace& trace) {
  if (marks.marks == 0 && mode != Mode::on) return false;
  const bool open = mode == Mode::on || marks.open();
  tell(trace, open ? "mirror" : "no mirror", mode == Mode::on ? "asked for" : marks.describe());
  return open;
}

// The first segment that tells decides; the others are too often too short.
std::string_view legacy_of(std::span<const std::string_view> segments, const Codec& latin) {
  constexpr std::size_t kMost = 64 * 1024;  // bytes looked at
  std::size_t seen = 0;
  for (const std::string_view segment : segments) {
    if (const std::string_view encoding = legacy_encoding(segment, latin); !encoding.empty()) return encoding;
    if ((seen += segment.size()) > kMost) break;
  }
  return {};
}

bool any_speaks_of_markup(std::span<const std::string_view> segments) {
  return std::any_of(segments.begin(), segments.end(), speaks_of_markup);
}

}  // namespace

Plan::Plan(std::span<const std::string_view> segments, const RepairOptions& options) {
  Findings found;
  for (const std::string_view segment : segments) scan(segment, found);
  auto gates = std::make_unique<Gates>();
  gates->controls = found.controls;
  gates->normal_form = found.denormal;
  gates->entities = found.entities && !any_speaks_of_markup(segments);
  if (found.mixed && options.mojibake) {
    gates->codecs = usual_codecs();
    gates->legacy = legacy_of(segments, gates->codecs.front());
  }
  if (options.mirror != Mode::off && (found.marks != 0 || options.mirror == Mode::on)) {
    gates->marks = look_for_mirror(segments);
    gates->mirror = opens_mirror(gates->marks, options.mirror, gates->trace);
  }
  gates->punctuation = options.punctuation == Mode::on || (options.punctuation == Mode::automatic && gates->mirror);
  gates_ = std::move(gates);
}

Plan::~Plan() = default;
Plan::Plan(Plan&&) noexcept = default;
Plan& Plan::operator=(Plan&&) noexcept = default;

bool Plan::nothing_to_do() const { return !gates_->any(); }
const Trace& Plan::trace() const { return gates_->trace; }

std::string Plan::apply(std::string_view segment, Log& log) const {
  const std::size_t mark = log.mark();
  const std::size_t total = log.total();
  std::string text(segment);
  // Wrong decodings first: what they need may be a control or a space that later repairs take out.
  if (!gates_->codecs.empty()) {
    std::optional<std::string> whole;
    if (!gates_->legacy.empty()) whole = fix_legacy(text, gates_->legacy, gates_->codecs.front(), log);
    text = whole ? std::move(*whole) : fix_mojibake(text, gates_->codecs, log);
  }
  if (gates_->entities) text = fix_entities(text, log);
  if (gates_->controls || !gates_->codecs.empty()) text = fix_controls(text, log);
  if (gates_->mirror) text = undo_mirror(text, gates_->marks, log);
  if (gates_->punctuation) text = widen_punctuation(text, log);
  if (gates_->normal_form || log.total() > total) text = fix_normal_form(text, log);
  if (log.mark() > mark) log.close_segment(mark, utf8::length(text));  // later repairs shorten what earlier ones placed
  return text;
}

}  // namespace winnow::repair
