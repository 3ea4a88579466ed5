#include "survey/remedy.h"

#include <algorithm>
#include <map>
#include <optional>

#include "survey/propose.h"
#include "survey/rules/document_titles.h"
#include "survey/rules/reads_as_well.h"
#include "survey/rules/still_works.h"
#include "survey/rules/telling.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kFewest = 2;       // pages of the new template
constexpr double kMostly = 0.75;         // of the pages
constexpr double kMuchShorter = 0.4;     // of what a text was
constexpr std::size_t kShortText = 120;  // characters: sites of notes that short are judged by nothing

Reading read(const Reader& reader, const Sample& sample) {
  return reader.read(
      Page{.bytes = sample.bytes, .url = sample.url, .content_type = sample.content_type, .fetched_at = {}});
}

std::vector<Reading> read_all(std::span<const Sample> samples, const Options& options) {
  const Reader reader(options);
  std::vector<Reading> out;
  for (const Sample& sample : samples) out.push_back(read(reader, sample));
  return out;
}

Options without_rules(Options options) {
  options.rules.clear();
  options.trace = options.mark = false;
  return options;
}

bool in_parts(const std::vector<Reading>& readings) {
  const auto count =
      std::count_if(readings.begin(), readings.end(), [](const Reading& r) { return !r.next_page.empty(); });
  return 2 * static_cast<std::size_t>(count) >= readings.size();
}

// What no rule can bring back.
struct Loss {
  std::string text;  // a sentence; empty: nothing is lost
  bool all = false;  // nothing is left of the text
};

Loss loss_of(const std::vector<Reading>& before, const std::vector<Reading>& now) {
  if (all_say_the_same(now))
    return {"all pages now say the same, as one that asks for consent does; there is no text that a rule could find",
            true};
  const std::size_t was = usual_characters(before), is = usual_characters(now);
  if (was < kShortText || in_parts(now) || static_cast<double>(is) >= kMuchShorter * static_cast<double>(was))
    return {};
  const std::string lengths = "usually " + std::to_string(is) + " characters where there were " + std::to_string(was);
  if (is < kShortText)
    return {"the pages hold no text any more (" + lengths + "); a script may fill it in, which winnow does not run",
            true};
  return {
      "the pages hold a part of the text only (" + lengths + "), as a paywall leaves it; no rule brings back the rest",
      false};
}

// "v3": one more than there are, unless that is a name already.
class Names {
 public:
  explicit Names(const std::vector<RuleSet>& known) : known_(known), next_(known.size()) {}
  std::string next() {
    for (;;) {
      std::string name = "v" + std::to_string(++next_);
      if (std::none_of(known_.begin(), known_.end(), [&](const RuleSet& set) { return set.name == name; })) return name;
    }
  }

 private:
  const std::vector<RuleSet>& known_;
  std::size_t next_;
};

// The set by which most of the pages were read; null: they were read without.
const RuleSet* usual_set(const std::vector<Reading>& readings, const Options& options) {
  std::map<std::string, std::size_t> count;
  for (const Reading& reading : readings) ++count[reading.observation.rule_set];
  const auto most =
      std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto set = std::find_if(options.rules.begin(), options.rules.end(),
                                [&](const RuleSet& one) { return most != count.end() && one.name == most->first; });
  return set == options.rules.end() ? nullptr : &*set;
}

// What is proposed is newer than what is kept.
void add(const RuleSet& kept, RuleSet& set) {
  set.fields.insert(kept.fields.begin(), kept.fields.end());
  for (const RemoveRule& rule : kept.remove) {
    if (std::find(set.remove.begin(), set.remove.end(), rule) == set.remove.end()) set.remove.push_back(rule);
  }
}

// The condition of a set that is for new pages only: its own where no old page meets it, else together with what tells
// them apart.
std::string condition(const std::string& own, const std::string& telling, std::span<const PageView> before) {
  if (own.empty()) return telling;
  if (std::none_of(before.begin(), before.end(), [&](const PageView& page) { return selects(own, page); })) return own;
  return telling.empty() ? std::string() : "html:has(" + telling + "):has(" + own + ")";
}

void add_evidence(const std::string& telling, std::span<const PageView> before, std::span<const PageView> now,
                  Remedy& remedy) {
  const auto count =
      std::count_if(now.begin(), now.end(), [&](const PageView& page) { return selects(telling, page); });
  remedy.evidence.push_back({"rules.when",
                             telling + " is there on " + std::to_string(count) + " of " + std::to_string(now.size()) +
                                 " new pages and on none of " + std::to_string(before.size()) + " old ones",
                             static_cast<std::size_t>(count), now.size()});
}

// The names of newest sets come last, so that the list counts down.
void name_sets(const std::vector<RuleSet>& known, std::vector<RuleSet>& sets) {
  Names names(known);
  for (auto set = sets.rbegin(); set != sets.rend(); ++set) set->name = names.next();
}

bool reads_the_same(std::span<const Sample> samples, const std::vector<Reading>& as_before, Options options,
                    const std::vector<RuleSet>& sets) {
  options.rules.insert(options.rules.begin(), sets.begin(), sets.end());
  const std::vector<Reading> now = read_all(samples, options);
  return std::equal(now.begin(), now.end(), as_before.begin(), as_before.end(), [](const Reading& a, const Reading& b) {
    return a.refused == b.refused && a.article == b.article;
  });
}

