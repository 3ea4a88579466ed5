#include "app/survey_tests.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

constexpr std::size_t kLinesThatMustBe = 3, kLinesThatMustNot = 3;
constexpr std::size_t kShortest = 12, kLongest = 80;  // characters of such a line
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

// The beginning of a line, ended at a space where there is one not too early.
std::string beginning(std::string_view line) {
  std::size_t end = 0, space = 0;
  for (std::size_t at = 0, count = 0; at < line.size() && count < kLongest; ++count) {
    if (line[at] == ' ') space = at;
    (void)utf8::next(line, at);
    end = at;
  }
  if (end < line.size() && space > end / 2) end = space;
  return std::string(unicode::trim(line.substr(0, end)));
}

// A line that says something: not a word, not a row of a table.
bool is_telling(std::string_view line) {
  return line.find('\t') == std::string_view::npos && utf8::length(line) >= kShortest;
}

std::vector<std::string> lines_that_must_be(const std::string& text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (is_telling(line)) lines.push_back(line);
    at = end + 1;
  }
  std::vector<std::string> out;
  const std::size_t count = std::min(lines.size(), kLinesThatMustBe);
  for (std::size_t i = 0; i < count; ++i) {  // the first, the last, and what lies between at equal distances
    const std::size_t place = count == 1 ? 0 : i * (lines.size() - 1) / (count - 1);
    std::string line = beginning(lines[place]);
    if (std::find(out.begin(), out.end(), line) == out.end()) out.push_back(std::move(line));
  }
  return out;
}

// Of each kind of what was taken out one at most.
std::vector<std::string> lines_that_must_not(const Article& article) {
  std::vector<std::string> out;
  std::set<RemovedKind> kinds;
  for (const Removed& removed : article.removed) {
    if (out.size() == kLinesThatMustNot) break;
    const std::string line = beginning(std::string_view(removed.text).substr(0, removed.text.find('\n')));
    if (!is_telling(line) || article.text.find(line) != std::string::npos) continue;
    if (kinds.insert(removed.kind).second) out.push_back(line);
  }
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
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
  kept.test.url = sample.url;
  const auto expect = [&kept](const char* field, std::string value) {
    if (!value.empty()) kept.test.equal.emplace_back(field, std::move(value));
  };
  expect("title", article.title);
  expect("authors", joined(article.authors));
  expect("published", article.published_at);
  kept.test.has = lines_that_must_be(article.text);
  kept.test.lacks = lines_that_must_not(article);
  return kept;
}

}  // namespace winnow::app
