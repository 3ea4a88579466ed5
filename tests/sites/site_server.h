// A generated site on loopback. Two names of one server are its two hosts: 127.0.0.1 the site itself, localhost the
// mobile one. It also answers as an HTTP proxy does (a whole URL as the target): asked so, its hosts have names as real
// ones have.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "newsstand/http_server.h"
#include "sites/site.h"

namespace winnow::sites {

enum class Hosts {
  loopback,  // the origins are those of the server
  named      // they are those of the options; who asks takes the server for a proxy
};

class SiteServer {
 public:
  // Throws std::runtime_error where no port can be had.
  explicit SiteServer(SiteOptions options, Hosts hosts = Hosts::loopback);

  [[nodiscard]] const GeneratedSite& site() const { return *site_; }
  [[nodiscard]] const newsstand::HttpServer& http() const { return *server_; }
  // The site after a change, or later with more stories; from the next request on.
  void change(std::optional<ChangeKind> change, std::size_t stories = 0);

 private:
  [[nodiscard]] newsstand::Reply answer(const newsstand::Query& query) const;

  SiteOptions options_;
  mutable std::mutex mutex_;                       // of the pointer: the server's thread reads it
  std::shared_ptr<const GeneratedSite> site_;      // shared: an answer under way keeps the site that it began with
  std::unique_ptr<newsstand::HttpServer> server_;  // last: its thread uses all of the above
};

// What a server with that site answers; by the Host header, or the target's own host.
[[nodiscard]] newsstand::Reply answer_of(const GeneratedSite& site, const newsstand::Query& query);

}  // namespace winnow::sites
