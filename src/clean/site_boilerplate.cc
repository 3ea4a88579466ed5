#include "clean/site_boilerplate.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/judgeable.h"
#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

using extract::DraftBlock;

constexpr std::size_t kLeastWidth = 4;  // of letters; "***" and "1." part a text and are no lines of a site
constexpr std::size_t kHeadingWords = 6, kHeadingWidth = 24;  // "What we know so far"
constexpr std::size_t kBoldWords = 3, kBoldWidth = 16;        // a bold line is as likely an offer as a heading
constexpr std::size_t kLineShare = 4;                         // see SeenLine::weight
constexpr std::size_t kMostNumbers = 32;                      // of an address

// In columns: a Han character is as much as three letters.
std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (unicode::is_letter(c)) columns += unicode::is_cjk(c) ? 3 : 1;
  }
  return columns;
}

bool is_short_heading(const DraftBlock& block, std::string_view folded) {
  const std::size_t words = 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
  const std::size_t columns = width(folded);
  if (block.block.type == BlockType::heading) return words <= kHeadingWords && columns <= kHeadingWidth;
  return block.emphasised && words <= kBoldWords && columns <= kBoldWidth;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

std::vector<std::string_view> numbers_of(std::string_view url) {
  std::vector<std::string_view> numbers;
  for (std::size_t at = 0; at < url.size() && numbers.size() < kMostNumbers; ++at) {
    const std::size_t end = end_of_number(url, at);
    if (end == at) continue;
    numbers.push_back(url.substr(at, end - at));
    at = end;
  }
  return numbers;
}

// "Article 20250211": a number that the address has too tells nothing of its own. Any other one does.
std::uint64_t masked_key(std::string_view folded, std::string_view url) {
  if (std::none_of(folded.begin(), folded.end(), is_ascii_digit)) return 0;
  const std::vector<std::string_view> numbers = numbers_of(url);
  std::string masked;
  bool changed = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = end_of_number(folded, at);
    const std::string_view number = folded.substr(at, end - at);
    if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) {
      masked += '#';
      changed = true;
    } else {
      masked += number;
    }
    at = end;
    if (at < folded.size()) masked += folded[at++];
  }
  return changed ? hash64(masked) : 0;
}

SeenLine of_folded(std::string_view folded, bool prose, std::string_view url) {
  if (width(folded) < kLeastWidth) return {};
  const std::size_t characters = utf8::length(folded);
  return {.key = hash64(folded),
          .masked = masked_key(folded, url),
          .weight = static_cast<std::uint32_t>(prose ? characters : characters / kLineShare)};
}

std::vector<SeenLine> lines_of_judged(const Block& block, const Judgeable& judged, std::string_view url) {
  std::vector<SeenLine> lines;
  const auto add = [&](const SeenLine& line) {
    if (line.key != 0) lines.push_back(line);
  };
  if (block.type == BlockType::list) {
    for (const std::string& item : block.items) add(line_of(item, url));
  } else {
    add(of_folded(judged.folded, judged.prose, url));
  }
  return lines;
}

// A block with its lines and how often the site repeats them.
struct Candidate {
  Judgeable line;
  std::vector<SeenLine> seen;
  Seat seat = Seat::fixed;
  std::optional<Repetition> repeats;
};

class Judgement {
 public:
  Judgement(const std::vector<DraftBlock>& blocks, const SiteContext& site, const CleanOptions& options)
      : blocks_(blocks), site_(site), options_(options), title_(fold_for_cues(site.title)) {
    for (const DraftBlock& block : blocks_) {
      Candidate candidate;
      candidate.line = look_at(block);
      if (candidate.line.folded != title_) candidate.seen = lines_of_judged(block.block, candidate.line, site.url);
      candidates_.push_back(std::move(candidate));
    }
  }

  std::vector<Candidate> run() {
    find_places();
    for (std::size_t i = 0; i < candidates_.size(); ++i) judge(i, seat_of(i));
    spare_headings();
    spare_a_page_of_nothing_else();
    return std::move(candidates_);
  }

 private:
  std::optional<Repetition> repetition_of(const Candidate& candidate, Seat seat) const {
    std::optional<Repetition> rarest;
    for (SeenLine line : candidate.seen) {
      line.seat = seat;
      const auto repetition = site_.memory.repeats(line);
      if (!repetition) return std::nullopt;
      if (!rarest || repetition->seen < rarest->seen) rarest = repetition;
    }
    return rarest;
  }

