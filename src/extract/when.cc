#include "extract/when.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/date_metas.h"
#include "extract/date_words.h"
#include "extract/decide.h"
#include "extract/element_time.h"
#include "extract/jsonld.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;
using std::chrono::sys_days;

constexpr auto kUpdateWords = std::to_array<std::string_view>(
    {"updat",      "aktualis", "mis à jour", "actualiz", "atualiz",    "modif",    "aggiorn",
     "bijgewerkt", "更新",     "uppdater",   "oppdater", "opdater",    "обнов",    "güncel",
     "zaktual",    "stand:",   "edited",     "geändert", "maj ",       "revised",  "수정",
     "업데이트",   "تحديث",    "अपडेट",       "cập nhật", "diperbarui", "päivitet", "frissít"});

constexpr auto kPublishWords = std::to_array<std::string_view>(
    {"publish", "posted", "veröffentlich", "erschienen", "publié",    "publicad",    "pubblicat", "gepubliceerd",
     "发布",    "發布",   "發佈",          "发表",       "publicera", "publisert",   "опубл",     "yayın",
     "opublik", "公開",   "created",       "配信",       "掲載",      "投稿",        "입력",      "등록",
     "승인",    "게재",   "송고",          "نشر",        "đăng",      "diterbitkan", "julkaist"});

// Dates of other things than the article.
constexpr auto kForeignWords = std::to_array<std::string_view>(
    {"\u00A9", "copyright", "all rights", "joined", "member since", "registriert", "geboren", "born", "expires"});

bool says(std::string_view folded, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [folded](std::string_view w) { return folded.find(w) != folded.npos; });
}

struct Timed {
  Stamp stamp;
  std::string from;
  int rank = 0;
};

class TimeCollector {
 public:
  TimeCollector(const Page& page, NodeId heading, std::span<const NearLine> lines)
      : page_(page), document_(page.document()), heading_(heading), lines_(lines) {}

  void collect() {
    from_jsonld();
    from_metas();
    from_elements();
    from_lines();
    from_titles();
    from_texts();
    if (page_.hints().url) add(date_in_url(*page_.hints().url), "url", 58, published_);
    if (published_.empty()) from_asides();
  }

  std::vector<Timed> published_, modified_;

 private:
  void add(std::optional<Stamp> stamp, std::string from, int rank, std::vector<Timed>& into) {
    if (!stamp || into.size() >= 64) return;
    if (static_cast<int>(stamp->day.year()) < 1990) return;
    into.push_back({*stamp, std::move(from), rank});
  }
  [[nodiscard]] std::optional<Stamp> read(std::string_view text) const { return read_date(text, page_.date_style()); }

  void from_jsonld() {
    for (const std::string& text : at_path(page_.article(), "datePublished")) add(read(text), "jsonld", 90, published_);
    for (const std::string& text : at_path(page_.article(), "dateCreated"))
      add(read(text), "jsonld:dateCreated", 70, published_);
    for (const Json& object : page_.objects()) {  // Baidu's form
      if (object["pubDate"].is_string()) add(read(object["pubDate"].string()), "jsonld:pubDate", 60, published_);
      if (object["upDate"].is_string()) add(read(object["upDate"].string()), "jsonld:upDate", 85, modified_);
    }
    for (const std::string& text : at_path(page_.article(), "dateModified")) add(read(text), "jsonld", 90, modified_);
    for (const Json& object : page_.objects()) {
      if (is_article_type(object)) continue;
      for (const std::string& text : at_path(object, "datePublished")) add(read(text), "jsonld:page", 72, published_);
      for (const std::string& text : at_path(object, "uploadDate"))
        add(read(text), "jsonld:uploadDate", 48, published_);
      for (const std::string& text : at_path(object, "dateModified")) add(read(text), "jsonld:page", 72, modified_);
    }
  }

  void from_metas() {
    for (const Meta& meta : page_.metas()) {
      for (const MetaDate& known : published_metas()) {
        if (meta.name == known.name) add(read(meta.value), "meta:" + meta.name, known.rank, published_);
      }
      for (const MetaDate& known : modified_metas()) {
        if (meta.name == known.name) add(read(meta.value), "meta:" + meta.name, known.rank, modified_);
      }
    }
  }

