// winnow status: per site last and next run, new articles, failures, queue; from the daemon where one runs, and from
// the store.
#include <algorithm>
#include <map>

#include "app/commands.h"
#include "app/console.h"
#include "app/health_json.h"
#include "app/metrics.h"
#include "app/session.h"
#include "app/status_socket.h"
#include "base/json.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

Result<std::filesystem::path> socket_path(const Globals& globals) {
  auto file = config_file(globals);
  if (!file) return tl::unexpected(file.error());
  std::filesystem::path socket;
  if (!file->empty()) {
    auto text = read_file(*file);
    if (!text) return tl::unexpected(text.error());
    socket = site::parse_config(*text, *file).value.socket;
  }
  if (!socket.empty()) return socket;
  auto store = store_directory(globals);
  if (!store) return tl::unexpected(store.error());
  return *store / "winnow.sock";
}

// What the daemon says is what it has in hand; the store has what was durable a moment ago.
void set_health(Json& out, const std::string& stored, const Json& live) {
  if (live["warnings"].is_null()) return add_health(out, health::Health(stored));
  out.set("warnings", live["warnings"]);
  if (!live["fields"].is_null()) out.set("fields", live["fields"]);
}

Json site_json(const store::SiteRow& row, std::size_t pending, const Json& live) {
  const bool running = live["running"].boolean();
  Json out;
  out.set("site", row.site);
  out.set("running", running);
  if (row.last_run) out.set("last_run", to_iso(*row.last_run));
  if (!live["next_run"].is_null()) {
    out.set("next_run", live["next_run"]);
  } else if (row.next_run) {
    out.set("next_run", to_iso(*row.next_run));
  }
  // A visit that is going on counts from its beginning; the store is told when it ends.
  const std::int64_t so_far = running ? live["stored"].integer() : 0;
  out.set("new", running ? so_far : row.stored_last);
  out.set("stored", row.stored_total + so_far);
  out.set("failed", row.failed_last);
  out.set("queue", pending);
  if (!row.note.empty()) out.set("trouble", row.note);
  return out;
}

const Json& live_site(const Json& live, const std::string& name) {
  static const Json kNone;
  const auto& sites = live["sites"].array();
  const auto found =
      std::find_if(sites.begin(), sites.end(), [&name](const Json& s) { return s["site"].string() == name; });
  return found == sites.end() ? kNone : *found;
}

// All sites that the store or the daemon knows.
Result<Json> sites_json(const Globals& globals, const Json& live) {
  std::map<std::string, store::SiteRow> rows;
  std::map<std::string, std::size_t> queues;
  std::map<std::string, std::string> healths;
  auto stores = open_for_reading(globals);
  if (!stores && stores.error().code != Code::not_found) return tl::unexpected(stores.error());
  auto known = stores ? stores->state->sites() : Result<std::vector<store::SiteRow>>();  // no store yet: none
  if (!known) return tl::unexpected(known.error());
  for (store::SiteRow& row : *known) {
    auto pending = stores->state->pending(row.site);
    if (!pending) return tl::unexpected(pending.error());
    queues[row.site] = *pending;
    auto health = stores->state->health(row.site);
    if (!health) return tl::unexpected(health.error());
    healths[row.site] = std::move(*health);
    rows[row.site] = std::move(row);
  }
  for (const Json& site : live["sites"].array()) rows[site["site"].string()].site = site["site"].string();
  Json out(Json::Array{});
  for (const auto& [name, row] : rows) {
    Json site = site_json(row, queues[name], live_site(live, name));
    set_health(site, healths[name], live_site(live, name));
    out.push(std::move(site));
  }
  return out;
}

void print_row(const std::vector<std::string>& cells) {
  constexpr std::size_t kWidths[] = {24, 8, 21, 21, 6, 8, 7, 6};
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += cells[i];
    const std::size_t width = i < std::size(kWidths) ? kWidths[i] : 0;
    line.append(width > utf8::length(cells[i]) ? width - utf8::length(cells[i]) : 1, ' ');
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  print(line + "\n");
}

void print_warning(const Json& warning) {
  const std::string& page = warning["page"].string();
  print("  warning since " + warning["since"].string() + ": " + one_line(warning["text"].string()) + "\n");
  if (!page.empty()) print("    first page: " + one_line(page) + "\n");
}

void print_table(const Json& status) {
  print("daemon: " + status["daemon"].string() + "\n");
  if (!status["paused"].is_null()) print("paused: " + status["paused"].string() + "\n");
  const Json& trouble = status["workers"]["trouble"];
  if (!trouble.is_null()) print("no page can be read, since no worker can be started: " + trouble.string() + "\n");
  if (status["sites"].array().empty()) return print("No site was visited yet.\n");
  print_row({"SITE", "NOW", "LAST RUN", "NEXT RUN", "NEW", "STORED", "FAILED", "QUEUE"});
  for (const Json& site : status["sites"].array()) {
    const auto text = [&site](const char* key) { return site[key].is_null() ? std::string("-") : site[key].string(); };
    const auto number = [&site](const char* key) { return std::to_string(site[key].integer()); };
    print_row({text("site"), site["running"].boolean() ? "running" : "idle", text("last_run"), text("next_run"),
               number("new"), number("stored"), number("failed"), number("queue")});
    if (!site["trouble"].is_null()) print("  trouble: " + site["trouble"].string() + "\n");
    for (const Json& warning : site["warnings"].array()) print_warning(warning);
  }
}

}  // namespace

int run_status(const Globals& globals, const StatusArgs& args) {
  if (args.json && args.metrics) {
    complain("--json and --metrics are two formats; ask for one");
    return kUsage;
  }
  auto socket = socket_path(globals);
  if (!socket) {
    complain(socket.error().text);
    return kBadConfig;
  }
  Json live;
  Json status;
  if (auto answer = ask_status(*socket)) {
    live = Json::parse(*answer).value_or(Json());
    status.set("daemon", "running since " + live["running_since"].string());
  } else if (answer.error().code == Code::not_found) {
    status.set("daemon", "not running");
  } else {
    complain(answer.error().text);
    status.set("daemon", "unknown");
  }
  if (args.metrics) {
    print(to_prometheus(live));
    return live.is_null() ? kSomeFailed : kDone;
  }
  if (!live["paused"].is_null()) status.set("paused", live["paused"]);
  if (!live["workers"].is_null()) status.set("workers", live["workers"]);
  auto sites = sites_json(globals, live);
  if (!sites) {
    complain(sites.error().text);
    return exit_of(sites.error());
  }
  status.set("sites", std::move(*sites));
  if (args.json) {
    print(status.dump(2) + "\n");
  } else {
    print_table(status);
  }
  return kDone;
}

}  // namespace winnow::app
