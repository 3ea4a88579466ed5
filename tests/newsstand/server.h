// The newsstand: a made-up news site on loopback, with what news sites do to a crawler. In a thread of its own, for
// tests in the same process and for the program `newsstand`.
//
//   /                      home page with <link rel=alternate>
//   /rss.xml               the newest stories; also a story with ?utm_source, an old URL and a disallowed one
//   /sitemap.xml           index of /sitemap-1.xml and /sitemap-2.xml.gz: all stories
//   /list.html             list pages with a.next, three in all; the last also names what is broken (expected.h)
//   /robots.txt            disallows /private/, names the sitemap
//   all stories            with ETag and Last-Modified, answered 304 when they match
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "newsstand/http_server.h"
#include "newsstand/stories.h"

namespace winnow::newsstand {

struct NewsstandOptions {
  int port = 0;      // 0: any free one
  Millis slow{400};  // what the slow page takes
  bool busy = true;  // the busy page answers 429 the first time
  HttpServer::Watcher watcher;
};

class Newsstand {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Newsstand>> start(const NewsstandOptions& options = {});

  [[nodiscard]] int port() const { return server_->port(); }
  [[nodiscard]] std::string origin() const { return server_->origin(); }
  [[nodiscard]] std::string url(const std::string& path) const { return origin() + path; }
  [[nodiscard]] std::vector<Logged> log() const { return server_->log(); }
  [[nodiscard]] std::size_t count(std::string_view target) const { return server_->count(target); }
  void clear_log() { server_->clear_log(); }

  // The site file for this newsstand: sites/newsstand.yaml with its port.
  [[nodiscard]] std::string site_file() const;

  explicit Newsstand(NewsstandOptions options) : options_(std::move(options)) {}  // start() is the way in

  // From now on the story has one more paragraph and other validators, and the sitemap says so.
  void revise(const std::string& path, const std::string& paragraph);
  // From now on the path is answered so, whatever stood there.
  void replace(const std::string& path, Reply reply);

 private:
  struct Page {
    Reply reply;
    std::string modified;  // ISO 8601; "": the page has no validators
  };
  Reply answer(const Query& query);
  void build(const std::string& origin);
  void add_stories(const std::string& origin);
  void add_copies(const std::string& origin);
  void add_trouble(const std::string& origin);
  void add_indexes(const std::string& origin);
  void add_sitemaps(const std::string& origin, const std::string& modified);
  void add_parts(const Story& story, const std::string& origin);
  [[nodiscard]] std::vector<Story> related_to(std::size_t i) const;

  NewsstandOptions options_;
  std::vector<Story> stories_ = all_stories();
  std::mutex mutex_;
  std::map<std::string, Page> pages_;   // guarded by mutex_
  std::map<std::string, std::string> revised_;  // path to time; guarded by mutex_
  std::set<std::string> been_busy_;     // guarded by mutex_
  std::unique_ptr<HttpServer> server_;  // last: its thread uses all of the above
};

}  // namespace winnow::newsstand
