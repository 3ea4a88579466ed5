// What `winnow site doctor` proposes after a site has changed, and what is read of its next pages with that: the fifty
// changes of a seed, a line each. A measure, no test.
//   doctor_bench [--seeds N] [--first SEED] [--since N] [--kind NAME] [--change NAME] [--auto | --named] [--verbose]
// The site's rules are those that were inferred from its pages; with --auto it has none; with --named they name the
// element of title, text, author and time, whether or not that is needed, as people's rules do.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "crawl/source_date.h"
#include "site/site_text.h"
#include "sites/changes.h"
#include "sites/dice.h"
#include "sites/named_rules.h"
#include "sites/samples.h"
#include "sites/score.h"
#include "sites/site.h"
#include "survey/propose.h"
#include "survey/remedy.h"
#include "winnow/winnow.h"

namespace {

using namespace winnow;
using namespace winnow::sites;

constexpr std::size_t kLearned = 50;  // stories before the change
constexpr std::size_t kFurther = 20;  // after it
constexpr std::size_t kUsual = 6;     // pages that are kept of the time before

struct Asked {
  unsigned long seeds = 1, first = 1;
  std::size_t since = 4;
  std::string kind, change;
  bool automatic = false, named = false, verbose = false;
};

// An article with its further parts, as the crawl reads it.
Article read(const Reader& reader, const GeneratedSite& site, const SitePage& first) {
  std::vector<const SitePage*> pages = {&first};
  for (;;) {
    std::vector<Page> parts;
    for (const SitePage* page : pages)
      parts.push_back({.bytes = page->bytes, .url = page->url, .content_type = page->content_type, .fetched_at = {}});
    Reading reading = reader.read(parts);
    const SitePage* next = reading.next_page.empty() ? nullptr : site.page(reading.next_page);
    if (next == nullptr || std::find(pages.begin(), pages.end(), next) != pages.end()) return reading.article;
    pages.push_back(next);
  }
}

// The whole article against the truth: its lines over all its parts.
struct Score {
  std::size_t pages = 0;
  double f1 = 0, titles = 0, times = 0;

  double add(const Truth& truth, const Article& article) {
    const double one = text_f1(truth.lines, article.text, truth.neutral);
    ++pages, f1 += one;
    titles += same_title(truth, article.title) ? 1 : 0, times += same_time(truth, article.published_at) ? 1 : 0;
    return one;
  }
  [[nodiscard]] double share(double sum) const { return pages == 0 ? 1 : sum / static_cast<double>(pages); }
  [[nodiscard]] bool good() const { return share(f1) >= 0.98 && share(titles) >= 0.98 && share(times) >= 0.95; }
};

// What feeds and sitemaps state of the articles, by URL: the crawl knows it.
using Stated = std::map<std::string, std::string>;

Stated stated_by_sources(const GeneratedSite& site) {
  Stated out;
  for (const survey::Sample& sample : article_samples(site, site.articles().size()))
    out[sample.url] = sample.witness.published;
  return out;
}

Score score(const GeneratedSite& site, const Stated& stated, const std::vector<const SitePage*>& pages,
            const Options& options, bool verbose) {
  const Reader reader(options);
  Score out;
  for (const SitePage* page : pages) {
    Article article = read(reader, site, *page);
    crawl::date_by_source(article, stated.at(page->url), {});
    const double f1 = out.add(page->truth, article);
    if (!verbose) continue;
    const bool title = same_title(page->truth, article.title), time = same_time(page->truth, article.published_at);
    if (f1 >= 0.98 && title && time) continue;
    std::printf("    %s F1 %.3f\n", page->url.c_str(), f1);
    if (!title) std::printf("      title %s\n       read %s\n", page->truth.title.c_str(), article.title.c_str());
    if (!time) std::printf("      time %s read %s\n", page->truth.published.c_str(), article.published_at.c_str());
    if (f1 >= 0.98) continue;
    const auto read_lines = parts_of(article.text, '\n');
    for (const std::string& line : page->truth.lines) {
      if (std::find(read_lines.begin(), read_lines.end(), line) == read_lines.end())
        std::printf("      - %s\n", utf8::shorten(line, 100).c_str());
    }
    for (const std::string& line : read_lines) {
      if (std::find(page->truth.lines.begin(), page->truth.lines.end(), line) == page->truth.lines.end())
        std::printf("      + %s\n", utf8::shorten(line, 100).c_str());
    }
  }
  return out;
}

struct Outcome {
  Score old_rules, with;
  survey::Remedy remedy;
  ChangeTruth truth;

