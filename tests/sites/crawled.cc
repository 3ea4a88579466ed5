#include "sites/crawled.h"

#include <memory>
#include <stdexcept>
#include <utility>

#include "crawl/crawler.h"
#include "crawl/inline_cleaner.h"
#include "fetch/fetcher.h"
#include "store/open.h"

namespace winnow::sites {
namespace {

class SiteFetcher : public fetch::Fetcher {
 public:
  explicit SiteFetcher(const GeneratedSite& site) : site_(site) {}

  void start(std::uint64_t ticket, fetch::Request request) override {
    const SitePage* page = site_.page(request.url);
    const SitePage& answer = page != nullptr ? *page : site_.missing();
    fetch::Response response{answer.status, request.url, {{"content-type", answer.content_type}}, answer.bytes};
    ready_.push_back({ticket, std::move(response)});
  }
  std::vector<fetch::Fetched> wait(Millis at_most) override {
    if (ready_.empty() && !std::exchange(woken_, false)) now += std::max(at_most, Millis(1));
    return std::exchange(ready_, {});
  }
  [[nodiscard]] std::size_t in_flight() const override { return ready_.size(); }
  void cancel_all() override { ready_.clear(); }
  void wake() noexcept override { woken_ = true; }

  schedule::Moment now = std::chrono::sys_days{std::chrono::year(2026) / 2 / 11};

 private:
  const GeneratedSite& site_;
  std::vector<fetch::Fetched> ready_;
  bool woken_ = false;
};

class Nobody : public crawl::Events {
 public:
  void report(const crawl::Event&) override {}
};

}  // namespace

std::vector<Article> crawled(const GeneratedSite& site, const site::Site& settings) {
  SiteFetcher web(site);
  store::Stores stores = store::memory_store();
  crawl::InlineCleaner cleaner(web);
  Nobody nobody;
  crawl::Crawler crawler({web, *stores.state, *stores.articles, cleaner, nobody, [&web] { return web.now; }, "winnow",
                          "", 8, [&web] { return schedule::Tick(web.now.time_since_epoch()); }, false});
  auto quick = std::make_shared<site::Site>(settings);
  quick->manners.delay = Millis(1);
  if (auto begun = crawler.begin(quick); !begun) throw std::runtime_error(begun.error().text);
  for (int i = 0; i < 200'000 && !crawler.idle(); ++i) {
    if (auto stepped = crawler.step(Millis(100)); !stepped) throw std::runtime_error(stepped.error().text);
  }
  if (!crawler.idle()) throw std::runtime_error("the visit does not end");
  store::Query all;
  all.site = quick->name;
  all.limit = 100'000;
  const auto entries = stores.articles->find(all);
  if (!entries) throw std::runtime_error(entries.error().text);
  std::vector<Article> out;
  for (const store::Entry& entry : *entries) {
    if (auto article = stores.articles->get(entry.id)) out.push_back(std::move(*article));
  }
  return out;
}

}  // namespace winnow::sites
