#include "repair/repair.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "repair/controls.h"
#include "repair/entities.h"
#include "repair/log.h"
#include "repair/mirror/mirror.h"
#include "repair/misread.h"
#include "repair/normal_form.h"
#include "repair/punctuation.h"
#include "repair/wrong_decoding.h"

namespace winnow::repair {

// What the document as a whole calls for.
struct Plan::Gates {
  bool controls = false;
  bool entities = false;
  bool normal_form = false;
  bool punctuation = false;
  bool private_use = false;
  mirror::Mirror mirror;
  std::optional<WrongDecoding> decoding;
  Trace trace;

  [[nodiscard]] bool any() const {
    return controls || entities || normal_form || mirror.found() || punctuation || private_use || decoding.has_value();
  }
};

namespace {

void tell(Trace& trace, std::string_view what, std::string_view why) {
  trace.push_back({"repair", "gate", std::string(what), std::string(why)});
}

// A heading's few words may have none of the characters that a scan goes by; reading them costs little.
bool is_short_and_misread(std::span<const std::string_view> segments) {
  std::size_t size = 0;
  for (const std::string_view segment : segments) {
    if ((size += segment.size()) > kShortText) return false;
  }
  return std::any_of(segments.begin(), segments.end(), has_misread);
}

bool any_speaks_of_markup(std::span<const std::string_view> segments) {
  return std::any_of(segments.begin(), segments.end(), speaks_of_markup);
}

}  // namespace

Plan::Plan(std::span<const std::string_view> segments, const RepairOptions& options, const Surroundings& around)
    : Plan(segments, scan(segments), options, around) {}

Plan::Plan(std::span<const std::string_view> segments, const Findings& found, const RepairOptions& options,
           const Surroundings& around) {
  auto gates = std::make_unique<Gates>();
  gates->controls = found.controls;
  gates->normal_form = found.denormal;
  gates->private_use = found.private_use;
  gates->entities = found.entities && !any_speaks_of_markup(segments);
  if (options.mojibake && (found.mixed || is_short_and_misread(segments))) {
    gates->decoding.emplace();
    for (const std::string_view segment : segments) gates->decoding->look_at(segment);
  }
  if (found.marks != 0 || options.mirror == Mode::on || around.injected != 0) {
    gates->mirror = mirror::Mirror(segments, options.mirror, around);
    if (!gates->mirror.why().empty())
      tell(gates->trace, gates->mirror.found() ? "mirror" : "no mirror", gates->mirror.why());
  }
  gates->punctuation =
      options.punctuation == Mode::on || (options.punctuation == Mode::automatic && gates->mirror.found());
  gates_ = std::move(gates);
}

Plan::~Plan() = default;
Plan::Plan(Plan&&) noexcept = default;
Plan& Plan::operator=(Plan&&) noexcept = default;

std::string Plan::learned() const { return gates_->mirror.learned(); }
bool Plan::may_uncover() const { return gates_->controls || gates_->entities || gates_->decoding.has_value(); }
bool Plan::nothing_to_do() const { return !gates_->any(); }
const Trace& Plan::trace() const { return gates_->trace; }

std::string Plan::apply(std::string_view segment, Log& log) const {
  const std::size_t mark = log.mark();
  const std::size_t total = log.total();
  std::string text(segment);
  // Wrong decodings first: what they need may be a control or a space that later repairs take out.
  if (gates_->decoding) text = gates_->decoding->undo(text, log);
  if (gates_->entities) text = fix_entities(text, log);
  if (gates_->controls || gates_->decoding) text = fix_controls(text, log);
  const bool rewritten = log.total() > total;  // by what may leave letters and accents apart
  if (gates_->mirror.found()) text = gates_->mirror.undo(text, log);
  if (gates_->punctuation) text = widen_punctuation(text, log);
  if (gates_->normal_form || rewritten) text = fix_normal_form(text, log);
  if (gates_->private_use) note_private_use(text, log);                // last: to the mirror they are bytes
  if (log.mark() > mark) log.close_segment(mark, utf8::length(text));  // later repairs shorten what earlier ones placed
  return text;
}

}  // namespace winnow::repair
