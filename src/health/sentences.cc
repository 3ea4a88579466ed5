#include "health/sentences.h"

#include <cmath>

namespace winnow::health {
namespace {

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

std::string pages(std::uint64_t count) { return count == 1 ? "1 page" : std::to_string(count) + " pages"; }

// What an alarm of that kind says is no longer so.
std::string subject_of(Kind kind, std::string_view what) {
  const std::string name(what);
  switch (kind) {
    case Kind::field_loss:
      return name == "body" ? "no article was found" : "no " + name + " was found";
    case Kind::rule:
      return name == "when" ? "the condition of no rule set holds" : "the rule " + name + " finds nothing";
    case Kind::layout:
      if (name == "template") return "the pages are made of elements not seen before";
      if (name == "metadata") return "the head tells other things than it did (meta elements, JSON-LD)";
      return "the " + name + " stands in an element not seen before";
    case Kind::length:
      return "the texts are much shorter";
    case Kind::removed:
      return "much more is taken out near the text";
    case Kind::sameness:
      return "pages have the " + name + " of another page";
    case Kind::parts:
      return "articles come in parts";
    case Kind::list:
      if (name == "items") return "the links in lists stand in elements not seen before";
      return name == "links" ? "the lists name no articles" : "the lists lead to no next page";
    case Kind::min_new:
      return "too few new articles";
  }
  return name;
}

}  // namespace

std::string reason_of(Kind kind, std::string_view what) { return subject_of(kind, what); }

std::string sentence_of(const Alarm& alarm, bool found_instead) {
  std::string text = subject_of(alarm.kind, alarm.what);
  switch (alarm.kind) {
    case Kind::length:
    case Kind::removed:
      return text + ": about " + std::to_string(std::lround(alarm.after)) + " characters on the last " +
             pages(alarm.pages) + ", where " + std::to_string(std::lround(alarm.before)) + " are usual";
    case Kind::min_new:
      return text + ": " + std::to_string(std::lround(alarm.after)) + " where at least " +
             std::to_string(std::lround(alarm.before)) + " are expected";
    default:
      break;
  }
  text += " on " + percent(1 - alarm.after) + " of the last " + pages(alarm.pages) + ", and on " +
          percent(1 - alarm.before) + " before";
  if (alarm.kind == Kind::rule && alarm.what != "when") {
    text += found_instead ? "; the automatic extractor finds it" : "; nothing else finds it either";
  }
  return text;
}

std::string ended_sentence(const Alarm& alarm) {
  return "over: " + subject_of(alarm.kind, alarm.what) + ", since " + to_iso(alarm.since);
}

}  // namespace winnow::health
