#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/dates.h"
#include "extract/element_words.h"
#include "extract/fields.h"
#include "survey/rules/field_rules.h"
#include "survey/rules/places.h"
#include "survey/rules/zones.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr NodeId kSmall = 12, kMetaLine = 40;  // nodes of a byline; of the line that it shares with the date
constexpr std::size_t kLongest = 120;          // bytes of a byline
constexpr std::size_t kLongestLabel = 32;
constexpr std::size_t kMostCandidates = 300;
constexpr std::size_t kMostWords = 5;

constexpr std::array<std::string_view, 12> kSeparators = {", ",  " and ", " & ", " und ", " et ", " y ",
                                                          " e ", " и ",   "、",  "·",     "，",   " / "};

// What people are called: a few words with capitals, a few characters where there are none.
bool is_name(std::string_view text) {
  std::size_t words = 0, capitals = 0, characters = 0, cjk = 0;
  bool begins = true, cased = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (unicode::is_digit(c)) return false;
    ++characters;
    if (unicode::is_space(c)) {
      begins = true;
      continue;
    }
    if (!unicode::is_letter(c)) {
      if (std::u32string_view(U".'’-‐·・ʼ").find(c) == std::u32string_view::npos) return false;
      continue;
    }
    cjk += unicode::is_cjk(c) ? 1U : 0U;
    cased = cased || unicode::is_latin(c) || unicode::is_cyrillic(c);
    if (begins) {
      ++words;
      capitals += unicode::is_upper(c) ? 1U : 0U;
    }
    begins = false;
  }
  if (cjk > 0) return characters >= 2 && characters <= 12 && words <= 2;
  return words >= 2 && words <= kMostWords && characters <= 60 && (!cased || capitals >= 2);
}

// As the article has them (winnow/internal/part.cc).
std::vector<std::string> names_in(std::span<const std::string> values) {
  std::vector<std::string> out;
  for (const std::string& value : values) {
    const extract::Byline line = extract::read_byline(value);
    if (line.all && !line.authors.empty()) {
      out.insert(out.end(), line.authors.begin(), line.authors.end());
    } else {
      out.push_back(value);
    }
  }
  return out;
}

std::string separator_in(const std::string& text) {
  for (const std::string_view separator : kSeparators) {
    if (text.find(separator) != std::string::npos) return std::string(separator);
  }
  return {};
}

class AuthorRule {
 public:
  explicit AuthorRule(std::span<const PageView> pages) : pages_(pages) {
    for (const PageView& page : pages) {
      std::set<std::string>& links = links_[&page];
      const Zone head = zones_of(page)[0];
      for (const NodeId a : page.document.all(Tag::a)) {
        if (a >= head.begin + 60 && a < head.end) continue;
        if (const std::string text = page.document.visible_text(a); text.size() < kLongest) links.insert(bare(text));
      }
    }
  }

  std::optional<FieldProposal> run() {
    const Choice choice = choose(pages_, Field::authors, find_candidates(),
                                 [this](const PageView& page, auto values) { return judge(page, values); });
    if (choice.rule.places.empty()) return std::nullopt;
    const Tally& t = choice.tally;
    if (t.right < 2 || 5 * t.right < pages_.size() || t.wrong > 0) return std::nullopt;
    const std::string css = choice.rule.places.front().css;
    return FieldProposal{
        choice.rule,
        {"rules.authors",
         css + " holds names, which without a rule are not read, or not whole, on " + std::to_string(t.right),
         t.right + t.unknown, pages_.size()}};
  }

 private:
  // Right: more is read than without a rule.
  Verdict judge(const PageView& page, std::span<const std::string> values) const {
    const std::vector<std::string> names = names_in(values);
    const auto is_one = [&](const std::string& name) { return is_name(name) && !is_section(page, name); };
    if (names.empty() || !std::all_of(names.begin(), names.end(), is_one)) return Verdict::wrong;
    const std::vector<std::string>& known = page.sample->witness.authors;
    if (!known.empty()) return known == names ? Verdict::right : Verdict::wrong;
    const std::vector<std::string>& read = page.automatic.authors;
    if (read == names) return Verdict::unknown;
    if (read.empty()) return Verdict::right;
    // Nobody who was read may be missing.
    std::string all;
    for (const std::string& name : read) all += bare(name) + ' ';
    const bool has_all = std::all_of(
        names.begin(), names.end(), [&](const std::string& name) { return all.find(bare(name)) != std::string::npos; });
    if (has_all) return names.size() > read.size() ? Verdict::right : Verdict::wrong;
    const bool keeps = std::all_of(read.begin(), read.end(), [&](const std::string& name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    });
    return keeps ? Verdict::right : Verdict::wrong;
  }

