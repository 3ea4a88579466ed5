#include "survey/rules/page_view.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "base/hash.h"
#include "base/unicode.h"
#include "extract/body.h"
#include "extract/fields.h"
#include "extract/page_map.h"
#include "survey/rules/titles.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kMostPages = 24;
constexpr std::size_t kMostBytes = 64 << 20;
constexpr std::size_t kMostNodes = 50'000;  // a page with more tells nothing that others don't
constexpr std::size_t kMostBlocks = 600;
constexpr std::size_t kLongest = 2000;  // bytes of a text that are compared

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (std::string line = bare(std::string_view(text).substr(at, end - at)); !line.empty())
      out.insert(std::move(line));
    at = end + 1;
  }
  return out;
}

// Cleaning took some of the lines that extraction had kept.
bool is_in(const std::set<std::string>& lines, const Block& block) {
  if (block.type == BlockType::image) return true;
  if (lines.contains(bare(block.text))) return true;
  if (block.type == BlockType::code) return true;
  const bool item = std::any_of(block.items.begin(), block.items.end(),
                                [&](const std::string& text) { return lines.contains(bare(text)); });
  return item || !block.rows.empty();
}

PageView view_of(const Sample& sample, const Reader& reader, const Options& options) {
  const Page page{.bytes = sample.bytes, .url = sample.url, .content_type = sample.content_type, .fetched_at = {}};
  PageView view;
  view.sample = &sample;
  view.url = Url::parse(sample.url);
  Reading reading = reader.read(page);
  if (!reading.refused.empty()) return view;
  view.automatic = std::move(reading.article);
  view.layout = std::move(reading.observation.layout);
  view.next_page = std::move(reading.next_page);
  view.document =
      parse::parse_owned(decode_bytes(sample.bytes, sample.content_type, options.encoding).text, {.nodes = kMostNodes});
  const Url* url = view.url ? &*view.url : nullptr;
  const extract::Fields fields =
      extract::find_fields(view.document, {.url = url, .language = options.language, .zone = options.zone});
  extract::Body body =
      extract::find_body(view.document, {.base = url, .title = fields.title, .article_body = fields.article_body});
  const std::set<std::string> lines = lines_of(view.automatic.text);
  for (extract::DraftBlock& block : body.blocks) {
    if (view.blocks.size() == kMostBlocks) break;
    if (block.node != parse::kNone && is_in(lines, block.block)) view.blocks.push_back(std::move(block));
  }
  view.published = parse_iso(sample.witness.published);
  return view;
}

}  // namespace

std::string bare(std::string_view text) { return extract::bare_text(text, kLongest); }

std::string text_of(const Block& block) {
  std::string out = block.text;
  for (const std::string& item : block.items) out += ' ' + item;
  for (const auto& row : block.rows) {
    for (const std::string& cell : row) out += ' ' + cell;
  }
  return out;
}

std::vector<PageView> look_at(std::span<const Sample> samples, const Options& options) {
  Options automatic = options;
  automatic.rules.clear();
  automatic.trace = automatic.mark = false;
  const Reader reader(automatic);
  std::vector<PageView> views;
  std::size_t bytes = 0;
  for (const Sample& sample : samples) {
    bytes += sample.bytes.size();
    if (views.size() == kMostPages || bytes > kMostBytes) break;
    PageView view = view_of(sample, reader, options);
    if (view.document.size() > 1 && view.document.truncated().empty()) views.push_back(std::move(view));
  }
  settle_titles(views);
  return views;
}

std::vector<extract::DraftBlock> body_by(const PageView& page, const parse::Selector& selector, bool prune) {
  std::vector<parse::NodeId> containers;
  for (const parse::NodeId id : selector.select(page.document)) {
    if (containers.empty() || id >= page.document[containers.back()].end) containers.push_back(id);
  }
  if (containers.empty()) return {};
  extract::BodyHints hints{.base = page.url ? &*page.url : nullptr, .title = page.automatic.title};
  hints.only = containers;
  hints.prune = prune;
  std::vector<extract::DraftBlock> blocks = extract::find_body(page.document, hints).blocks;
  std::erase_if(blocks, [](const extract::DraftBlock& block) { return block.node == parse::kNone; });
  if (blocks.size() > kMostBlocks) blocks.resize(kMostBlocks);
  return blocks;
}

Census::Census(std::span<const PageView> pages) {
  std::map<std::uint64_t, std::size_t> counts;
  for (const PageView& page : pages) {
    std::set<std::uint64_t> here;
    for (const extract::DraftBlock& block : page.blocks) {
      if (const std::string text = bare(text_of(block.block)); !text.empty()) here.insert(hash64(text));
    }
    for (const std::uint64_t hash : here) ++counts[hash];
  }
  counts_.assign(counts.begin(), counts.end());
}

std::size_t Census::pages_with(std::string_view text) const {
  const std::string words = bare(text);
  if (words.empty()) return 0;
  const std::uint64_t hash = hash64(words);
  const auto found = std::lower_bound(counts_.begin(), counts_.end(), std::pair<std::uint64_t, std::size_t>{hash, 0});
  return found != counts_.end() && found->first == hash ? found->second : 0;
}

}  // namespace winnow::survey
