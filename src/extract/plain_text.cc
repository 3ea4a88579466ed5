#include "extract/plain_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/fields.h"
#include "extract/plain_lines.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kHeadLines = 30;  // title and byline stand in these
constexpr std::size_t kTailLines = 12;
constexpr std::size_t kBylineCharacters = 160;
constexpr std::size_t kTitleLeast = 4, kTitleMost = 200;
constexpr std::size_t kHeadingCharacters = 60;

// The words of buttons that readers' tools leave beside a time.
constexpr std::string_view kButtons[] = {"听新闻", "聽新聞", "收听",     "朗读",   "分享",  "字号",
                                         "大中小", "打印",   "打印本页", "Listen", "Share", "Print"};

std::string without_buttons(std::string text) {
  for (const std::string_view button : kButtons) {
    const std::size_t at = text.find(button);
    if (at == std::string::npos) continue;
    const bool first = at == 0 || text[at - 1] == ' ';
    const bool last = at + button.size() == text.size() || text[at + button.size()] == ' ';
    if (first && last) text.erase(at, button.size());
  }
  return unicode::collapse(text);
}

// Pairs of neighbouring letters: enough to tell whether a line speaks of what the article speaks of, in any script.
class Pairs {
 public:
  void add(std::string_view text) {
    for_each(text, [&](const std::string& pair) { known_.insert(pair); });
  }
  double share(std::string_view text) const {
    std::size_t all = 0, known = 0;
    for_each(text, [&](const std::string& pair) {
      ++all;
      known += known_.contains(pair) ? 1 : 0;
    });
    return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
  }

 private:
  // Two characters of scripts that write no spaces, whole words of others.
  template <class Visit>
  static void for_each(std::string_view text, Visit visit) {
    std::string word, previous;
    const std::string folded = unicode::fold(text);
    for (std::size_t at = 0; at <= folded.size();) {
      const bool end = at == folded.size();
      const char32_t c = end ? U' ' : utf8::next(folded, at);
      if (end) ++at;
      const bool cjk = unicode::is_cjk(c), letter = unicode::is_letter(c);
      if ((cjk || !letter) && !word.empty()) visit(std::exchange(word, {}));
      if (cjk && !previous.empty()) visit(previous + utf8::of(c));
      previous = cjk ? utf8::of(c) : std::string();
      if (letter && !cjk) utf8::append(word, c);
    }
  }
  std::unordered_set<std::string> known_;
};

struct Reader {
  std::vector<PlainLine> lines;
  std::size_t first_prose = 0;
  std::vector<Byline> bylines;  // of the lines at the edges; empty ones elsewhere
  std::vector<bool> is_byline;
  std::optional<std::size_t> title, path;
};

std::size_t find_first_prose(const std::vector<PlainLine>& lines) {
  const auto at = std::find_if(lines.begin(), lines.end(), [](const PlainLine& line) { return line.prose; });
  return static_cast<std::size_t>(at - lines.begin());
}

bool at_edge(const Reader& r, std::size_t i) { return i < kHeadLines || i + kTailLines >= r.lines.size(); }

void find_bylines(Reader& r) {
  r.bylines.resize(r.lines.size());
  r.is_byline.resize(r.lines.size());
  for (std::size_t i = 0; i < r.lines.size(); ++i) {
    if (!at_edge(r, i) || r.lines[i].prose || r.lines[i].characters > kBylineCharacters) continue;
    r.bylines[i] = read_byline(without_buttons(r.lines[i].text));
    const Byline& b = r.bylines[i];
    r.is_byline[i] = b.all && (!b.authors.empty() || !b.editors.empty() || !b.source.empty() || !b.published.empty());
  }
}

void find_path(Reader& r) {
  for (std::size_t i = 0; i < r.lines.size() && i < kHeadLines && i <= r.first_prose; ++i) {
    if (r.lines[i].closed || r.is_byline[i]) continue;
    if (!path_pieces(r.lines[i].text).empty()) {
      r.path = i;
      return;
    }
  }
}

bool is_keyword_list(const std::string& text) {
  std::size_t commas = 0;
  for (const std::string_view comma : {",", "，", "、", "_", "|"}) {
    for (std::size_t at = text.find(comma); at != std::string::npos; at = text.find(comma, at + comma.size())) ++commas;
  }
  const bool question = text.ends_with("?") || text.ends_with("？") || text.ends_with("!") || text.ends_with("！");
  return commas >= 3 && !question;
}

