#include "site/expectations.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "winnow/format.h"

namespace winnow::site {
namespace {

constexpr std::size_t kLinesThatMustBe = 3, kLinesThatMustNot = 3;  // of a test that expects nothing yet
constexpr std::size_t kShortest = 12, kLongest = 80;                // characters of such a line

// The fields of an expectation whose names in the article differ.
std::string_view article_key(std::string_view name) {
  if (name == "published") return "published_at";
  if (name == "modified") return "modified_at";
  return name == "body" ? "text" : name;
}

// A field as one text; names of a list are joined with ", ".
std::string field_text(const Json& article, std::string_view name) {
  const Json& value = article[article_key(name)];
  if (!value.is_array()) return value.string();
  std::string out;
  for (const Json& item : value.array()) out += (out.empty() ? "" : ", ") + item.string();
  return out;
}

Json json_of(const Article& article) { return Json::parse(to_json(article)).value_or(Json()); }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string line_around(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).rfind('\n');
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  return std::string(text.substr(begin, std::min(text.find('\n', at), text.size()) - begin));
}

// What a text is compared by: runs of four characters, of two where a character is a word.
struct Runs {
  std::size_t length = 4;
  std::set<std::u32string> all;
};

Runs runs_of(const std::u32string& text) {
  Runs runs;
  if (std::any_of(text.begin(), text.end(), unicode::is_cjk)) runs.length = 2;
  for (std::size_t i = 0; i + runs.length <= text.size(); ++i) runs.all.insert(text.substr(i, runs.length));
  return runs;
}

// Where as much of a line as the text is long has most of its runs.
struct Likest {
  std::size_t shared = 0, at = 0;
};

Likest likest_in(const std::u32string& line, const Runs& runs, std::size_t size) {
  std::vector<bool> hits;
  for (std::size_t i = 0; i + runs.length <= line.size(); ++i)
    hits.push_back(runs.all.contains(line.substr(i, runs.length)));
  Likest best;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    shared += hits[i] ? 1 : 0;
    if (i >= size) shared -= hits[i - size] ? 1 : 0;
    if (shared > best.shared) best = {shared, i + 1 > size ? i + 1 - size : 0};
  }
  return best;
}

// That part of the text's lines which is most like what was wanted; "" where none has two fifths of its runs.
std::string likest_part(std::string_view text, std::string_view wanted) {
  constexpr std::size_t kMostWanted = 1000, kMostText = 200'000, kMore = 12;
  const std::u32string sought = utf8::decode(wanted).substr(0, kMostWanted);
  const Runs runs = runs_of(sought);
  Likest best{runs.all.size() * 2 / 5, 0};
  std::u32string out;
  for (const std::string_view line : lines_of(text.substr(0, kMostText))) {
    const std::u32string points = utf8::decode(line);
    const Likest found = likest_in(points, runs, sought.size());
    if (found.shared <= best.shared) continue;
    best = found;
    out = points.size() <= sought.size() + 2 * kMore ? points : points.substr(found.at, sought.size() + kMore);
  }
  return utf8::encode(out);
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
  std::vector<std::string_view> lines = lines_of(text);
  std::erase_if(lines, [](std::string_view line) { return !is_telling(line); });
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

void expect_all(PageTest& test, const Article& article, const Json& json) {
  for (const std::string_view name : {"title", "published", "authors"}) {
    if (std::string value = field_text(json, name); !value.empty()) test.equal.emplace_back(name, std::move(value));
  }
  test.has = lines_that_must_be(article.text);
  test.lacks = lines_that_must_not(article);
}

}  // namespace

std::vector<Difference> differences(const Article& article, const PageTest& test) {
  using Kind = Difference::Kind;
  std::vector<Difference> out;
  const Json json = json_of(article);
  for (const auto& [name, expected] : test.equal) {
    std::string found = field_text(json, name);
    if (found != expected) out.push_back({Kind::field, name, expected, std::move(found)});
  }
  const std::string& text = article.text;
  for (const std::string& has : test.has) {
    if (text.find(has) == text.npos) out.push_back({Kind::missing, "has", has, likest_part(text, has)});
  }
  for (const std::string& lacks : test.lacks) {
    const std::size_t at = text.find(lacks);
    if (at != text.npos) out.push_back({Kind::unwanted, "lacks", lacks, line_around(text, at)});
  }
  return out;
}

PageTest renewed(PageTest test, const Article& article) {
  const Json json = json_of(article);
  const bool nothing = test.equal.empty() && test.has.empty() && test.lacks.empty();
  if (nothing) {
    expect_all(test, article, json);
    return test;
  }
  for (auto& [name, value] : test.equal) value = field_text(json, name);
  const auto there = [&](const std::string& text) { return article.text.find(text) != std::string::npos; };
  std::erase_if(test.has, [&](const std::string& has) { return !there(has); });
  std::erase_if(test.lacks, there);
  return test;
}

}  // namespace winnow::site
