// Each kind's pages against their own truths, read with the program's own parser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "base/url.h"
#include "discover/feed.h"
#include "discover/sitemap.h"
#include "parse/document.h"
#include "sites/kind.h"
#include "sites/site.h"
#include "winnow/winnow.h"

namespace winnow::sites {
namespace {

class GeneratedPages : public ::testing::TestWithParam<std::string_view> {
 protected:
  static GeneratedSite site(std::uint64_t seed = 1, std::size_t stories = 0) {
    return GeneratedSite(SiteOptions{.kind = GetParam(), .seed = seed, .stories = stories});
  }
};

std::vector<std::string_view> names() {
  std::vector<std::string_view> out;
  for (const Kind& kind : all_kinds()) out.push_back(kind.name);
  return out;
}

INSTANTIATE_TEST_SUITE_P(Kinds, GeneratedPages, ::testing::ValuesIn(names()),
                         [](const auto& of) { return std::string(of.param); });

parse::Document tree_of(const SitePage& page) { return parse::parse(decode_bytes(page.bytes, page.content_type).text); }

std::string seen(const SitePage& page) {
  const parse::Document document = tree_of(page);
  return unicode::collapse(document.visible_text(document.first(parse::Tag::body)));
}

// Absolute targets of the page's links that are on one of the site's hosts.
std::set<std::string> links_of(const SitePage& page, const GeneratedSite& site) {
  const parse::Document document = tree_of(page);
  auto base = Url::parse(page.url);
  if (const auto id = document.first(parse::Tag::base); id != parse::kNone) {
    base = Url::parse(document.attribute(id, "href"), &*base);
  }
  std::set<std::string> out;
  for (const parse::NodeId id : document.all(parse::Tag::a)) {
    const auto url = Url::parse(document.attribute(id, "href"), &*base);
    if (!url || document.attribute(id, "href").starts_with('#')) continue;
    const std::string host = url->hostname();
    if (host == "www.example.com" || host == "m.example.com") out.insert(url->href());
  }
  EXPECT_FALSE(site.pages().empty());
  return out;
}

bool is_html(const SitePage& page) { return page.truth.role != Role::data; }

TEST_P(GeneratedPages, SameSeedSameBytes) {
  const GeneratedSite one = site(7), same = site(7), other = site(8);
  ASSERT_EQ(one.pages().size(), same.pages().size());
  for (const auto& [url, page] : one.pages()) {
    ASSERT_NE(same.page(url), nullptr) << url;
    EXPECT_EQ(page.bytes, same.page(url)->bytes) << url;
  }
  EXPECT_NE(one.page(one.home())->bytes, other.page(other.home())->bytes);
  EXPECT_NE(one.articles()[0]->bytes, other.articles()[0]->bytes);
}

TEST_P(GeneratedPages, MoreStoriesAreTheSameSiteLater) {
  const GeneratedSite before = site(3, 30), after = site(3, 45);
  ASSERT_EQ(before.articles().size(), 30U);
  ASSERT_EQ(after.articles().size(), 45U);
  for (const SitePage* article : before.articles()) {
    ASSERT_NE(after.page(article->url), nullptr) << article->url;
    EXPECT_EQ(after.page(article->url)->bytes, article->bytes) << article->url;
  }
}

TEST_P(GeneratedPages, HoldEnoughOfBothSorts) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const GeneratedSite here = site(seed);
    const auto others = std::count_if(here.pages().begin(), here.pages().end(), [](const auto& entry) {
      return is_html(entry.second) && entry.second.truth.role != Role::article;
    });
    EXPECT_GE(here.articles().size(), 40U);
    EXPECT_LE(here.articles().size(), 80U);
    EXPECT_GE(others, 6);
    std::set<std::string> titles;
    for (const SitePage* article : here.articles()) titles.insert(article->truth.title);
    EXPECT_EQ(titles.size(), here.articles().size());
  }
}

TEST_P(GeneratedPages, TruthStandsInThem) {
  for (const std::uint64_t seed : {1U, 2U}) {
    const GeneratedSite here = site(seed);
    for (const auto& [url, page] : here.pages()) {
      const Role role = page.truth.role;
      if (role != Role::article && role != Role::part && role != Role::print && role != Role::amp &&
          role != Role::mobile)
        continue;
      const std::string text = seen(page);
      EXPECT_NE(text.find(unicode::collapse(page.truth.title)), text.npos) << url;
      std::size_t at = 0;
      for (std::size_t i = page.truth.from; i < page.truth.to; ++i) {
        const std::string line = unicode::collapse(page.truth.lines.at(i));
        const std::size_t found = text.find(line, at);
        ASSERT_NE(found, text.npos) << url << ": line " << i << " is not there, or not in order: " << line;
        at = found + line.size();
      }
      for (const std::string& line : page.truth.lacks) {
        EXPECT_NE(text.find(unicode::collapse(line)), text.npos) << url << ": " << line;
        EXPECT_EQ(std::count(page.truth.lines.begin(), page.truth.lines.end(), line), 0) << url << ": " << line;
      }
    }
  }
}

