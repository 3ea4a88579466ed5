// The health of a site: whether its pages are still read as they were. What each page showed (winnow/observation.h) is
// held against rolling figures of the pages before it; what has changed for good is an alarm, raised once, with the
// page since which it is so. Three pages are enough for what was on every page and is on none any more; what comes and
// goes by nature needs more.
//
//   Health health(state.health(site));
//   Judgement judgement = health.judge({.observation = reading.observation, .url = url, .at = now}, settings);
//   state.save_health(site, health.saved());
//
// A value; pure, time is an argument. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "winnow/observation.h"
#include "winnow/options.h"

namespace winnow::health {

// What somebody wants to be warned of.
struct Settings {
  double field_loss = 0.3;                      // a field that so many more of the pages don't have, 0..1
  std::optional<std::pair<int, Millis>> min_new;  // fewer new articles than so many in a time
  // The page was there before the site was watched: such pages come by sort and not as they are published, so they are
  // learned and not judged.
  bool backlog = false;
  std::uint64_t rules = 0;                      // rules_of() the site's options: other rules are learned anew
};

[[nodiscard]] std::uint64_t rules_of(const Options& options);

enum class Kind {
  field_loss,  // articles lack a field that they had
  rule,        // a rule finds nothing any more, or the condition of no rule set holds
  layout,      // pages are made of other elements, or the article stands in others
  length,      // texts are much shorter
  removed,     // much more is taken out
  sameness,    // all pages say the same
  parts,       // articles come in parts
  list,        // lists name no articles any more, or no further page, or are made of other elements
  min_new      // too few new articles
};
[[nodiscard]] std::string_view name_of(Kind kind);

struct Alarm {
  Kind kind = Kind::field_loss;
  std::string what;          // "authors", "v2.body", "title", "template"; of a rule its set and field
  std::string url;           // the first page that showed it; of min_new empty
  Instant since{};           // when that page was read
  double before = 0;         // share of the pages with it, or characters of a page, or articles, before …
  double after = 0;          // … and since then
  std::uint64_t pages = 0;   // since then
  std::string text;          // all of it as a sentence, for people
  bool operator==(const Alarm&) const = default;
};

enum class Verdict {
  warming_up,  // too few pages are known
  healthy,     // as the pages before it
  suspicious   // for `reasons`; an alarm may follow, or be there already
};

// Of one page, or of what a visit told.
struct Judgement {
  Verdict verdict = Verdict::warming_up;
  std::vector<std::string> reasons;  // "the rule v2.body found nothing"
  std::vector<Alarm> raised, ended;  // by this page; the text of what ended says so
};

struct PageSeen {
  const Observation& observation;
  std::string_view url;
  Instant at{};
};

// The first page of a list that names articles.
struct ListSeen {
  std::string_view url;
  Instant at{};
  std::size_t links = 0;  // to articles, as far as its address tells
  bool further = false;   // it leads to a next page
  const ElementSeen& links_at;  // the element that most of these links stand in
};

struct Share {
  std::string field;  // "title", "body" …
  double share = 0;   // of the pages of late, 0..1
};

struct Figures;  // figures.h

class Health {
 public:
  // What saved() gave; anything else is a site of which nothing is known.
  explicit Health(std::string_view saved = {});
  ~Health();
  Health(Health&&) noexcept;
  Health& operator=(Health&&) noexcept;

  // Pages that were fetched anew, in the order in which they were read, refused ones too.
  Judgement judge(const PageSeen& page, const Settings& settings);
  Judgement judge(const ListSeen& list, const Settings& settings);
  // At the end of a visit that stored so many new articles; `home` is what the alarm names.
  Judgement judge_visit(std::size_t stored, Instant now, const Settings& settings);

  [[nodiscard]] std::vector<Alarm> alarms() const;  // that are raised, the oldest first
  [[nodiscard]] std::vector<Share> shares() const;
  [[nodiscard]] double usual_characters() const;  // of a text; 0: not known
  [[nodiscard]] std::uint64_t pages() const;      // that were judged in all
  [[nodiscard]] std::optional<Instant> begun() const;  // when the first of them was read; nothing: none was
  [[nodiscard]] std::uint64_t rules() const;      // rules_of() the options by which they were read
  [[nodiscard]] std::string saved() const;        // at most some 30 KB


 private:
  std::unique_ptr<Figures> figures_;
};

}  // namespace winnow::health
