#include "extract/blocks.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/images.h"
#include "extract/line_links.h"
#include "extract/list.h"
#include "extract/players.h"
#include "extract/table.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kLongestLanguage = 30;

bool is_language(std::string_view word) {
  const auto part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '#' || c == '.' || c == '_';
  };
  return !word.empty() && word.size() <= kLongestLanguage && std::all_of(word.begin(), word.end(), part);
}

// The language of the code in a <pre>, as HTML 4.4.4 proposes ("language-python" on the <code>) and as highlighters
// write it.
std::string code_language(const Document& document, NodeId pre) {
  if (pre == kNone) return {};
  for (const NodeId id : {pre, document.first(Tag::code, pre), document[pre].parent}) {
    if (id == kNone) continue;
    for (const std::string_view name : {"data-lang", "data-language"}) {
      if (const std::string_view stated = unicode::trim(document.attribute(id, name)); is_language(stated))
        return unicode::lower(stated);
    }
    std::string_view words = document.attribute(id, "class");
    while (!words.empty()) {
      const std::string_view word = words.substr(0, words.find(' '));
      words.remove_prefix(std::min(words.size(), word.size() + 1));
      for (const std::string_view prefix : {"language-", "lang-", "highlight-source-", "brush:"}) {
        if (word.starts_with(prefix) && is_language(word.substr(prefix.size())))
          return unicode::lower(word.substr(prefix.size()));
      }
    }
  }
  return {};
}

// Hard-wrapped text, as in a mail: most lines end in the middle of a sentence and go on in lower case.
bool is_wrapped(std::span<const Line* const> run) {
  std::size_t broken = 0;
  for (std::size_t k = 1; k < run.size(); ++k) {
    std::size_t at = 0;
    const char32_t first = utf8::next(run[k]->text, at);
    const bool goes_on = unicode::is_letter(first) && !unicode::is_upper(first) && !unicode::is_cjk(first);
    broken += !run[k - 1]->ends_sentence && goes_on && run[k - 1]->whole() > 40 ? 1 : 0;
  }
  return run.size() > 2 && broken * 10 >= (run.size() - 1) * 6;
}

class BlockMaker {
 public:
  BlockMaker(const PageMap& map, std::span<const Line* const> lines, const Url* base)
      : document_(map.document()), lines_(lines), base_(base), links_(map, base) {}

  std::vector<DraftBlock> run() && {
    blocks_.reserve(lines_.size());  // growing would hold them twice for a moment
    while (at_ < lines_.size()) {
      const Line& line = *lines_[at_];
      switch (line.role) {
        case Role::item:
          list();
          break;
        case Role::cell:
          table();
          break;
        case Role::image:
          add_picture(*lines_[at_++]);
          break;
        case Role::caption:
          opens_table(line) ? table() : add_caption(*lines_[at_++]);
          break;
        case Role::quote:
          prose(BlockType::quote);
          break;
        case Role::embed:
          embed();
          break;
        case Role::code:
          code();
          break;
        case Role::heading:
          heading();
          break;
        case Role::paragraph:
          prose(BlockType::paragraph);
          break;
      }
    }
    return std::move(blocks_);
  }

 private:
  using Run = std::span<const Line* const>;

  // The lines from here on for which `same` holds.
  template <class Same>
  Run take_while(Same same) {
    const std::size_t begin = at_;
    while (at_ < lines_.size() && same(*lines_[at_])) ++at_;
    return lines_.subspan(begin, at_ - begin);
  }

  bool holds(NodeId element, NodeId id) const {
    return element != kNone && id >= element && id < document_[element].end;
  }

  DraftBlock& add(BlockType type, Run run) {
    DraftBlock& b = blocks_.emplace_back();
    b.block.type = type;
    b.node = run.front()->block;
    b.first = run.front()->first;
    double whole = 0, links = 0;
    b.emphasised = true;
    for (const Line* line : run) {
      whole += line->whole();
      links += line->link_size;
      b.value += line->value;
      b.emphasised = b.emphasised && line->emphasised;
    }
    b.link_density = whole > 0 ? links / whole : 0;
    return b;
  }

  DraftBlock& add_text(BlockType type, Run run, std::string_view separator) {
    DraftBlock& b = add(type, run);
    for (const Line* line : run) links_.append(*line, separator, b.block.text, b.block.links);
    return b;
  }

  void prose(BlockType type) {
    const Line& head = *lines_[at_++];
    const std::size_t begin = at_ - 1;
    while (at_ < lines_.size() && lines_[at_]->soft && lines_[at_]->role == head.role &&
           lines_[at_]->block == head.block) {
      ++at_;
    }
    const Run run = lines_.subspan(begin, at_ - begin);
    if (is_wrapped(run)) {
      add_text(type, run, " ");
      return;
    }
    for (std::size_t k = 0; k < run.size(); ++k) add_text(type, run.subspan(k, 1), "");
  }

  void heading() {
    const Line& head = *lines_[at_];
    const Run run = take_while([&](const Line& l) { return l.role == Role::heading && l.block == head.block; });
    add_text(BlockType::heading, run, " ").block.level = head.level;
  }

