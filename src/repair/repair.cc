#include "repair/repair.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "repair/change.h"
#include "repair/controls.h"
#include "repair/entities.h"
#include "repair/legacy.h"
#include "repair/mirror.h"
#include "repair/mojibake.h"
#include "repair/normal_form.h"
#include "repair/punctuation.h"
#include "repair/scan.h"

namespace winnow::repair {

void note(std::vector<Change>& log, std::string_view kind, std::size_t start, std::string_view before,
          std::string_view after, std::string_view why, double confidence) {
  log.push_back({std::string(kind), start, start + std::min(utf8::length(after), kShown), utf8::shorten(before, kShown),
                 utf8::shorten(after, kShown), std::string(why), confidence});
}

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

std::string Plan::apply(std::string_view segment, std::vector<Change>& log) const {
  const std::size_t first = log.size();
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
  if (gates_->normal_form || log.size() > first) text = fix_normal_form(text, log);
  // Later repairs shorten what earlier ones placed.
  const std::size_t length = log.size() > first ? utf8::length(text) : 0;
  for (std::size_t i = first; i < log.size(); ++i) {
    log[i].end = std::min(log[i].end, length);
    log[i].start = std::min(log[i].start, log[i].end);
  }
  return text;
}

std::vector<Repair> sum_up(std::span<const Plan::Change> changes) {
  std::vector<Repair> repairs;
  for (const Plan::Change& change : changes) {
    auto found = std::find_if(repairs.begin(), repairs.end(), [&](const Repair& r) { return r.kind == change.kind; });
    if (found == repairs.end()) found = repairs.insert(found, Repair{change.kind, 0, 1.0, {}});
    ++found->count;
    found->confidence = std::min(found->confidence, change.confidence);
    if (change.confidence < 1.0) found->places.push_back({change.start, change.end});
  }
  return repairs;
}

}  // namespace winnow::repair
