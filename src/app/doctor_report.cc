#include "app/doctor_report.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "app/columns.h"
#include "app/console.h"
#include "base/utf8.h"
#include "site/read.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

constexpr std::size_t kShownBefore = 1, kShownSince = 3;  // pages for people
constexpr std::size_t kName = 11, kWho = 11;              // columns

// What is shown of each page, in this order.
constexpr Field kShown[] = {Field::title, Field::authors, Field::published, Field::body};

std::string name_of(Field field) { return std::string(site::field_names()[static_cast<std::size_t>(field)]); }

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

// A field as one line; "" where there is none.
std::string value_of(const Reading& reading, Field field) {
  const Article& article = reading.article;
  if (!reading.refused.empty()) return {};
  switch (field) {
    case Field::title:
      return article.title;
    case Field::authors:
      return joined(article.authors);
    case Field::published:
      return article.published_at;
    default:
      if (article.text.empty()) return {};
      return std::to_string(utf8::length(article.text)) +
             " characters: " + article.text.substr(0, article.text.find('\n'));
  }
}

// How the rules that a site has, none, and the proposed ones read pages.
struct Readers {
  Reader rules, automatic;
  std::optional<Reader> proposed;
};

Readers readers_of(const site::Site& site, const survey::Remedy& remedy) {
  Options none = site.options, more = site.options;
  none.rules.clear();
  more.rules.insert(more.rules.begin(), remedy.sets.begin(), remedy.sets.end());
  Readers out{Reader(site.options), Reader(std::move(none)), std::nullopt};
  if (!remedy.sets.empty()) out.proposed.emplace(std::move(more));
  return out;
}

struct PageRead {
  std::string url;
  Reading rules, automatic;
  std::optional<Reading> proposed;
};

PageRead read(const Readers& readers, const survey::Sample& sample) {
  const Page page{.bytes = sample.bytes, .url = sample.url, .content_type = sample.content_type, .fetched_at = {}};
  PageRead out{sample.url, readers.rules.read(page), readers.automatic.read(page), std::nullopt};
  if (readers.proposed) out.proposed = readers.proposed->read(page);
  return out;
}

bool by_rule(const Reading& reading, Field field) {
  const std::vector<FieldSeen>& seen = reading.observation.fields;
  return std::any_of(seen.begin(), seen.end(),
                     [field](const FieldSeen& one) { return one.field == field && one.by_rule; });
}

std::string shown(const std::string& value) { return value.empty() ? "nothing" : one_line(value); }

// "title      rules      The vote ended": who differs from the first has a line of his own.
std::string field_rows(const PageRead& page, Field field, std::size_t width) {
  const std::string now = value_of(page.rules, field), automatic = value_of(page.automatic, field);
  std::vector<std::pair<std::string, std::string>> rows = {{by_rule(page.rules, field) ? "rule" : "no rule", now}};
  if (automatic != now) rows.emplace_back("automatic", automatic);
  if (page.proposed && value_of(*page.proposed, field) != now)
    rows.emplace_back("proposal", value_of(*page.proposed, field));
  std::string out, name = name_of(field);
  for (const auto& [who, value] : rows) {
    out += "    " + padded(std::exchange(name, ""), kName) + padded(who, kWho) +
           cut(shown(value), std::max(width, kName + kWho + 24) - kName - kWho - 4) + "\n";
  }
  return out;
}

std::string page_rows(const Readers& readers, std::span<const survey::Sample> samples, const char* when,
                      std::size_t most, std::size_t width) {
  std::string out;
  for (const survey::Sample& sample : samples.last(std::min(samples.size(), most))) {
    const PageRead page = read(readers, sample);
    out += "  " + std::string(when) + "  " + one_line(page.url) + "\n";
    if (!page.rules.refused.empty()) out += "    no article: " + one_line(page.rules.refused) + "\n";
    for (const Field field : kShown) out += field_rows(page, field, width);
  }
  return out;
}

std::string wrapped_rows(const std::string& text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrapped(one_line(text), std::max<std::size_t>(width, 40) - 2))
    out += "  " + line + "\n";
  return out;
}

Json page_json(const PageRead& page, const char* when) {
  Json fields(Json::Object{});
  for (const Field field : kShown) {
    Json one(Json::Object{});
    one.set("rules", value_of(page.rules, field));
    one.set("by_rule", by_rule(page.rules, field));
    one.set("automatic", value_of(page.automatic, field));
    if (page.proposed) one.set("proposal", value_of(*page.proposed, field));
    fields.set(name_of(field), std::move(one));
  }
  Json out(Json::Object{});
  out.set("url", page.url);
  out.set("when", when);
  out.set("fields", std::move(fields));
  return out;
}