// How much a line of the head looks like the title: it speaks of the article, stands before the byline, is no
// sentence with a full stop and no list of keywords.
double title_score(const Reader& r, std::size_t i, const Pairs& body, std::size_t byline) {
  const PlainLine& line = r.lines[i];
  double score = body.share(line.text);
  if (i + 1 == byline) score += 0.5;
  if (i > byline) score -= 0.4;
  if (i == 0) score += 0.1;
  if (is_keyword_list(line.text)) score -= 0.5;
  if (line.characters < 8) score -= 0.2;
  static constexpr std::u32string_view kStops = U"。.,，;；:：、";
  std::size_t end = line.text.size();
  if (kStops.find(utf8::previous(line.text, end)) != std::u32string_view::npos) score -= 0.4;
  return score;
}

std::size_t first_byline(const Reader& r) {
  for (std::size_t i = 0; i < r.first_prose; ++i) {
    if (r.is_byline[i] && (!r.bylines[i].published.empty() || !r.bylines[i].authors.empty())) return i;
  }
  return r.lines.size();
}

void find_title(Reader& r) {
  Pairs body;
  for (const PlainLine& line : r.lines) {
    if (line.prose) body.add(line.text);
  }
  const std::size_t byline = first_byline(r);
  double best = 0.15;
  for (std::size_t i = 0; i < r.first_prose && i < kHeadLines; ++i) {
    const PlainLine& line = r.lines[i];
    if (r.is_byline[i] || i == r.path || line.characters < kTitleLeast || line.characters > kTitleMost) continue;
    const double score = title_score(r, i, body, byline);
    if (score <= best) continue;
    best = score;
    r.title = i;
  }
}

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& value : from) {
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
  }
}

void take(Fields& fields, const Byline& byline) {
  add_all(fields.authors, byline.authors);
  add_all(fields.editors, byline.editors);
  if (fields.source.empty()) fields.source = byline.source;
  if (fields.published_at.empty()) fields.published_at = byline.published;
}

// The page itself and the front page are no sections.
bool names_no_section(const std::string& piece, const std::string& title) {
  static constexpr std::string_view kNone[] = {"正文", "内容", "首页", "首頁", "Home", "Article", "文章"};
  return piece == title || std::find(std::begin(kNone), std::end(kNone), piece) != std::end(kNone);
}

void read_path(Fields& fields, const std::string& line) {
  fields.breadcrumb = path_pieces(line);
  for (auto it = fields.breadcrumb.rbegin(); it != fields.breadcrumb.rend(); ++it) {
    if (names_no_section(*it, fields.title)) continue;
    fields.section = *it;
    return;
  }
}

Fields fields_of(const Reader& r, std::string_view language) {
  Fields fields;
  if (r.title) fields.title = r.lines[*r.title].text;
  for (std::size_t i = 0; i < r.lines.size(); ++i) {
    if (r.is_byline[i] && (i < r.first_prose || r.bylines[i].published.empty())) take(fields, r.bylines[i]);
  }
  if (r.path) read_path(fields, r.lines[*r.path].text);
  std::string all;
  for (const PlainLine& line : r.lines) (all += line.text) += '\n';
  fields.language = language.empty() ? guess_language(all) : std::string(language);
  if (r.title)
    fields.trace.push_back({"extract", "title", fields.title, "the line of the head that fits the text best"});
  return fields;
}

// A short line without a full stop between paragraphs is a heading.
bool is_heading(const Reader& r, std::size_t i) {
  const PlainLine& line = r.lines[i];
  if (i < r.first_prose || i + 1 >= r.lines.size() || line.closed || line.characters > kHeadingCharacters) return false;
  return r.lines[i - 1].closed && r.lines[i + 1].prose;
}

Block block_of(const Reader& r, std::size_t i) {
  Block block;
  block.text = r.lines[i].text;
  if (is_heading(r, i)) {
    block.type = BlockType::heading;
    block.level = 2;
  }
  return block;
}

Body body_of(const Reader& r) {
  Body body;
  for (std::size_t i = 0; i < r.lines.size(); ++i) {
    if (r.title == i) continue;
    if (r.is_byline[i] && (i < r.first_prose || !r.lines[i].prose)) {
      body.removed.push_back({{RemovedKind::byline, r.lines[i].text}, parse::kNone, "names, source or time alone"});
      continue;
    }
    DraftBlock draft;
    draft.block = block_of(r, i);
    body.blocks.push_back(std::move(draft));
  }
  return body;
}

}  // namespace

PlainDraft read_plain_text(std::string_view text, std::string_view, std::string_view language) {
  Reader r;
  r.lines = plain_lines(text);
  r.first_prose = find_first_prose(r.lines);
  find_bylines(r);
  find_path(r);
  find_title(r);
  return {fields_of(r, language), body_of(r)};
}

}  // namespace winnow::extract
