// What a crawl costs beside the least that libcurl can do, and beside Scrapy: nginx on loopback serves a made-up news
// site, and they take turns. It prints the medians of the rounds beside what is wanted.
//
//   crawl_bench [--pages N] [--rounds N] [--connections N] [--only fetch|whole|crawl|bare|serve] [--winnow PROGRAM]
//
// `fetch` compares the crawl without cleaning to a bare client, `whole` the program to Scrapy; `crawl` and `bare` do
// nothing but that work, for perf, and `serve` nothing but serve, for bench.yaml, which it writes. Exit status 77 where
// nginx is missing.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/bare_client.h"
#include "bench/news_site.h"
#include "bench/nginx.h"
#include "crawl/crawler.h"
#include "crawl/no_cleaner.h"
#include "fetch/curl_fetcher.h"
#include "site/site_file.h"
#include "store/open.h"

namespace winnow::bench {
namespace {

namespace fs = std::filesystem;

struct Settings {
  int pages = 1000, rounds = 7, connections = 16;
  std::string only, winnow = WINNOW_PROGRAM;
};

struct Cost {
  double seconds = 0, cpu = 0;  // by the clock, and the processor's
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double cpu_of(int who) {
  rusage used{};
  getrusage(who, &used);
  return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

template <class Work>
Cost cost_of(int who, Work work) {
  const auto begin = std::chrono::steady_clock::now();
  const double cpu = cpu_of(who);
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), cpu_of(who) - cpu};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "winnow-bench-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

class Silent : public crawl::Events {
 public:
  void report(const crawl::Event&) override {}
};

std::string site_file(const Nginx& nginx, const Settings& settings) {
  return "site: bench\ndiscover: {auto: false, sitemaps: [" + nginx.origin() +
         "/sitemap.xml]}\nmanners: {delay: 0s, allow_addresses: [127.0.0.0/8], concurrency: " +
         std::to_string(settings.connections) + "}\nlimits: {pages_per_run: 1000000}\n";
}

void visit(crawl::Crawler& crawler, const site::Site& site) {
  if (!crawler.begin(std::make_shared<const site::Site>(site))) return;
  while (!crawler.idle()) {
    if (!crawler.step(Millis(1000))) return;
  }
}

// Pages that were fetched, and what that cost once all was open.
std::pair<std::uint64_t, Cost> crawl_without_cleaning(const Nginx& nginx, const Settings& settings) {
  const auto loaded = site::parse_site(site_file(nginx, settings), "bench.yaml");
  auto stores = store::memory_store();
  const auto fetcher = fetch::make_curl_fetcher({.connections = settings.connections, .ca_file = {}});
  crawl::NoCleaner cleaner;
  Silent events;
  const auto now = [] { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); };
  crawl::Crawler crawler(
      {*fetcher, *stores.state, *stores.articles, cleaner, events, now, "winnow-bench", "", settings.connections});
  const Cost cost = cost_of(RUSAGE_SELF, [&] { visit(crawler, loaded.value); });
  const auto finished = crawler.take_finished();
  return {finished.empty() ? 0 : finished.front().pages, cost};
}

std::vector<std::string> urls_of(const NewsSite& site, const Nginx& nginx) {
  std::vector<std::string> urls;
  for (const std::string& path : site.paths) urls.push_back(nginx.origin() + path);
  return urls;
}

// False when pages were lost.
bool compare_fetching(const NewsSite& site, const Nginx& nginx, const Settings& settings) {
  const std::vector<std::string> urls = urls_of(site, nginx);
  const auto pages = static_cast<double>(urls.size());
  std::vector<double> bare, ours, bare_cpu, ours_cpu, ratios;
  Nginx::Counts before = nginx.counts();
  std::uint64_t connections = 0, requests = 0;
  for (int round = 0; round < settings.rounds; ++round) {
    const Cost least = cost_of(RUSAGE_SELF, [&] { download_all(urls, settings.connections); });
    before = nginx.counts();
    const auto [fetched, crawl] = crawl_without_cleaning(nginx, settings);
    const Nginx::Counts after = nginx.counts();
    connections += after.connections - before.connections, requests += after.requests - before.requests;
    if (fetched != urls.size()) return false;
    bare.push_back(pages / least.seconds), ours.push_back(pages / crawl.seconds);
    bare_cpu.push_back(least.cpu / pages * 1e6), ours_cpu.push_back(crawl.cpu / pages * 1e6);
    ratios.push_back(least.seconds / crawl.seconds);
  }
  std::printf("fetch: %zu pages, %.1f MB, %d connections: bare libcurl %.0f pages/s (%.1f us of CPU a page)\n",
              urls.size(), static_cast<double>(site.bytes) / 1e6, settings.connections, median(bare), median(bare_cpu));
  std::printf("fetch: the crawl without cleaning %.0f pages/s; ratio %.2f (wanted: at least 0.7)\n", median(ours),
              median(ratios));
  std::printf("fetch: %.1f us of CPU a page (wanted: at most 75)\n", median(ours_cpu));
  std::printf("fetch: %.1f %% of the requests on a connection that was open (wanted: at least 90)\n",
              100.0 * (1.0 - static_cast<double>(connections) / static_cast<double>(requests)));
  return true;
}

int run(const std::string& command) { return std::system(command.c_str()); }

// What Scrapy says of its own time, without its start; nothing where it is missing.
std::optional<double> run_scrapy(const fs::path& folder, const Settings& settings) {
  const std::string name = folder.string();
  const std::string command =
      "cd " + name + " && scrapy runspider spider.py -s LOG_LEVEL=ERROR -s ROBOTSTXT_OBEY=False " +
      "-s TELNETCONSOLE_ENABLED=False -s CONCURRENT_REQUESTS=" + std::to_string(settings.connections) +
      " -s CONCURRENT_REQUESTS_PER_DOMAIN=" + std::to_string(settings.connections) +
      " -O items.jsonl >/dev/null 2>scrapy.log";
  fs::remove(folder / "seconds");
  if (run(command) != 0) return std::nullopt;
  double seconds = 0;
  return std::ifstream(folder / "seconds") >> seconds ? std::optional(seconds) : std::nullopt;
}

void write_spider(const fs::path& folder, const std::vector<std::string>& urls) {
  std::ofstream list(folder / "urls.txt");
  for (const std::string& url : urls) list << url << "\n";
  std::ofstream(folder / "spider.py") << R"py(import scrapy

class Spider(scrapy.Spider):
    name = "bench"
    start_urls = open("urls.txt").read().split()

    def parse(self, response):
        yield {"title": response.css("title::text").get(), "links": response.css("a::attr(href)").getall()
}

    def closed(self, reason):
        stats = self.crawler.stats
        import datetime
        took = datetime.datetime.utcnow() - stats.get_value("start_time").replace(tzinfo=None)
        if stats.get_value("item_scraped_count") == len(self.start_urls):
            open("seconds", "w").write(str(took.total_seconds()))
)py";
}

std::size_t articles_in(const fs::path& store) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(store))
    count += entry.path().extension() == ".json" ? 1 : 0;
  return count;
}

