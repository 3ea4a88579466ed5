#include "repair/mojibake.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "repair/sequences.h"

namespace winnow::repair {
namespace {

constexpr std::size_t kMostTurns = 24;

using Weights = std::array<std::size_t, kCodecs>;

CodecSet starts_here(const Codecs& tables, const Roles& first, std::u32string_view rest) {
  const auto tails = [&](std::size_t k) -> CodecSet {
    if (k >= rest.size()) return 0;
    return rest[k] == utf8::kReplacement ? kEveryCodec : tables.roles(rest[k]).tail;
  };
  CodecSet found = tails(1);
  if ((found & first.lead()) == 0) return 0;
  const auto two = static_cast<CodecSet>(found & first.lead2);
  if ((first.lead3 | first.lead4) == 0) return two;
  // The third may have been lost as "?" or as a space; the first two tell enough.
  return static_cast<CodecSet>(two | (found & (first.lead3 | first.lead4)));
}

// How much of a text may be sequences of each encoding: an upper bound of what Line will find, from one pass.
Weights weigh(std::u32string_view text) {
  const Codecs& tables = Codecs::tables();
  Weights weights{};
  CodecSet last = 0;
  std::size_t pending = 0;
  const auto flush = [&] {
    for (std::size_t codec = 0; codec < kCodecs; ++codec) weights[codec] += (last >> codec & 1U) != 0 ? pending : 0;
    pending = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < 0x80) continue;
    const Roles& first = tables.roles(text[i]);
    if (first.lead() == 0) continue;
    CodecSet found = starts_here(tables, first, text.substr(i, 4));
    if (i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '?')) found = first.lead();
    if (found == 0) continue;
    if (found != last) flush(), last = found;
    pending += (found & first.lead2) != 0 ? 2U : 3U;
  }
  flush();
  return weights;
}

struct Choice {
  std::size_t codec = 0;
  std::vector<Sequence> sequences;
};

// The encoding that explains most, likeliest first.
std::optional<Choice> choose(std::u32string_view text, std::optional<std::size_t> last) {
  Weights weights = weigh(text);
  std::optional<Choice> best;
  std::size_t most = 0;
  for (std::size_t tried = 0; tried < kCodecs; ++tried) {
    const auto next = std::max_element(weights.begin(), weights.end());
    if (*next * 9 <= most * 10) break;  // what little one of them has more is found in the next turn
    *next = 0;
    const auto codec = static_cast<std::size_t>(next - weights.begin());
    const Line line(text, codec, last == codec);
    if (line.is_hopeless()) return std::nullopt;
    const std::size_t weight = line.weight();
    if (weight < most || weight == 0 || (weight == most && best && best->codec < codec)) continue;
    most = weight;
    best = Choice{codec, line.sequences()};
  }
  return best;
}

std::string why(std::size_t codec) { return "UTF-8 read as " + std::string(Codecs::name(codec)); }

void replace(Points& text, const Choice& choice, Log& log) {
  std::size_t to = 0;
  std::size_t from = 0;
  std::size_t changes = 0;
  for (const Sequence& s : choice.sequences) {
    if (!s.accepted) continue;
    to = static_cast<std::size_t>(std::copy(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + s.at,
                                            text.begin() + static_cast<std::ptrdiff_t>(to)) -
                                  text.begin());
    if (log.detailed())
      log.note("mojibake", to, to_text(std::u32string_view(text).substr(s.at, s.size)), to_text({&s.meant, 1}),
               why(choice.codec));
    text[to++] = s.meant;
    from = s.at + s.size;
    ++changes;
  }
  text.erase(to, from - to);
  if (!log.detailed()) log.count("mojibake", changes);
}

}  // namespace

bool fix_mojibake(Points& text, Log& log, const std::function<void(Points&, Log&)>& between) {
  std::optional<std::size_t> last;
  std::optional<Choice> choice = choose(text, last);
  if (!choice) return false;
  Points fixed = text;
  Log changes(log.detailed());
  for (std::size_t turn = 0; choice && turn < kMostTurns; ++turn) {
    replace(fixed, *choice, changes);
    last = choice->codec;
    if (between) between(fixed, changes);
    choice = choose(fixed, last);
  }
  if (choice) return false;
  log.add(changes);
  text = std::move(fixed);
  return true;
}

}  // namespace winnow::repair
