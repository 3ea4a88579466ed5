#include "extract/witness.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/page_map.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kMostText = 200'000;  // bytes of articleBody that are looked at
constexpr std::size_t kMostLines = 3000;
constexpr std::size_t kProbe = 60;       // characters of a line that must be found
constexpr std::size_t kLeastProbe = 16;  // bytes; what is shorter may stand there by chance
constexpr std::size_t kLeastText = 200;  // bytes of a text that is worth listening to

std::vector<DraftBlock> paragraphs(std::string_view text) {
  std::vector<DraftBlock> blocks;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = unicode::collapse(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    blocks.emplace_back().block.text = std::move(line);
  }
  return blocks;
}

}  // namespace

StatedText::StatedText(std::string_view article_body)
    : text_(article_body), bare_(bare_text(article_body.substr(0, kMostText), kMostText)) {}

bool StatedText::has(const Line& line) const {
  const std::string probe = bare_text(line.text, kProbe);
  return probe.size() >= kLeastProbe && bare_.find(probe) != std::string::npos;
}

void StatedText::weigh(std::vector<Line>& lines) {
  if (bare_.size() < kLeastText || lines.size() > kMostLines) return;
  std::size_t found = 0;
  for (Line& line : lines) {
    if (line.role == Role::image) continue;
    line.stated = has(line);
    if (line.stated) found += bare_text(line.text, kMostText).size();
  }
  coverage_ = std::min(1.0, static_cast<double>(found) / static_cast<double>(bare_.size()));
  if (coverage_ < 0.5) return;
  for (Line& line : lines) {
    if (line.value > 0 && !line.stated) line.value *= 0.4;
  }
}

void StatedText::trim(std::vector<const Line*>& lines, std::vector<DraftRemoved>& removed) const {
  if (coverage_ < 0.85) return;
  const auto is_stated = [](const Line* line) { return line->stated; };
  double stated = 0, all = 0;
  for (const Line* line : lines) {
    all += line->whole();
    stated += line->stated ? line->whole() : 0;
  }
  if (stated < 0.7 * all) return;
  const auto last = std::find_if(lines.rbegin(), lines.rend(), is_stated).base();
  for (auto at = last; at != lines.end(); ++at) {
    if ((*at)->role == Role::image) continue;
    removed.push_back({{RemovedKind::related, utf8::shorten((*at)->text, kRemovedCharacters)},
                       (*at)->block,
                       "behind the end of the stated text",
                       (*at)->first});
  }
  lines.erase(last, lines.end());
}

std::vector<DraftBlock> StatedText::instead_of(const std::vector<const Line*>& lines) const {
  std::size_t shown = 0;
  for (const Line* line : lines) shown += bare_text(line->text, kMostText).size();
  if (bare_.size() < kLeastText || coverage_ > 0.5 || bare_.size() < 2 * shown) return {};
  return paragraphs(text_);
}

}  // namespace winnow::extract
