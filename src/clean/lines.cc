#include "clean/lines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/cues.h"
#include "clean/inline.h"
#include "clean/judgeable.h"
#include "clean/spam.h"
#include "clean/spam_lines.h"
#include "extract/fields.h"

namespace winnow::cleaning {
namespace {

using extract::DraftBlock;

constexpr std::size_t kHeadBlocks = 12, kTitleBlocks = 3, kBylineCharacters = 160;
constexpr std::size_t kShortLine = 110;            // in a section of links
constexpr std::size_t kTeasers = 3, kTeaser = 30;  // that many, of at least so many characters
constexpr std::size_t kHeadline = 8;               // characters; shorter lines may be repeated by chance

class Judge {
 public:
  Judge(std::vector<DraftBlock> blocks, const Context& context, const CleanOptions& options)
      : blocks_(std::move(blocks)), context_(context), options_(options), title_(fold_for_cues(context.title)) {
    for (const DraftBlock& block : blocks_) lines_.push_back(look_at(block));
  }

  Judged run() {
    find_spam();
    place_lines(lines_);
    for (std::size_t i = 0; i < lines_.size(); ++i) judge_line(i);
    judge_edges();
    close_sections();
    find_repeats();
    find_cut_teasers();
    return split();
  }

 private:
  void convict(std::size_t i, Verdict verdict) {
    if (may_remove(verdict.kind, options_)) lines_[i].verdict = std::move(verdict);
  }

  void find_spam() {
    std::vector<LookedAt> looks;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      looks.push_back({{blocks_[i].block.text, lines_[i].folded}, lines_[i].prose});
    }
    const std::vector<bool> spam = find_spam_lines(looks, title_, context_.spam_words);
    const auto prose = [&](std::size_t i) { return lines_[i].prose && !spam[i]; };
    bool before = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      before = before && !prose(i);
      if (!spam[i]) continue;
      convict(i, {before ? RemovedKind::spam_header : RemovedKind::spam, "keywords that are foreign to the article"});
    }
  }

  std::optional<Verdict> verdict_of(std::size_t i) const {
    const Judgeable& line = lines_[i];
    if (line.place == Place::head && is_path(i)) return Verdict{RemovedKind::breadcrumb, "a path through the site"};
    if (is_byline(i)) return Verdict{RemovedKind::byline, "names, source or time of the article alone"};
    return match_cues({.folded = line.folded,
                       .characters = line.characters,
                       .place = line.place,
                       .link_density = blocks_[i].link_density});
  }

  bool is_path(std::size_t i) const {
    return !lines_[i].closed && i < kHeadBlocks && blocks_[i].block.type != BlockType::table &&
           is_breadcrumb(lines_[i].folded);
  }

  bool is_byline(std::size_t i) const {
    const Judgeable& line = lines_[i];
    if (line.place == Place::inside || line.characters > kBylineCharacters) return false;
    if (blocks_[i].block.type != BlockType::paragraph || line.folded.find("。") != std::string::npos) return false;
    const extract::Byline read = extract::read_byline(blocks_[i].block.text);
    // A bare date at the end is how letters and announcements close.
    const bool bare_date = read.authors.empty() && read.editors.empty() && read.source.empty();
    return read.all && !(bare_date && line.place == Place::tail);
  }

  bool repeats_title(std::size_t i) const { return i < kTitleBlocks && !title_.empty() && lines_[i].folded == title_; }

  void judge_line(std::size_t i) {
    if (lines_[i].verdict || lines_[i].folded.empty() || repeats_title(i)) return;
    if (auto verdict = verdict_of(i)) convict(i, std::move(*verdict));
  }