bool compare_whole(const NewsSite& site, const Nginx& nginx, const Settings& settings, const fs::path& folder) {
  const std::vector<std::string> urls = urls_of(site, nginx);
  write_spider(folder, urls);
  std::ofstream(folder / "bench.yaml") << site_file(nginx, settings);
  const auto pages = static_cast<double>(urls.size());
  std::vector<double> ours, theirs, ratios, cpu, their_cpu;
  for (int round = 0; round < settings.rounds; ++round) {
    // A store of its own each time: ext4 is slow where many files have just been deleted.
    const std::string store = "store" + std::to_string(round);
    std::ofstream(folder / "winnow.yaml") << "store: " << store << "\n";
    const std::string command =
        "cd " + folder.string() + " && " + settings.winnow + " --config winnow.yaml crawl bench.yaml >winnow.log 2>&1";
    int status = 0;
    const Cost crawl = cost_of(RUSAGE_CHILDREN, [&] { status = run(command); });
    if (status != 0 || articles_in(folder / store) != urls.size()) return false;
    ours.push_back(pages / crawl.seconds), cpu.push_back(crawl.cpu / pages * 1e6);
    std::optional<double> scrapy;
    const Cost spider = cost_of(RUSAGE_CHILDREN, [&] { scrapy = run_scrapy(folder, settings); });
    if (!scrapy) continue;
    theirs.push_back(pages / *scrapy), their_cpu.push_back(spider.cpu / pages * 1e6);
    ratios.push_back(*scrapy / crawl.seconds);
  }
  std::printf("whole: winnow crawl %.0f articles/s, %.0f us of CPU an article\n", median(ours), median(cpu));
  if (theirs.empty()) {
    std::printf("whole: Scrapy is missing or failed (apt: python3-scrapy)\n");
  } else {
    std::printf(
        "whole: Scrapy, title and links only, %.0f pages/s, %.0f us of CPU a page; ratio %.1f (wanted: at least 8)\n",
        median(theirs), median(their_cpu), median(ratios));
  }
  return true;
}

bool measure(const Settings& settings) {
  const Folder folder;
  const auto nginx = Nginx::start(folder.path());
  if (!nginx) {
    std::printf("nginx is missing or does not start (apt: nginx-light)\n");
    std::exit(77);
  }
  const NewsSite site = write_news_site(nginx->root(), settings.pages, nginx->origin());
  bool good = true;
  if (settings.only == "serve") {
    std::ofstream("bench.yaml") << site_file(*nginx, settings);
    return pause() != 0;
  }
  if (settings.only == "bare" || settings.only == "crawl") {
    const std::vector<std::string> urls = urls_of(site, *nginx);
    for (int round = 0; round < settings.rounds; ++round) {
      good = good && (settings.only == "bare" ? download_all(urls, settings.connections) == site.bytes
                                              : crawl_without_cleaning(*nginx, settings).first == urls.size());
    }
    return good;
  }
  if (settings.only != "whole") good = compare_fetching(site, *nginx, settings) && good;
  if (settings.only != "fetch") good = compare_whole(site, *nginx, settings, folder.path()) && good;
  if (!good) std::printf("pages were lost\n");
  return good;
}

}  // namespace
}  // namespace winnow::bench

int main(int argc, char** argv) {
  winnow::bench::Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const char* value = argv[i + 1];
    if (name == "--pages") settings.pages = std::atoi(value);
    if (name == "--rounds") settings.rounds = std::atoi(value);
    if (name == "--connections") settings.connections = std::atoi(value);
    if (name == "--only") settings.only = value;
    if (name == "--winnow") settings.winnow = value;
  }
  return winnow::bench::measure(settings) ? 0 : 1;
}