Json alarm_json(const health::Alarm& alarm) {
  Json out(Json::Object{});
  out.set("kind", health::name_of(alarm.kind));
  out.set("what", alarm.what);
  out.set("since", to_iso(alarm.since));
  if (!alarm.url.empty()) out.set("url", alarm.url);
  out.set("pages", static_cast<std::int64_t>(alarm.pages));
  out.set("text", alarm.text);
  return out;
}

}  // namespace

site::Comments comments_of(const survey::Remedy& remedy, std::size_t set) {
  site::Comments comments;
  if (set >= remedy.sets.size()) return comments;
  const RuleSet& rules = remedy.sets[set];
  for (const survey::Evidence& one : remedy.evidence) {
    const std::string_view key = one.key.starts_with("rules.") ? std::string_view(one.key).substr(6) : one.key;
    const auto field = site::field_named(key);
    const bool here = field ? rules.fields.contains(*field) : key == "remove" ? !rules.remove.empty() : set == 0;
    if (here) comments[std::string(key)].push_back(one.text);
  }
  return comments;
}

std::string proposal_text(const survey::Remedy& remedy) {
  std::string out;
  for (std::size_t i = 0; i < remedy.sets.size(); ++i)
    out += site::rule_set_text(remedy.sets[i], comments_of(remedy, i), 2);
  return out;
}

std::string doctor_text(const site::Site& site, const Diagnosis& diagnosis, std::size_t width) {
  if (diagnosis.alarms.empty())
    return site.name + ": " + (diagnosis.note.empty() ? "nothing to do" : diagnosis.note) + "\n";
  std::string out = site.name + ": is not read as it was since " + to_iso(diagnosis.alarms.front().since) + "\n";
  for (const health::Alarm& alarm : diagnosis.alarms)
    out += wrapped_rows(alarm.text + (alarm.url.empty() ? "" : ", first on " + alarm.url), width);
  const Readers readers = readers_of(site, diagnosis.remedy);
  const std::string pages = page_rows(readers, diagnosis.before, "then", kShownBefore, width) +
                            page_rows(readers, diagnosis.since, "now ", kShownSince, width);
  if (!pages.empty()) out += "\n" + pages;
  if (diagnosis.remedy.needless)
    out +=
        "\n  These pages are read as well as those before: no rules are needed. The warning ends with further pages.\n";
  if (!diagnosis.remedy.trouble.empty())
    out += "\n" +
           wrapped_rows((diagnosis.remedy.sets.empty() ? "No proposal: " : "Beforehand: ") + diagnosis.remedy.trouble,
                        width);
  if (!diagnosis.note.empty()) out += "\n" + wrapped_rows("Besides: " + diagnosis.note, width);
  if (diagnosis.remedy.sets.empty()) return out;
  out += "\n" + wrapped_rows("Proposal, to be put above the first set under 'rules' in " + site.file + ":", width) +
         "\n" + proposal_text(diagnosis.remedy) + "\n";
  return out + "  `winnow site doctor " + site.name + " --apply` does it.\n";
}

Json doctor_json(const site::Site& site, const Diagnosis& diagnosis) {
  Json out(Json::Object{}), alarms(Json::Array{}), pages(Json::Array{});
  const Readers readers = readers_of(site, diagnosis.remedy);
  for (const health::Alarm& alarm : diagnosis.alarms) alarms.push(alarm_json(alarm));
  for (const survey::Sample& sample : diagnosis.before) pages.push(page_json(read(readers, sample), "then"));
  for (const survey::Sample& sample : diagnosis.since) pages.push(page_json(read(readers, sample), "now"));
  out.set("site", site.name);
  out.set("well", diagnosis.alarms.empty());
  if (!diagnosis.note.empty()) out.set("note", diagnosis.note);
  if (diagnosis.alarms.empty()) return out;
  out.set("warnings", std::move(alarms));
  out.set("pages", std::move(pages));
  if (diagnosis.remedy.needless) out.set("needless", true);
  if (!diagnosis.remedy.trouble.empty()) out.set("trouble", diagnosis.remedy.trouble);
  if (!diagnosis.remedy.sets.empty()) out.set("proposal", proposal_text(diagnosis.remedy));
  return out;
}

}  // namespace winnow::app
