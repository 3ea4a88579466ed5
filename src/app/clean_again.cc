#include "app/clean_again.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "app/bell.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/session.h"
#include "crawl/site_memory.h"
#include "crawl/source_date.h"
#include "worker/pool.h"

namespace winnow::app {
namespace {

constexpr std::size_t kPage = 500;       // entries looked up at once
constexpr std::size_t kMostAtOnce = 64;  // pages in memory

// One site's pages on their way to the workers and back.
class Again {
 public:
  Again(store::Stores& stores, const site::Site& site, worker::Pool& pool, Bell& bell)
      : state_(*stores.state), articles_(*stores.articles), site_(site), pool_(pool), bell_(bell) {}

  Result<void> run() {
    auto lines = crawl::site_memory(state_, articles_, site_.name);
    if (!lines) return tl::unexpected(lines.error());
    // The pages told what the site repeats when they came, so nothing is remembered of them again.
    lines_ = std::make_shared<const std::string>(std::move(*lines));
    options_ = std::make_shared<const Options>(site_.options);
    if (auto sent = send_all(); !sent) return sent;
    while (!under_way_.empty()) {
      if (auto taken = take(); !taken) return taken;
    }
    print(site_.name + ": " + std::to_string(updated_) + " of " + std::to_string(seen_) + " articles changed\n");
    return articles_.sync();
  }

 private:
  struct Kept {
    std::string path;
    Article article;
  };

  Result<void> send_all() {
    store::Query query{.site = site_.name, .text = {}, .since = {}, .until = {}, .limit = kPage, .offset = 0};
    for (;; query.offset += kPage) {
      auto entries = articles_.find(query);
      if (!entries) return tl::unexpected(entries.error());
      for (const store::Entry& entry : *entries) {
        if (auto sent = send(entry); !sent) return sent;
        while (under_way_.size() >= kMostAtOnce) {
          if (auto taken = take(); !taken) return taken;
        }
      }
      seen_ += entries->size();
      if (entries->size() < kPage) return {};
    }
  }

  Result<void> send(const store::Entry& entry) {
    auto raw = articles_.raw(entry.id);
    if (!raw && raw.error().code == Code::not_found) return {};  // it was not kept
    if (!raw) return tl::unexpected(raw.error());
    auto old = articles_.get(entry.id);
    if (!old) return tl::unexpected(old.error());
    const std::uint64_t ticket = next_++;
    crawl::CleanJob job{.ticket = ticket, .options = options_, .parts = {}, .known = {}, .lines = lines_};
    // What the HTTP header said then is known only by the encoding that it led to.
    job.parts.push_back({std::move(*raw), old->url, "text/html; charset=" + old->encoding, old->fetched_at});
    pool_.submit(std::move(job));
    under_way_.emplace(ticket, Kept{entry.path, std::move(*old)});
    return {};
  }

  // Waits for some that are done.
  Result<void> take() {
    bell_.wait();
    for (crawl::CleanDone& done : pool_.take()) {
      const auto node = under_way_.extract(done.ticket);
      const std::string& why = done.killed.empty() ? done.reading.refused : done.killed;
      if (!why.empty()) {
        complain(node.mapped().path + ": today's rules find no article: " + why);
      } else if (auto kept = keep(node.mapped().article, std::move(done.reading.article)); !kept) {
        return kept;
      }
    }
    return {};
  }

  Result<void> keep(const Article& old, Article article) {
    auto published = crawl::source_date(state_, old, site_);
    if (!published) return tl::unexpected(published.error());
    crawl::date_by_source(article, *published, site_);
    article.id = old.id;
    auto put = articles_.put(article, {site_.keep.markdown, {}, site_.zone ? &*site_.zone : nullptr});
    if (!put) return tl::unexpected(put.error());
    updated_ += put->outcome == store::PutOutcome::updated ? 1 : 0;
    return {};
  }

  store::State& state_;
  store::ArticleStore& articles_;
  const site::Site& site_;
  worker::Pool& pool_;
  Bell& bell_;
  std::shared_ptr<const Options> options_;  // shared: as jobs want them
  std::shared_ptr<const std::string> lines_;
  std::map<std::uint64_t, Kept> under_way_;
  std::uint64_t next_ = 1;
  std::size_t seen_ = 0, updated_ = 0;
};

}  // namespace

int clean_again(store::Stores& stores, const std::vector<site::Site>& sites, int workers) {
  Bell bell;
  auto pool = worker::Pool::start({.workers = workers, .on_done = [&bell] { bell.ring(); }});
  if (!pool) {
    complain(pool.error().text);
    return kSomeFailed;
  }
  for (const site::Site& site : sites) {
    if (auto done = Again(stores, site, **pool, bell).run(); !done) {
      complain(site.name + ": " + done.error().text);
      return exit_of(done.error());
    }
  }
  return kDone;
}

}  // namespace winnow::app
