#include <algorithm>
#include <chrono>
#include <string>

#include "base/scan.h"
#include "base/unicode.h"
#include "extract/fields.h"
#include "survey/field_rules.h"
#include "survey/places.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::NodeId;
using parse::Tag;

constexpr NodeId kSmall = 12;                         // nodes of an element that is a date
constexpr std::size_t kShortest = 6, kLongest = 120;  // bytes of it
constexpr std::size_t kLeastDigits = 3;
constexpr std::size_t kMostOnAPage = 12;
constexpr int kMetaCost = 2;  // a machine wrote it for machines

// As rules read a time (winnow/internal/part.cc).
std::optional<Stamp> stamp_of(std::string_view text) {
  if (const auto stamp = parse_iso(text)) return stamp;
  if (const auto stamp = parse_rfc822(text)) return stamp;
  return parse_iso(extract::read_byline(text).published);
}

// The page may leave out the clock or the offset that the feed states.
Verdict compare(const Stamp& wanted, const Stamp& got) {
  using namespace std::chrono;
  const auto apart = duration_cast<seconds>(to_instant(wanted) - to_instant(got));
  const auto size = apart < seconds(0) ? -apart : apart;
  if (!wanted.clock || !got.clock) return size < hours(38) ? Verdict::unknown : Verdict::wrong;
  if (wanted.offset && got.offset) return size < minutes(1) ? Verdict::right : Verdict::wrong;
  const auto beyond_quarter = size % minutes(15);  // what zones are apart
  const bool by_a_zone = size <= hours(14) && (beyond_quarter < minutes(1) || beyond_quarter > minutes(14));
  return by_a_zone ? Verdict::right : Verdict::wrong;
}

Verdict judge_stamp(const PageView& page, const std::optional<Stamp>& stamp) {
  if (!stamp) return Verdict::wrong;
  return page.published ? compare(*page.published, *stamp) : Verdict::unknown;
}

Verdict judge(const PageView& page, std::span<const std::string> values) {
  return judge_stamp(page, stamp_of(values.front()));
}

bool may_be_date(std::string_view text) {
  if (text.size() < kShortest || text.size() > kLongest) return false;
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), ascii::is_digit)) >= kLeastDigits;
}

bool is_about_page(std::string_view attribute) {
  return attribute != "href" && attribute != "src" && attribute != "class" && attribute != "id" && attribute != "style";
}

// The metas that hold a time, by name.
void add_metas(const Document& document, std::vector<Candidate>& out) {
  for (const NodeId meta : document.all(Tag::meta)) {
    if (!may_be_date(document.attribute(meta, "content")) || !stamp_of(document.attribute(meta, "content"))) continue;
    for (const std::string_view key : {"property", "name", "itemprop"}) {
      const std::string_view name = document.attribute(meta, key);
      const std::string css = "meta:" + std::string(name);
      if (name.empty() || std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.place.css == css; }))
        continue;
      out.push_back({Place{.css = css}, kMetaCost});
    }
  }
}

void add_elements(const Document& document, std::vector<Candidate>& out) {
  const NodeId body = document.first(Tag::body);
  if (body == parse::kNone) return;
  std::size_t count = 0;
  for (NodeId id = body + 1; id < document[body].end && count < kMostOnAPage; ++id) {
    if (document[id].tag == Tag::text || document[id].end - id > kSmall) continue;
    for (const parse::Attribute& a : document.attributes(id)) {
      if (!is_about_page(a.name) || !may_be_date(a.value) || !stamp_of(a.value)) continue;
      add_names(document, id, a.name, out);
      ++count;
    }
    const std::string text = document.visible_text(id);
    if (!may_be_date(text) || !stamp_of(text)) continue;
    add_names(document, id, "", out);
    ++count;
  }
}

std::vector<Candidate> candidates_on(std::span<const PageView> pages) {
  std::vector<Candidate> out = {{Place{.css = "jsonld:datePublished"}, kMetaCost}};
  for (const PageView& page : pages) {
    add_metas(page.document, out);
    add_elements(page.document, out);
    if (out.size() > 400) break;
  }
  return out;
}

}  // namespace

std::optional<FieldProposal> time_rule(std::span<const PageView> pages) {
  Tally automatic;
  for (const PageView& page : pages) {
    if (page.automatic.published_at.empty()) {
      ++automatic.missing;
      continue;
    }
    const Verdict verdict = judge_stamp(page, parse_iso(page.automatic.published_at));
    ++(verdict == Verdict::right ? automatic.right : verdict == Verdict::wrong ? automatic.wrong : automatic.unknown);
  }
  const bool imprecise = std::any_of(pages.begin(), pages.end(), [](const PageView& page) {
    const auto read = parse_iso(page.automatic.published_at);
    return read && !read->clock && page.published && page.published->clock;
  });
  if (automatic.missing + automatic.wrong == 0 && !imprecise) return std::nullopt;
  Choice choice = choose(pages, Field::published, candidates_on(pages), judge);
  if (choice.rule.places.empty()) return std::nullopt;
  const Tally& t = choice.tally;
  if (t.wrong > automatic.wrong || 2 * t.right + t.unknown <= 2 * automatic.right + automatic.unknown)
    return std::nullopt;
  const Place& place = choice.rule.places.front();
  const std::string where = place.css + (place.attr.empty() ? "" : " (" + place.attr + ")");
  std::string text = where + " holds a time that differs between the pages; without a rule " +
                     std::to_string(automatic.missing) + " have none";
  if (t.right != 0) text += "; it is the feed's on " + std::to_string(t.right);
  const std::size_t found = t.right + t.unknown;
  return FieldProposal{std::move(choice.rule), {"rules.published", std::move(text), found, pages.size()}};
}

}  // namespace winnow::survey
