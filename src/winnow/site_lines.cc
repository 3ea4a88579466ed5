#include "winnow/site_lines.h"

#include <algorithm>

#include "clean/site_boilerplate.h"
#include "clean/site_memory.h"
#include "winnow/internal/identity.h"

namespace winnow {

std::string remember(std::string_view memory, const SeenPage& page) { return cleaning::add_page(memory, page); }

SiteLines::SiteLines(std::string_view memory) : open_(std::make_unique<cleaning::OpenMemory>(memory)) {}
SiteLines::~SiteLines() = default;
SiteLines::SiteLines(SiteLines&&) noexcept = default;
SiteLines& SiteLines::operator=(SiteLines&&) noexcept = default;

bool SiteLines::remember(const SeenPage& page) { return open_->add(page); }
std::size_t SiteLines::pages() const { return open_->pages(); }
std::string SiteLines::memory() const { return open_->pages() == 0 ? std::string() : open_->text(); }

bool SiteLines::reads_otherwise(const SeenPage& page) const {
  const std::uint64_t others = open_->others_than(page.id);
  return std::any_of(page.lines.begin(), page.lines.end(),
                     [&](const SeenLine& line) { return open_->repeats(line, others).has_value() != line.left_out; });
}

bool reads_otherwise(std::string_view memory, const SeenPage& page) {
  const cleaning::SiteMemory known(memory, page.id);
  return std::any_of(page.lines.begin(), page.lines.end(),
                     [&known](const SeenLine& line) { return known.repeats(line).has_value() != line.left_out; });
}

SeenPage seen_in(const Article& article) {
  SeenPage page{internal::number_of(article.id), cleaning::title_bits(article.title), {}};
  for (const Block& block : article.body) {
    const std::vector<SeenLine> lines = cleaning::lines_of(block, article.url);
    page.lines.insert(page.lines.end(), lines.begin(), lines.end());
  }
  for (const Removed& removed : article.removed) {
    SeenLine line = cleaning::line_of(removed.text, article.url);
    if (removed.kind != RemovedKind::learned) line.weight = 0;
    if (line.key != 0) page.lines.push_back(line);
  }
  return page;
}

}  // namespace winnow
