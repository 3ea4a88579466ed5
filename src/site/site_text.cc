#include "site/site_text.h"

#include <cmath>
#include <cstdio>
#include <filesystem>

#include "base/scan.h"
#include "site/read.h"

namespace winnow::site {
namespace {

using Texts = std::vector<std::string>;

Written leaf(std::string scalar) { return {.scalar = std::move(scalar)}; }

// What people read is not always exact.
std::string duration_text(Millis value) {
  std::string text = to_text(value);
  return parse_duration(text) == value ? text : std::to_string(value.count()) + "ms";
}

// A map that grows by what is to be said.
class Map {
 public:
  explicit Map(bool flow = false) { map_.flow = flow; }

  void add(std::string_view key, Written value) {
    if (!value.empty()) map_.members.emplace_back(key, std::move(value));
  }
  void plain(std::string_view key, std::string value, bool said) {
    if (said) add(key, leaf(std::move(value)));
  }
  void text(std::string_view key, const std::string& value, const std::string& otherwise = {}) {
    plain(key, scalar_text(value), value != otherwise);
  }
  void flag(std::string_view key, bool value, bool otherwise) {
    plain(key, value ? "true" : "false", value != otherwise);
  }
  template <class Number>
  void number(std::string_view key, Number value, Number otherwise) {
    plain(key, std::to_string(value), value != otherwise);
  }
  void duration(std::string_view key, Millis value, Millis otherwise) {
    plain(key, duration_text(value), value != otherwise);
  }
  void size(std::string_view key, std::size_t value, std::size_t otherwise) {
    const auto in = [&](int shift) { return std::to_string(value >> shift); };
    const auto whole = [&](int shift) { return value % (std::size_t{1} << shift) == 0; };
    plain(key, whole(20) ? in(20) + "MB" : whole(10) ? in(10) + "KB" : in(0), value != otherwise);
  }
  void texts(std::string_view key, const Texts& value, const Texts& otherwise = {}) {
    if (value == otherwise) return;
    Written list;
    for (const std::string& one : value) list.items.push_back(leaf(scalar_text(one)));
    add_list(key, std::move(list));
  }
  // An empty list takes back what the defaults say.
  void add_list(std::string_view key, Written list) { add(key, list.items.empty() ? leaf("[]") : std::move(list)); }

  [[nodiscard]] Written take() && { return std::move(map_); }

