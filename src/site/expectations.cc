#include "site/expectations.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/json.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "winnow/format.h"

namespace winnow::site {
namespace {

constexpr std::size_t kLongest = 120;  // code points of a text that a test is given; of a longer line a piece will do
constexpr std::size_t kPiece = 80;
constexpr std::size_t kMostLacks = 4;
constexpr std::size_t kLeastLack = 4;  // a shorter line ("1", "X") tells nothing

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

std::string first_piece(std::string_view line) {
  const std::u32string points = utf8::decode(line);
  if (points.size() <= kLongest) return std::string(line);
  const std::size_t space = points.rfind(U' ', kPiece);
  return utf8::encode(points.substr(0, space == points.npos || space < kPiece / 2 ? kPiece : space));
}

std::string last_piece(std::string_view line) {
  const std::u32string points = utf8::decode(line);
  if (points.size() <= kLongest) return std::string(line);
  const std::size_t from = points.size() - kPiece;
  const std::size_t space = points.find(U' ', from);
  return utf8::encode(points.substr(space == points.npos || space > from + kPiece / 2 ? from : space + 1));
}

// The shortest line of each kind that was taken out, and that the text has nowhere.
std::vector<std::string> taken_out(const Article& article) {
  std::vector<std::string> out;
  std::set<RemovedKind> seen;
  for (const Removed& removed : article.removed) {
    const std::size_t size = utf8::length(removed.text);
    const bool fits = size >= kLeastLack && size <= kLongest && removed.text.find('\n') == std::string::npos;
    if (!fits || removed.kind == RemovedKind::byline || removed.kind == RemovedKind::breadcrumb) continue;
    if (out.size() == kMostLacks || article.text.find(removed.text) != std::string::npos) continue;
    if (seen.insert(removed.kind).second) out.push_back(removed.text);
  }
  return out;
}

void expect_all(PageTest& test, const Article& article, const Json& json) {
  for (const std::string_view name : {"title", "published", "authors"}) {
    if (std::string value = field_text(json, name); !value.empty()) test.equal.emplace_back(name, std::move(value));
  }
  const std::vector<std::string_view> lines = lines_of(article.text);
  if (!lines.empty()) test.has.push_back(first_piece(lines.front()));
  if (lines.size() > 1) test.has.push_back(last_piece(lines.back()));
  test.lacks = taken_out(article);
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
