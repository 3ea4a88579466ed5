#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>

#include "base/regex.h"
#include "base/scan.h"
#include "extract/dates.h"
#include "extract/fields.h"
#include "extract/jsonld.h"
#include "survey/rules/field_rules.h"
#include "survey/rules/places.h"
#include "survey/rules/zones.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;
using std::chrono::abs;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr NodeId kSmall = 12;                         // nodes of an element that is a date
constexpr std::size_t kShortest = 6, kLongest = 120;  // bytes of it
constexpr std::size_t kLeastDigits = 3;
constexpr std::size_t kMostOnAPage = 12;
constexpr std::size_t kMostCandidates = 400;
constexpr std::size_t kLeastLabel = 3, kMostLabel = 40;  // bytes of the words before a date
constexpr int kMetaCost = 2;                             // a machine wrote it for machines
constexpr hours kAZone{14};
constexpr hours kADay{38};              // in whatever zone
constexpr hours kMostEarlier{24 * 60};  // an update comes within that

// As rules read a time (winnow/internal/part.cc).
std::optional<Stamp> stamp_of(std::string_view text) {
  if (const auto stamp = parse_iso(text)) return stamp;
  if (const auto stamp = parse_rfc822(text)) return stamp;
  return parse_iso(extract::read_byline(text).published);
}

// The page may leave out the clock or the offset that the witness states.
Verdict compare(const Stamp& wanted, const Stamp& got) {
  const seconds apart = abs(to_instant(wanted) - to_instant(got));
  if (!wanted.clock || !got.clock) return apart < kADay ? Verdict::unknown : Verdict::wrong;
  if (wanted.offset && got.offset) return apart < minutes(1) ? Verdict::right : Verdict::wrong;
  const seconds beyond_quarter = apart % minutes(15);  // what zones are apart
  const bool by_a_zone = apart <= kAZone && (beyond_quarter < minutes(1) || beyond_quarter > minutes(14));
  return by_a_zone ? Verdict::right : Verdict::wrong;
}

bool are_swapped(const Stamp& a, const Stamp& b) {
  return a.day != b.day && a.clock == b.clock && a.day.year() == b.day.year() &&
         static_cast<unsigned>(a.day.month()) == static_cast<unsigned>(b.day.day()) &&
         static_cast<unsigned>(a.day.day()) == static_cast<unsigned>(b.day.month());
}

// What the page tells machines, in the ways that are meant for this.
std::optional<Stamp> stated_on(const Document& document) {
  for (const Json& object : extract::read_jsonld(document)) {
    if (!extract::is_article_type(object)) continue;
    for (const std::string& value : extract::at_path(object, "datePublished")) {
      if (const auto stamp = parse_iso(value)) return stamp;
    }
  }
  for (const NodeId meta : document.all(Tag::meta)) {
    if (ascii::lower(document.attribute(meta, "property")) != "article:published_time") continue;
    if (const auto stamp = parse_iso(document.attribute(meta, "content"))) return stamp;
  }
  return std::nullopt;
}

bool may_be_date(std::string_view text) {
  if (text.size() < kShortest || text.size() > kLongest || text.find("://") != text.npos) return false;
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), ascii::is_digit)) >= kLeastDigits;
}

class TimeRule {
 public:
  explicit TimeRule(std::span<const PageView> pages) : pages_(pages) {
    std::map<std::string, std::size_t> same;
    for (const PageView& page : pages) {
      ++same[page.automatic.published_at];
      std::set<std::string> here;
      for (const Dated& dated : dated_in(page, zones_of(page)[0])) here.insert(dated.text);
      for (const std::string& text : here) ++pages_with_[text];
    }
    for (const PageView& page : pages) {
      Known known;
      known.stated = page.published ? page.published : stated_on(page.document);
      const std::string& read = page.automatic.published_at;
      if (!is_of_the_site(same[read])) known.read = parse_iso(read);
      known.founded = known.read && (known.stated || is_founded(page, *known.read));
      known_.emplace(&page, known);
    }
  }

  std::optional<FieldProposal> run() {
    std::vector<Candidate> candidates = find_candidates();
    const Choice choice = choose(pages_, Field::published, std::move(candidates),
                                 [this](const PageView& page, auto values) { return judge(page, values.front()); });
    if (choice.rule.places.empty()) return std::nullopt;
    Gain gain;
    const Tally t = tally(pages_, Field::published, choice.rule,
                          [&](const PageView& page, auto values) { return weigh(page, values.front(), gain); });
    if (gain.better < 2 || 5 * gain.better < pages_.size() || 20 * gain.worse > pages_.size()) return std::nullopt;
    return FieldProposal{choice.rule, evidence(choice.rule.places.front(), gain, t)};
  }

