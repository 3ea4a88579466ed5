#include "winnow/site_lines.h"

#include <algorithm>

#include "clean/site_boilerplate.h"
#include "clean/site_memory.h"
#include "winnow/internal/identity.h"

namespace winnow {

std::string remember(std::string_view memory, const SeenPage& page) { return cleaning::add_page(memory, page); }

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
