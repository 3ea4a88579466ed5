#include "app/polite.h"

#include <algorithm>
#include <utility>

#include "app/service.h"
#include "crawl/answer.h"
#include "crawl/crawler.h"
#include "crawl/site_request.h"

namespace winnow::app {
namespace {

constexpr int kTries = 3;
constexpr Millis kFirstWait{1000};                     // before the second try, three times that before the next
constexpr Millis kPatience = std::chrono::minutes(1);  // with a host that wants to be left alone
constexpr int kRobotsHops = 5;                         // RFC 9309, 2.3.1.2

Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

// Why nothing may be asked where the robots.txt can't be had (RFC 9309, 2.3.1.4).
std::string why_not(const Result<fetch::Response>& robots, const std::string& origin) {
  const std::string address = origin + "/robots.txt: ";
  if (!robots && robots.error().text.starts_with(address)) return robots.error().text.substr(address.size());
  return "robots.txt of " + origin + " can't be read (" + crawl::understand(robots, now()).why +
         "), so nothing is asked there for now";
}

tl::unexpected<Error> over_error(const Url& url) {
  return fail(Code::interrupted, url.href() + ": not asked any more");
}

}  // namespace

Polite::Polite(fetch::Fetcher& fetcher, Terms terms)
    : fetcher_(fetcher),
      terms_(std::move(terms)),
      deadline_(crawl::steady_tick() + terms_.time),
      filter_(terms_.site),
      robots_(state_) {}

bool Polite::over() const { return Service::stopping() || crawl::steady_tick() >= deadline_; }

Millis Polite::left(Tick until) const { return std::max(std::min(until, deadline_) - crawl::steady_tick(), Millis(0)); }

// False once it is over before that.
bool Polite::wait_until(Tick at) {
  while (!over() && crawl::steady_tick() < at) (void)fetcher_.wait(left(at));
  return !over();
}

// One request to the host, when its turn has come.
Result<fetch::Response> Polite::ask(const Url& url, Millis delay, bool robots) {
  const std::string host = url.host();
  const schedule::HostGate::Terms terms{delay, 1};
  const Tick ready = gate_.ready_at(host, terms, crawl::steady_tick()).value_or(crawl::steady_tick());
  if (ready - crawl::steady_tick() > kPatience + delay)
    return fail(Code::refused, url.href() + ": " + host + " wants to be left alone for now");
  if (!wait_until(ready)) return over_error(url);
  const crawl::Asking asking{terms_.site, filter_, cookies_, terms_.user_agent, terms_.proxy};
  fetch::Request request = crawl::site_request(url.href(), asking, now());
  if (robots) crawl::limit_to_robots(request);
  requests_ += robots ? 0 : 1;
  gate_.begin(host, terms, crawl::steady_tick());
  fetcher_.start(++ticket_, std::move(request));
  std::vector<fetch::Fetched> done;
  while (done.empty() && !over()) done = fetcher_.wait(left(Tick::max()));
  if (done.empty()) fetcher_.cancel_all();
  Result<fetch::Response> result = done.empty() ? Result<fetch::Response>(over_error(url)) : done.front().result;
  gate_.reached(host, crawl::steady_tick() - (result ? result->answered_in : Millis(0)));
  gate_.finish(host);
  const bool cookies = terms_.site.manners.cookies && !robots;
  if (result && cookies && filter_.own_host(url.hostname())) cookies_.take(url, *result, now());
  return result;
}

// What may pass is tried again; the last answer counts.
Result<fetch::Response> Polite::ask_patiently(const Url& url, Millis delay, bool robots) {
  Millis wait = kFirstWait;
  for (int tries = 1;; ++tries, wait *= 3) {
    Result<fetch::Response> result = ask(url, delay, robots);
    const crawl::Answer answer = crawl::understand(result, now());
    if (over()) return result;
    if (answer.kind != crawl::Answer::Kind::retry) {
      gate_.succeeded(url.host());
      return result;
    }
    if (gate_.failed(url.host(), tries > 1, crawl::steady_tick())) return result;
    const Millis asked = answer.wait.value_or(Millis(0));
    gate_.hold(url.host(), crawl::steady_tick() + std::max(asked, tries < kTries ? wait : Millis(0)));
    if (tries == kTries || asked > kPatience) return result;
  }
}

Result<fetch::Response> Polite::ask_robots(const std::string& address) {
  auto url = Url::parse(address);
  for (int hop = 0; url && hop <= kRobotsHops; ++hop) {
    Result<fetch::Response> result = ask_patiently(*url, terms_.site.manners.delay, true);
    const crawl::Answer answer = crawl::understand(result, now());
    if (answer.kind != crawl::Answer::Kind::redirect) return result;
    url = Url::parse(answer.location);
  }
  return fail(Code::refused, address + ": too many redirects");
}

Result<const schedule::Robots*> Polite::robots_of(const Url& url) {
  const std::string origin = url.origin();
  auto known = robots_.find(origin, now());
  if (!known || *known != nullptr) return known;
  const Result<fetch::Response> answer = ask_robots(origin + "/robots.txt");
  if (over()) return over_error(url);
  no_robots_[origin] = why_not(answer, origin);
  if (auto settled = robots_.settle(origin, answer, now()); !settled) return tl::unexpected(settled.error());
  known = robots_.find(origin, now());
  if (!known || *known == nullptr) return known;
  for (std::string& sitemap : crawl::sitemaps_of(**known, origin)) sitemaps_.push_back(std::move(sitemap));
  return known;
}

Result<Millis> Polite::may_ask(const Url& url) {
  const Millis delay = terms_.site.manners.delay;
  if (!terms_.site.manners.obey_robots) return delay;
  const auto robots = robots_of(url);
  if (!robots) return tl::unexpected(robots.error());
  if (*robots == nullptr) return over_error(url);
  const auto verdict = (*robots)->check(crawl::kProductToken, url.pathname() + url.search());
  if (!verdict.allowed && robots_.unreachable(url.origin())) {
    return fail(Code::network, url.href() + ": " + no_robots_[url.origin()]);
  }
  if (!verdict.allowed) return fail(Code::refused, url.href() + ": robots.txt forbids it (" + verdict.rule + ")");
  const auto asked = (*robots)->crawl_delay(crawl::kProductToken).value_or(Millis(0));
  return std::max(delay, std::min(asked, crawl::kLongestCrawlDelay));
}

Result<fetch::Response> Polite::get(const std::string& address) {
  auto url = Url::parse(address);
  for (int hop = 0; hop <= terms_.site.limits.redirects; ++hop) {
    if (!url || !url->is_http())
      return fail(Code::refused, address + ": no web address; only http and https are asked");
    const auto allowed = may_ask(*url);
    if (!allowed) return tl::unexpected(allowed.error());
    Result<fetch::Response> result = ask_patiently(*url, *allowed, false);
    const crawl::Answer answer = crawl::understand(result, now());
    if (answer.kind != crawl::Answer::Kind::redirect) return result;
    if (const Millis wait = answer.wait.value_or(Millis(0)); wait > kPatience)
      return fail(Code::network, url->href() + ": its redirect asks to wait for " + to_text(wait));
    else if (!wait_until(crawl::steady_tick() + wait))
      return over_error(*url);
    url = Url::parse(answer.location);
  }
  return fail(Code::refused, address + ": more than " + std::to_string(terms_.site.limits.redirects) + " redirects");
}

}  // namespace winnow::app