TEST_P(GeneratedPages, PartsMakeUpTheWhole) {
  const GeneratedSite here = site();
  std::map<std::string, std::vector<const SitePage*>> by_article;
  for (const auto& [url, page] : here.pages()) {
    if (page.truth.role == Role::article || page.truth.role == Role::part)
      by_article[page.truth.canonical].push_back(&page);
  }
  for (auto& [url, parts] : by_article) {
    std::sort(parts.begin(), parts.end(), [](const auto* a, const auto* b) { return a->truth.from < b->truth.from; });
    std::size_t at = 0;
    for (const SitePage* part : parts) {
      EXPECT_EQ(part->truth.from, at) << part->url;
      at = part->truth.to;
    }
    EXPECT_EQ(at, parts[0]->truth.lines.size()) << url;
    EXPECT_EQ(parts[0]->url, url);
  }
}

TEST_P(GeneratedPages, LinksLeadSomewhere) {
  for (const std::uint64_t seed : {1U, 2U}) {
    const GeneratedSite here = site(seed);
    for (const auto& [url, page] : here.pages()) {
      if (!is_html(page)) continue;
      for (const std::string& link : links_of(page, here)) {
        EXPECT_NE(here.page(link), nullptr) << url << " links to " << link;
      }
    }
  }
}

TEST_P(GeneratedPages, AreWholeForTheParser) {
  const GeneratedSite here = site();
  for (const auto& [url, page] : here.pages()) {
    if (!is_html(page)) continue;
    const parse::Document document = tree_of(page);
    EXPECT_EQ(document.truncated(), "") << url;
    EXPECT_NE(document.first(parse::Tag::title), parse::kNone) << url;
    EXPECT_EQ(document.all(parse::Tag::body).size(), 1U) << url;
    // Nothing of the notation is left over, in the markup or in the text.
    for (const char* leftover : {"{url}", "{iso}", "{h}", "{p}", "{}", "%S", "%V", "{paper}", "{name}", "{section}",
                                 "{published}", "{time}", "{author}", "{zone}"}) {
      EXPECT_EQ(page.bytes.find(leftover), std::string::npos) << url << " has " << leftover;
    }
  }
}

TEST_P(GeneratedPages, HaveTheSizesOfRealOnes) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const GeneratedSite here = site(seed);
    std::vector<std::size_t> sizes;
    for (const SitePage* article : here.articles()) sizes.push_back(article->bytes.size());
    std::sort(sizes.begin(), sizes.end());
    EXPECT_GE(sizes[sizes.size() / 2], 10U << 10);
    EXPECT_LE(sizes.back(), 100U << 10);
    EXPECT_GE(sizes.front(), 7U << 10);
  }
}

// What the lists, and what the feeds and sitemaps name.
std::set<std::string> found_by_lists(const GeneratedSite& site) {
  std::set<std::string> found, seen;
  std::vector<std::string> open = {site.home()};
  while (!open.empty()) {
    const std::string url = open.back();
    open.pop_back();
    const SitePage* page = site.page(url);
    if (page == nullptr || !seen.insert(page->url).second) continue;
    if (page->truth.role == Role::article || page->truth.role == Role::mobile) found.insert(page->truth.canonical);
    if (page->truth.role != Role::list) continue;
    for (const std::string& link : links_of(*page, site)) open.push_back(link);
  }
  return found;
}

std::set<std::string> found_by_files(const GeneratedSite& site) {
  std::set<std::string> found;
  for (const std::string& url : site.feeds()) {
    const SitePage& page = *site.page(url);
    const discover::Feed feed = discover::parse_feed(page.bytes, page.content_type, url);
    EXPECT_FALSE(feed.entries.empty()) << url;
    for (const auto& entry : feed.entries) found.insert(entry.link);
  }
  std::vector<std::string> open = site.sitemaps();
  while (!open.empty()) {
    const SitePage& page = *site.page(open.back());
    open.pop_back();
    const discover::Sitemap map = discover::parse_sitemap(page.bytes, page.content_type, page.url);
    EXPECT_TRUE(map.recognised) << page.url;
    for (const auto& entry : map.entries) {
      if (map.is_index) open.push_back(entry.url);
      found.insert(entry.url);
      EXPECT_NE(site.page(entry.url), nullptr) << entry.url;
    }
  }
  return found;
}

TEST_P(GeneratedPages, EveryArticleCanBeFound) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const GeneratedSite here = site(seed);
    const std::set<std::string> lists = found_by_lists(here), files = found_by_files(here);
    if (!here.lists().empty()) {
      for (const SitePage* article : here.articles()) EXPECT_TRUE(lists.contains(article->url)) << article->url;
    } else {
      EXPECT_LT(lists.size(), here.articles().size());  // what is read most, no more
      for (const SitePage* article : here.articles()) EXPECT_TRUE(files.contains(article->url)) << article->url;
    }
  }
}

}  // namespace
}  // namespace winnow::sites