  // The text begins and ends with prose that is its own: a disclaimer on every page is no end of it.
  void find_places() {
    std::vector<Judgeable> lines;
    for (const Candidate& candidate : candidates_) {
      lines.push_back(candidate.line);
      if (repetition_of(candidate, Seat::edge_prose)) lines.back().prose = false;
      has_prose_ = has_prose_ || lines.back().prose;
    }
    place_lines(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) candidates_[i].line.place = lines[i].place;
  }

  Seat seat_of(std::size_t i) const {
    const Judgeable& line = candidates_[i].line;
    if (is_spared(i)) return Seat::fixed;
    if (line.place == Place::inside || !has_prose_) return Seat::inside;
    return line.prose ? Seat::edge_prose : Seat::edge;
  }

  // What the options want kept is not taken out under another name.
  bool is_spared(std::size_t i) const {
    if (options_.share && options_.notices && options_.spam_headers) return false;
    const Judgeable& line = candidates_[i].line;
    const auto verdict = match_cues({.folded = line.folded,
                                     .characters = line.characters,
                                     .place = line.place,
                                     .link_density = blocks_[i].link_density});
    return verdict && !may_remove(verdict->kind, options_);
  }

  void judge(std::size_t i, Seat seat) {
    Candidate& candidate = candidates_[i];
    candidate.seat = seat;
    candidate.repeats = repetition_of(candidate, seat);
  }

  // "Background" over a paragraph of this article belongs to it, however many articles have one.
  void spare_headings() {
    bool own_text_follows = false;
    for (std::size_t i = candidates_.size(); i-- > 0;) {
      if (own_text_follows && is_short_heading(blocks_[i], candidates_[i].line.folded)) judge(i, Seat::fixed);
      own_text_follows = !candidates_[i].repeats;
    }
  }

  void spare_a_page_of_nothing_else() {
    const bool nothing_else = std::all_of(candidates_.begin(), candidates_.end(), [](const Candidate& candidate) {
      return candidate.repeats || width(candidate.line.folded) < kLeastWidth;
    });
    if (!nothing_else) return;
    for (std::size_t i = 0; i < candidates_.size(); ++i) judge(i, Seat::fixed);
  }

  const std::vector<DraftBlock>& blocks_;
  const SiteContext& site_;
  const CleanOptions& options_;
  std::string title_;
  std::vector<Candidate> candidates_;
  bool has_prose_ = false;
};

std::string why(Repetition repetition) {
  return "seen on " + std::to_string(repetition.seen) + " of the last " + std::to_string(repetition.of) +
         " pages of the site";
}

}  // namespace

SeenLine line_of(std::string_view text, std::string_view url) { return of_folded(fold_for_cues(text), false, url); }

std::vector<SeenLine> lines_of(const Block& block, std::string_view url) {
  extract::DraftBlock draft;
  draft.block = block;
  return lines_of_judged(block, look_at(draft), url);
}

WithoutRepeats take_repeats(std::vector<DraftBlock> blocks, const SiteContext& site, const CleanOptions& options) {
  WithoutRepeats out;
  std::vector<Candidate> candidates = Judgement(blocks, site, options).run();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Candidate& candidate = candidates[i];
    for (SeenLine line : candidate.seen) {
      // One of a list's items is not left out by itself, so it alone would not change how the page reads.
      line.seat = candidate.seen.size() == 1 ? candidate.seat : Seat::fixed;
      line.left_out = candidate.seen.size() == 1 && candidate.repeats.has_value();
      out.seen.push_back(line);
    }
    if (candidate.repeats) {
      out.edges_moved = out.edges_moved || candidate.line.prose;
      out.removed.push_back(
          {{RemovedKind::learned, unicode::collapse(words_of(blocks[i].block)), why(*candidate.repeats)},
           blocks[i].node,
           why(*candidate.repeats),
           blocks[i].first});
    } else {
      out.kept.push_back(std::move(blocks[i]));
    }
  }
  return out;
}

std::uint64_t title_bits(std::string_view title) {
  std::uint64_t bits = 0;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) bits |= std::uint64_t{1} << (hash64(word) % 64);
    word.clear();
  };
  const std::string folded = fold_for_cues(title);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    const bool counts = unicode::is_letter(c) || unicode::is_digit(c), alone = unicode::is_cjk(c);
    if (alone || !counts) close();
    if (counts) utf8::append(word, c);
    if (alone) close();
  }
  close();
  return bits;
}

}  // namespace winnow::cleaning