 private:
  struct Known {
    std::optional<Stamp> stated, read;  // by witnesses; by the automatic extractor
    bool founded = false;               // what was read stands where an article's own time does
  };
  struct Dated {
    NodeId element;
    std::string attribute, text;
    Stamp stamp;
  };
  struct Gain {
    std::size_t better = 0, worse = 0, agreed = 0, missing = 0;  // agreed with a witness; without a rule none
  };

  // Without a witness: right is what is better than what is read without a rule.
  Verdict judge(const PageView& page, std::string_view value) const {
    const auto stamp = stamp_of(value);
    if (!stamp) return Verdict::wrong;
    const Known& known = known_.at(&page);
    if (known.stated) return compare(*known.stated, *stamp);
    if (!known.read) return Verdict::unknown;
    if (!known.founded) return known.read->clock && !stamp->clock ? Verdict::wrong : Verdict::unknown;
    if (are_swapped(*known.read, *stamp)) return day_first_ ? Verdict::right : Verdict::wrong;
    if (known.read->clock && !stamp->clock) return Verdict::wrong;
    if (!known.read->clock && stamp->clock)
      return compare(*known.read, *stamp) == Verdict::wrong ? earlier(known, *stamp) : Verdict::right;
    if (compare(*known.read, *stamp) != Verdict::wrong) return Verdict::unknown;
    return earlier(known, *stamp);
  }

  // What is older than what was taken for it: that was an update.
  static Verdict earlier(const Known& known, const Stamp& stamp) {
    const minutes offset = known.read->offset.value_or(stamp.offset.value_or(minutes(0)));
    const auto apart = to_instant(*known.read, offset) - to_instant(stamp, offset);
    return apart > seconds(0) && apart < kMostEarlier ? Verdict::right : Verdict::wrong;
  }

  Verdict weigh(const PageView& page, std::string_view value, Gain& gain) const {
    const Verdict verdict = judge(page, value);
    const Known& known = known_.at(&page);
    const bool missing = !known.founded;
    const Verdict before = missing || !known.stated ? Verdict::unknown : compare(*known.stated, *known.read);
    if (known.stated && verdict == Verdict::right) ++gain.agreed;
    if (missing && verdict != Verdict::wrong) ++gain.better, ++gain.missing;
    if (!missing && verdict == Verdict::right && (!known.stated || before != Verdict::right)) ++gain.better;
    if (!missing && verdict != Verdict::right && before == Verdict::right) ++gain.worse;
    if (verdict == Verdict::wrong && (missing || before != Verdict::wrong)) ++gain.worse;
    return verdict;
  }

  Evidence evidence(const Place& place, const Gain& gain, const Tally& t) const {
    const std::string where = place.css + (place.attr.empty() ? "" : " (" + place.attr + ")");
    std::string text = where + " holds the article's time";
    if (gain.agreed != 0) text += ", the one that feeds or metadata state on " + std::to_string(gain.agreed);
    text += "; without a rule ";
    text += gain.missing == 0 ? "another is read" : "none is found";
    return {"rules.published", text + " on " + std::to_string(gain.better), t.right + t.unknown, pages_.size()};
  }

  std::vector<Candidate> find_candidates() {
    std::vector<Candidate> out = {{Place{.css = "jsonld:datePublished"}, kMetaCost}};
    for (const PageView& page : pages_) {
      add_metas(page.document, out);
      add_elements(page, out);
      if (out.size() > kMostCandidates) break;
    }
    return out;
  }