// Witnesses of the titles that the pages themselves don't have to name: as the site's rules read them, unless several
// have the same, and what their documents are called.
std::vector<Sample> with_titles(std::span<const Sample> samples, const std::vector<Reading>& readings,
                                std::span<const PageView> views) {
  std::map<std::string, std::size_t> count;
  for (const Reading& reading : readings) ++count[reading.article.title];
  std::vector<Sample> out(samples.begin(), samples.end());
  const auto add = [&out](std::size_t at, const std::string& title) {
    std::vector<std::string>& titles = out[at].witness.titles;
    if (!title.empty() && std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  };
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (count[readings[i].article.title] == 1) add(i, readings[i].article.title);
  }
  const std::vector<std::string> called = document_titles(views);
  for (std::size_t i = 0; i < views.size(); ++i) {
    const auto at = static_cast<std::size_t>(views[i].sample - samples.data());
    add(at, is_cut_off(called[i]) ? whole_title(views[i], called[i]) : called[i]);
  }
  return out;
}

// What was inferred from the new pages, for these alone; the last set is for all of them.
std::vector<RuleSet> sets_of(std::vector<RuleSet> proposed, const std::string& telling,
                             std::span<const PageView> before) {
  std::vector<RuleSet> sets;
  for (RuleSet& set : proposed) {
    set.when_exists = condition(set.when_exists, telling, before);
    if (!set.when_exists.empty()) sets.push_back(std::move(set));
  }
  const auto for_all = [&](const RuleSet& set) { return set.when_exists == telling; };
  if (!telling.empty() && std::none_of(sets.begin(), sets.end(), for_all))
    sets.push_back({.name = {}, .when_exists = telling, .fields = {}, .remove = {}});
  return sets;
}

// Where all else is read as well as before, what the new pages repeat may go all the same.
void keep_removals(Proposal& proposal) {
  for (RuleSet& set : proposal.rules) set.fields.clear();
  std::erase_if(proposal.rules, [](const RuleSet& set) { return set.remove.empty(); });
  std::erase_if(proposal.evidence, [](const Evidence& one) { return one.key != "rules.remove"; });
}

// Titles were what the documents are called, and no longer are.
bool lost_its_titles(const std::vector<Reading>& before, std::span<const PageView> old_views,
                     const std::vector<Reading>& now, std::span<const PageView> new_views) {
  return titles_as_called(before, document_titles(old_views)) >= kMostly &&
         titles_as_called(now, document_titles(new_views)) < kMostly;
}

Remedy none(std::string trouble) {
  const bool needless = trouble.empty();
  return {.needless = needless, .trouble = std::move(trouble), .sets = {}, .evidence = {}};
}

std::string too_few(std::size_t pages) {
  return "too few of the pages are kept that are made otherwise (" + std::to_string(pages) + "); at least " +
         std::to_string(kFewest) + " are needed, so wait for the next visits";
}

constexpr const char* kNotTold =
    "no element tells the new pages from the old ones, so that rules for these would change what is read of those";

}  // namespace

Remedy find_remedy(std::span<const Sample> before, std::span<const Sample> since, const Options& options) {
  if (since.size() < kFewest) return none(too_few(since.size()));
  const Options automatic = without_rules(options);
  const BothWays old{read_all(before, options), read_all(before, automatic)};
  const BothWays now{read_all(since, options), read_all(since, automatic)};
  const Loss loss = loss_of(old.by_rules, now.automatic);
  const bool shorter = !loss.text.empty();
  if (loss.all) return none(loss.text);
  const std::vector<PageView> old_views = look_at(before, automatic), new_views = look_at(since, automatic);
  const bool titles_lost = lost_its_titles(old.by_rules, old_views, now.by_rules, new_views);
  const bool times_lost = times_as_stated(now.by_rules, since) < kMostly;
  const bool well = !titles_lost && !times_lost && reads_as_well(old, now, shorter);
  const std::vector<Sample> samples = with_titles(since, now.by_rules, new_views);
  Proposal proposal = propose_rules(samples, automatic);
  const bool as_before = well && !options.rules.empty();
  if (as_before) keep_removals(proposal);
  if (proposal.rules.empty() && (as_before || options.rules.empty())) return none(loss.text);
  const std::string telling = telling_selector(old_views, new_views);
  Remedy remedy{.trouble = loss.text, .sets = sets_of(std::move(proposal.rules), telling, old_views), .evidence = {}};
  if (const RuleSet* known = usual_set(old.by_rules, options)) {
    RuleSet kept = what_still_works(*known, before, since, automatic);
    if (titles_lost) kept.fields.erase(Field::title);
    if (times_lost) kept.fields.erase(Field::published);
    for (RuleSet& set : remedy.sets) add(kept, set);
  }
  name_sets(options.rules, remedy.sets);
  if (remedy.sets.empty() || !reads_the_same(before, old.by_rules, options, remedy.sets)) return none(kNotTold);
  if (as_before && reads_the_same(since, now.by_rules, options, remedy.sets)) return none(loss.text);
  if (!telling.empty()) add_evidence(telling, old_views, new_views, remedy);
  std::move(proposal.evidence.begin(), proposal.evidence.end(), std::back_inserter(remedy.evidence));
  return remedy;
}

}  // namespace winnow::survey