  // Some pages have an element for each line of a <pre>.
  void code() {
    const NodeId group = lines_[at_]->group;
    const Run run = take_while([&](const Line& l) { return l.role == Role::code && l.group == group; });
    add_text(BlockType::code, run, "\n").block.language = code_language(document_, group);
  }

  void embed() {
    const NodeId group = lines_[at_]->group;
    const Run run = take_while([&](const Line& l) {
      return l.group == group && (l.role == Role::embed || (l.role == Role::image && holds(group, l.first)));
    });
    std::vector<const Line*> words;
    std::copy_if(run.begin(), run.end(), std::back_inserter(words),
                 [](const Line* l) { return l->role == Role::embed; });
    add_text(BlockType::embed, words, "\n").block.src = post_address(document_, group, base_);
    add_pictures(run);
  }

  // Images of items stand behind their list, which stays whole.
  void list() {
    const NodeId group = lines_[at_]->group;
    const Run run = take_while([&](const Line& l) {
      const bool picture = l.role == Role::image || l.role == Role::caption;
      return l.role == Role::item ? l.group == group : picture && holds(group, l.first);
    });
    if (is_laid_out(run)) return dissolve(run);
    add(BlockType::list, run).block = list_block(document_, group, run, links_);
    if (blocks_.back().block.items.empty()) blocks_.pop_back();
    add_pictures(run);
  }

  void dissolve(Run run) {
    for (std::size_t k = 0; k < run.size(); ++k) {
      if (run[k]->role == Role::image) {
        add_picture(*run[k]);
      } else if (run[k]->role == Role::caption) {
        add_caption(*run[k]);
      } else {
        add_text(BlockType::paragraph, run.subspan(k, 1), "");
      }
    }
  }

  bool opens_table(const Line& caption) const {
    const bool of_table = caption.group != kNone && document_[caption.group].tag == Tag::table;
    return of_table && document_[caption.block].tag == Tag::caption;
  }

  void table() {
    const NodeId group = lines_[at_]->group;
    const Run run = take_while([&](const Line& l) { return l.group == group; });
    if (!is_data_table(document_, group, run)) return dissolve(run);
    DraftBlock& b = add(BlockType::table, run);
    b.block = table_block(document_, run, links_);
    for (const Line* line : run) {
      if (line->role == Role::caption && opens_table(*line)) append_words(b.block.caption, line->text);
    }
    add_pictures(run);
  }

  // Pictures that stood among other lines, with their captions.
  void add_pictures(Run run) {
    for (const Line* line : run) {
      if (line->role == Role::image) add_picture(*line);
      if (line->role == Role::caption && !opens_table(*line)) add_caption(*line);
    }
  }

  void add_picture(const Line& line) {
    const bool image = document_[line.first].tag == Tag::img || document_[line.first].tag == Tag::amp_img;
    std::string src =
        image ? image_address(document_, line.first, base_) : player_address(document_, line.first, base_);
    if (src.empty() || repeats_last(src)) return;
    DraftBlock& b = blocks_.emplace_back();
    b.block.type = image ? BlockType::image : BlockType::embed;
    b.node = b.first = line.first;
    b.block.src = std::move(src);
    b.block.alt = unicode::collapse(document_.attribute(line.first, image ? "alt" : "title"));
    if (holds(figure_, line.first)) b.block.caption = std::move(waiting_);
    waiting_.clear();
    figure_ = kNone;
  }

  // The same picture right behind itself is one: templates write it once for scripts and once for the rest.
  bool repeats_last(const std::string& src) const {
    return !blocks_.empty() && is_picture(blocks_.back().block) && blocks_.back().block.src == src;
  }

  static void append_words(std::string& text, std::string_view words) { (text += text.empty() ? "" : " ") += words; }

  // A caption is that of its figure, whichever comes first; without a figure that of the picture before it.
  void add_caption(const Line& line) {
    const bool figure = line.group != kNone && document_[line.group].tag == Tag::figure;
    const bool may_have = !blocks_.empty() && (figure ? has_caption_in_figure(blocks_.back().block.type)
                                                      : is_picture(blocks_.back().block));
    if (may_have && (!figure || holds(line.group, blocks_.back().first))) {
      append_words(blocks_.back().block.caption, line.text);
    } else if (figure) {
      if (figure_ != line.group) waiting_.clear();
      figure_ = line.group;
      append_words(waiting_, line.text);
    }
  }

  static bool is_picture(const Block& block) {
    return block.type == BlockType::image || (block.type == BlockType::embed && block.text.empty());
  }

  static bool has_caption_in_figure(BlockType type) {
    return type != BlockType::paragraph && type != BlockType::heading && type != BlockType::list;
  }

  const Document& document_;
  std::span<const Line* const> lines_;
  const Url* base_;
  LinkReader links_;
  std::size_t at_ = 0;
  std::vector<DraftBlock> blocks_;
  std::string waiting_;    // a caption that came before its picture
  NodeId figure_ = kNone;  // the figure that it is of
};

}  // namespace

std::vector<DraftBlock> make_blocks(const PageMap& map, std::span<const Line* const> lines, const Url* base) {
  return BlockMaker(map, lines, base).run();
}

}  // namespace winnow::extract
