// `winnow feed FILE|URL`: what a feed or sitemap holds, as JSON lines: the feed itself, then an entry each.
// 0 done, 1 the file can't be read or is neither, 3 winnow.yaml is wrong, 4 the URL could not be fetched.
#include <optional>
#include <string>
#include <utility>

#include "app/commands.h"
#include "app/console.h"
#include "app/session.h"
#include "base/json.h"
#include "base/url.h"
#include "discover/feed.h"
#include "discover/sitemap.h"
#include "fetch/curl_fetcher.h"
#include "site/site_file.h"

namespace winnow::app {
namespace {

struct Source {
  std::string bytes, content_type, url;
};

bool is_url(const std::string& source) { return source.starts_with("http://") || source.starts_with("https://"); }

// The agent, the proxy and the manners of winnow.yaml; all defaults where there is none.
Result<fetch::Request> request_for(const std::string& url, const Globals& globals) {
  const auto file = config_file(globals);
  if (!file) return tl::unexpected<Error>(file.error());
  site::Config config;
  std::string defaults;
  if (!file->empty()) {
    const auto yaml = read_file(*file);
    if (!yaml) return tl::unexpected<Error>(yaml.error());
    auto loaded = site::parse_config(*yaml, *file, &defaults);
    if (!loaded.faults.empty()) return fail(Code::invalid, loaded.faults.front().str());
    config = std::move(loaded.value);
  }
  const auto site = site::parse_site("site: feed\nhome: https://example.com/\n", *file, defaults).value;
  fetch::Request request;
  request.url = url;
  request.user_agent = site.manners.user_agent.empty() ? user_agent(config) : site.manners.user_agent;
  request.proxy = site.manners.proxy.empty() ? config.proxy : site.manners.proxy;
  request.allow_addresses = site.manners.allow_addresses;
  return request;
}

Result<Source> fetched(const FeedArgs& args, fetch::Request request) {
  auto response = fetch::fetch_once(std::move(request));
  if (!response) return tl::unexpected<Error>(response.error());
  if (response->status != 200) {
    return fail(Code::network,
                args.source + ": the server answered " + std::to_string(response->status) + "; check the address");
  }
  std::string type(args.content_type.empty() ? response->header("content-type") : args.content_type);
  return Source{std::move(response->body), std::move(type), response->url};
}

Result<Source> opened(const FeedArgs& args) {
  auto bytes = read_file(args.source);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  return Source{std::move(*bytes), args.content_type, ""};
}

void put(Json& line, const char* key, const std::string& value) {
  if (!value.empty()) line.set(key, value);
}

// UTC where the feed states no offset; a date alone stays one.
void put(Json& line, const char* key, std::optional<Stamp> stamp) {
  if (!stamp) return;
  if (stamp->clock && !stamp->offset) stamp->offset = std::chrono::minutes{0};
  line.set(key, to_iso(*stamp));
}

template <class T>
void print_record(Json line, const T& record) {
  put(line, "title", record.title);
  put(line, "link", record.link);
  put(line, "id", record.id);
  put(line, "published", record.published);
  put(line, "updated", record.updated);
  put(line, "summary", record.summary);
  print(line.dump() + "\n");
}

void print_feed(const discover::Feed& feed) {
  Json head{Json::Object{}};
  head.set("kind", feed.kind);
  print_record(std::move(head), feed);
  for (const auto& entry : feed.entries) print_record(Json(Json::Object{}), entry);
}

void print_sitemap(const discover::Sitemap& sitemap) {
  Json head{Json::Object{}};
  head.set("kind", sitemap.is_index ? "sitemapindex" : "sitemap");
  print(head.dump() + "\n");
  for (const auto& entry : sitemap.entries) {
    print_record(Json(Json::Object{}),
                 discover::FeedEntry{entry.title, entry.url, "", "", entry.published, entry.modified});
  }
  if (sitemap.left_out > 0) complain(std::to_string(sitemap.left_out) + " entries beyond the first 50000 are left out");
}

int finished() { return flush_output() ? kDone : kSomeFailed; }

int show(const FeedArgs& args, const Result<Source>& source, int on_failure) {
  if (!source) {
    complain(source.error().text);
    return on_failure;
  }
  const auto feed = discover::parse_feed(source->bytes, source->content_type, source->url);
  if (!feed.kind.empty()) {
    print_feed(feed);
    return finished();
  }
  const auto sitemap = discover::parse_sitemap(source->bytes, source->content_type, source->url);
  if (!sitemap.recognised) {
    complain(args.source + ": neither a feed nor a sitemap; give RSS, Atom, JSON Feed or a sitemap");
    return kSomeFailed;
  }
  print_sitemap(sitemap);
  return finished();
}

}  // namespace

int run_feed(const Globals& globals, const FeedArgs& args) {
  if (!is_url(args.source)) return show(args, opened(args), kSomeFailed);
  auto request = request_for(args.source, globals);
  if (!request) {
    complain(request.error().text);
    return kBadConfig;
  }
  return show(args, fetched(args, std::move(*request)), kNothingFetched);
}

}  // namespace winnow::app