  // What the pages still tell is read right (a teaser's lines are the truth's), and where the text is gone, the doctor
  // has said so.
  [[nodiscard]] bool right(const Score& score) const {
    if (truth.body != Fate::gone) return score.good();
    return !remedy.trouble.empty() && (truth.title == Fate::gone || score.share(score.titles) >= 0.98) &&
           (truth.published == Fate::gone || score.share(score.times) >= 0.95);
  }
  [[nodiscard]] bool nothing_left() const { return truth.title == Fate::gone && truth.body == Fate::gone; }
};

Outcome run(const ChangedSite& changed, unsigned long seed, const Asked& asked) {
  const GeneratedSite before(SiteOptions{.kind = changed.kind, .seed = seed, .stories = kLearned});
  const GeneratedSite after(
      SiteOptions{.kind = changed.kind, .seed = seed, .stories = kLearned + kFurther, .change = changed.change});
  Options options;
  if (asked.named) options.rules = named_rules(before);
  if (!asked.automatic && !asked.named)
    options.rules = survey::propose_rules(article_samples(before, 10), options).rules;
  const std::vector<survey::Sample> usual = article_samples(before, kUsual);
  const auto articles = after.articles();
  const Stated stated = stated_by_sources(after);
  std::vector<survey::Sample> since;
  std::vector<const SitePage*> next;
  for (std::size_t i = articles.size() - std::min(kFurther, articles.size()); i < articles.size(); ++i) {
    const SitePage& page = *articles[i];
    if (since.size() < asked.since) {
      since.push_back({page.url, page.content_type, page.bytes, {}});
      since.back().witness.published = stated.at(page.url);
    } else {
      next.push_back(&page);
    }
  }
  Outcome out;
  out.truth = truth_of(changed.kind, seed, changed.change);
  out.remedy = survey::find_remedy(usual, since, options);
  out.old_rules = score(after, stated, next, options, false);
  Options repaired = options;
  repaired.rules.insert(repaired.rules.begin(), out.remedy.sets.begin(), out.remedy.sets.end());
  out.with = score(after, stated, next, repaired, asked.verbose);
  return out;
}

struct Tally {
  std::size_t of = 0, good = 0, was_good = 0, proposed = 0, nothing_left = 0;
  void add(const Outcome& outcome) {
    ++of;
    good += outcome.right(outcome.with) ? 1U : 0U, was_good += outcome.right(outcome.old_rules) ? 1U : 0U;
    nothing_left += outcome.right(outcome.with) && outcome.nothing_left() ? 1U : 0U;
    proposed += outcome.remedy.sets.empty() ? 0U : 1U;
  }
};

void print(const std::string& name, const Tally& t) {
  std::printf(
      "%-18s %3zu changes: %3zu read right, %3zu of them by the old rules too, on %zu nothing is left to be "
      "read; %3zu proposals\n",
      name.c_str(), t.of, t.good, t.was_good, t.nothing_left, t.proposed);
}

void print(const ChangedSite& changed, unsigned long seed, const Outcome& o, bool verbose) {
  const auto figures = [](const Score& s) { return std::array{s.share(s.f1), s.share(s.titles), s.share(s.times)}; };
  const auto old = figures(o.old_rules), now = figures(o.with);
  std::printf("%lu %-20s %-17s | %.3f %.3f %.3f | %.3f %.3f %.3f | %s%s\n", seed, std::string(changed.kind).c_str(),
              std::string(name_of(changed.change)).c_str(), old[0], old[1], old[2], now[0], now[1], now[2],
              o.right(o.with) ? "" : "< ",
              o.remedy.needless       ? "no rules are needed"
              : o.remedy.sets.empty() ? o.remedy.trouble.c_str()
                                      : o.remedy.sets.back().when_exists.c_str());
  if (!verbose) return;
  for (const RuleSet& set : o.remedy.sets) std::fputs(site::rule_set_text(set).c_str(), stdout);
  for (const survey::Evidence& e : o.remedy.evidence) std::printf("    # %s: %s\n", e.key.c_str(), e.text.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  Asked asked;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--auto") asked.automatic = true;
    if (name == "--named") asked.named = true;
    if (name == "--verbose") asked.verbose = true;
    if (i + 1 == argc) continue;
    if (name == "--seeds") asked.seeds = std::stoul(argv[i + 1]);
    if (name == "--first") asked.first = std::stoul(argv[i + 1]);
    if (name == "--since") asked.since = std::stoul(argv[i + 1]);
    if (name == "--kind") asked.kind = argv[i + 1];
    if (name == "--change") asked.change = argv[i + 1];
  }
  Tally all;
  std::map<std::string, Tally> by_change;
  for (unsigned long seed = asked.first; seed < asked.first + asked.seeds; ++seed) {
    for (const ChangedSite& changed : fifty_changes(seed)) {
      if (!asked.kind.empty() && asked.kind != changed.kind) continue;
      if (!asked.change.empty() && asked.change != name_of(changed.change)) continue;
      const Outcome outcome = run(changed, seed, asked);
      print(changed, seed, outcome, asked.verbose);
      std::fflush(stdout);
      all.add(outcome), by_change[std::string(name_of(changed.change))].add(outcome);
    }
  }
  for (const auto& [name, tally] : by_change) print(name, tally);
  print("all", all);
}
