#include "app/metrics.h"

#include <algorithm>
#include <string_view>

#include "health/health.h"

namespace winnow::app {
namespace {

using Kind = crawl::Event::Kind;

struct Counter {
  Kind kind;
  const char* name;  // winnow_NAME_total
  const char* help;
};
constexpr Counter kCounters[] = {
    {Kind::run_started, "visits_begun", "Visits to the site that have begun."},
    {Kind::run_finished, "visits_ended", "Visits to the site that have ended."},
    {Kind::source_read, "sources_read", "Feeds, sitemaps and list pages answered, unchanged ones too."},
    {Kind::source_failed, "sources_failed", "Feeds, sitemaps and list pages that could not be read."},
    {Kind::fetched, "pages_fetched", "Article pages answered."},
    {Kind::stored, "articles_stored", "New articles, durable."},
    {Kind::updated, "articles_updated", "Newer versions of articles, durable."},
    {Kind::duplicate, "duplicates", "Pages that only repeat an article."},
    {Kind::refused, "pages_refused", "Pages that are no article or may not be fetched."},
    {Kind::retry, "retries", "Requests that were tried again within a visit."},
    {Kind::failed, "pages_failed", "Pages that failed for now or for good."},
};

// Prometheus, text format: a label's value is quoted, with \\, \" and \n escaped.
std::string label(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

void head(std::string& out, const std::string& name, const char* type, const char* help) {
  out += "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

void gauge(std::string& out, const std::string& name, std::int64_t value, const char* help) {
  head(out, name, "gauge", help);
  out += name + " " + std::to_string(value) + "\n";
}

// A line each for the sites of which anything is known: warnings by kind, zeros too, and shares.
void add_health(std::string& out, const Json& sites) {
  head(out, "winnow_site_warnings", "gauge", "What is wrong with how the site's pages are read, by kind.");
  for (const Json& site : sites.array()) {
    if (site["warnings"].is_null()) continue;
    for (int i = 0; i <= static_cast<int>(health::Kind::min_new); ++i) {
      const std::string_view kind = health::name_of(static_cast<health::Kind>(i));
      const auto& warnings = site["warnings"].array();
      const auto count = std::count_if(warnings.begin(), warnings.end(),
                                       [kind](const Json& warning) { return warning["kind"].string() == kind; });
      out += "winnow_site_warnings{site=\"" + label(site["site"].string()) + "\",kind=\"" + std::string(kind) +
             "\"} " + std::to_string(count) + "\n";
    }
  }
  head(out, "winnow_site_field_share", "gauge", "Share of the site's last pages that have the field, 0 to 1.");
  for (const Json& site : sites.array()) {
    for (const auto& [field, share] : site["fields"].object()) {
      out += "winnow_site_field_share{site=\"" + label(site["site"].string()) + "\",field=\"" + label(field) + "\"} " +
             share.dump() + "\n";
    }
  }
}

}  // namespace

void Metrics::report(const crawl::Event& event) {
  if (event.site.empty()) return;
  ++sites_[event.site][static_cast<std::size_t>(event.kind)];
}

Json Metrics::json() const {
  Json out(Json::Object{});
  for (const auto& [site, counts] : sites_) {
    Json of_site(Json::Object{});
    for (const Counter& counter : kCounters) {
      of_site.set(counter.name, static_cast<std::int64_t>(counts[static_cast<std::size_t>(counter.kind)]));
    }
    out.set(site, std::move(of_site));
  }
  return out;
}

std::string to_prometheus(const Json& status) {
  std::string out;
  gauge(out, "winnow_up", status["running_since"].is_null() ? 0 : 1, "Whether the daemon answers.");
  if (status["running_since"].is_null()) return out;
  gauge(out, "winnow_paused", status["paused"].is_null() ? 0 : 1,
        "Whether crawling is paused because the store fails.");
  gauge(out, "winnow_requests_in_flight", status["in_flight"].integer(), "Requests that are being answered.");
  const Json& workers = status["workers"];
  gauge(out, "winnow_workers_ready", workers["ready"].integer(), "Processes that can read a page now.");
  gauge(out, "winnow_pages_waiting", workers["waiting"].integer(), "Pages and sources that wait to be read.");
  head(out, "winnow_workers_died_total", "counter", "Processes that a page, or somebody, has killed.");
  out += "winnow_workers_died_total " + std::to_string(workers["died"].integer()) + "\n";
  for (const Counter& counter : kCounters) {
    const std::string name = "winnow_" + std::string(counter.name) + "_total";
    head(out, name, "counter", counter.help);
    for (const auto& [site, counts] : status["counters"].object()) {
      out += name + "{site=\"" + label(site) + "\"} " + std::to_string(counts[counter.name].integer()) + "\n";
    }
  }
  add_health(out, status["sites"]);
  return out;
}

}  // namespace winnow::app
