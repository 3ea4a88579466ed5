// What a survey makes of the generated sites: it is driven in memory, what it finds goes to the real crawl, and what is
// stored then is held against the truth. A line for each kind; ctest only shows that it runs.
//   survey_bench [--seeds A-B] [--kind NAME]: with a kind also what was found, and what is missing or too much
#include <cstdio>
#include <cstring>
#include <set>
#include <string>

#include "sites/crawled.h"
#include "sites/kind.h"
#include "sites/score.h"
#include "sites/site.h"
#include "survey/survey.h"

namespace {

using namespace winnow;
using namespace winnow::sites;

struct Sums {
  std::size_t sites = 0, requests = 0, articles = 0, found = 0, stored = 0, others = 0, titles = 0, times = 0;
  std::size_t good = 0;  // sites
  double f1 = 0;
};

double share(std::size_t count, std::size_t of) {
  return static_cast<double>(count) / static_cast<double>(of == 0 ? 1 : of);
}

survey::Answer answer_of(const GeneratedSite& site, const std::string& url) {
  const SitePage* page = site.page(url);
  const SitePage& found = page != nullptr ? *page : site.missing();
  return {url, url, found.status, found.content_type, found.bytes};
}

survey::Findings look_at(const GeneratedSite& site, Sums& sums, bool verbose) {
  survey::Survey survey(site.home());
  survey.add_sitemaps(site.sitemaps());
  while (const auto wanted = survey.next()) {
    survey::Answer answer = answer_of(site, wanted->url);
    const SitePage* page = site.page(wanted->url);
    if (verbose) {
      std::printf("  %-8s %s: %s\n", page != nullptr ? std::string(name_of(page->truth.role)).c_str() : "none",
                  wanted->url.c_str(), wanted->why.c_str());
    }
    survey.add(std::move(answer));
    ++sums.requests;
  }
  return survey.findings();
}

void print(const survey::Findings& findings) {
  if (!findings.trouble.empty()) std::printf("  trouble: %s\n", findings.trouble.c_str());
  for (const std::string& url : findings.site.discover.feeds) std::printf("  feed %s\n", url.c_str());
  for (const std::string& url : findings.site.discover.sitemaps) std::printf("  sitemap %s\n", url.c_str());
  for (const site::ListSource& list : findings.site.discover.lists) {
    std::printf("  list %s links '%s' next '%s' max %d\n", list.url.c_str(), list.links.c_str(), list.next.c_str(),
                list.max_pages);
  }
  for (const std::string& pattern : findings.site.urls.accept) std::printf("  accept %s\n", pattern.c_str());
  for (const std::string& pattern : findings.site.urls.refuse) std::printf("  refuse %s\n", pattern.c_str());
  for (const std::string& name : findings.site.urls.drop_query) std::printf("  drop_query %s\n", name.c_str());
  for (const std::string& host : findings.site.urls.host_aliases) std::printf("  alias %s\n", host.c_str());
  for (const survey::Evidence& e : findings.evidence) {
    std::printf("  because %s: %s (%zu of %zu)\n", e.key.c_str(), e.text.c_str(), e.pages, e.of);
  }
  for (const survey::Other& other : findings.others)
    std::printf("  other %s: %s\n", other.url.c_str(), other.why.c_str());
}

void score(const GeneratedSite& site, const std::vector<Article>& stored, Sums& sums, bool verbose) {
  std::set<std::string> found;
  std::size_t others = 0;
  for (const Article& article : stored) {
    const SitePage* page = site.page(article.url);
    const bool own = page != nullptr && (page->truth.role == Role::article || page->truth.role == Role::part ||
                                         page->truth.role == Role::print || page->truth.role == Role::amp ||
                                         page->truth.role == Role::mobile);
    if (!own || !found.insert(page->truth.canonical).second) {
      ++others;
      if (verbose) std::printf("  TOO MUCH %s: %s\n", article.url.c_str(), article.title.c_str());
      continue;
    }
    sums.f1 += text_f1(page->truth.lines, article.text, page->truth.neutral);
    sums.titles += same_title(page->truth, article.title) ? 1U : 0U;
    sums.times += same_time(page->truth, article.published_at) ? 1U : 0U;
  }
  for (const SitePage* page : site.articles()) {
    if (verbose && !found.contains(page->url)) std::printf("  MISSING %s\n", page->url.c_str());
  }
  const bool good = share(found.size(), site.articles().size()) >= 0.95 && share(others, stored.size()) <= 0.02;
  sums.good += good ? 1U : 0U;
  sums.others += others;
  sums.stored += stored.size();
  sums.found += found.size();
  sums.articles += site.articles().size();
}

void measure(std::string_view kind, std::uint64_t seed, bool verbose, Sums& sums) {
  const GeneratedSite site(SiteOptions{.kind = kind, .seed = seed});
  if (verbose) std::printf("%s, seed %llu\n", std::string(kind).c_str(), static_cast<unsigned long long>(seed));
  const survey::Findings findings = look_at(site, sums, verbose);
  if (verbose) print(findings);
  score(site, crawled(site, findings.site), sums, verbose);
  ++sums.sites;
}

void print(const std::string& name, const Sums& sums) {
  std::printf("%-20s %5.1f %6.3f %6.3f %6.3f %6.3f %6.3f %3zu/%zu%s\n", name.c_str(), share(sums.requests, sums.sites),
              share(sums.found, sums.articles), share(sums.others, sums.stored),
              sums.f1 / static_cast<double>(sums.found == 0 ? 1 : sums.found), share(sums.titles, sums.found),
              share(sums.times, sums.found), sums.good, sums.sites, sums.good == sums.sites ? "" : " *");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  unsigned long first = 1, last = 1;
  std::string only;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string value = argv[i + 1];
    if (std::strcmp(argv[i], "--kind") == 0) only = value;
    if (std::strcmp(argv[i], "--seeds") == 0) {
      first = std::stoul(value);
      last = std::stoul(value.substr(value.find('-') + 1));
    }
  }
  std::printf("%-20s %5s %6s %6s %6s %6s %6s  good\n", "kind", "asked", "found", "others", "F1", "title", "time");
  std::size_t sites = 0, good = 0;
  for (const Kind& kind : all_kinds()) {
    if (!only.empty() && only != kind.name) continue;
    Sums sums;
    for (unsigned long seed = first; seed <= last; ++seed) measure(kind.name, seed, !only.empty(), sums);
    print(std::string(kind.name), sums);
    good += sums.good;
    sites += sums.sites;
  }
  std::printf("%zu of %zu sites: 0.95 and more found, 0.02 and less others\n", good, sites);
}
