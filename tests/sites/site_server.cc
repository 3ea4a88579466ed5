#include "sites/site_server.h"

#include <stdexcept>

#include "sites/kind.h"

namespace winnow::sites {

newsstand::Reply answer_of(const GeneratedSite& site, const newsstand::Query& query) {
  const std::string url =
      query.target.starts_with("http://") ? query.target : "http://" + std::string(query.header("host")) + query.target;
  const SitePage* page = site.page(url);
  if (page == nullptr) page = &site.missing();
  newsstand::Reply reply;
  reply.status = page->status;
  reply.headers = {{"Content-Type", page->content_type}};
  reply.body = page->bytes;
  return reply;
}

SiteServer::SiteServer(SiteOptions options, Hosts hosts) : options_(std::move(options)) {
  auto started = newsstand::HttpServer::start([this](const newsstand::Query& query) { return answer(query); });
  if (!started) throw std::runtime_error(started.error().text);
  server_ = std::move(*started);
  options_.kind = kind_named(options_.kind).name;  // lives as long as the program
  if (hosts == Hosts::loopback) {
    options_.origin = server_->origin();
    options_.mobile_origin = "http://localhost:" + std::to_string(server_->port());
  }
  change(options_.change, options_.stories);
}

void SiteServer::change(std::optional<ChangeKind> change, std::size_t stories) {
  options_.change = change;
  if (stories > 0) options_.stories = stories;
  auto next = std::make_shared<const GeneratedSite>(options_);
  const std::scoped_lock lock(mutex_);
  site_ = std::move(next);
}

newsstand::Reply SiteServer::answer(const newsstand::Query& query) const {
  std::shared_ptr<const GeneratedSite> site;
  {
    const std::scoped_lock lock(mutex_);
    site = site_;
  }
  if (site == nullptr) {
    newsstand::Reply reply;
    reply.status = 503;
    return reply;
  }
  return answer_of(*site, query);
}

}  // namespace winnow::sites
