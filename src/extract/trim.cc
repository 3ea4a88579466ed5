#include "extract/trim.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "extract/element_words.h"
#include "extract/posts.h"

namespace winnow::extract {
namespace {

using parse::kNone;
using parse::NodeId;

constexpr std::size_t kLeastTitle = 12;  // bytes
constexpr double kStamp = 100;
constexpr double kProse = 40;  // the value of a line that the text has begun with
constexpr double kShortestLead = 20;
constexpr int kLeadLevels = 2;  // from a line's block up, to the element that is called a lead

struct GroupSum {
  double size = 0, link_size = 0;
  std::size_t lines = 0;
};

class Trimmer {
 public:
  Trimmer(const PageMap& map, std::vector<const Line*>& lines, std::vector<DraftRemoved>& removed)
      : map_(map), lines_(lines), removed_(removed) {}

  void run() {
    sum_groups();
    std::vector<const Line*> kept;
    bool begun = false;
    for (const Line* line : lines_) {
      begun = begun || line->value >= kProse;
      if (is_title(*line, begun)) continue;
      if (is_link_group(*line)) {
        remove(*line, RemovedKind::related, "a list of links");
      } else if (is_bare_link(*line)) {
        remove(*line, RemovedKind::related, "nothing but a link");
      } else {
        kept.push_back(line);
      }
    }
    lines_ = std::move(kept);
    drop_labels();
    drop_last_headings();
    drop_last_stamps();
  }

 private:
  // The title itself; above the text also the page's heading, be it worded otherwise, and the title with a kicker.
  bool is_title(const Line& line, bool begun) const {
    if (line.role == Role::heading && line.block == map_.title()) return true;
    if (begun || (line.role != Role::heading && !line.emphasised)) return false;
    if (line.role == Role::heading && line.level == 1) return true;
    const std::string& title = map_.title_words();
    if (title.size() < kLeastTitle) return false;
    const std::string words = bare_text(line.text);
    return words.size() < 2 * title.size() && (words.ends_with(title) || words.starts_with(title));
  }

  void sum_groups() {
    for (const Line* line : lines_) {
      if (line->role != Role::item && line->role != Role::cell) continue;
      GroupSum& sum = groups_[line->group];
      sum.size += line->size;
      sum.link_size += line->link_size;
      ++sum.lines;
    }
  }

  bool is_link_group(const Line& line) const {
    if (line.role != Role::item && line.role != Role::cell) return false;
    const GroupSum& sum = groups_.at(line.group);
    return sum.link_size > 1.5 * sum.size && line.link_density() > 0.3;
  }

  // Written out for the reader, it is part of what the text says.
  static bool is_address(std::string_view text) {
    const auto in_address = [](char c) { return c > ' ' && c < 0x7F; };
    return text.find('.') != text.npos && std::all_of(text.begin(), text.end(), in_address);
  }

  static bool is_bare_link(const Line& line) {
    // A heading in a list's item is a headline that leads elsewhere.
    const bool alone = line.role == Role::paragraph || (line.role == Role::heading && line.cell != kNone);
    if (!alone || line.link_density() <= 0.9 || line.whole() < 15) return false;
    return !is_address(line.text);
  }

  void remove(const Line& line, RemovedKind kind, const char* why) {
    removed_.push_back({{kind, utf8::shorten(line.text, kRemovedCharacters)}, line.block, why, line.first});
  }

  // Dates, rubrics and the like before the first sentence.
  void drop_labels() {
    std::size_t at = 0;
    while (at < lines_.size() && is_label(*lines_[at])) ++at;
    if (at == lines_.size()) return;
    const auto stay = [](const Line* line) { return line->role == Role::image || line->role == Role::caption; };
    for (std::size_t k = 0; k < at; ++k) {
      if (!stay(lines_[k])) remove(*lines_[k], RemovedKind::byline, "a label before the text");
    }
    const auto end = lines_.begin() + static_cast<std::ptrdiff_t>(at);
    lines_.erase(std::stable_partition(lines_.begin(), end, stay), end);
  }

  bool is_label(const Line& line) const {
    if (line.role == Role::image || line.role == Role::caption) return true;
    return line.role == Role::paragraph && line.value <= 0 && line.whole() < 50 && !goes_on(line) && !is_lead(line);
  }

  // Subtitles have no full stop.
  bool is_lead(const Line& line) const {
    if (line.whole() < kShortestLead || line.link_density() > 0.3) return false;
    NodeId at = line.block;
    for (int level = 0; level < kLeadLevels && at != kNone; ++level, at = map_.document()[at].parent) {
      if ((map_.words(at) & kLeadWord) != 0) return true;
    }
    return false;
  }

  // "Ladies and gentlemen:", "Next Monday," and whole sentences, however short.
  static bool goes_on(const Line& line) {
    if (line.ends_sentence || line.text.empty()) return line.ends_sentence;
    std::size_t at = line.text.size();
    const char32_t last = utf8::previous(line.text, at);
    return last == U':' || last == U'：' || last == U',' || last == U'，' || last == U'、';
  }

  // "Posted by so and so on 2005-03-21 01:20:44", under the text.
  void drop_last_stamps() {
    while (!lines_.empty() && is_stamp(lines_.back()->text) && lines_.back()->whole() < kStamp) {
      remove(*lines_.back(), RemovedKind::byline, "a date under the text");
      lines_.pop_back();
    }
  }

  void drop_last_headings() {
    const auto is_idle = [](const Line* line) { return line->role == Role::heading && line->value <= 0; };
    const auto stays = [&](const Line* line) { return !is_idle(line) && !is_player(*line); };
    const auto tail = std::find_if(lines_.rbegin(), lines_.rend(), stays).base();
    lines_.erase(std::remove_if(tail, lines_.end(), is_idle), lines_.end());
  }

  bool is_player(const Line& line) const {
    const parse::Tag tag = map_.document()[line.first].tag;
    return tag == parse::Tag::iframe || tag == parse::Tag::video || tag == parse::Tag::audio;
  }

  const PageMap& map_;
  std::vector<const Line*>& lines_;
  std::vector<DraftRemoved>& removed_;
  std::unordered_map<NodeId, GroupSum> groups_;
};

}  // namespace

void trim(const PageMap& map, std::vector<const Line*>& lines, std::vector<DraftRemoved>& removed) {
  Trimmer(map, lines, removed).run();
}

}  // namespace winnow::extract
