#include "health/health.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/hash.h"
#include "health/figures.h"
#include "health/sentences.h"
#include "winnow/field_names.h"

namespace winnow::health {
namespace {

constexpr std::size_t kRecentPages = 8;     // whose title and text a page may repeat
constexpr double kSuspicious = 0.15;        // what so few pages miss makes one that misses it suspicious
constexpr std::size_t kMostSigns = 100;
constexpr double kFewCharacters = 200;      // to a few lines more or less, removed, nobody objects
constexpr int kMostNew = 1000;              // that min_new counts

// What comes and goes with the story alone is no part of a template.
bool is_watched(Field field) { return field != Field::next_page && field != Field::summary; }

bool is_filled(const Observation& seen, Field field) {
  return std::any_of(seen.fields.begin(), seen.fields.end(),
                     [field](const FieldSeen& f) { return f.field == field && f.filled; });
}

// Whether another one of the last pages had it; then this page is one of these.
bool repeats(RecentPages& recent, std::uint64_t hash, std::string_view url) {
  if (hash == 0) return false;
  const std::uint64_t page = hash64(url);
  const bool again = std::any_of(recent.begin(), recent.end(),
                                 [&](const auto& other) { return other.second == hash && other.first != page; });
  recent.emplace_back(page, hash);
  if (recent.size() > kRecentPages) recent.pop_front();
  return again;
}

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 9> kNames = {"field_loss", "rule",  "layout", "length", "removed",
                                                      "sameness",   "parts", "list",   "min_new"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::uint64_t rules_of(const Options& options) {
  std::string all;
  const auto add = [&all](const std::string& text) { all.append(text).push_back('\n'); };
  for (const RuleSet& set : options.rules) {
    add(set.name), add(set.when_exists);
    for (const auto& [field, rule] : set.fields) {
      add(std::string(name_of(field)) + std::to_string(rule.require_chars) + (rule.prune ? "p" : ""));
      for (const Place& place : rule.places) {
        for (const std::string* text : {&place.css, &place.value, &place.attr, &place.cut_before, &place.cut_after,
                                        &place.match, &place.split, &place.join})
          add(*text);
      }
    }
    for (const RemoveRule& rule : set.remove) add(rule.css), add(rule.text), add(rule.attr);
  }
  return hash64(all);
}

namespace {

// The judgement of one page, sign by sign.
class Judge {
 public:
  Judge(Figures& figures, PageRef page, const Settings& settings)
      : figures_(figures), page_(std::move(page)), settings_(settings) {}

  // Something that the page has or has not; `found_instead` of a rule.
  void sign(Kind kind, const std::string& what, Nature nature, bool hit, bool found_instead = false) {
    const std::string name = std::string(name_of(kind)) + " " + what;
    if (figures_.signs.size() >= kMostSigns && figures_.signs.count(name) == 0) return;
    Sign& sign = figures_.signs.try_emplace(name, nature).first->second;
    if (settings_.backlog) {
      sign.take(hit);
      return;
    }
    const double before = sign.share();
    const bool odd = !hit && (sign.raised() || (sign.known() && sign.missing() <= kSuspicious));
    if (odd) out_.reasons.push_back(reason_of(kind, what));
    const Turn turn = sign.judge(hit, page_, settings_.field_loss);
    if (turn == Turn::raised) {
      const Excursion& since = sign.departure();
      raise(name,
            {kind, what, since.first.url, since.first.at, before, 1 - since.misses / since.pages,
             static_cast<std::uint64_t>(since.pages), {}},
            found_instead);
    }
    if (turn == Turn::ended) end(name);
  }

  // What it is made of, held against what is known; unknown things are not learned while there is an alarm about them.
  template <class Known, class Seen>
  void familiar(Kind kind, const std::string& what, Nature nature, Known& known, const Seen& seen) {
    sign(kind, what, nature, settings_.backlog || known.knows(seen));
    if (figures_.open.count(std::string(name_of(kind)) + " " + what) > 0) {
      known.forget_waiting();
    } else {
      known.take(seen);
    }
  }

  void measure(Kind kind, Measure& measure, double value, double (*shown)(double)) {
    const std::string name(name_of(kind));
    if (settings_.backlog) {
      measure.take(value);
      return;
    }
    const double before = measure.mean();
    const Turn turn = measure.judge(value, page_);
    if (measure.known() && (measure.raised() || measure.doubtful())) out_.reasons.push_back(reason_of(kind, {}));
    if (turn == Turn::raised) {
      const Excursion& since = measure.departure();
      raise(name,
            {kind, {}, since.first.url, since.first.at, shown(before), shown(measure.since()),
             static_cast<std::uint64_t>(since.pages), {}},
            false);
    }
    if (turn == Turn::ended) end(name);
  }

  void raise(const std::string& name, Alarm alarm, bool found_instead) {
    alarm.text = sentence_of(alarm, found_instead);
    figures_.open[name] = alarm;
    out_.raised.push_back(std::move(alarm));
  }

  void end(const std::string& name) {
    auto node = figures_.open.extract(name);
    if (node.empty()) return;
    node.mapped().text = ended_sentence(node.mapped());
    out_.ended.push_back(std::move(node.mapped()));
  }

  // What other rules leave behind: what they found, and what pages were like when the old ones fitted.
  void begin_anew() {
    const auto is_of_rules = [](std::string_view name) {
      return name.starts_with("rule ") || name.starts_with("layout ");
    };
    std::vector<std::string> over;
    for (const auto& [name, alarm] : figures_.open) {
      if (is_of_rules(name)) over.push_back(name);
    }
    for (const std::string& name : over) end(name);
    std::erase_if(figures_.signs, [&](const auto& sign) { return is_of_rules(sign.first); });
    figures_.templates = {};
    figures_.title_at = figures_.body_at = figures_.time_at = {};
    figures_.rules = settings_.rules;
  }

  [[nodiscard]] Judgement done(bool known) && {
    out_.verdict = !out_.reasons.empty() ? Verdict::suspicious : known ? Verdict::healthy : Verdict::warming_up;
    return std::move(out_);
  }

 private:
  Figures& figures_;
  PageRef page_;
  const Settings& settings_;
  Judgement out_;
};

void judge_rules(Judge& judge, const Observation& seen) {
  if (!seen.ruled) return;
  judge.sign(Kind::rule, "when", Nature::steady, !seen.rule_set.empty());
  for (const FieldSeen& field : seen.fields) {
    if (!field.named || field.field == Field::next_page) continue;
    const bool always = field.field == Field::title || field.field == Field::body || field.field == Field::published;
    judge.sign(Kind::rule, seen.rule_set + "." + std::string(name_of(field.field)),
               always ? Nature::steady : Nature::common, field.by_rule, field.filled);
  }
}

void judge_fields(Judge& judge, const Observation& seen) {
  for (const FieldSeen& field : seen.fields) {
    if (field.field == Field::body || !is_watched(field.field)) continue;
    const bool always = field.field == Field::title || field.field == Field::published;
    judge.sign(Kind::field_loss, std::string(name_of(field.field)), always ? Nature::steady : Nature::common,
               field.filled);
  }
  judge.sign(Kind::field_loss, "time of day", Nature::common, seen.exactness >= 2);
}

void judge_make(Judge& judge, Figures& figures, const Observation& seen) {
  judge.familiar(Kind::layout, "template", Nature::common, figures.templates, seen.layout);
  judge.familiar(Kind::layout, "metadata", Nature::common, figures.told, seen.told);
  judge.familiar(Kind::layout, "title", Nature::steady, figures.title_at, seen.title_at);
  judge.familiar(Kind::layout, "body", Nature::common, figures.body_at, seen.body_at);
  judge.familiar(Kind::layout, "time", Nature::common, figures.time_at, seen.time_at);
}

double characters_of(double logarithm) { return std::exp(logarithm); }
double removed_of(double value) { return std::exp(-value) - kFewCharacters; }

}  // namespace

Health::Health(std::string_view saved) : figures_(std::make_unique<Figures>()) {
  if (const auto json = Json::parse(saved)) StateText::read(*json, *figures_);
}
Health::~Health() = default;
Health::Health(Health&&) noexcept = default;
Health& Health::operator=(Health&&) noexcept = default;

Judgement Health::judge(const PageSeen& page, const Settings& settings) {
  const Observation& seen = page.observation;
  Judge judge(*figures_, {std::string(page.url), page.at}, settings);
  if (!seen.page) return std::move(judge).done(false);
  if (figures_->rules != settings.rules) judge.begin_anew();
  const bool article = is_filled(seen, Field::body);
  judge.sign(Kind::field_loss, "body", Nature::steady, article);
  if (article) {
    judge_rules(judge, seen);
    judge_fields(judge, seen);
    judge_make(judge, *figures_, seen);
    judge.sign(Kind::parts, "parts", Nature::steady, seen.parts <= 1);
    judge.sign(Kind::sameness, "title", Nature::steady, !repeats(figures_->titles, seen.title, page.url));
    judge.sign(Kind::sameness, "text", Nature::steady, !repeats(figures_->texts, seen.text, page.url));
    judge.measure(Kind::length, figures_->characters, std::log(std::max(seen.characters, 1U)), characters_of);
    judge.measure(Kind::removed, figures_->removed, -std::log(seen.removed + kFewCharacters), removed_of);
  }
  if (figures_->pages++ == 0) figures_->begun = page.at;
  return std::move(judge).done(!settings.backlog && static_cast<double>(figures_->pages) > kEnoughPages + static_cast<double>(kJudgedFirst));
}

Judgement Health::judge(const ListSeen& list, const Settings& settings) {
  Judge judge(*figures_, {std::string(list.url), list.at}, settings);
  judge.sign(Kind::list, "links", Nature::steady, list.links > 0);
  judge.sign(Kind::list, "next page", Nature::steady, list.further);
  if (list.links > 0) judge.familiar(Kind::list, "items", Nature::steady, figures_->links_at, list.links_at);
  return std::move(judge).done(true);
}

Judgement Health::judge_visit(std::size_t stored, Instant now, const Settings& settings) {
  Judge judge(*figures_, {{}, now}, settings);
  if (!settings.min_new) {
    judge.end("min_new");
    figures_->stored.clear();
    figures_->watched_since = {};
    return std::move(judge).done(true);
  }
  const auto least = static_cast<std::size_t>(std::clamp(settings.min_new->first, 0, kMostNew));
  const Millis period = settings.min_new->second;
  if (figures_->watched_since == Instant{}) figures_->watched_since = now;
  for (std::size_t i = 0; i < std::min(stored, least); ++i) figures_->stored.push_back(now);
  while (!figures_->stored.empty() && (figures_->stored.size() > least || now - figures_->stored.front() > period))
    figures_->stored.pop_front();
  const bool raised = figures_->open.count("min_new") > 0;
  if (figures_->stored.size() >= least) {
    if (raised) judge.end("min_new");
  } else if (!raised && now - figures_->watched_since >= period) {
    judge.raise("min_new",
                {Kind::min_new, {}, {}, figures_->stored.empty() ? figures_->watched_since : figures_->stored.back(),
                 static_cast<double>(least), static_cast<double>(figures_->stored.size()), 0, {}},
                false);
  }
  return std::move(judge).done(true);
}

std::vector<Alarm> Health::alarms() const {
  std::vector<Alarm> all;
  for (const auto& [name, alarm] : figures_->open) all.push_back(alarm);
  std::stable_sort(all.begin(), all.end(), [](const Alarm& a, const Alarm& b) { return a.since < b.since; });
  return all;
}

std::vector<Share> Health::shares() const {
  std::vector<Share> all;
  for (const std::string_view field : kFieldNames) {
    const auto found = figures_->signs.find("field_loss " + std::string(field));
    if (found != figures_->signs.end() && found->second.learned() > 0)
      all.push_back({std::string(field), found->second.share()});
  }
  return all;
}

double Health::usual_characters() const { return figures_->characters.known() ? std::exp(figures_->characters.mean()) : 0; }

std::uint64_t Health::pages() const { return figures_->pages; }

std::optional<Instant> Health::begun() const {
  return figures_->pages > 0 ? std::optional(figures_->begun) : std::nullopt;
}
std::uint64_t Health::rules() const { return figures_->rules; }

std::string Health::saved() const { return StateText::json(*figures_).dump(); }

}  // namespace winnow::health
