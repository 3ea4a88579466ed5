#include "newsstand/static_site.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/time.h"
#include "newsstand/pages.h"
#include "newsstand/validators.h"

namespace winnow::newsstand {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLinksPerList = 100;

std::string percent_encode(const std::string& path) {
  constexpr std::string_view kKept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string out;
  for (const char c : path) {
    if (kKept.find(c) != kKept.npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', "0123456789ABCDEF"[byte / 16], "0123456789ABCDEF"[byte % 16]};
    }
  }
  return out;
}

Reply reply_of(std::string body, const std::string& type) {
  Reply reply;
  reply.headers = {{"Content-Type", type}};
  reply.body = std::move(body);
  return reply;
}

Reply not_found() {
  Reply reply = reply_of("not found\n", "text/plain");
  reply.status = 404;
  return reply;
}

std::string modified_of(const fs::path& file) {
  std::error_code error;
  const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(file, error));
  return http_date(to_iso(std::chrono::floor<std::chrono::seconds>(time)));
}

Reply file_reply(const fs::path& file, const Query& query) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return not_found();
  Reply reply = reply_of({std::istreambuf_iterator<char>(in), {}}, "text/html");
  validate(query, modified_of(file), reply);
  return reply;
}

}  // namespace

StaticSite::StaticSite(const fs::path& root) {
  std::error_code error;
  for (auto it = fs::recursive_directory_iterator(root, error); !error && it != fs::recursive_directory_iterator();
       it.increment(error)) {
    if (it->is_regular_file()) files_["/" + percent_encode(fs::relative(it->path(), root).string())] = it->path();
  }
}

Reply StaticSite::answer(const Query& query) const {
  const std::string path = query.path();
  if (const auto found = files_.find(path); found != files_.end()) return file_reply(found->second, query);
  if (path == "/robots.txt") return reply_of("User-agent: *\nAllow: /\n", "text/plain");
  if (path == "/sitemap.xml") {
    std::vector<Dated> pages;
    for (const auto& [name, file] : files_) pages.push_back({name, ""});
    return reply_of(sitemap(pages, origin_of(query)), "application/xml");
  }
  if (path == "/") return list(1);
  if (path.starts_with("/list-")) return list(std::strtoul(path.c_str() + 6, nullptr, 10));
  return not_found();
}

std::string StaticSite::origin_of(const Query& query) const { return "http://" + std::string(query.header("host")); }

Reply StaticSite::list(std::size_t number) const {
  const std::size_t from = (number - 1) * kLinksPerList;
  if (number == 0 || (from >= files_.size() && number > 1)) return not_found();
  const std::size_t to = std::min(files_.size(), from + kLinksPerList);
  std::vector<Link> links;
  auto at = std::next(files_.begin(), static_cast<std::ptrdiff_t>(from));
  for (std::size_t i = from; i < to; ++i, ++at) links.push_back({at->first, at->first});
  const std::string next = to == files_.size() ? "" : "/list-" + std::to_string(number + 1) + ".html";
  return reply_of(list_page(links, next), "text/html; charset=utf-8");
}

}  // namespace winnow::newsstand
