#include "app/daemon.h"

#include <algorithm>

#include "app/health_json.h"
#include "app/log.h"
#include "app/progress.h"
#include "app/service.h"
#include "app/session.h"
#include "base/json.h"
#include "fetch/curl_fetcher.h"
#include "store/file_aside.h"
#include "store/file_samples.h"

namespace winnow::app {
namespace {

constexpr Millis kStep{1000};                                  // the socket and the schedule are looked at that often
constexpr Millis kSoon{20};                                    // while somebody is being answered there
constexpr Millis kDrain{7000};                                 // of the ten seconds that stopping may take
constexpr Millis kStoreWait{1000}, kLongestStoreWait{30'000};  // between the tries of a store that failed
constexpr Millis kStoreWorks = std::chrono::minutes(1);        // for so long, and the next failure is a new one

fetch::Fetcher* fetcher_to_wake = nullptr;  // for the signal handler
void wake() {
  if (fetcher_to_wake != nullptr) fetcher_to_wake->wake();
}

schedule::Moment now() { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); }
Instant instant() { return std::chrono::floor<std::chrono::seconds>(now()); }

std::filesystem::path socket_of(const site::Config& config) {
  return config.socket.empty() ? config.store / "winnow.sock" : config.socket;
}

std::string level_of(const Globals& globals, const site::Config& config) {
  return globals.log_level.empty() ? config.log_level : globals.log_level;
}

}  // namespace

void DaemonEvents::report(const crawl::Event& event) {
  metrics_.report(event);
  using Kind = crawl::Event::Kind;
  switch (event.kind) {
    case Kind::source_failed:
    case Kind::failed:
    case Kind::warning:
    case Kind::warning_ended:
    case Kind::notice:
      return log::warn(describe(event));
    case Kind::stored:
    case Kind::updated:
    case Kind::run_finished:
      return log::info(describe(event));
    default:
      return log::debug(describe(event));
  }
}

Daemon::Daemon(Globals globals, site::Configuration configuration)
    : globals_(std::move(globals)), configuration_(std::move(configuration)), started_(instant()) {
  fetch::CurlOptions options;
  options.connections = configuration_.config.connections;
  fetcher_ = fetch::make_curl_fetcher(options);
  fetcher_to_wake = fetcher_.get();
}

Daemon::~Daemon() {
  crawler_.reset();
  cleaner_.reset();
  fetcher_to_wake = nullptr;
}

Result<void> Daemon::open_store() {
  const site::Config& config = configuration_.config;
  auto stores = store::open_store(config.store, store::Access::read_write);
  if (!stores) return tl::unexpected(stores.error());
  stores_ = std::move(*stores);
  if (!stores_.notice.empty()) log::warn(stores_.notice);
  crawler_ = std::make_unique<crawl::Crawler>(crawl::Parts{
      *fetcher_, *stores_.state, *stores_.articles, *cleaner_, events_, now, user_agent(config), config.proxy,
      config.connections, crawl::steady_tick, stores_.after_crash || !trouble_.empty(), aside_.get(), samples_.get()});
  trouble_.clear();
  store_opened_at_ = crawl::steady_tick();
  return plan();
}

Result<void> Daemon::open() {
  auto cleaner = worker::Pool::start({.workers = worker_count(configuration_.config), .on_done = wake});
  if (!cleaner) return tl::unexpected(cleaner.error());
  cleaner_ = std::move(*cleaner);
  aside_ = std::make_unique<store::FileAside>(configuration_.config.store);
  samples_ = std::make_unique<store::FileSamples>(configuration_.config.store);
  if (auto opened = open_store(); !opened) return opened;
  auto socket = StatusSocket::listen(socket_of(configuration_.config));
  if (!socket) return tl::unexpected(socket.error());
  socket_ = std::move(*socket);
  return {};
}

Result<Instant> Daemon::next_visit_of(const site::Site& site) {
  auto known = stores_.state->site(site.name);
  if (!known) return tl::unexpected(known.error());
  const store::SiteRow row = known->value_or(store::SiteRow{});
  return schedule::next_visit(site.cadence, schedule::Rhythm::parse(row.rhythm), row.last_run, instant(),
                              site.zone.value_or(Zone()));
}

Result<health::Health> Daemon::health_of(const std::string& site) {
  auto saved = stores_.state->health(site);
  if (!saved) return tl::unexpected(saved.error());
  return health::Health(*saved);
}

Result<void> Daemon::plan() {
  planned_.clear();
  for (const site::Site& site : configuration_.sites) {
    if (!site.enabled) continue;
    auto next = next_visit_of(site);
    if (!next) return tl::unexpected(next.error());
    auto health = health_of(site.name);
    if (!health) return tl::unexpected(health.error());
    planned_[site.name] = {std::make_shared<const site::Site>(site), *next, std::move(*health)};
  }
  return {};
}

Result<void> Daemon::begin_due() {
  const Instant t = instant();
  for (auto& [name, planned] : planned_) {
    if (planned.next > t || crawler_->running(name)) continue;
    if (auto begun = crawler_->begin(planned.site); !begun) return begun;
  }
  return {};
}

Result<void> Daemon::take_finished() {
  for (const crawl::Summary& summary : crawler_->take_finished()) {
    const auto planned = planned_.find(summary.site);
    if (planned == planned_.end()) continue;
    auto next = next_visit_of(*planned->second.site);
    if (!next) return tl::unexpected(next.error());
    // Pages that were left over, or a clock that stands still, must not make a visit follow itself without a pause.
    planned->second.next = std::max(*next, instant() + std::chrono::seconds(1));
    auto health = health_of(summary.site);
    if (!health) return tl::unexpected(health.error());
    planned->second.health = std::move(*health);
  }
  return {};
}

// The store failed: the crawler's picture of it may be wrong, so both are made anew.
void Daemon::pause(const Error& error) {
  const bool same_trouble = !crawler_ || crawl::steady_tick() - store_opened_at_ < kStoreWorks;
  store_wait_ = same_trouble ? std::clamp(store_wait_ * 2, kStoreWait, kLongestStoreWait) : kStoreWait;
  trouble_ = error.text;
  log::error("crawling is paused: " + error.text + "; the store is tried again in " +
             std::to_string(store_wait_ / kStoreWait) + " s");
  Service::status("paused: " + error.text);
  fetcher_->cancel_all();
  cleaner_->cancel_all();
  crawler_.reset();
  stores_ = {};
  try_store_at_ = crawl::steady_tick() + store_wait_;
}

void Daemon::work(Millis at_most) {
  if (!crawler_) {
    if (crawl::steady_tick() >= try_store_at_) {
      if (auto opened = open_store(); !opened) return pause(opened.error());
      log::info("the store works again; crawling goes on");
      Service::status("running");
    }
    (void)fetcher_->wait(at_most);
    return;
  }
  const auto done = begin_due()
                        .and_then([&] { return static_cast<tl::expected<void, Error>>(crawler_->step(at_most)); })
                        .and_then([&] { return static_cast<tl::expected<void, Error>>(take_finished()); });
  if (!done) pause(done.error());
}

Millis Daemon::until_next() const {
  Millis wait = socket_->busy() ? kSoon : kStep;
  if (!crawler_) return wait;  // what is due stays due while crawling is paused
  for (const auto& [name, planned] : planned_) {
    if (crawler_->running(name)) continue;
    wait = std::min(wait, std::chrono::duration_cast<Millis>(planned.next - now()));
  }
  return std::max(wait, Millis(0));
}

void Daemon::reload() {
  Service::reloading();
  auto loaded = load(globals_);
  if (!loaded || !loaded->faults.empty()) {
    log::error("the reload failed, the last good configuration stays:");
    if (!loaded) log::error(loaded.error().text);
    for (const site::Fault& fault : loaded ? loaded->faults : std::vector<site::Fault>()) log::error(fault.str());
    return Service::ready("running; the last reload failed");
  }
  const site::Config& old = configuration_.config;
  const site::Config& config = loaded->value.config;
  if (config.store != old.store || config.socket != old.socket || config.connections != old.connections ||
      config.workers != old.workers || user_agent(config) != user_agent(old) || config.proxy != old.proxy) {
    log::warn("store, socket, workers and fetch settings change with a restart only");
  }
  configuration_ = std::move(loaded->value);
  if (auto set = log::set_up(level_of(globals_, config), config.log_file); !set) log::error(set.error().text);
  if (crawler_) {
    if (auto planned = plan(); !planned) pause(planned.error());
  }
  log::info("reloaded: " + std::to_string(planned_.size()) + " sites enabled");
  Service::ready("running");
}

// Healthy is a loop that comes round, a store that answers, and nothing under way for longer than it may be. A paused
// daemon says so itself and is no hang.
void Daemon::feed_watchdog() {
  const auto interval = Service::watchdog_interval();
  if (!interval || crawl::steady_tick() - fed_at_ < *interval / 2) return;
  fed_at_ = crawl::steady_tick();
  if (crawler_ && !stores_.state->sites()) return;
  if (const std::string stuck = crawler_ ? crawler_->stuck() : std::string(); !stuck.empty()) {
    return log::error("a hang: " + stuck + "; the watchdog is not fed");
  }
  Service::feed_watchdog();
}

void Daemon::run() {
  const Service service(wake);
  log::info("running: " + std::to_string(planned_.size()) + " sites enabled");
  Service::ready("running");
  while (!Service::stopping()) {
    if (Service::take_reload()) reload();
    work(until_next());
    socket_->serve([this] { return status_json(); });
    feed_watchdog();
  }
  log::info("stopping");
  Service::stopping("stopping");
  drain();
  log::info("stopped");
}

void Daemon::drain() {
  if (!crawler_) return;
  const auto deadline = crawl::steady_tick() + kDrain;
  auto done = crawler_->stop();
  while (done && !crawler_->idle() && crawl::steady_tick() < deadline) done = crawler_->step(Millis(100));
  if (done) done = crawler_->abandon();
  if (!done) log::error(done.error().text + "; what was not stored is fetched again next time");
}

Json Daemon::workers_json() const {
  const worker::Pool::Status status = cleaner_->status();
  Json out;
  out.set("ready", status.ready.size());
  out.set("died", static_cast<std::int64_t>(status.died));
  out.set("waiting", cleaner_->backlog().jobs);
  if (!status.trouble.empty()) out.set("trouble", status.trouble);
  return out;
}

std::string Daemon::status_json() {
  Json status;
  status.set("running_since", to_iso(started_));
  if (!trouble_.empty()) status.set("paused", trouble_);
  std::map<std::string, crawl::Summary> going;
  if (crawler_) {
    for (crawl::Summary& summary : crawler_->going()) going[summary.site] = summary;
  }
  Json sites(Json::Array{});
  for (const auto& [name, planned] : planned_) {
    Json site;
    site.set("site", name);
    site.set("next_run", to_iso(planned.next));
    const health::Health* running = crawler_ ? crawler_->health_of(name) : nullptr;
    add_health(site, running != nullptr ? *running : planned.health);
    if (const auto found = going.find(name); found != going.end()) {
      site.set("running", true);
      site.set("pages", static_cast<std::int64_t>(found->second.pages));
      site.set("stored", static_cast<std::int64_t>(found->second.stored + found->second.updated));
    }
    sites.push(std::move(site));
  }
  status.set("sites", std::move(sites));
  status.set("in_flight", fetcher_->in_flight());
  status.set("workers", workers_json());
  status.set("counters", events_.metrics().json());
  return status.dump(2) + "\n";
}

}  // namespace winnow::app