  // <time>, itemprop and elements whose class says that they hold a date.
  void from_elements() {
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < document_.size() && looked_at < 400; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag == Tag::text || page_.aside(id) || node.tag == Tag::meta) continue;
      const std::string& words = page_.words(id);
      if (node.tag != Tag::time && node.attribute_count == 0 && words.size() <= 1) continue;
      const std::string_view property = document_.attribute(id, "itemprop");
      const ElementTime stated = element_time(document_, id, page_.date_style());
      const bool dated = node.tag == Tag::time || !property.empty() || class_says_date(words) || stated.named;
      if (!dated) continue;
      ++looked_at;
      from_element(id, stated.stamp, property, words);
    }
  }

  static bool class_says_date(const std::string& words) {
    static constexpr WordSet kWords(std::to_array<std::string_view>(
        {"date",        "time",     "datetime", "pubdate",   "published", "publish", "pubtime",
         "timestamp",   "posted",   "dateline", "datum",     "fecha",     "data",    "publishdate",
         "publishtime", "postdate", "created",  "zeit",      "byline",    "shijian", "riqi",
         "pubtime",     "meta",     "info",     "datestamp", "ctime",     "laiyuan", "source"}));
    return kWords.any_in(words);
  }

  void from_element(NodeId id, std::optional<Stamp> stamp, std::string_view property, const std::string& words) {
    const std::string text = page_.short_text(id, 300);
    if (!stamp) stamp = date_of_line(text);
    if (!stamp) return;
    const bool updated = property == "dateModified" || has_word(words, "modified") || has_word(words, "updated") ||
                         says(unicode::lower(text), kUpdateWords);
    const bool published = property == "datePublished" || document_.has_attribute(id, "pubdate");
    if (published) return add(stamp, "microdata", 82, published_);
    if (updated && !says(unicode::lower(text), kPublishWords)) {
      add(stamp, "element:updated", 60, modified_);
      return add(stamp, "element:updated", near(id) ? 52 : 34, published_);
    }
    if (property == "dateCreated") return add(stamp, "microdata:dateCreated", 70, published_);
    int rank = document_[id].tag == Tag::time ? 64 : 62;
    if (has_word(words, "published") || has_word(words, "entry")) rank += 6;
    rank -= near(id) ? 2 * std::min(dated_elements_++, 6) : 22;
    add(stamp, document_[id].tag == Tag::time ? "time" : "class", rank, published_);
  }

  [[nodiscard]] bool near(NodeId id) const {
    if (heading_ == parse::kNone) return page_.offset(id) < 2000;
    const std::size_t title = page_.offset(heading_), here = page_.offset(id);
    return here + 500 > title && here < title + 2200;
  }

  // The date of a line that is not prose: little stands beside it.
  [[nodiscard]] std::optional<Stamp> date_of_line(const std::string& text) const {
    if (text.empty()) return std::nullopt;
    std::vector<FoundDate> dates = find_dates(text, page_.date_style(), 3);
    if (dates.empty() || says(unicode::lower(text), kForeignWords)) return std::nullopt;
    std::size_t left = text.size() - (dates.front().end - dates.front().begin);
    return left <= 140 ? std::optional<Stamp>(dates.front().stamp) : std::nullopt;
  }

  void from_lines() {
    int order = 0;
    for (const NearLine& line : lines_) {
      if (line.text.size() > 400 || order > 5) continue;
      std::vector<FoundDate> dates = find_dates(line.text, page_.date_style(), 4);
      if (dates.empty() || says(unicode::lower(line.text), kForeignWords)) continue;
      std::size_t left = line.text.size();
      for (const FoundDate& date : dates) left -= date.end - date.begin;
      if (left > 140) continue;
      std::size_t from = 0;
      for (const FoundDate& date : dates) {
        from_line(line, date, unicode::lower(line.text.substr(from, date.begin - from)), order++);
        from = date.end;
      }
    }
  }

  void from_line(const NearLine& line, const FoundDate& date, const std::string& label, int order) {
    const bool updated = says(label, kUpdateWords) && !says(label, kPublishWords);
    const int before = line.distance > 150 ? 46 : 54;  // far before the title stands the day of the visit
    int rank = (line.before ? before : 62) - 3 * std::min(order, 4) - (line.distance > 1200 ? 10 : 0);
    if (says(label, kPublishWords)) rank += 6;
    if (updated) add(date.stamp, "byline:updated", 50, modified_);
    add(date.stamp, updated ? "byline:updated" : "byline", updated ? rank - 12 : rank, published_);
  }

  // "23.01.2022 - Headline", "Headline | Site | 28.04.2023"
  void from_titles() {
    std::vector<std::string> titles = page_.meta("og:title");
    const NodeId title = document_.first(Tag::title);
    if (title != parse::kNone) titles.push_back(page_.short_text(title, 600));
    if (heading_ != parse::kNone) titles.push_back(page_.short_text(heading_, 600));
    for (const std::string& text : titles) {
      std::vector<FoundDate> dates = find_dates(text, page_.date_style(), 1);
      if (dates.empty()) continue;
      const bool edge = dates[0].begin == 0 || dates[0].end == text.size();
      add(dates[0].stamp, "date in title", edge ? 60 : 36, published_);
    }
  }

  // Dates that stand alone or behind "published" anywhere, and datelines ("29.11.2022 – ..."): the last resort.
  void from_texts() {
    int alone = 0;
    for (NodeId id = 0; id < document_.size() && alone < 8; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag != Tag::text || page_.aside(id) || node.text.find_first_of("0123456789") == node.text.npos) continue;
      const Tag parent = document_[node.parent].tag;
      if (parent == Tag::script || parent == Tag::style) continue;
      const std::string text = without_soft_hyphens(unicode::collapse(node.text.substr(0, 300)));
      std::vector<FoundDate> dates = find_dates(text, page_.date_style(), 1);
      if (dates.empty()) continue;
      const FoundDate& date = dates[0];
      const std::string label = unicode::lower(text.substr(0, date.begin));
      if (says(label, kForeignWords)) continue;
      const bool covers = is_weekday(label) ? date.end == text.size() : (date.end - date.begin) * 10 >= text.size() * 7;
      if (says(label, kPublishWords) && label.size() < 60)
        add(date.stamp, "text", 46 - alone++, published_);
      else if (covers)
        add(date.stamp, "text", 40 - 2 * alone++, published_);
      else if (announces(label) && is_dateline(text.substr(date.end)))
        add(date.stamp, "dateline", 50 - alone++, published_);
      else if (date.begin == 0 && is_dateline(text.substr(date.end)))
        add(date.stamp, "dateline", 50 - alone++, published_);
    }
  }

  // Some sites name the element of an article a teaser: a date that stands alone or begins the text in such a one, the
  // only one of the page, is better than none.
  void from_asides() {
    std::optional<Stamp> only;
    for (NodeId id = 0; id < document_.size(); ++id) {
      const parse::Node& node = document_[id];
      if (node.tag != Tag::text || !page_.aside(id) || node.text.find_first_of("0123456789") == node.text.npos)
        continue;
      const std::string text = without_soft_hyphens(unicode::collapse(node.text.substr(0, 300)));
      std::vector<FoundDate> dates = find_dates(text, page_.date_style(), 1);
      if (dates.empty()) continue;
      const bool covers = (dates[0].end - dates[0].begin) * 10 >= text.size() * 7;
      const std::string label = unicode::lower(text.substr(0, dates[0].begin));
      if (!covers && !(announces(label) && is_dateline(text.substr(dates[0].end)))) continue;
      if (!page_.in_teaser(id)) continue;
      if (only && only->day != dates[0].stamp.day) return;
      if (!only) only = dates[0].stamp;
    }
    add(only, "aside", 20, published_);
  }

  // "Press release of 3 May 2024 | Berlin": what comes before the date is short and says so.
  static bool announces(std::string_view label) {
    constexpr auto kWords = std::to_array<std::string_view>({"pressemitteilung", "press release", "medieninformation",
                                                             "pressemeldung", "communiqué", "comunicato", "comunicado",
                                                             "nota de prensa", "persbericht", "pressmeddelande"});
    return label.size() <= 40 && says(label, kWords);
  }

  // "Sunday, " before a date
  static bool is_weekday(std::string_view label) {
    label = label.substr(0, label.find_last_not_of(" ,.") + 1);
    return !label.empty() && joins_clock(label);
  }

  static bool is_dateline(std::string_view rest) {
    for (std::string_view mark : {" \u2013", " \u2014", " -", ":", " |", "\u2014", "\u2013"}) {
      if (rest.starts_with(mark)) return true;
    }
    return false;
  }

  const Page& page_;
  const parse::Document& document_;
  NodeId heading_;
  std::span<const NearLine> lines_;
  int dated_elements_ = 0;  // near the title, so far
};