  // Notices are prose by form: each one found at the end makes the line before it the last one.
  void judge_edges() {
    for (std::size_t round = 0; round < kHeadBlocks; ++round) {
      const std::size_t before = convicted();
      judge_last_prose();
      place_lines(lines_);
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].place != Place::inside) judge_line(i);
      }
      if (convicted() == before) return;
    }
  }

  void judge_last_prose() {
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (!lines_[i].prose || lines_[i].verdict) continue;
      lines_[i].place = Place::tail;
      judge_line(i);
      return;
    }
  }

  std::size_t convicted() const {
    return static_cast<std::size_t>(
        std::count_if(lines_.begin(), lines_.end(), [](const Judgeable& line) { return line.verdict.has_value(); }));
  }

  // What stands under "Related articles" up to the next prose or heading is related too.
  void close_sections() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].verdict || !lines_[i].verdict->opens_section) continue;
      const Verdict section = *lines_[i].verdict;
      for (std::size_t k = i + 1; k < lines_.size() && belongs(k, section.kind); ++k) {
        if (!lines_[k].verdict) convict(k, {section.kind, "under a heading: " + section.why});
      }
    }
  }

  bool heads(std::size_t i) const { return blocks_[i].block.type == BlockType::heading; }

  // Cards of a roundup say their headline twice: as a heading, and as the link at their picture. Prose, verses and
  // shouts may repeat a line by right.
  void find_repeats() {
    constexpr std::size_t kNone = ~std::size_t{0};
    std::size_t last = kNone;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].verdict || lines_[i].folded.empty()) continue;
      const bool same = last != kNone && lines_[i].characters >= kHeadline && lines_[i].folded == lines_[last].folded;
      if (!same || !(is_headline(i) || is_headline(last))) {
        last = i;
        continue;
      }
      const bool keep_later = heads(i) && !heads(last);
      convict(keep_later ? last : i, {RemovedKind::navigation, "the headline beside it once more"});
      if (keep_later) last = i;
    }
  }

  // Texts that all break off stand under the article: the first words of others.
  void find_cut_teasers() {
    std::size_t cut = 0, first = lines_.size();
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (lines_[i].verdict || lines_[i].folded.empty() || (cut > 0 && is_headline(i))) continue;
      const std::size_t texts = texts_that_break_off(i);
      if (texts == 0) break;
      cut += texts;
      first = i;
    }
    if (cut < kTeasers) return;
    for (std::size_t i = first; i < lines_.size(); ++i) {
      if (lines_[i].verdict || lines_[i].folded.empty()) continue;
      convict(i, {RemovedKind::related, "breaks off, as its neighbours do"});
    }
  }

  std::size_t texts_that_break_off(std::size_t i) const {
    const Block& block = blocks_[i].block;
    if (lines_[i].characters < kTeaser) return 0;
    if (block.type != BlockType::list) return lines_[i].folded.ends_with("...") ? 1 : 0;
    const auto breaks_off = [](const std::string& item) { return item.ends_with("...") || item.ends_with("…"); };
    return std::all_of(block.items.begin(), block.items.end(), breaks_off) ? block.items.size() : 0;
  }

  bool is_headline(std::size_t i) const { return heads(i) || blocks_[i].link_density >= 0.5; }

  // Under an offer stands the list of what is offered; under a heading of links stand links, or at the end of the page
  // anything short.
  bool belongs(std::size_t i, RemovedKind section) const {
    const Judgeable& line = lines_[i];
    if (section == RemovedKind::notice) return blocks_[i].block.type == BlockType::list || line.verdict;
    if (line.verdict) return !line.verdict->opens_section;
    if (blocks_[i].link_density >= 0.5) return true;
    if (line.place != Place::tail || line.prose) return false;
    return line.characters <= kShortLine && !line.closed && blocks_[i].block.type != BlockType::table;
  }

  // What else spoke against the line: where it stands, and its links.
  std::string evidence(std::size_t i) const {
    const Place place = lines_[i].place;
    std::string out = place == Place::head ? ", before the text" : place == Place::tail ? ", behind the text" : "";
    const auto links = static_cast<int>(blocks_[i].link_density * 100);
    return links > 0 ? out + ", " + std::to_string(links) + " % in links" : out;
  }

  // The label of what is embedded goes; what it stands for is the article's.
  bool only_label(std::size_t i) const {
    const Block& block = blocks_[i].block;
    if (!lines_[i].verdict || block.type != BlockType::embed || block.src.empty()) return false;
    return lines_[i].verdict->kind == RemovedKind::share || lines_[i].verdict->kind == RemovedKind::navigation;
  }

  Judged split() {
    Judged out;
    std::size_t kept = 0;  // in place: a page may have a million blocks
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      DraftBlock& block = blocks_[i];
      if (lines_[i].verdict) {
        out.removed.push_back({{lines_[i].verdict->kind, unicode::collapse(words_of(block.block))},
                               block.node,
                               lines_[i].verdict->why + evidence(i),
                               block.first});
      }
      if (only_label(i)) {
        block.block.text.clear();
        block.block.links.clear();
      }
      if ((!lines_[i].verdict || only_label(i)) && !repeats_title(i)) {
        strip_trailing_credit(block, out.removed);
        if (kept != i) blocks_[kept] = std::move(block);
        ++kept;
      }
    }
    blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(kept), blocks_.end());
    out.kept = std::move(blocks_);
    return out;
  }

  std::vector<DraftBlock> blocks_;
  const Context& context_;
  const CleanOptions& options_;
  std::string title_;
  std::vector<Judgeable> lines_;
};

}  // namespace

std::optional<RemovedKind> kind_by_words(std::string_view text) {
  const std::string folded = fold_for_cues(text);
  if (spam_words(folded) >= 2) return RemovedKind::spam;
  if (is_breadcrumb(folded)) return RemovedKind::breadcrumb;
  return std::nullopt;
}

Judged judge(std::vector<DraftBlock> blocks, const Context& context, const CleanOptions& options) {
  return Judge(std::move(blocks), context, options).run();
}

}  // namespace winnow::cleaning