 private:
  Written map_;
};

template <class T, class Write>
void add_list(Map& map, std::string_view key, const std::vector<T>& value, const std::vector<T>& otherwise,
              Write write) {
  if (value == otherwise) return;
  Written list;
  for (const T& one : value) list.items.push_back(write(one));
  map.add_list(key, std::move(list));
}

Written write_list_source(const ListSource& list) {
  if (list == ListSource{.url = list.url}) return leaf(scalar_text(list.url));
  Map map(true);
  map.text("url", list.url);
  map.text("links", list.links);
  map.text("next", list.next);
  map.number("max_pages", list.max_pages, 1);
  return std::move(map).take();
}

Written write_discover(const Discover& discover, const Discover& base) {
  Map map;
  map.texts("feeds", discover.feeds, base.feeds);
  map.texts("sitemaps", discover.sitemaps, base.sitemaps);
  add_list(map, "lists", discover.lists, base.lists, write_list_source);
  map.flag("auto", discover.automatic, base.automatic);
  return std::move(map).take();
}

Written write_urls(const Urls& urls, const Urls& base) {
  Map map;
  map.texts("accept", urls.accept, base.accept);
  map.texts("refuse", urls.refuse, base.refuse);
  map.texts("drop_query", urls.drop_query, base.drop_query);
  map.texts("host_aliases", urls.host_aliases, base.host_aliases);
  return std::move(map).take();
}

Written write_schedule(const schedule::Cadence& cadence, const schedule::Cadence& base) {
  using Kind = schedule::Cadence::Kind;
  Map map(true);
  if (cadence.kind == Kind::interval) {
    const bool same = base.kind == Kind::interval;
    map.duration("every", cadence.every, same ? base.every : Millis(-1));
  } else if (cadence.kind == Kind::cron && cadence.cron) {
    map.plain("cron", scalar_text(cadence.cron->text()), cadence.cron != base.cron || base.kind != Kind::cron);
  } else {
    map.plain("every", "adaptive", base.kind != Kind::adaptive);
  }
  map.duration("min", cadence.min, base.min);
  map.duration("max", cadence.max, base.max);
  if (cadence.hours && cadence.hours != base.hours) {
    char hours[32];
    const auto from = static_cast<int>(cadence.hours->from.count()), to = static_cast<int>(cadence.hours->to.count());
    std::snprintf(hours, sizeof hours, "%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
    map.text("hours", hours);
  }
  return std::move(map).take();
}

Written write_manners(const Manners& manners, const Manners& base) {
  Map map, headers, auth(true);
  map.plain("robots", manners.obey_robots ? "obey" : "ignore", manners.obey_robots != base.obey_robots);
  map.duration("delay", manners.delay, base.delay);
  map.number("concurrency", manners.concurrency, base.concurrency);
  map.text("user_agent", manners.user_agent, base.user_agent);
  map.text("proxy", manners.proxy, base.proxy);
  for (const auto& [name, value] : manners.headers) headers.plain(scalar_text(name), scalar_text(value), true);
  if (manners.headers != base.headers)
    map.add("headers", manners.headers.empty() ? leaf("{}") : std::move(headers).take());
  auth.text("user", manners.user, base.user);
  auth.text("password", manners.password, base.password);
  map.add("auth", std::move(auth).take());
  map.flag("cookies", manners.cookies, base.cookies);
  map.texts("allow_addresses", manners.allow_addresses, base.allow_addresses);
  return std::move(map).take();
}

Written write_limits(const Limits& limits, const Limits& base) {
  Map map(true);
  map.size("page", limits.page, base.page);
  map.size("decoded", limits.decoded, base.decoded);
  map.duration("time", limits.time, base.time);
  map.number("redirects", limits.redirects, base.redirects);
  map.number("pages_per_run", limits.pages_per_run, base.pages_per_run);
  return std::move(map).take();
}

Written write_replacement(const Replacement& replacement) {
  Map map(true);
  map.text("find", replacement.find);
  map.plain("with", scalar_text(replacement.with), true);
  return std::move(map).take();
}

void add_place(Map& map, const Place& place) {
  map.text("css", place.css);
  map.text("value", place.value);
  map.text("attr", place.attr);
  map.text("cut_before", place.cut_before);
  map.text("cut_after", place.cut_after);
  map.text("match", place.match);
  map.text("split", place.split);
  map.text("join", place.join);
}

// A locator alone is read as the first place is; a map says all of it anew.
Written write_other_place(const Place& place, const Place& first) {
  Place alone = first;
  alone.value.clear();
  alone.css = place.css;
  if (!place.css.empty() && place == alone) return leaf(scalar_text(place.css));
  Map map(true);
  add_place(map, place);
  return std::move(map).take();
}

Written write_field(const FieldRule& rule) {
  if (rule.places.empty()) return {};
  const Place& first = rule.places.front();
  if (!first.css.empty() && rule == FieldRule{.places = {{.css = first.css}}}) return leaf(scalar_text(first.css));
  Map map(true), require(true);
  add_place(map, first);
  Written others{.flow = true};
  for (std::size_t i = 1; i < rule.places.size(); ++i) others.items.push_back(write_other_place(rule.places[i], first));
  map.add("else", std::move(others));
  require.number("chars", rule.require_chars, FieldRule{}.require_chars);
  map.add("require", std::move(require).take());
  map.number("max", rule.max, FieldRule{}.max);
  map.flag("prune", rule.prune, true);
  return std::move(map).take();
}

Written write_remove(const RemoveRule& rule) {
  if (rule == RemoveRule{.css = rule.css}) return leaf(scalar_text(rule.css));
  Map map(true);
  map.text("css", rule.css);
  map.text("text", rule.text);
  map.text("attr", rule.attr);
  return std::move(map).take();
}

Written write_rule_set(const RuleSet& set) {
  Map map, when(true);
  map.text("name", set.name);
  when.text("exists", set.when_exists);
  map.add("when", std::move(when).take());
  for (const auto& [field, rule] : set.fields)
    map.add(field_names()[static_cast<std::size_t>(field)], write_field(rule));
  add_list(map, "remove", set.remove, {}, write_remove);
  return std::move(map).take();
}

Written write_clean(const CleanOptions& clean, const CleanOptions& base) {
  constexpr const char* kScripts[] = {"as-is", "simplified", "traditional"};
  Map map(true);
  map.flag("spam_headers", clean.spam_headers, base.spam_headers);
  map.flag("share", clean.share, base.share);
  map.flag("notices", clean.notices, base.notices);
  map.flag("learn", clean.learn, base.learn);
  map.plain("script", kScripts[static_cast<std::size_t>(clean.script)], clean.script != base.script);
  return std::move(map).take();
}

Written write_repair(const RepairOptions& repair, const RepairOptions& base) {
  constexpr const char* kModes[] = {"off", "auto", "on"};
  const auto mode = [&](Mode m) { return std::string(kModes[static_cast<std::size_t>(m)]); };
  Map map(true);
  map.flag("mojibake", repair.mojibake, base.mojibake);
  map.plain("mirror", mode(repair.mirror), repair.mirror != base.mirror);
  map.plain("punctuation", mode(repair.punctuation), repair.punctuation != base.punctuation);
  return std::move(map).take();
}

Written write_keep(const Keep& keep, const Keep& base) {
  Map map(true);
  map.plain("keep", keep.markdown ? "[json, markdown]" : "[json]", keep.markdown != base.markdown);
  map.flag("raw", keep.raw, base.raw);
  map.plain("near_duplicates", keep.skip_near_duplicates ? "skip" : "keep",
            keep.skip_near_duplicates != base.skip_near_duplicates);
  return std::move(map).take();
}

Written write_watch(const Watch& watch, const Watch& base) {
  Map map(true);
  if (watch.min_new && watch.min_new != base.min_new) {
    const auto& [count, period] = *watch.min_new;
    map.plain("min_new", std::to_string(count) + " per " + duration_text(period), true);
  }
  const long loss = std::lround(watch.field_loss * 100);
  map.plain("field_loss", std::to_string(loss) + "%", loss != std::lround(base.field_loss * 100));
  return std::move(map).take();
}

Written write_test(const PageTest& test, const std::string& file) {
  Map map, expect;
  if (!test.page.empty()) {
    const auto folder = std::filesystem::absolute(file).parent_path();
    const auto path = std::filesystem::path(test.page).lexically_relative(folder);
    map.text("page", file.empty() || path.empty() ? test.page : path.string());
  }
  map.text("url", test.url);
  for (const auto& [field, value] : test.equal) expect.plain(field, scalar_text(value), true);
  expect.texts("has", test.has);
  expect.texts("lacks", test.lacks);
  map.add("expect", std::move(expect).take());
  return std::move(map).take();
}

}  // namespace

std::string rule_set_text(const RuleSet& set, const Comments& comments, std::size_t indent) {
  Comments below;
  for (const auto& [path, lines] : comments) below[path.empty() ? "[0]" : "[0]." + path] = lines;
  return block_text({.items = {write_rule_set(set)}}, below, "", indent);
}

std::string rule_set_line(const RuleSet& set) { return flow_text(write_rule_set(set)); }

std::string site_text(const Site& site, const Comments& comments, const Site& base) {
  Map map;
  map.plain("site", scalar_text(site.name), true);
  map.text("home", site.home);
  map.text("language", site.options.language, base.options.language);
  map.text("zone", site.options.zone, base.options.zone);
  map.flag("enabled", site.enabled, base.enabled);
  map.text("encoding", site.options.encoding, base.options.encoding);
  map.add("discover", write_discover(site.discover, base.discover));
  map.add("urls", write_urls(site.urls, base.urls));
  map.add("schedule", write_schedule(site.cadence, base.cadence));
  map.add("manners", write_manners(site.manners, base.manners));
  map.add("limits", write_limits(site.limits, base.limits));
  add_list(map, "replace", site.options.replace, base.options.replace, write_replacement);
  add_list(map, "rules", site.options.rules, base.options.rules, write_rule_set);
  map.add("clean", write_clean(site.options.clean, base.options.clean));
  map.add("repair", write_repair(site.options.repair, base.options.repair));
  map.add("store", write_keep(site.keep, base.keep));
  map.add("watch", write_watch(site.watch, base.watch));
  add_list(map, "tests", site.tests, {}, [&](const PageTest& test) { return write_test(test, site.file); });
  return comment_text(comments, "") + block_text(std::move(map).take(), comments);
}

std::string site_name(std::string_view text) {
  std::string out;
  for (const char c : ascii::lower(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || ascii::is_digit(c);
    if (plain || (!out.empty() && (c == '-' || c == '_' || c == '.'))) out += c;
    if (out.size() == 64) break;
  }
  return out;
}

}  // namespace winnow::site
