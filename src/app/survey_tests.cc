#include "app/survey_tests.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/url.h"
#include "site/expectations.h"

namespace winnow::app {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What tells pages apart, as numbers.
struct Make {
  std::string rules, section;       // who read it; the first part of its path
  unsigned fields = 0, blocks = 0;  // bits
  double length = 0;                // logarithm
};

Make make_of(const ReadPage& page) {
  const Article& a = page.reading.article;
  Make make;
  make.rules = a.extractor;
  if (const auto url = Url::parse(page.sample->url)) {
    const std::string path = url->pathname();
    make.section = path.substr(0, path.find('/', 1));
  }
  const bool fields[] = {!a.authors.empty(), !a.subtitle.empty(), !a.published_at.empty(), !a.source.empty()};
  for (std::size_t i = 0; i < std::size(fields); ++i) make.fields |= fields[i] ? 1U << i : 0U;
  for (const Block& block : a.body) make.blocks |= 1U << static_cast<unsigned>(block.type);
  make.length = std::log2(static_cast<double>(a.text.size()) + 1);
  return make;
}

double difference(const Make& a, const Make& b) {
  constexpr double kOtherRules = 6, kOtherFields = 2, kOtherSection = 1;
  return (a.rules != b.rules ? kOtherRules : 0) + kOtherFields * std::popcount(a.fields ^ b.fields) +
         std::popcount(a.blocks ^ b.blocks) + (a.section != b.section ? kOtherSection : 0) +
         std::min(std::abs(a.length - b.length), 4.0);
}

// The one that is like most of the others.
std::size_t most_usual(const std::vector<Make>& makes) {
  std::size_t best = 0;
  double least = -1;
  for (std::size_t i = 0; i < makes.size(); ++i) {
    double sum = 0;
    for (const Make& other : makes) sum += difference(makes[i], other);
    if (least < 0 || sum < least) best = i, least = sum;
  }
  return best;
}

// Ids, notes of how the bytes came to be text and the like aside.
bool same_article(const Article& a, const Article& b) {
  return a.title == b.title && a.text == b.text && a.authors == b.authors && a.published_at == b.published_at;
}

Reading read(const Reader& reader, std::string_view bytes, const survey::Sample& sample, std::string_view type) {
  return reader.read(Page{.bytes = bytes, .url = sample.url, .content_type = type, .fetched_at = {}});
}

}  // namespace

std::vector<std::size_t> pick_different(const std::vector<ReadPage>& pages, std::size_t count) {
  std::vector<Make> makes;
  for (const ReadPage& page : pages) makes.push_back(make_of(page));
  std::vector<std::size_t> picked;
  if (!pages.empty()) picked.push_back(most_usual(makes));
  while (picked.size() < std::min(count, pages.size())) {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < makes.size(); ++i) {
      if (std::find(picked.begin(), picked.end(), i) != picked.end()) continue;
      double nearest = difference(makes[i], makes[picked.front()]);
      for (const std::size_t other : picked) nearest = std::min(nearest, difference(makes[i], makes[other]));
      if (nearest > most) best = i, most = nearest;
    }
    picked.push_back(best);
  }
  return picked;
}

std::optional<KeptPage> keep_as_test(const survey::Sample& sample, const Options& options) {
  const Reader reader(options);
  const Reading served = read(reader, sample.bytes, sample, sample.content_type);
  KeptPage kept{.bytes = sample.bytes, .test = {}};
  Reading alone = read(reader, kept.bytes, sample, {});
  if (!same_article(alone.article, served.article)) {
    // Only its header said how it is encoded: it is kept in an encoding that tells itself.
    kept.bytes = std::string(kByteOrderMark) + decode_bytes(sample.bytes, sample.content_type, options.encoding).text;
    alone = read(reader, kept.bytes, sample, {});
  }
  const Article& article = alone.article;
  if (!alone.refused.empty() || article.text.empty()) return std::nullopt;
  kept.test = site::renewed({.url = sample.url}, article);
  return kept;
}

}  // namespace winnow::app
