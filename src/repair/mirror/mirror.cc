#include "repair/mirror/mirror.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "repair/markup.h"
#include "repair/mirror/evidence.h"
#include "repair/mirror/proof.h"
#include "repair/mirror/script.h"
#include "repair/mirror/unshift.h"
#include "repair/points.h"

namespace winnow::repair::mirror {
namespace {

constexpr std::string_view kKind = "mirror";
constexpr double kUnproved = 0.5;

// From a margin between two texts to how sure the better one is.
double confidence(const Choice& choice) {
  constexpr double kSurest = 0.99;
  return choice.lost ? 0 : std::min(kSurest, 1 / (1 + std::exp(-choice.margin)));
}

std::u32string_view around(std::u32string_view text, std::size_t from, std::size_t to) {
  constexpr std::size_t kAround = 2;
  const std::size_t start = from > kAround ? from - kAround : 0;
  return text.substr(start, to - start);
}

void explain(std::u32string_view shown, const Original& original, Log& log) {
  for (const Dropped& d : original.dropped) {
    const std::string key = utf8::of(original.text[d.at]);
    log.note(kKind, d.at, key + utf8::encode(shown.substr(d.from, d.to - d.from)), key,
             "a reading that the mirror put behind it");
  }
  for (const Stretch& s : original.stretches)
    log.note(kKind, s.start, utf8::encode(around(shown, s.from, s.to)),
             utf8::encode(around(original.text, s.start, s.end)), "characters that the mirror cut apart");
}

void note_choices(const Original& original, Log& log) {
  for (const Choice& choice : original.choices) {
    const std::string chosen = utf8::of(original.text[choice.at]);
    log.note(kKind, choice.at, choice.lost ? "" : "�", chosen,
             choice.lost ? "a sign that the mirror lost" : "a byte that the mirror lost: the likeliest character",
             confidence(choice));
  }
}

}  // namespace

Mirror::Mirror(std::span<const std::string_view> segments, Mode mode, const Surroundings& around) {
  if (mode == Mode::off) return;
  Evidence evidence = look_for_marks(segments);
  if (evidence.marks == 0 && around.injected == 0 && mode != Mode::on) return;
  census_ = Census(segments);
  weigh(evidence, census_);
  const Table host = Table::parse(around.known);
  why_ = evidence.describe();
  if (mode == Mode::on) {
    why_ = "asked for";
  } else if (evidence.convinces()) {
    found_ = true;
  } else if (fits(evidence, census_, host)) {
    why_ = "as other documents of the host: " + why_;
    found_ = true;
  } else if (around.injected != 0 && evidence.marks == 0 && is_converted(census_)) {
    why_ = "elements with random ids, and Traditional by the character: 么, never 麼";
    found_ = true;
  }
  found_ = found_ || mode == Mode::on;
  if (!found_) return;
  table_ = std::move(evidence.table);
  table_.merge(host);
}

std::string Mirror::undo(std::string_view line, Log& log) const {
  Points shown = to_points(line);
  if (drop_injected_text(shown))
    log.note(kKind, 0, line, to_text(shown), "empty elements that the mirror had put in, as text");
  Original original = unshift(shown, table_, census_, log.detailed());
  const std::size_t undone = original.readings + original.stretches.size();
  if (log.detailed()) {
    explain(shown, original, log);
  } else {
    log.count(kKind, undone);
  }
  note_choices(original, log);
  if (undone != 0) prove(original, shown, log);
  const std::string traditional = log.detailed() ? to_text(original.text) : std::string();
  const bool converted = simplify(original.text, census_);
  std::string text = to_text(original.text);
  if (converted) log.note("script", 0, traditional, text, "the mirror had converted it to Traditional");
  return text;
}

void Mirror::prove(const Original& original, std::u32string_view shown, Log& log) const {
  const bool proved = proves(original, shown, table_);
  log.prove(kKind, proved ? 1 : 0, 1);
  if (!proved)
    log.note(kKind, 0, to_text(shown), to_text(original.text), "the mirror's damage of this is not what was shown",
             kUnproved);
}

std::string Mirror::learned() const { return found_ && !table_.keys().empty() ? table_.text() : std::string(); }

}  // namespace winnow::repair::mirror
