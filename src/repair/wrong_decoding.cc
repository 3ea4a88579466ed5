#include "repair/wrong_decoding.h"

#include <functional>

#include "repair/misread.h"
#include "repair/mojibake.h"
#include "repair/points.h"

namespace winnow::repair {
namespace {

constexpr int kMostTurns = 6;

}  // namespace

void WrongDecoding::look_at(std::string_view segment) {
  if (utf8::is_ascii(segment)) return;
  legacy_.look_at(to_points(segment));
  lost_.look_at(segment);
}

std::string WrongDecoding::undo(std::string_view segment, Log& log) const {
  if (utf8::is_ascii(segment)) return std::string(segment);
  Points text = to_points(segment);
  Log changes(log.detailed());
  std::function<void(Points&, Log&)> between;
  if (legacy_.found()) between = [this](Points& bared, Log& noted) { (void)legacy_.fix(bared, noted); };
  bool changed = false;
  bool more = true;
  for (int turn = 0; more && turn < kMostTurns; ++turn) {
    const bool legacy = legacy_.found() && legacy_.fix(text, changes);
    const bool latin = fix_mojibake(text, changes, between);
    const bool misread = fix_misread(text, changes);
    changed = changed || legacy || latin || misread;
    more = misread || (latin && legacy_.found());
  }
  // What never comes to rest was made to be so.
  std::string out = changed && !more ? to_text(text) : std::string(segment);
  if (!more) log.add(changes);
  lost_.note(out, log);
  return out;
}

}  // namespace winnow::repair
