// What rules that were inferred from a few articles of a generated site make of its other articles, beside what the
// automatic extractor makes of them: a line for each kind. A measure, no test.
//   propose_bench [--seeds N] [--first N] [--samples N] [--kind NAME] [--changes SEED]
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "base/utf8.h"
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
  unsigned long seeds = 1, first = 1, samples = 10;
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
  for (std::size_t i = page.truth.from; i < page.truth.to; ++i) {
    if (std::find(read.begin(), read.end(), truth[i]) == read.end())
      std::printf("  - %s\n", winnow::utf8::shorten(truth[i], 100).c_str());
  }
  for (const std::string& line : read) {
    if (std::find(truth.begin(), truth.end(), line) == truth.end())
      std::printf("  + %s\n", winnow::utf8::shorten(line, 100).c_str());
  }
}

void print_missed(const SitePage& page, const winnow::Article& article, double f1) {
  const bool title = same_title(page.truth, article.title), when = same_time(page.truth, article.published_at);
  if (f1 >= 0.98 && title && when) return;
  std::printf("%s F1 %.3f\n", page.url.c_str(), f1);
  if (!title) std::printf("  title %s\n   read %s\n", page.truth.title.c_str(), article.title.c_str());
  if (f1 < 0.98) print_lines(page, article);
  if (!when)
    std::printf("  time %s (%d) read %s\n", page.truth.published.c_str(), page.truth.exactness,
                article.published_at.c_str());
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
    const winnow::Page request{
        .bytes = page->bytes, .url = page->url, .content_type = page->content_type, .fetched_at = {}};
    sums.before.add(*page, automatic.read(request).article);
    const winnow::Article article = reader.read(request).article;
    const double f1 = sums.after.add(*page, article);
    if (!asked.kind.empty()) print_missed(*page, article, f1);
  }
}

void print(std::string_view name, const Measured& m) {
  const bool good = m.after.f1() >= 0.98 && m.after.title() >= 0.98 && m.after.time() >= 0.95;
  std::printf("%-20s %5zu %4zu | %6.3f %6.3f %6.3f %6.3f | %6.3f %6.3f %6.3f %6.3f %s\n", std::string(name).c_str(),
              m.after.pages, m.sets, m.before.f1(), m.before.title(), m.before.time(), m.before.author(), m.after.f1(),
              m.after.title(), m.after.time(), m.after.author(), good ? "" : "<");
}

}  // namespace

int main(int argc, char** argv) {
  Asked asked;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--seeds") == 0) asked.seeds = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--first") == 0) asked.first = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--samples") == 0) asked.samples = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--kind") == 0) asked.kind = argv[i + 1];
  }
  std::printf("%-20s %5s %4s | %6s %6s %6s %6s | %6s %6s %6s %6s\n", "kind", "pages", "sets", "F1", "title", "time",
              "author", "F1", "title", "time", "author");
  std::size_t good = 0, all = 0;
  for (const Kind& kind : all_kinds()) {
    if (!asked.kind.empty() && asked.kind != kind.name) continue;
    Measured sums;
    for (unsigned long seed = asked.first; seed < asked.first + asked.seeds; ++seed)
      measure(GeneratedSite(SiteOptions{.kind = kind.name, .seed = seed}), asked, sums);
    print(kind.name, sums);
    std::fflush(stdout);
    ++all;
    good += sums.after.f1() >= 0.98 && sums.after.title() >= 0.98 && sums.after.time() >= 0.95 ? 1U : 0U;
  }
  std::printf("%zu of %zu kinds\n", good, all);
}
