#include "newsstand/server.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "newsstand/expected.h"
#include "newsstand/gzip.h"
#include "newsstand/pages.h"
#include "newsstand/validators.h"

namespace winnow::newsstand {
namespace {

constexpr std::size_t kFeedSize = 8;
constexpr const char* kSiteFilePort = ":8087";

Reply text(std::string body, const std::string& type) {
  Reply reply;
  reply.headers = {{"Content-Type", type}};
  reply.body = std::move(body);
  return reply;
}

Reply html(std::string body, const std::string& label = "utf-8") {
  return text(std::move(body), label.empty() ? "text/html" : "text/html; charset=" + label);
}

Reply status(int code) {
  Reply reply = html("<html><body><h1>" + std::to_string(code) + "</h1></body></html>");
  reply.status = code;
  return reply;
}

Reply redirect(const std::string& to) {
  Reply reply = status(301);
  reply.headers.emplace_back("Location", to);
  return reply;
}

Reply busy() {
  Reply reply = status(429);
  reply.headers.emplace_back("Retry-After", "1");
  return reply;
}

std::string part_path(std::size_t part) {
  const std::string first = kThreePartPath;
  return part == 0 ? first : first.substr(0, first.rfind('.')) + "_" + std::to_string(part + 1) + ".html";
}

}  // namespace

Result<std::unique_ptr<Newsstand>> Newsstand::start(const NewsstandOptions& options) {
  auto stand = std::make_unique<Newsstand>(options);
  Newsstand* that = stand.get();
  const std::scoped_lock lock(stand->mutex_);  // the first request waits for the pages, which need the port
  auto server =
      HttpServer::start([that](const Query& query) { return that->answer(query); }, options.port, options.watcher);
  if (!server) return tl::unexpected(server.error());
  stand->server_ = std::move(*server);
  stand->build(stand->origin());
  return stand;
}

Reply Newsstand::answer(const Query& query) {
  const std::scoped_lock lock(mutex_);
  if (query.method != "GET" && query.method != "HEAD") return status(405);
  if (options_.busy && query.path() == kBusyPath && been_busy_.insert(query.path()).second) return busy();
  const auto found = pages_.find(query.path());
  if (found == pages_.end()) return status(404);
  Reply reply = found->second.reply;
  if (!found->second.modified.empty()) validate(query, http_date(found->second.modified), reply);
  return reply;
}

void Newsstand::build(const std::string& origin) {
  add_stories(origin);
  add_copies(origin);
  add_trouble(origin);
  add_indexes(origin);
}

std::vector<Story> Newsstand::related_to(std::size_t i) const {
  std::vector<Story> out;
  for (std::size_t k = 1; k < stories_.size() && out.size() < 4; ++k) {
    const Story& other = stories_[(i + k) % stories_.size()];
    if (other.language == stories_[i].language && other.path != kMirrorPath) out.push_back(other);
  }
  return out;
}

void Newsstand::add_stories(const std::string& origin) {
  for (std::size_t i = 0; i < stories_.size(); ++i) {
    const Story& story = stories_[i];
    if (story.path == kThreePartPath) {
      add_parts(story, origin);
      continue;
    }
    const PageOptions options{.origin = origin, .canonical = story.path, .next = "", .note = ""};
    const std::string page =
        story.path == kMirrorPath ? mirror_page(story, origin) : story_page(story, related_to(i), options);
    pages_[story.path] = {html(page, story.header_label), story.published};
  }
  pages_[kSlowPath].reply.delay = options_.slow;
}

void Newsstand::add_parts(const Story& story, const std::string& origin) {
  constexpr std::size_t kParts = 3;
  const std::size_t each = story.paragraphs.size() / kParts;
  for (std::size_t part = 0; part < kParts; ++part) {
    Story piece = story;
    const auto from = story.paragraphs.begin() + static_cast<std::ptrdiff_t>(part * each);
    piece.paragraphs.assign(from,
                            part + 1 == kParts ? story.paragraphs.end() : from + static_cast<std::ptrdiff_t>(each));
    const std::string next = part + 1 == kParts ? "" : part_path(part + 1);
    const PageOptions options{.origin = origin, .canonical = part_path(part), .next = next, .note = ""};
    pages_[part_path(part)] = {html(story_page(piece, {}, options)), story.published};
  }
}

void Newsstand::add_copies(const std::string& origin) {
  const std::string library = "/news/2025/03/library-night.html";
  const auto found = std::find_if(stories_.begin(), stories_.end(), [&](const Story& s) { return s.path == library; });
  const auto related = related_to(static_cast<std::size_t>(found - stories_.begin()));
  const PageOptions alias{.origin = origin, .canonical = library, .next = "", .note = ""};
  pages_["/m/library-night.html"] = {html(story_page(*found, related, alias)), found->published};
  const PageOptions reprint{.origin = origin, .canonical = "", .next = "", .note = ""};
  pages_["/reprint/2025/library-night-copy.html"] = {html(story_page(*found, related, reprint)), found->published};
  pages_["/old/east-bridge"] = {redirect("/news/2025/03/east-bridge.html"), ""};
}

void Newsstand::add_trouble(const std::string& origin) {
  pages_["/news/2025/03/empty.html"] = {html(""), ""};
  pages_["/news/2025/03/broken.html"] = {status(500), ""};
  Reply torn = html("<html><body><h1>半篇文章</h1><p>这篇文章的后半");
  torn.announced = torn.body.size() + 4000;
  pages_["/news/2025/03/torn.html"] = {torn, ""};
  pages_["/files/annual-report.pdf"] = {
      text("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", "application/pdf"), ""};
  pages_["/loop/a.html"] = {redirect(origin + "/loop/b.html"), ""};
  pages_["/loop/b.html"] = {redirect("/loop/a.html"), ""};
  pages_["/private/internal.html"] = {html("<html><body><h1>内部通知</h1><p>不对外公开。</p></body></html>"), ""};
  pages_["/robots.txt"] = {
      text("User-agent: *\nDisallow: /private/\n\nSitemap: " + origin + "/sitemap.xml\n", "text/plain"), ""};
}

void Newsstand::add_indexes(const std::string& origin) {
  const std::string newest = stories_.front().published;
  const auto odd = odd_links();
  const std::vector<Story> front(stories_.begin(), stories_.begin() + kFeedSize);
  const std::vector<Link> in_feed = {{origin + odd[0].target, stories_.front().title},
                                     {origin + odd[1].target, "旧地址"},
                                     {origin + odd.back().target, "内部通知"}};
  pages_["/"] = {html(home_page(front, origin)), newest};
  pages_["/rss.xml"] = {text(rss(front, in_feed, origin), "application/rss+xml; charset=utf-8"), newest};

  std::vector<Link> links;
  for (const Story& s : stories_) links.push_back({s.path, s.title});
  for (std::size_t i = 2; i + 1 < odd.size(); ++i) links.push_back({odd[i].target, odd[i].target});
  constexpr std::size_t kLists = 3;
  const std::size_t each = (links.size() + kLists - 1) / kLists;
  for (std::size_t n = 0; n < kLists; ++n) {
    const auto from = links.begin() + static_cast<std::ptrdiff_t>(n * each);
    const auto to = links.begin() + static_cast<std::ptrdiff_t>(std::min(links.size(), (n + 1) * each));
    const std::string next = n + 1 == kLists ? "" : "/list-" + std::to_string(n + 2) + ".html";
    const std::string path = n == 0 ? "/list.html" : "/list-" + std::to_string(n + 1) + ".html";
    pages_[path] = {html(list_page({from, to}, next)), newest};
  }

  add_sitemaps(origin, newest);
}

void Newsstand::add_sitemaps(const std::string& origin, const std::string& modified) {
  std::vector<Dated> dated;
  for (const Story& s : stories_) {
    const auto revised = revised_.find(s.path);
    dated.push_back({s.path, revised == revised_.end() ? std::string() : revised->second});
  }
  const auto half = dated.begin() + static_cast<std::ptrdiff_t>(dated.size() / 2);
  const std::string index = sitemap_index({"/sitemap-1.xml", "/sitemap-2.xml.gz"}, origin);
  pages_["/sitemap.xml"] = {text(index, "application/xml"), modified};
  pages_["/sitemap-1.xml"] = {text(sitemap({dated.begin(), half}, origin), "application/xml"), modified};
  pages_["/sitemap-2.xml.gz"] = {text(gzip(sitemap({half, dated.end()}, origin)), "application/gzip"), modified};
}

void Newsstand::revise(const std::string& path, const std::string& paragraph) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::find_if(stories_.begin(), stories_.end(), [&](const Story& s) { return s.path == path; });
  if (found == stories_.end()) return;
  const PageOptions options{.origin = origin(), .canonical = path, .next = "", .note = paragraph};
  const auto related = related_to(static_cast<std::size_t>(found - stories_.begin()));
  Page& page = pages_[path];
  page.reply.body = story_page(*found, related, options);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  page.modified = revised_[path] = to_iso(now);
  add_sitemaps(origin(), page.modified);
}

void Newsstand::replace(const std::string& path, Reply reply) {
  const std::scoped_lock lock(mutex_);
  pages_[path] = {std::move(reply), ""};
}

std::string Newsstand::site_file() const {
  std::ifstream in(WINNOW_NEWSSTAND_SITE_FILE, std::ios::binary);
  std::string yaml{std::istreambuf_iterator<char>(in), {}};
  const std::string port = ":" + std::to_string(this->port());
  for (auto at = yaml.find(kSiteFilePort); at != yaml.npos; at = yaml.find(kSiteFilePort, at + port.size())) {
    yaml.replace(at, std::string_view(kSiteFilePort).size(), port);
  }
  return yaml;
}

}  // namespace winnow::newsstand
