// A site file's settings but for its rules and tests (read_rules.cc).
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "base/converter.h"
#include "fetch/address.h"
#include "site/read.h"

namespace winnow::site {
namespace {

constexpr std::array<std::string_view, 3> kModes = {"off", "auto", "on"};

bool is_name(std::string_view name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !name.empty() && name.size() <= 64 && plain(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return plain(c) || c == '-' || c == '_' || c == '.'; });
}

// The form of a language tag (BCP 47): subtags of letters and digits, the first of two or three letters.
bool is_language(std::string_view tag) {
  std::size_t length = 0, subtag = 0;
  for (const char c : tag) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '-') {
      if (length == 0 || (subtag == 0 && length > 3)) return false;
      ++subtag, length = 0;
    } else if (letter || (subtag > 0 && c >= '0' && c <= '9')) {
      if (++length > 8) return false;
    } else {
      return false;
    }
  }
  return length > 0 && (subtag > 0 || (length >= 2 && length <= 3));
}

void read_identity(Values& values, const Yaml& root, Site& site) {
  values.text(root, "site", site.name);
  if (const Yaml* name = root.find("site"); name && !is_name(site.name)) {
    values.fault(*name, "'" + site.name +
                            "' is no name for a site; use lower-case letters, digits, '-', '_' and '.', 64 at most");
  }
  values.url(root, "home", site.home);
  values.flag(root, "enabled", site.enabled);
  values.text(root, "language", site.options.language);
  if (const Yaml* node = root.find("language"); node && !is_language(site.options.language)) {
    values.fault(*node, "'" + site.options.language + "' is no language tag; write it as en, de or zh-Hans");
  }
  values.text(root, "zone", site.options.zone);
  if (const Yaml* node = root.find("zone")) {
    site.zone = Zone::find(site.options.zone);
    if (!site.zone) values.fault(*node, "'" + site.options.zone + "' is no time zone; write it as Europe/Berlin");
  }
  values.text(root, "encoding", site.options.encoding);
  if (const Yaml* node = root.find("encoding");
      node && site.options.encoding != "auto" && !encoding_for_label(site.options.encoding)) {
    values.fault(*node,
                 "'" + site.options.encoding + "' is no encoding of the WHATWG; write auto, or a label such as gbk");
  }
}

