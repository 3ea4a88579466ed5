#include "app/clean_again.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/bell.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/session.h"
#include "app/stored.h"
#include "base/url.h"
#include "crawl/site_memory.h"
#include "crawl/source_date.h"
#include "worker/pool.h"

namespace winnow::app {
namespace {

constexpr std::size_t kPage = 500;       // entries looked up at once
constexpr std::size_t kMostAtOnce = 64;  // articles whose pages are in memory

// One site's pages on their way to the workers and back.
class Again {
 public:
  Again(store::Stores& stores, const site::Site& site, worker::Pool& pool, Bell& bell)
      : state_(*stores.state), articles_(*stores.articles), site_(site), pool_(pool), bell_(bell) {}

  // The exit status.
  Result<int> run() {
    auto lines = crawl::site_memory(state_, articles_, site_.name);
    if (!lines) return tl::unexpected(lines.error());
    // The pages told what the site repeats when they came, so nothing is remembered of them again.
    lines_ = std::make_shared<const std::string>(std::move(*lines));
    options_ = std::make_shared<const Options>(site_.options);
    if (auto sent = send_all(); !sent) return tl::unexpected(sent.error());
    while (!under_way_.empty()) {
      if (auto taken = take(); !taken) return tl::unexpected(taken.error());
    }
    if (auto synced = articles_.sync(); !synced) return tl::unexpected(synced.error());
    return tell();
  }

 private:
  // The articles as they are now: which version comes when changes as they are stored anew.
  Result<std::vector<std::string>> ids() {
    std::vector<std::string> out;
    store::Query query{.site = site_.name, .text = {}, .since = {}, .until = {}, .limit = kPage, .offset = 0};
    for (;; query.offset += kPage) {
      auto entries = articles_.find(query);
      if (!entries) return tl::unexpected(entries.error());
      for (store::Entry& entry : *entries) out.push_back(std::move(entry.id));
      if (entries->size() < kPage) return out;
    }
  }

  Result<void> send_all() {
    const auto all = ids();
    if (!all) return tl::unexpected(all.error());
    for (const std::string& id : *all) {
      if (auto sent = send(id); !sent) return sent;
      while (under_way_.size() >= kMostAtOnce) {
        if (auto taken = take(); !taken) return taken;
      }
    }
    seen_ = all->size();
    return {};
  }

  Result<void> send(const std::string& id) {
    auto raw = articles_.raw(id);
    if (!raw && raw.error().code == Code::not_found) {
      ++not_kept_;
      return {};
    }
    if (!raw) return tl::unexpected(raw.error());
    auto old = articles_.get(id);
    if (!old) return tl::unexpected(old.error());
    const auto url = Url::parse(old->url);
    auto known = state_.known(url ? url->host() : std::string());
    if (!known) return tl::unexpected(known.error());
    const std::uint64_t ticket = next_++;
    pool_.submit({.ticket = ticket,
                  .options = options_,
                  .parts = kept_parts(*old, std::move(*raw)),
                  .known = std::move(*known),
                  .lines = lines_});
    under_way_.emplace(ticket, std::move(*old));
    return {};
  }

  // Waits for some that are done.
  Result<void> take() {
    bell_.wait();
    for (crawl::CleanDone& done : pool_.take()) {
      const auto node = under_way_.extract(done.ticket);
      const Article& old = node.mapped();
      const std::string& why = done.killed.empty() ? done.reading.refused : done.killed;
      if (!why.empty()) {
        complain(site_.name + ": " + old.url + " (" + old.id +
                 "): stays as it is, today's rules find no article: " + why);
        ++failed_;
      } else if (auto kept = keep(old, std::move(done.reading.article)); !kept) {
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

  int tell() const {
    const std::string without = not_kept_ == 0 ? "" : ", " + std::to_string(not_kept_) + " have no kept page";
    print(site_.name + ": " + std::to_string(updated_) + " of " + std::to_string(seen_) + " articles changed" +
          without + "\n");
    if (not_kept_ > 0 && not_kept_ == seen_) {
      complain(site_.name + ": no page of it was kept, so that none can be cleaned again; `store: {raw: true}` in " +
               site_.file + " keeps the pages that come from now on");
    }
    return failed_ > 0 || (not_kept_ > 0 && not_kept_ == seen_) ? kSomeFailed : kDone;
  }

  store::State& state_;
  store::ArticleStore& articles_;
  const site::Site& site_;
  worker::Pool& pool_;
  Bell& bell_;
  std::shared_ptr<const Options> options_;  // shared: as jobs want them
  std::shared_ptr<const std::string> lines_;
  std::map<std::uint64_t, Article> under_way_;  // as they are stored, by ticket
  std::uint64_t next_ = 1;
  std::size_t seen_ = 0, updated_ = 0, not_kept_ = 0, failed_ = 0;
};

}  // namespace

int clean_again(store::Stores& stores, const std::vector<site::Site>& sites, int workers) {
  Bell bell;
  auto pool = worker::Pool::start({.workers = workers, .on_done = [&bell] { bell.ring(); }});
  if (!pool) {
    complain(pool.error().text);
    return kSomeFailed;
  }
  int status = kDone;
  for (const site::Site& site : sites) {
    const auto done = Again(stores, site, **pool, bell).run();
    if (!done) {
      complain(site.name + ": " + done.error().text);
      return exit_of(done.error());
    }
    status = std::max(status, *done);
  }
  return status;
}

}  // namespace winnow::app
