#include "newsstand/repeating_server.h"

#include <algorithm>
#include <stdexcept>

namespace winnow::newsstand {

RepeatingServer::RepeatingServer(const RepeatingSiteOptions& options)
    : pages_(repeating_site(options)), shown_(pages_.size()) {
  auto started = HttpServer::start([this](const Query& query) { return answer(query); });
  if (!started) throw std::runtime_error(started.error().text);
  server_ = std::move(*started);
}

std::string RepeatingServer::site_file(const std::string& more) const {
  const std::string origin = server_->origin();
  return "site: repeating\nhome: " + origin + "/\ndiscover: {sitemaps: [" + origin + "/sitemap.xml]}\n" +
         "manners: {delay: 0s, concurrency: 4, allow_addresses: [127.0.0.0/8]}\n" + more;
}

const RepeatingPage* RepeatingServer::page(const std::string& url) const {
  const auto found = std::find_if(pages_.begin(), pages_.end(),
                                  [&](const RepeatingPage& page) { return url == server_->origin() + page.path; });
  return found == pages_.end() ? nullptr : &*found;
}

std::string RepeatingServer::sitemap() const {
  std::string xml = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
  for (std::size_t i = 0; i < std::min<std::size_t>(shown_, pages_.size()); ++i) {
    xml += "<url><loc>" + server_->origin() + pages_[i].path + "</loc></url>";
  }
  return xml + "</urlset>";
}

Reply RepeatingServer::answer(const Query& query) const {
  Reply reply;
  if (query.path() == "/sitemap.xml") {
    reply.headers = {{"Content-Type", "application/xml"}};
    reply.body = sitemap();
    return reply;
  }
  reply.headers = {{"Content-Type", "text/html"}};
  for (const RepeatingPage& page : pages_) {
    if (query.path() == page.path) reply.body = page.html;
  }
  if (query.path() == "/") reply.body = "<html><body><h1>A made-up site</h1></body></html>";
  if (reply.body.empty()) reply.status = 404;
  return reply;
}

std::size_t lines_left(const RepeatingPage& page, const std::string& text) {
  const std::string lines = "\n" + text + "\n";
  return static_cast<std::size_t>(
      std::count_if(page.repeated.begin(), page.repeated.end(),
                    [&lines](const std::string& line) { return lines.find("\n" + line + "\n") != std::string::npos; }));
}

std::size_t paragraphs_lost(const RepeatingPage& page, const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(page.paragraphs.begin(), page.paragraphs.end(),
                    [&text](const std::string& paragraph) { return text.find(paragraph) == std::string::npos; }));
}

}  // namespace winnow::newsstand