  // A rubric is a link in a menu, too.
  bool is_section(const PageView& page, const std::string& name) const { return links_.at(&page).contains(bare(name)); }

  std::vector<Candidate> find_candidates() {
    std::vector<Candidate> out;
    for (const PageView& page : pages_) {
      for (const Zone& zone : zones_of(page)) {
        for (NodeId id = zone.begin; id < zone.end && out.size() < kMostCandidates; ++id) {
          if (may_be_byline(page, id)) add_names(page.document, id, {}, out);
        }
      }
    }
    for (Candidate& candidate : out) shape(candidate);
    std::erase_if(out, [this](const Candidate& candidate) { return has_label(candidate); });
    return out;
  }

  static bool may_be_byline(const PageView& page, NodeId id) {
    const Document& document = page.document;
    const Tag tag = document[id].tag;
    if (tag == Tag::text || tag == Tag::script || document[id].end - id > kSmall) return false;
    const std::string text = document.visible_text(id);
    if (text.size() < 4 || text.size() > kLongest || bare(text) == bare(page.title)) return false;
    const extract::Byline line = extract::read_byline(text);
    if (line.all && !line.authors.empty()) return true;
    return is_called_author(document, id) || is_beside_date(document, id);
  }

  static bool is_called_author(const Document& document, NodeId id) {
    std::uint32_t words = 0;
    for (const std::string_view name : {"class", "id", "itemprop", "slot", "rel"})
      words |= extract::part_words(document.attribute(id, name));
    return (words & (extract::kAuthorWord | extract::kBylineWord)) != 0;
  }

  static bool is_beside_date(const Document& document, NodeId id) {
    NodeId around = document[id].parent;
    for (int level = 0; level < 2 && around != kNone; ++level, around = document[around].parent) {
      if (document[around].end - around > kMetaLine) return false;
      if (!extract::find_dates(document.visible_text(around), {}, 1).empty()) return true;
    }
    return false;
  }

  // Whether one of the values is the same on most pages: "Share this" is not one of the authors.
  bool has_label(const Candidate& candidate) const {
    std::map<std::string, std::size_t> count;
    (void)tally(pages_, Field::authors, FieldRule{.places = {candidate.place}}, [&](const PageView&, auto values) {
      for (const std::string& value : values) ++count[value];
      return Verdict::unknown;
    });
    return std::any_of(count.begin(), count.end(),
                       [this](const auto& one) { return one.second >= 3 && 5 * one.second > 4 * pages_.size(); });
  }

  // Cuts off the label that stands before the names on all pages, and the names from each other.
  void shape(Candidate& candidate) const {
    std::vector<std::string> texts;
    (void)tally(pages_, Field::authors, FieldRule{.places = {candidate.place}}, [&](const PageView&, auto values) {
      texts.push_back(values.front());
      return Verdict::unknown;
    });
    if (texts.size() < 2) return;
    candidate.place.cut_before = label_of(texts);
    std::map<std::string, std::size_t> count;
    for (const std::string& text : texts) ++count[separator_in(text)];
    count.erase("");
    const auto most =
        std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != count.end()) candidate.place.split = most->first;
  }

  // "Words: " of "Words: Jo Doe" and "Words: Ann Roe".
  static std::string label_of(const std::vector<std::string>& texts) {
    std::string_view common = texts.front();
    for (const std::string& text : texts) {
      const auto end = std::mismatch(common.begin(), common.end(), text.begin(), text.end()).first;
      common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
    }
    std::size_t end = 0;
    for (const std::string_view mark : {":", "："}) {
      if (const std::size_t at = common.rfind(mark); at != std::string_view::npos)
        end = std::max(end, at + mark.size());
    }
    return end > kLongestLabel ? std::string() : std::string(common.substr(0, end));
  }

  std::span<const PageView> pages_;
  std::map<const PageView*, std::set<std::string>> links_;  // what the page's other links say
};

}  // namespace

std::optional<FieldProposal> author_rule(std::span<const PageView> pages) { return AuthorRule(pages).run(); }

}  // namespace winnow::survey
