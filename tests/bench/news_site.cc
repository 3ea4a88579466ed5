#include "bench/news_site.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <random>

namespace winnow::bench {
namespace {

namespace fs = std::filesystem;

constexpr double kMedian = 30'000, kSpread = 0.7, kLeast = 5'000, kMost = 150'000;

constexpr std::array kSyllables = {"ba", "ren", "to", "li", "sa",  "mor", "ken", "du", "ve",  "nor", "ti",  "gal",
                                   "ra", "fen", "so", "mi", "pel", "ha",  "dor", "lu", "can", "we",  "est", "ing"};

class Writer {
 public:
  explicit Writer(int number) : random_(static_cast<unsigned>(number) * 7919U + 13U) {}

  std::string word() {
    std::string out;
    const unsigned count = 1 + below(3);
    for (unsigned i = 0; i < count; ++i) out += kSyllables[below(kSyllables.size())];
    return out;
  }
  std::string words(unsigned least, unsigned most) {
    std::string out = word();
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
    const unsigned count = least + below(most - least);
    for (unsigned i = 1; i < count; ++i) out += " " + word();
    return out;
  }
  std::size_t size() {
    std::normal_distribution<double> normal;
    return static_cast<std::size_t>(std::clamp(kMedian * std::exp(kSpread * normal(random_)), kLeast, kMost));
  }

 private:
  unsigned below(std::size_t limit) { return static_cast<unsigned>(random_() % limit); }
  std::mt19937 random_;
};

std::string path_of(int number) { return "/news/story-" + std::to_string(100'000 + number) + ".html"; }

// Real pages are markup and scripts for the most part; a fifth is the article.
std::string teasers(Writer& writer, int pages, std::size_t bytes) {
  std::string out = "<ul class=\"teaser-list teaser-list--wide\">\n";
  for (int i = 1; out.size() < bytes; ++i) {
    const std::string path = path_of(i * 31 % pages), words = writer.words(3, 8);
    out += "<li class=\"teaser teaser--small\" data-track=\"list." + std::to_string(i) +
           "\"><a class=\"teaser__link\" href=\"" + path + "\" title=\"" + words +
           "\"><img loading=\"lazy\" width=\"320\" height=\"180\" src=\"/images" + path +
           ".jpg\" alt=\"\"><span class=\"teaser__title\">" + words + "</span></a></li>\n";
  }
  return out + "</ul>\n";
}

std::string script(Writer& writer, std::size_t bytes) {
  std::string out = "<script>window.state={";
  for (int i = 0; out.size() < bytes; ++i) {
    out += "\"" + writer.word() + std::to_string(i) + "\":{\"id\":" + std::to_string(i * 7919) + ",\"label\":\"" +
           writer.word() + "\",\"on\":true},";
  }
  return out + "\"end\":0};</script>\n";
}

std::string article(Writer& writer, const std::string& title, std::size_t bytes) {
  std::string out = "<article class=\"story\"><h1 class=\"story__title\">" + title + "</h1>\n";
  while (out.size() < bytes) {
    out += "<p class=\"story__text\">";
    for (int i = 0; i < 4; ++i) out += writer.words(8, 20) + ". ";
    out += "</p>\n";
  }
  return out + "</article>\n";
}

std::string page(int number, int pages) {
  Writer writer(number);
  const std::size_t size = writer.size();
  const std::string title = writer.words(6, 12);
  return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title +
         "</title><meta property=\"article:published_time\" content=\"2025-03-" + std::to_string(10 + number % 20) +
         "T08:00:00+01:00\">" + script(writer, size / 4) + "</head><body><nav>" + teasers(writer, pages, size / 5) +
         "</nav>" + article(writer, title, size / 5) + "<aside>" + teasers(writer, pages, size / 4) + "</aside>" +
         script(writer, size / 10) + "<footer>The Paper</footer></body></html>";
}

}  // namespace

NewsSite write_news_site(const fs::path& root, int pages, const std::string& origin) {
  NewsSite site;
  fs::create_directories(root / "news");
  std::ofstream sitemap(root / "sitemap.xml");
  sitemap << "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  for (int i = 0; i < pages; ++i) {
    const std::string path = path_of(i), text = page(i, pages);
    std::ofstream(root / path.substr(1)) << text;
    sitemap << "<url><loc>" << origin << path << "</loc></url>\n";
    site.bytes += text.size();
    site.paths.push_back(path);
  }
  sitemap << "</urlset>";
  return site;
}

}  // namespace winnow::bench