// The same calendar day as written, or the same instant.
bool agree(const Stamp& a, const Stamp& b) {
  if (a.day == b.day) return true;
  if (!a.clock || !b.clock || (!a.offset && !b.offset)) return false;
  const auto apart = to_instant(a) - to_instant(b);
  return std::abs(apart.count()) < (a.offset && b.offset ? 60 : 14 * 3600);
}

// What makes a stamp the more exact of two of one day. Midnight is what systems write for "no time".
int exactness(const Stamp& stamp) {
  if (!stamp.clock) return 0;
  if (stamp.clock->count() == 0) return 1;
  return stamp.offset ? 3 : 2;
}

std::vector<Witness> as_witnesses(const std::vector<Timed>& times) {
  std::vector<Witness> out;
  for (const Timed& time : times) out.push_back({to_iso(time.stamp), time.from, time.rank});
  return out;
}

// How many kinds of other witnesses agree; a list of other pages' dates counts once.
int kinds_that_agree(const std::vector<Timed>& times, const Timed& time) {
  std::vector<std::string_view> kinds;
  for (const Timed& other : times) {
    if (other.from == time.from || other.rank < 45 || !agree(time.stamp, other.stamp)) continue;
    if (std::find(kinds.begin(), kinds.end(), other.from) == kinds.end()) kinds.push_back(other.from);
  }
  return static_cast<int>(kinds.size());
}

