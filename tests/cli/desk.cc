#include "cli/desk.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "winnow/format.h"

namespace winnow::cli {
namespace {

constexpr std::array kWho = {"The baker",     "A retired pilot", "Our gardener",   "The new mayor", "An old fisherman",
                             "The librarian", "A young nurse",   "The watchmaker", "Her neighbour", "The ferryman"};
constexpr std::array kDid = {"repaired",  "painted", "measured", "abandoned", "discovered",
                             "described", "bought",  "defended", "restored",  "photographed"};
constexpr std::array kWhat = {"a wooden bridge",    "the northern tower", "seven broken clocks", "an empty warehouse",
                              "the oldest orchard", "a forgotten canal",  "three steam engines", "the harbour wall",
                              "a hundred letters",  "the village pump"};
constexpr std::array kWhen = {"before the first snow fell",    "while the market was closed",
                              "after a long dispute in court", "on the coldest day of the year",
                              "without asking anybody",        "for less than was promised",
                              "although nobody believed it",   "in the middle of the night",
                              "with borrowed tools",           "as the river was rising"};

template <class Words>
const char* pick(const Words& words, unsigned& seed) {
  seed = seed * 1664525U + 1013904223U;
  return words[(seed >> 16) % words.size()];
}

std::string sentence(unsigned& seed) {
  const std::string who = pick(kWho, seed), did = pick(kDid, seed), what = pick(kWhat, seed), when = pick(kWhen, seed);
  return who + " " + did + " " + what + " " + when + ".";
}

newsstand::Reply page(std::string body, const std::string& type) {
  newsstand::Reply reply;
  reply.headers = {{"Content-Type", type}};
  reply.body = std::move(body);
  return reply;
}

newsstand::Reply missing() {
  newsstand::Reply reply = page("<h1>404</h1>", "text/html");
  reply.status = 404;
  return reply;
}

std::string path_of(int number) { return "/story/" + std::to_string(number) + ".html"; }

}  // namespace

Folder::Folder() {
  std::string pattern = (fs::temp_directory_path() / "winnow-cli-XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  EXPECT_TRUE(out << text) << file;
}

Paper::Paper(int stories, Millis delay) : stories_(stories), delay_(delay) {
  auto server = newsstand::HttpServer::start([this](const newsstand::Query& query) { return answer(query); });
  if (!server) throw std::runtime_error(server.error().text);
  server_ = std::move(*server);
}

std::string Paper::story(int number) {
  auto seed = static_cast<unsigned>(number) * 7919U + 17U;
  std::string html = "<html lang=en><head><title>Story " + std::to_string(number) + ": " + sentence(seed) +
                     "</title><meta property=\"article:published_time\" content=\"2025-03-" +
                     std::to_string(10 + number % 20) + "T08:00:00+01:00\"></head><body><article><h1>Story " +
                     std::to_string(number) + ": ";
  seed = static_cast<unsigned>(number) * 7919U + 17U;
  html += sentence(seed) + "</h1>";
  for (int paragraph = 0; paragraph < 4; ++paragraph) {
    html += "<p>" + sentence(seed) + " " + sentence(seed) + " " + sentence(seed) + "</p>\n";
  }
  return html + "</article></body></html>";
}

newsstand::Reply Paper::answer(const newsstand::Query& query) const {
  const std::string target = query.path();
  if (target == "/") return page("<h1>The Paper</h1>", "text/html");
  if (target == "/feed.xml") {
    std::string rss = "<rss version=\"2.0\"><channel><title>The Paper</title>";
    for (int n = 1; n <= stories_; ++n) {
      rss += "<item><title>Story " + std::to_string(n) + "</title><link>http://" + std::string(query.header("host")) +
             path_of(n) + "</link></item>";
    }
    return page(rss + "</channel></rss>", "application/rss+xml");
  }
  for (int n = 1; n <= stories_; ++n) {
    if (target != path_of(n)) continue;
    newsstand::Reply reply = page(story(n), "text/html; charset=utf-8");
    reply.delay = delay_;
    return reply;
  }
  return missing();
}

std::string Paper::site(const std::string& name, const std::string& more) const {
  return "site: " + name + "\nhome: " + origin() + "/\ndiscover: {feeds: [" + origin() +
         "/feed.xml]}\nmanners: {delay: 0s, concurrency: 2, allow_addresses: [127.0.0.0/8]}\n" + more;
}

Desk::Desk() { write("winnow.yaml", "sites: [sites/*.yaml]\nstore: store\n"); }

std::vector<std::string> Desk::command(const std::vector<std::string>& arguments) const {
  std::vector<std::string> out = {winnow_path(), "--config", path("winnow.yaml")};
  out.insert(out.end(), arguments.begin(), arguments.end());
  return out;
}

Setting Desk::here(Setting setting) const {
  if (setting.folder.empty()) setting.folder = path();
  return setting;
}

Ended Desk::winnow(const std::vector<std::string>& arguments, const Setting& setting) const {
  return run(command(arguments), here(setting));
}

std::unique_ptr<Program> Desk::start(const std::vector<std::string>& arguments, const Setting& setting) const {
  return std::make_unique<Program>(command(arguments), here(setting));
}

std::vector<Article> Desk::articles(const std::string& store) const {
  std::vector<Article> out;
  std::set<std::string> ids;
  if (!fs::exists(path(store))) return out;
  for (const auto& entry : fs::recursive_directory_iterator(path(store))) {
    if (entry.path().extension() != ".json") continue;
    auto article = article_from_json(read(entry.path()));
    EXPECT_TRUE(article) << entry.path() << " is torn";
    if (!article) continue;
    EXPECT_TRUE(ids.insert(article->id).second) << article->id << " is there twice";
    out.push_back(std::move(*article));
  }
  return out;
}

}  // namespace winnow::cli