void read_discover(Values& values, const Yaml& node, Discover& discover) {
  if (!values.map(node, "discover")) return;
  values.urls(node, "feeds", discover.feeds);
  values.urls(node, "sitemaps", discover.sitemaps);
  values.flag(node, "auto", discover.automatic);
  const Yaml* lists = node.find("lists");
  if (!lists) return;
  discover.lists.clear();
  for (const Yaml* item : values.list(*lists)) {
    ListSource list;
    if (item->kind == Yaml::Kind::scalar) {
      if (values.check_url(*item)) list.url = item->text;
    } else if (values.map(*item, "discover.lists[]")) {
      values.url(*item, "url", list.url);
      values.selector(*item, "links", list.links);
      values.selector(*item, "next", list.next);
      values.number(*item, "max_pages", 1, 10'000, list.max_pages);
      if (!item->find("url")) values.fault(*item, "this list needs 'url', its first page");
    }
    if (!list.url.empty()) discover.lists.push_back(std::move(list));
  }
}

void read_urls(Values& values, const Yaml& node, Urls& urls) {
  if (!values.map(node, "urls")) return;
  values.regexes(node, "accept", urls.accept);
  values.regexes(node, "refuse", urls.refuse);
  values.texts(node, "drop_query", urls.drop_query);
  values.texts(node, "host_aliases", urls.host_aliases);
}

void read_schedule(Values& values, const Yaml& node, schedule::Cadence& cadence) {
  using Kind = schedule::Cadence::Kind;
  if (!values.map(node, "schedule")) return;
  const Yaml* every = node.find("every");
  const Yaml* cron = node.find("cron");
  if (every && cron) values.fault(*cron, "'cron' and 'every' exclude each other; keep one");
  if (every && every->text == "adaptive") {
    cadence.kind = Kind::adaptive;
  } else if (every) {
    cadence.kind = Kind::interval;
    values.duration(node, "every", cadence.every);
    if (cadence.every < Millis(1000)) values.fault(*every, "'every' must be a second at least");
  }
  if (cron && values.is_text(*cron)) {
    auto parsed = schedule::Cron::parse(cron->text);
    if (!parsed) values.fault(*cron, parsed.error().text);
    cadence.kind = Kind::cron;
    if (parsed) cadence.cron = *parsed;
  }
  values.duration(node, "min", cadence.min);
  values.duration(node, "max", cadence.max);
  if (cadence.min > cadence.max) values.fault(node, "'min' is longer than 'max'");
  if (cadence.min < Millis(1000)) values.fault(node, "'min' must be a second at least");
  if (const Yaml* hours = node.find("hours"); hours && values.is_text(*hours)) {
    auto parsed = schedule::Hours::parse(hours->text);
    if (!parsed) values.fault(*hours, parsed.error().text);
    if (parsed) cadence.hours = *parsed;
  }
}

void read_headers(Values& values, const Yaml& node, Manners& manners) {
  manners.headers.clear();
  if (node.kind != Yaml::Kind::map) return values.fault(node, "'headers' must be a map of names and values");
  for (const Yaml::Member& header : node.members) {
    const bool sound = header.key.find_first_of(" :\r\n") == std::string::npos && !header.key.empty() &&
                       header.value.text.find_first_of("\r\n") == std::string::npos;
    if (!sound) values.fault(header.line, header.column, "'" + header.key + "' is no request header");
    if (sound && values.is_text(header.value)) manners.headers.emplace_back(header.key, header.value.text);
  }
}

// The file's first line.
void read_password(Values& values, const Yaml& node, Manners& manners) {
  std::filesystem::path file;
  values.path(node, "password_file", file);
  if (file.empty()) return;
  const Yaml& at = *node.find("password_file");
  if (node.find("password") != nullptr) return values.fault(at, "'password' and 'password_file' exclude each other");
  std::ifstream in(file);
  if (!std::getline(in, manners.password)) {
    values.fault(at, file.string() + " can't be read, or is empty; it must hold the password");
  }
}

void read_auth(Values& values, const Yaml& node, Manners& manners) {
  if (!values.map(node, "manners.auth")) return;
  values.text(node, "user", manners.user);
  values.text(node, "password", manners.password);
  read_password(values, node, manners);
  if (manners.user.empty()) values.fault(node, "'auth' needs a 'user'");
  // RFC 7617, 2: what follows the first colon is the password.
  if (manners.user.find(':') != std::string::npos) values.fault(node, "a 'user' has no colon");
}

void read_manners(Values& values, const Yaml& node, Manners& manners) {
  constexpr std::array<std::string_view, 2> kRobots = {"obey", "ignore"};
  if (!values.map(node, "manners")) return;
  if (const auto robots = values.choice(node, "robots", kRobots)) manners.obey_robots = *robots == 0;
  values.duration(node, "delay", manners.delay);
  values.number(node, "concurrency", 1, 64, manners.concurrency);
  values.text(node, "user_agent", manners.user_agent);
  values.text(node, "proxy", manners.proxy);
  if (const Yaml* headers = node.find("headers")) read_headers(values, *headers, manners);
  if (const Yaml* auth = node.find("auth")) read_auth(values, *auth, manners);
  values.flag(node, "cookies", manners.cookies);
  values.texts(node, "allow_addresses", manners.allow_addresses);
  if (const Yaml* cidrs = node.find("allow_addresses")) {
    for (const Yaml* cidr : values.list(*cidrs)) {
      if (const auto good = fetch::check_cidr(cidr->text); !good) values.fault(*cidr, good.error().text);
    }
  }
}

void read_limits(Values& values, const Yaml& node, Limits& limits) {
  if (!values.map(node, "limits")) return;
  values.size(node, "page", limits.page);
  values.size(node, "decoded", limits.decoded);
  values.duration(node, "time", limits.time);
  const auto refuse_nothing = [&](std::string_view key, bool nothing) {
    if (const Yaml* value = node.find(key); value && nothing)
      values.fault(*value, "'" + std::string(key) + "' must be more than nothing");
  };
  refuse_nothing("page", limits.page == 0);
  refuse_nothing("decoded", limits.decoded == 0);
  refuse_nothing("time", limits.time == Millis(0));
  values.number(node, "redirects", 0, 50, limits.redirects);
  values.number(node, "pages_per_run", 1, 1'000'000, limits.pages_per_run);
}

void read_clean(Values& values, const Yaml& node, CleanOptions& clean) {
  constexpr std::array<std::string_view, 3> kScripts = {"as-is", "simplified", "traditional"};
  if (!values.map(node, "clean")) return;
  values.flag(node, "spam_headers", clean.spam_headers);
  values.flag(node, "share", clean.share);
  values.flag(node, "notices", clean.notices);
  values.flag(node, "learn", clean.learn);
  if (const auto script = values.choice(node, "script", kScripts)) clean.script = static_cast<Script>(*script);
}

void read_repair(Values& values, const Yaml& node, RepairOptions& repair) {
  if (!values.map(node, "repair")) return;
  values.flag(node, "mojibake", repair.mojibake);
  if (const auto mode = values.choice(node, "mirror", kModes)) repair.mirror = static_cast<Mode>(*mode);
  if (const auto mode = values.choice(node, "punctuation", kModes)) repair.punctuation = static_cast<Mode>(*mode);
}

void read_keep(Values& values, const Yaml& node, Keep& keep) {
  constexpr std::array<std::string_view, 2> kNear = {"skip", "keep"};
  if (!values.map(node, "store")) return;
  if (const Yaml* kinds = node.find("keep")) {
    bool json = false;
    keep.markdown = false;
    for (const Yaml* kind : values.list(*kinds)) {
      if (kind->text == "json") {
        json = true;
      } else if (kind->text == "markdown") {
        keep.markdown = true;
      } else {
        values.fault(*kind, "'" + kind->text + "' can't be kept; known are json and markdown");
      }
    }
    // The store is rebuilt from the JSON files, and every later look at an article reads them.
    if (!json) values.fault(*kinds, "json must be kept");
  }
  values.flag(node, "raw", keep.raw);
  if (const auto near = values.choice(node, "near_duplicates", kNear)) keep.skip_near_duplicates = *near == 0;
}

void read_watch(Values& values, const Yaml& node, Watch& watch) {
  if (!values.map(node, "watch")) return;
  if (const Yaml* at_least = node.find("min_new"); at_least && values.is_text(*at_least)) {
    const std::string& text = at_least->text;
    const std::size_t per = text.find(" per ");
    int count = 0;
    const bool counted =
        per != text.npos && std::from_chars(text.data(), text.data() + per, count).ptr == text.data() + per;
    const auto period = counted ? parse_duration(text.substr(per + 5)) : std::nullopt;
    if (period && count > 0) {
      watch.min_new = {count, *period};
    } else {
      values.fault(*at_least, "'min_new' must be as \"1 per 24h\", not '" + text + "'");
    }
  }
  if (const Yaml* loss = node.find("field_loss"); loss && values.is_text(*loss)) {
    int percent = 0;
    const char* last = loss->text.data() + loss->text.size();
    const auto [end, error] = std::from_chars(loss->text.data(), last, percent);
    if (error == std::errc() && std::string_view(end, static_cast<std::size_t>(last - end)) == "%" && percent > 0 &&
        percent <= 100) {
      watch.field_loss = percent / 100.0;
    } else {
      values.fault(*loss, "'field_loss' must be a share as 30%, not '" + loss->text + "'");
    }
  }
}

}  // namespace

void read_site(Values& values, const Yaml& root, Site& site) {
  if (!values.map(root, "")) return;
  read_identity(values, root, site);
  const auto part = [&](std::string_view key, auto read, auto& target) {
    if (const Yaml* node = root.find(key)) read(values, *node, target);
  };
  part("discover", read_discover, site.discover);
  part("urls", read_urls, site.urls);
  part("schedule", read_schedule, site.cadence);
  part("manners", read_manners, site.manners);
  part("limits", read_limits, site.limits);
  part("replace", read_replace, site.options.replace);
  part("rules", read_rules, site.options.rules);
  part("clean", read_clean, site.options.clean);
  part("repair", read_repair, site.options.repair);
  part("store", read_keep, site.keep);
  part("watch", read_watch, site.watch);
  part("tests", read_tests, site.tests);
}

}  // namespace winnow::site