bool is_shown(const Timed& time) {
  return time.from == "class" || time.from == "time" || time.from == "byline" || time.from == "url";
}

// What readers see in two places or more, or the address, is older by days than what is stated, and nothing that they
// see is not: the statement is of a later publication of the same text.
bool shown_before(const std::vector<Timed>& times, const Timed& stated) {
  constexpr int kDays = 2;
  std::vector<std::string_view> kinds;
  for (const Timed& time : times) {
    if (!is_shown(time) || time.rank < 54) continue;
    if (sys_days(time.stamp.day) + std::chrono::days(kDays) > sys_days(stated.stamp.day)) return false;
    if (std::find(kinds.begin(), kinds.end(), time.from) == kinds.end()) kinds.push_back(time.from);
  }
  return kinds.size() > 1 || (kinds.size() == 1 && kinds[0] == "url");
}

const Timed* decide_day(const std::vector<Timed>& times) {
  const Timed* best = nullptr;
  int best_score = 0;
  for (const Timed& time : times) {
    int score = time.rank + 4 * std::min(kinds_that_agree(times, time), 4);
    if (!is_shown(time) && shown_before(times, time)) score -= 60;
    if (!best || score > best_score) best = &time, best_score = score;
  }
  return best;
}

// Midnight apart, a page that states UTC for machines shows readers its own day: where both name the same instant
// and the days differ, the shown one is better, with the offset that the two imply.
Stamp local_form(const Stamp& utc, const std::vector<Timed>& times) {
  if (!utc.clock || !utc.offset || utc.offset->count() != 0) return utc;
  for (const Timed& time : times) {
    const Stamp& shown = time.stamp;
    if (!shown.clock || shown.day == utc.day || time.rank < 45) continue;
    if (shown.offset) {
      if (shown.offset->count() != 0 && to_instant(shown) == to_instant(utc)) return shown;
      continue;
    }
    const auto apart = std::chrono::floor<std::chrono::minutes>(to_instant(shown)) -
                       std::chrono::floor<std::chrono::minutes>(to_instant(utc));
    const std::chrono::minutes offset = std::chrono::duration_cast<std::chrono::minutes>(apart);
    if (offset.count() % 30 != 0 || std::abs(offset.count()) > 14 * 60) continue;
    return to_stamp(to_instant(utc), offset);
  }
  return utc;
}

// The same wall clock to the minute, of one day.
bool same_clock(const Stamp& a, const Stamp& b) {
  return a.day == b.day && a.clock && b.clock && a.clock->count() / 60 == b.clock->count() / 60;
}

// The most exact of the witnesses that agree with the chosen day; the chosen one where it has a time itself, but for
// the offset, which another may state of the same time.
const Timed* most_exact(const std::vector<Timed>& times, const Timed& chosen) {
  const Timed* best = &chosen;
  for (const Timed& time : times) {
    if (!agree(chosen.stamp, time.stamp) || exactness(best->stamp) >= 2) continue;
    if (exactness(time.stamp) > exactness(best->stamp)) best = &time;
  }
  if (exactness(best->stamp) != 2) return best;
  const auto with_offset = std::find_if(times.begin(), times.end(), [best](const Timed& time) {
    return time.stamp.offset && same_clock(time.stamp, best->stamp);
  });
  return with_offset == times.end() ? best : &*with_offset;
}

std::optional<Stamp> decide(const std::vector<Timed>& times, std::string_view field, Trace& trace) {
  const Timed* chosen = decide_day(times);
  if (!chosen) return std::nullopt;
  const Timed* exact = most_exact(times, *chosen);
  const Stamp stamp = local_form(exact->stamp, times);
  explain(trace, field, {to_iso(stamp), exact->from, exact->rank}, as_witnesses(times));
  return stamp;
}

}  // namespace

FoundTimes find_times(const Page& page, NodeId heading, std::span<const NearLine> lines) {
  TimeCollector collector(page, heading, lines);
  collector.collect();
  FoundTimes found;
  found.published = decide(collector.published_, "published", found.trace);
  found.modified = decide(collector.modified_, "modified", found.trace);
  const bool impossible =
      found.published && found.modified && sys_days(found.modified->day) < sys_days(found.published->day);
  if (impossible) found.modified.reset();
  return found;
}

}  // namespace winnow::extract
