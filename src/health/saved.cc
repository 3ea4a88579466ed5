// A site's health as text and back: JSON; what is wrong in it counts as not known.
#include <algorithm>
#include <cmath>
#include <utility>

#include "health/figures.h"

namespace winnow::health {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kMostRead = 4096;  // entries of a list

double number(const Json& json, double most = 1e12) {
  const double value = json.number();
  return std::isfinite(value) ? std::clamp(value, -most, most) : 0;
}
double count(const Json& json) { return std::max(number(json), 0.0); }

Json rounded(double value) { return std::round(value * 1e4) / 1e4; }

Instant instant(const Json& json) { return Instant(std::chrono::seconds(static_cast<std::int64_t>(number(json)))); }
Json json_of(Instant at) { return std::int64_t{at.time_since_epoch().count()}; }

// Hashes go as text: JSON's numbers are not all exact.
Json json_of(std::uint64_t hash) { return std::to_string(hash); }
std::uint64_t hash_of(const Json& json) {
  std::uint64_t value = 0;
  for (const char c : std::string_view(json.string()).substr(0, 20)) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

Json json_of(const Marks& marks) {
  Json out(Json::Array{});
  for (const std::uint32_t mark : marks) out.push(std::int64_t{mark});
  return out;
}
Marks marks_of(const Json& json) {
  Marks marks;
  for (const Json& mark : json.array()) {
    if (marks.size() < kObservedMarks) marks.push_back(static_cast<std::uint32_t>(mark.integer()));
  }
  std::sort(marks.begin(), marks.end());
  return marks;
}

Json json_of(const ElementSeen& element) {
  return Json::Array{std::int64_t{element.name}, json_of(element.marks), json_of(element.around)};
}
ElementSeen element_of(const Json& json) {
  const Json::Array& a = json.array();
  if (a.size() != 3) return {};
  return {static_cast<std::uint32_t>(a[0].integer()), marks_of(a[1]), marks_of(a[2])};
}

Json json_of(const Excursion& e) {
  if (e.sum <= 0) return {};
  return Json::Array{e.sum, e.first.url, json_of(e.first.at), e.pages, e.misses};
}
Excursion excursion_of(const Json& json) {
  const Json::Array& a = json.array();
  if (a.size() != 5) return {};
  Excursion e;
  e.sum = count(a[0]);
  e.first = {a[1].string(), instant(a[2])};
  e.pages = std::max(count(a[3]), 1.0);
  e.misses = std::min(count(a[4]), e.pages);
  return e;
}

// Reads a list, whatever is in it, up to so many entries.
template <class To, class Read>
void read_list(const Json& json, std::size_t most, To& to, Read read) {
  for (const Json& one : json.array()) {
    if (to.size() < std::min(most, kMostRead)) to.push_back(read(one));
  }
}

template <class List, class Write>
Json list_of(const List& list, Write write) {
  Json out(Json::Array{});
  for (const auto& one : list) out.push(write(one));
  return out;
}

Json json_of(const Alarm& a) {
  Json out;
  out.set("kind", static_cast<int>(a.kind));
  out.set("what", a.what);
  out.set("url", a.url);
  out.set("since", json_of(a.since));
  out.set("before", a.before);
  out.set("after", a.after);
  out.set("pages", static_cast<std::int64_t>(a.pages));
  out.set("text", a.text);
  return out;
}
Alarm alarm_of(const Json& json) {
  Alarm a;
  a.kind = static_cast<Kind>(std::clamp<std::int64_t>(json["kind"].integer(), 0, static_cast<int>(Kind::min_new)));
  a.what = json["what"].string();
  a.url = json["url"].string();
  a.since = instant(json["since"]);
  a.before = number(json["before"]);
  a.after = number(json["after"]);
  a.pages = static_cast<std::uint64_t>(count(json["pages"]));
  a.text = json["text"].string();
  return a;
}

}  // namespace

struct SignText {
  static Json json(const Sign& s) {
    return Json::Array{static_cast<int>(s.nature_), s.pages_,             s.misses_,
                       json_of(s.sudden_),          json_of(s.gradual_),  list_of(s.waiting_, [](bool b) { return Json(b); }),
                       static_cast<int>(s.raised_)};
  }
  static Sign of(const Json& json) {
    const Json::Array& a = json.array();
    Sign s;
    if (a.size() != 7) return s;
    s.nature_ = a[0].integer() == 0 ? Nature::steady : Nature::common;
    s.pages_ = std::min(count(a[1]), kWindow);
    s.misses_ = std::min(count(a[2]), s.pages_);
    s.sudden_ = excursion_of(a[3]);
    s.gradual_ = excursion_of(a[4]);
    read_list(a[5], kJudgedFirst, s.waiting_, [](const Json& j) { return j.boolean(); });
    s.raised_ = static_cast<Sign::Raised>(std::clamp<std::int64_t>(a[6].integer(), 0, 2));
    return s;
  }
};

struct MeasureText {
  static Json json(const Measure& m) {
    return Json::Array{m.pages_,               m.mean_,  m.square_, json_of(m.departure_),
                       m.since_,               list_of(m.waiting_, [](double d) { return Json(d); }),
                       m.raised_};
  }
  static void read(const Json& json, Measure& m) {
    const Json::Array& a = json.array();
    if (a.size() != 7) return;
    m.pages_ = std::min(count(a[0]), kWindow);
    m.mean_ = number(a[1], 1e3);
    m.square_ = std::max(number(a[2], 1e6), 0.0);
    m.departure_ = excursion_of(a[3]);
    m.since_ = number(a[4], 1e3);
    read_list(a[5], kJudgedFirst, m.waiting_, [](const Json& j) { return number(j, 1e3); });
    m.raised_ = a[6].boolean();
  }
};

struct TemplatesText {
  static Json json(const Templates& t) {
    Json known(Json::Array{});
    for (const auto& one : t.known_) {
      Json marks(Json::Array{});
      for (const auto& [mark, pages] : one.marks) {
        marks.push(std::int64_t{mark});
        marks.push(rounded(pages));
      }
      known.push(Json::Array{rounded(one.pages), std::move(marks)});
    }
    return Json::Array{std::move(known), list_of(t.waiting_, [](const Marks& m) { return json_of(m); }),
                       t.learned_};
  }
  static void read(const Json& json, Templates& t) {
    const Json::Array& a = json.array();
    if (a.size() != 3) return;
    t.learned_ = std::min(count(a[2]), kWindow);
    for (const Json& one : a[0].array()) {
      if (one.array().size() != 2 || t.known_.size() == 6) continue;
      Templates::Template known;
      known.pages = std::min(count(one.array()[0]), kWindow);
      const Json::Array& marks = one.array()[1].array();
      for (std::size_t i = 0; i + 1 < std::min(marks.size(), 2 * kMostRead); i += 2)
        known.marks[static_cast<std::uint32_t>(marks[i].integer())] = std::min(count(marks[i + 1]), known.pages);
      t.known_.push_back(std::move(known));
    }
    read_list(a[1], kJudgedFirst, t.waiting_, marks_of);
  }
};

struct ElementsText {
  static Json json(const Elements& e) {
    return Json::Array{list_of(e.known_, [](const auto& k) { return Json(Json::Array{rounded(k.pages), std::int64_t{k.name}, json_of(k.marks)}); }),
                       list_of(e.waiting_, [](const ElementSeen& s) { return json_of(s); }), e.learned_};
  }
  static void read(const Json& json, Elements& e) {
    const Json::Array& a = json.array();
    if (a.size() != 3) return;
    e.learned_ = std::min(count(a[2]), kWindow);
    read_list(a[0], 8, e.known_, [](const Json& j) {
      const Json::Array& k = j.array();
      if (k.size() != 3) return Elements::Known{};
      return Elements::Known{std::min(count(k[0]), kWindow), static_cast<std::uint32_t>(k[1].integer()), marks_of(k[2])};
    });
    read_list(a[1], kJudgedFirst, e.waiting_, element_of);
  }
};

Json StateText::json(const Figures& s) {
  Json out;
  out.set("version", kVersion);
  out.set("rules", json_of(s.rules));
  out.set("pages", static_cast<std::int64_t>(s.pages));
  out.set("begun", json_of(s.begun));
  Json signs(Json::Object{});
  for (const auto& [name, sign] : s.signs) signs.set(name, SignText::json(sign));
  out.set("signs", std::move(signs));
  out.set("characters", MeasureText::json(s.characters));
  out.set("removed", MeasureText::json(s.removed));
  out.set("templates", TemplatesText::json(s.templates));
  out.set("links_at", ElementsText::json(s.links_at));
  out.set("told", TemplatesText::json(s.told));
  out.set("title_at", ElementsText::json(s.title_at));
  out.set("body_at", ElementsText::json(s.body_at));
  out.set("time_at", ElementsText::json(s.time_at));
  const auto hashes = [](const auto& pair) { return Json(Json::Array{json_of(pair.first), json_of(pair.second)}); };
  out.set("titles", list_of(s.titles, hashes));
  out.set("texts", list_of(s.texts, hashes));
  Json open(Json::Object{});
  for (const auto& [name, alarm] : s.open) open.set(name, json_of(alarm));
  out.set("open", std::move(open));
  out.set("stored", list_of(s.stored, [](Instant at) { return json_of(at); }));
  out.set("watched_since", json_of(s.watched_since));
  return out;
}

void StateText::read(const Json& json, Figures& s) {
  if (json["version"].integer() != kVersion) return;
  s.rules = hash_of(json["rules"]);
  s.pages = static_cast<std::uint64_t>(count(json["pages"]));
  s.begun = instant(json["begun"]);
  for (const auto& [name, sign] : json["signs"].object()) {
    if (s.signs.size() < 100) s.signs[name] = SignText::of(sign);
  }
  MeasureText::read(json["characters"], s.characters);
  MeasureText::read(json["removed"], s.removed);
  TemplatesText::read(json["templates"], s.templates);
  ElementsText::read(json["links_at"], s.links_at);
  TemplatesText::read(json["told"], s.told);
  ElementsText::read(json["title_at"], s.title_at);
  ElementsText::read(json["body_at"], s.body_at);
  ElementsText::read(json["time_at"], s.time_at);
  const auto hashes = [](const Json& j) {
    const Json::Array& a = j.array();
    return a.size() == 2 ? std::pair(hash_of(a[0]), hash_of(a[1])) : std::pair<std::uint64_t, std::uint64_t>();
  };
  read_list(json["titles"], 8, s.titles, hashes);
  read_list(json["texts"], 8, s.texts, hashes);
  for (const auto& [name, alarm] : json["open"].object()) {
    if (s.open.size() < 100) s.open[name] = alarm_of(alarm);
  }
  read_list(json["stored"], 1000, s.stored, instant);
  s.watched_since = instant(json["watched_since"]);
}

}  // namespace winnow::health
