#include "crawl/settle.h"

#include <vector>

namespace winnow::crawl {
namespace {

// The first was fetched where the article says.
std::vector<store::RawPage> raw_pages(const std::vector<PartPage>& parts) {
  std::vector<store::RawPage> pages;
  for (const PartPage& part : parts)
    pages.push_back({part.bytes, pages.empty() ? std::string() : part.url, part.content_type});
  return pages;
}

}  // namespace

Result<std::string> Settler::original(const Task& task, const Article& article) {
  if (task.row.article_id == article.id) return std::string();  // its own newer version
  const auto url = articles_.url_of(article.id);
  if (!url) return url;
  // The same page again after a crash between store and state is no duplicate of itself. An article whose file has gone
  // is none.
  if (!url->empty() && *url != article.url) {
    const auto known = articles_.get(article.id);
    if (known) return article.id;
    if (known.error().code != Code::not_found) return tl::unexpected(known.error());
  }
  auto same = articles_.same_content(article.site, article.content_hash);
  if (!same || (!same->empty() && *same != article.id)) return same;
  if (!task.run->site->keep.skip_near_duplicates) return std::string();
  return articles_.near_content(article);
}

Result<Settled> Settler::settle(const Task& task, const Reading& reading) {
  Settled settled{Event::Kind::refused, reading.refused, {}, task.row};
  store::UrlRow& row = settled.row;
  row.tries = 0;
  row.note = reading.refused;
  row.status = store::UrlStatus::refused;
  if (!reading.refused.empty()) return settled;

  const Article& article = reading.article;
  auto of = original(task, article);
  if (!of) return tl::unexpected(of.error());
  if (!of->empty()) {
    row.status = store::UrlStatus::duplicate;
    row.article_id = *of;
    settled.kind = Event::Kind::duplicate;
    settled.text = *of;
    return settled;
  }
  const site::Site& site = *task.run->site;
  store::PutOptions options{site.keep.markdown, {}, site.zone ? &*site.zone : nullptr};
  if (site.keep.raw) options.raw = raw_pages(task.parts);
  auto put = articles_.put(article, options);
  if (!put) return tl::unexpected(put.error());
  row.status = store::UrlStatus::stored;
  row.article_id = article.id;
  switch (put->outcome) {
    case store::PutOutcome::created:
      settled.kind = Event::Kind::stored;
      break;
    case store::PutOutcome::updated:
      settled.kind = Event::Kind::updated;
      break;
    case store::PutOutcome::unchanged:
      settled.kind = Event::Kind::fetched;
      break;
  }
  settled.text = article.title;
  settled.path = put->path;
  return settled;
}

}  // namespace winnow::crawl
