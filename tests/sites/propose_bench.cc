// What rules that were inferred from a few articles of a generated site make of its other articles, beside what the
// automatic extractor makes of them: a line for each kind. A measure, no test.
//   propose_bench [--seeds N] [--first N] [--samples N] [--kind NAME] [--changes SEED]
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "sites/changes.h"
#include "sites/dice.h"
#include "sites/kind.h"
#include "sites/reading_sums.h"
#include "sites/samples.h"
#include "sites/score.h"
#include "sites/site.h"
#include "survey/propose.h"
#include "winnow/winnow.h"

namespace {

using namespace winnow::sites;

struct Asked {
  unsigned long seeds = 1, first = 1, samples = 10, changes = 0;
  std::string kind;
};

void print_rules(const winnow::survey::Proposal& proposal) {
  for (const winnow::RuleSet& set : proposal.rules) {
    std::printf("  set %s when %s\n", set.name.c_str(), set.when_exists.c_str());
    for (const auto& [field, rule] : set.fields) {
      std::printf("    field %d:", static_cast<int>(field));
      for (const winnow::Place& place : rule.places)
        std::printf(" | %s%s%s match=%s", place.css.c_str(), place.attr.empty() ? "" : " @", place.attr.c_str(),
                    place.match.c_str());
      std::printf("\n");
    }
    for (const winnow::RemoveRule& remove : set.remove)
      std::printf("    remove %s%s\n", remove.css.c_str(), remove.text.c_str());
  }
  for (const auto& e : proposal.evidence)
    std::printf("    %s: %s (%zu of %zu)\n", e.key.c_str(), e.text.c_str(), e.pages, e.of);
}

void print_lines(const SitePage& page, const winnow::Article& article) {
  const std::vector<std::string> read = parts_of(article.text, '\n');
  const auto& truth = page.truth.lines;
  for (const std::string& line : truth) {
    if (std::find(read.begin(), read.end(), line) == read.end())
      std::printf("  - %s\n", winnow::utf8::shorten(line, 100).c_str());
  }
  for (const std::string& line : read) {
    if (std::find(truth.begin(), truth.end(), line) == truth.end())
      std::printf("  + %s\n", winnow::utf8::shorten(line, 100).c_str());
  }
}

std::string all_of(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

void print_missed(const SitePage& page, const winnow::Article& article, double f1) {
  const bool title = same_title(page.truth, article.title), when = same_time(page.truth, article.published_at);
  const bool authors = same_authors(page.truth, article.authors);
  if (f1 >= 0.98 && title && when && authors) return;
  std::printf("%s F1 %.3f\n", page.url.c_str(), f1);
  if (!title) std::printf("  title %s\n   read %s\n", page.truth.title.c_str(), article.title.c_str());
  if (!authors)
    std::printf("  authors %s\n   read %s\n", all_of(page.truth.authors).c_str(), all_of(article.authors).c_str());
  if (f1 < 0.98) print_lines(page, article);
  if (!when)
    std::printf("  time %s (%d) read %s\n", page.truth.published.c_str(), page.truth.exactness,
                article.published_at.c_str());
}

// With the parts that it says follow it.
winnow::Article read_whole(const winnow::Reader& reader, const GeneratedSite& site, const SitePage& first) {
  std::vector<winnow::Page> parts;
  winnow::Reading reading;
  for (const SitePage* page = &first; page != nullptr && parts.size() < 20;
       page = reading.next_page.empty() ? nullptr : site.page(reading.next_page)) {
    parts.push_back({.bytes = page->bytes, .url = page->url, .content_type = page->content_type, .fetched_at = {}});
    reading = reader.read(parts.back());
  }
  return reader.read(parts).article;
}

struct Measured {
  ReadingSums before, after;
  std::size_t sets = 0;
};

void measure(const GeneratedSite& site, const Asked& asked, Measured& sums) {
  const std::vector<winnow::survey::Sample> samples = article_samples(site, asked.samples);
  const winnow::survey::Proposal proposal = winnow::survey::propose_rules(samples, {});
  if (!asked.kind.empty()) print_rules(proposal);
  sums.sets += proposal.rules.size();
  winnow::Options options;
  options.rules = proposal.rules;
  const winnow::Reader automatic{winnow::Options{}}, reader{options};
  for (const SitePage* page : site.articles()) {
    if (is_sample(samples, page->url)) continue;
    sums.before.add(*page, read_whole(automatic, site, *page));
    const winnow::Article article = read_whole(reader, site, *page);
    const double f1 = sums.after.add(*page, article);
    if (!asked.kind.empty()) print_missed(*page, article, f1);
  }
}

bool is_good(const ReadingSums& sums) { return sums.f1() >= 0.98 && sums.title() >= 0.98 && sums.time() >= 0.95; }

void print(std::string_view name, const Measured& m) {
  std::printf("%-34s %5zu %4zu | %6.3f %6.3f %6.3f %6.3f | %6.3f %6.3f %6.3f %6.3f %s\n", std::string(name).c_str(),
              m.after.pages, m.sets, m.before.f1(), m.before.title(), m.before.time(), m.before.author(), m.after.f1(),
              m.after.title(), m.after.time(), m.after.author(), is_good(m.after) ? "" : "<");
}

// Sites after their templates were changed, by what their new pages tell alone.
void measure_changes(const Asked& asked) {
  std::size_t there = 0, good = 0;
  for (const ChangedSite& changed : fifty_changes(asked.changes)) {
    if (!asked.kind.empty() && asked.kind != changed.kind) continue;
    const bool is_there = truth_of(changed.kind, asked.changes, changed.change).text_is_there;
    Measured sums;
    measure(GeneratedSite(SiteOptions{.kind = changed.kind, .seed = asked.changes, .change = changed.change}), asked,
            sums);
    print(std::string(changed.kind) + " " + std::string(name_of(changed.change)) + (is_there ? "" : " (gone)"), sums);
    there += is_there ? 1U : 0U;
    good += is_there && is_good(sums.after) ? 1U : 0U;
  }
  std::printf("%zu of %zu changes whose text is there\n", good, there);
}

void measure_kinds(const Asked& asked) {
  std::size_t good = 0, all = 0;
  for (const Kind& kind : all_kinds()) {
    if (!asked.kind.empty() && asked.kind != kind.name) continue;
    Measured sums;
    for (unsigned long seed = asked.first; seed < asked.first + asked.seeds; ++seed)
      measure(GeneratedSite(SiteOptions{.kind = kind.name, .seed = seed}), asked, sums);
    print(kind.name, sums);
    std::fflush(stdout);
    ++all;
    good += is_good(sums.after) ? 1U : 0U;
  }
  std::printf("%zu of %zu kinds\n", good, all);
}

}  // namespace

int main(int argc, char** argv) {
  Asked asked;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--seeds") == 0) asked.seeds = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--first") == 0) asked.first = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--samples") == 0) asked.samples = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--changes") == 0) asked.changes = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--kind") == 0) asked.kind = argv[i + 1];
  }
  std::printf("%-34s %5s %4s | %6s %6s %6s %6s | %6s %6s %6s %6s\n", "kind", "pages", "sets", "F1", "title", "time",
              "author", "F1", "title", "time", "author");
  if (asked.changes != 0) {
    measure_changes(asked);
  } else {
    measure_kinds(asked);
  }
}
