// The mirrors' damage and its repair. The first line chooses the mirror, the rest is the text: taken as it is, and
// damaged first.
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "fuzz/check.h"
#include "newsstand/mirror_damage.h"
#include "winnow/winnow.h"

using namespace winnow;

namespace {

const newsstand::Mirror& mirror_for(std::string_view name) {
  static const newsstand::Mirror kMirrors[] = {
      newsstand::Mirror(newsstand::newsstand_table()), newsstand::Mirror(newsstand::frequent_table(150)),
      newsstand::Mirror(newsstand::other_branch(newsstand::frequent_table(90))),
      newsstand::Mirror(newsstand::random_table(1), newsstand::Mirror::Width::kept)};
  return kMirrors[name.size() % std::size(kMirrors)];
}

// A reading takes more bytes than what it is read as, and a sign that was folded is three again; nothing else grows.
std::size_t bound(std::string_view text) { return 4 * text.size() + 64; }

Repaired require_repair(const std::string& text, const RepairOptions& options) {
  Repaired repaired = repair_text(text, options);
  fuzz::require_utf8(repaired.text);
  fuzz::require(
      std::count(text.begin(), text.end(), '\n') == std::count(repaired.text.begin(), repaired.text.end(), '\n'),
      "lines stay lines");
  fuzz::require(repaired.text.size() <= bound(text), "a repair is not much longer than what it repairs");
  fuzz::require(repair_text(text, options).text == repaired.text, "repair is deterministic");
  return repaired;
}

void require_repairs(const std::string& text) {
  RepairOptions options;
  options.mirror = Mode::on;
  (void)require_repair(text, options);
  options.mirror = Mode::automatic;
  (void)require_repair(text, options);
  // What a mirror's repair gives back may be another damage: 錕斤拷 was 锟斤拷.
  options.mojibake = false;
  const Repaired once = require_repair(text, options);
  // A gate looks at the text as it came: where something else was repaired too, a mirror may show only then.
  const bool alone = std::all_of(once.changes.begin(), once.changes.end(), [](const Repair& repair) {
    return repair.kind == "mirror" || repair.kind == "script" || repair.kind == "punctuation";
  });
  if (alone) fuzz::require(repair_text(once.text, options).text == once.text, "repairing twice changes nothing more");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [name, bytes] = fuzz::first_line(fuzz::text_of(data, size));
  const std::string text = utf8::scrub(bytes);
  const std::string damaged = mirror_for(name).damage(text);
  fuzz::require_utf8(damaged);
  require_repairs(text);
  require_repairs(damaged);
  return 0;
}