  // The metas that hold a time, by name.
  static void add_metas(const Document& document, std::vector<Candidate>& out) {
    for (const NodeId meta : document.all(Tag::meta)) {
      if (!may_be_date(document.attribute(meta, "content")) || !stamp_of(document.attribute(meta, "content"))) continue;
      for (const std::string_view key : {"property", "name", "itemprop"}) {
        const std::string_view name = document.attribute(meta, key);
        const std::string css = "meta:" + std::string(name);
        const bool known = std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.place.css == css; });
        if (!name.empty() && !known) out.push_back({Place{.css = css}, kMetaCost});
      }
    }
  }

  void add_elements(const PageView& page, std::vector<Candidate>& out) {
    for (const Dated& dated : dated_on(page)) {
      if (dated.attribute.empty()) note_order(dated.text);
      add_names(page.document, dated.element, Place{.attr = dated.attribute}, out);
      if (dated.attribute.empty()) add_labelled(page, dated, out);
    }
  }

  // "Updated: 3 May 2024 | Published: 2 May 2024": the second date is behind its own words.
  static void add_labelled(const PageView& page, const Dated& dated, std::vector<Candidate>& out) {
    const std::vector<extract::FoundDate> dates = extract::find_dates(dated.text, {}, 4);
    for (std::size_t i = 1; i < dates.size(); ++i) {
      const std::string_view between =
          std::string_view(dated.text).substr(dates[i - 1].end, dates[i].begin - dates[i - 1].end);
      const std::string_view label = ascii::trim(between);
      if (label.size() >= kLeastLabel && label.size() <= kMostLabel)
        add_names(page.document, dated.element, Place{.cut_before = std::string(label)}, out);
    }
  }

  // Today's date, and what else the site writes above all its pages.
  [[nodiscard]] bool is_of_the_site(std::size_t pages) const { return pages >= 3 && 2 * pages > pages_.size(); }

  [[nodiscard]] std::vector<Dated> dated_on(const PageView& page) const {
    for (const Zone& zone : zones_of(page)) {
      std::vector<Dated> out = dated_in(page, zone);
      std::erase_if(out, [this](const Dated& d) {
        const auto same = pages_with_.find(d.text);
        return same != pages_with_.end() && is_of_the_site(same->second);
      });
      if (!out.empty()) return out;  // what follows the text has other articles and comments in it, too
    }
    return {};
  }

  static std::vector<Dated> dated_in(const PageView& page, const Zone& zone) {
    const Document& document = page.document;
    std::vector<Dated> out;
    for (NodeId id = zone.begin; id < zone.end && out.size() < kMostOnAPage; ++id) {
      if (document[id].tag == Tag::text || document[id].end - id > kSmall) continue;
      for (const parse::Attribute& a : document.attributes(id)) {
        if (may_tell_time(a.name)) add_dated(out, id, a.name, std::string(a.value));
      }
      const std::size_t before = out.size();
      add_dated(out, id, "", document.visible_text(id));
      if (out.size() > before && before > 0 && says_the_same(document, out[before - 1], out[before]))
        out.erase(out.end() - 2);
    }
    return out;
  }

  static bool says_the_same(const Document& document, const Dated& outer, const Dated& inner) {
    return outer.attribute.empty() && outer.text == inner.text && inner.element < document[outer.element].end;
  }

  static void add_dated(std::vector<Dated>& out, NodeId element, std::string_view attribute, std::string text) {
    if (!may_be_date(text)) return;
    if (const auto stamp = stamp_of(text)) out.push_back({element, std::string(attribute), std::move(text), *stamp});
  }

  // Whether what was read is a date that stands where the article's own does. Dates of other articles, of comments
  // and of events stand elsewhere.
  [[nodiscard]] bool is_founded(const PageView& page, const Stamp& read) const {
    const std::vector<Dated> dated = dated_on(page);
    return dated.empty() || std::any_of(dated.begin(), dated.end(), [&](const Dated& d) {
             return compare(d.stamp, read) != Verdict::wrong || are_swapped(d.stamp, read);
           });
  }

  static bool may_tell_time(std::string_view attribute) {
    return attribute != "href" && attribute != "src" && attribute != "class" && attribute != "id" &&
           attribute != "style";
  }

  // 25/04/2025 on one page tells what 05/04/2025 is on another.
  void note_order(const std::string& text) {
    if (!numbers_) return;
    const auto groups = numbers_->find(text);
    if (!groups || groups->size() < 3) return;
    const auto beyond = [](std::string_view number) {
      ascii::Scanner scanner(number);
      return scanner.number(1, 2).value_or(0) > 12;
    };
    if (beyond((*groups)[1])) seen_day_first_ = true;
    if (beyond((*groups)[2])) seen_month_first_ = true;
    day_first_ = seen_day_first_ && !seen_month_first_;
  }

  std::span<const PageView> pages_;
  const Result<Regex> numbers_ = Regex::compile(R"((?:^|\D)(\d{1,2})[/.-](\d{1,2})[/.-]\d{4})");
  std::map<const PageView*, Known> known_;
  std::map<std::string, std::size_t> pages_with_;  // of the dates at the heads of pages
  bool seen_day_first_ = false, seen_month_first_ = false, day_first_ = false;
};

}  // namespace

std::optional<FieldProposal> time_rule(std::span<const PageView> pages) { return TimeRule(pages).run(); }

}  // namespace winnow::survey
