#include "extract/blocks.h"

#include <algorithm>
#include <string>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/images.h"
#include "extract/table.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

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
      : document_(map.document()), lines_(lines), base_(base) {}

  std::vector<DraftBlock> run() && {
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
          image();
          break;
        case Role::caption:
          caption();
          break;
        case Role::quote:
          prose(BlockType::quote);
          break;
        case Role::embed:
          embed();
          break;
        case Role::code:
          prose(BlockType::code);
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
  // The lines from here on for which `same` holds.
  template <class Same>
  std::span<const Line* const> take_while(Same same) {
    const std::size_t begin = at_;
    while (at_ < lines_.size() && same(*lines_[at_])) ++at_;
    return lines_.subspan(begin, at_ - begin);
  }

  DraftBlock& add(BlockType type, std::span<const Line* const> run) {
    DraftBlock& b = blocks_.emplace_back();
    b.block.type = type;
    b.node = run.front()->block;
    double whole = 0, links = 0;
    b.emphasised = true;
    for (const Line* line : run) {
      whole += line->whole();
      links += line->link_size;
      b.emphasised = b.emphasised && line->emphasised;
    }
    b.link_density = whole > 0 ? links / whole : 0;
    return b;
  }

  void prose(BlockType type) {
    const Line& head = *lines_[at_++];
    const std::size_t begin = at_ - 1;
    while (at_ < lines_.size() && lines_[at_]->soft && lines_[at_]->role == head.role &&
           lines_[at_]->block == head.block) {
      ++at_;
    }
    const auto run = lines_.subspan(begin, at_ - begin);
    if (is_wrapped(run)) {
      DraftBlock& b = add(type, run);
      for (const Line* line : run) ((b.block.text += b.block.text.empty() ? "" : " ")) += line->text;
      return;
    }
    for (std::size_t k = 0; k < run.size(); ++k) add(type, run.subspan(k, 1)).block.text = run[k]->text;
  }

  void heading() {
    const Line& head = *lines_[at_];
    const auto run = take_while([&](const Line& l) { return l.role == Role::heading && l.block == head.block; });
    DraftBlock& b = add(BlockType::heading, run);
    b.block.level = head.level;
    for (const Line* line : run) ((b.block.text += b.block.text.empty() ? "" : " ")) += line->text;
  }

  void embed() {
    const Line& head = *lines_[at_];
    const auto run = take_while([&](const Line& l) { return l.role == Role::embed && l.group == head.group; });
    DraftBlock& b = add(BlockType::embed, run);
    for (const Line* line : run) ((b.block.text += b.block.text.empty() ? "" : "\n")) += line->text;
  }

  void list() {
    const NodeId group = lines_[at_]->group;
    const auto run = take_while([&](const Line& l) {
      return l.group == group && (l.role == Role::item || l.role == Role::image || l.role == Role::caption);
    });
    if (is_laid_out(run)) return dissolve(run);
    DraftBlock& b = add(BlockType::list, run);
    b.block.ordered = document_[group].tag == Tag::ol;
    NodeId cell = kNone;
    for (const Line* line : run) {
      if (line->role != Role::item) continue;
      if (line->cell != cell || b.block.items.empty()) {
        b.block.items.push_back(line->text);
      } else {
        (b.block.items.back() += ' ') += line->text;
      }
      cell = line->cell;
    }
    if (b.block.items.empty()) blocks_.pop_back();
  }

  // A list whose items are whole passages is a layout.
  static bool is_laid_out(std::span<const Line* const> run) {
    std::size_t items = 0, extra = 0;
    double size = 0;
    NodeId cell = kNone;
    for (const Line* line : run) {
      if (line->role != Role::item) continue;
      if (line->cell != cell || items == 0) {
        ++items;
      } else if (line->whole() > 60) {
        ++extra;
      }
      cell = line->cell;
      size += line->whole();
    }
    return items > 0 && (extra > items || (items == 1 && size > 400));
  }

  void dissolve(std::span<const Line* const> run) {
    for (std::size_t k = 0; k < run.size(); ++k) {
      if (run[k]->role == Role::image) {
        add_image(*run[k]);
      } else if (run[k]->role == Role::caption) {
        add_caption(*run[k]);
      } else {
        add(BlockType::paragraph, run.subspan(k, 1)).block.text = run[k]->text;
      }
    }
  }

  void table() {
    const NodeId group = lines_[at_]->group;
    const auto run = take_while([&](const Line& l) { return l.group == group; });
    if (!is_data_table(document_, group, run)) return dissolve(run);
    add(BlockType::table, run).block.rows = table_rows(run);
  }

  void image() { add_image(*lines_[at_++]); }
  void caption() { add_caption(*lines_[at_++]); }

  void add_image(const Line& line) {
    std::string src = image_address(document_, line.first, base_);
    if (src.empty()) return;
    DraftBlock& b = blocks_.emplace_back();
    b.block.type = BlockType::image;
    b.node = line.first;
    b.block.src = std::move(src);
    b.block.alt = unicode::collapse(document_.attribute(line.first, "alt"));
  }

  void add_caption(const Line& line) {
    if (blocks_.empty() || blocks_.back().block.type != BlockType::image) return;
    std::string& text = blocks_.back().block.caption;
    if (!text.empty()) text += ' ';
    text += line.text;
  }

  const Document& document_;
  std::span<const Line* const> lines_;
  const Url* base_;
  std::size_t at_ = 0;
  std::vector<DraftBlock> blocks_;
};

}  // namespace

std::vector<DraftBlock> make_blocks(const PageMap& map, std::span<const Line* const> lines, const Url* base) {
  return BlockMaker(map, lines, base).run();
}

}  // namespace winnow::extract
