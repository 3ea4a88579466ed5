#include "survey/remedy.h"

#include <algorithm>
#include <map>
#include <optional>

#include "survey/document_titles.h"
#include "survey/propose.h"
#include "survey/reads_as_well.h"
#include "survey/still_works.h"
#include "survey/telling.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kFewest = 2;       // pages of the new template
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

// Why no rule can bring the text back; empty: it is there.
std::string text_trouble(const std::vector<Reading>& before, const std::vector<Reading>& now) {
  if (all_say_the_same(now))
    return "all pages now say the same, as one that asks for consent does; there is no text that a rule could find";
  const std::size_t was = usual_characters(before), is = usual_characters(now);
  if (was < kShortText || in_parts(now) || static_cast<double>(is) >= kMuchShorter * static_cast<double>(was))
    return {};
  const std::string lengths = "usually " + std::to_string(is) + " characters where there were " + std::to_string(was);
  if (is < kShortText)
    return "the pages hold no text any more (" + lengths + "); a script may fill it in, which winnow does not run";
  return "the pages hold a part of the text only (" + lengths + "), as a paywall leaves it";
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
  set.remove.insert(set.remove.end(), kept.remove.begin(), kept.remove.end());
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
  for (std::size_t i = 0; i < views.size(); ++i)
    add(static_cast<std::size_t>(views[i].sample - samples.data()), called[i]);
  return out;
}

}  // namespace

Remedy find_remedy(std::span<const Sample> before, std::span<const Sample> since, const Options& options) {
  Remedy remedy;
  if (since.size() < kFewest) {
    remedy.trouble = "too few of the pages are kept that are made otherwise (" + std::to_string(since.size()) +
                     "); at least " + std::to_string(kFewest) + " are needed, so wait for the next visits";
    return remedy;
  }
  const Options automatic = without_rules(options);
  const std::vector<Reading> old = read_all(before, options);
  remedy.trouble = text_trouble(old, read_all(since, automatic));
  if (!remedy.trouble.empty()) return remedy;
  const std::vector<Reading> now = read_all(since, options);
  const bool well = !old.empty() && reads_as_well(old, now);
  if (well && !options.rules.empty()) return {.needless = true, .trouble = {}, .sets = {}, .evidence = {}};
  const std::vector<PageView> old_views = look_at(before, automatic), new_views = look_at(since, automatic);
  const std::vector<Sample> samples = with_titles(since, now, new_views);
  const std::string telling = telling_selector(old_views, new_views);
  Proposal proposal = propose_rules(samples, automatic);
  if (proposal.rules.empty() && options.rules.empty()) return {.needless = true, .trouble = {}, .sets = {}, .evidence = {}};
  for (RuleSet& set : proposal.rules) {
    set.when_exists = condition(set.when_exists, telling, old_views);
    if (!set.when_exists.empty()) remedy.sets.push_back(std::move(set));
  }
  const auto for_all = [&](const RuleSet& set) { return set.when_exists == telling; };
  if (!telling.empty() && std::none_of(remedy.sets.begin(), remedy.sets.end(), for_all))
    remedy.sets.push_back({.name = {}, .when_exists = telling, .fields = {}, .remove = {}});
  if (const RuleSet* known = usual_set(old, options)) {
    const RuleSet kept = what_still_works(*known, before, since, automatic);
    for (RuleSet& set : remedy.sets) add(kept, set);
  }
  name_sets(options.rules, remedy.sets);
  if (remedy.sets.empty() || !reads_the_same(before, old, options, remedy.sets)) {
    remedy.sets.clear();
    remedy.trouble =
        "no element tells the new pages from the old ones, so that rules for these would change what is read of those";
    return remedy;
  }
  if (!telling.empty()) add_evidence(telling, old_views, new_views, remedy);
  std::move(proposal.evidence.begin(), proposal.evidence.end(), std::back_inserter(remedy.evidence));
  return remedy;
}

}  // namespace winnow::survey
