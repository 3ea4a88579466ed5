#include "winnow/internal/article_json.h"

#include <string>
#include <utility>

#include "winnow/format.h"

namespace winnow::internal {
namespace {

void set_text(Json& to, const char* key, const std::string& value) {
  if (!value.empty()) to.set(key, value);
}

void set_texts(Json& to, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) to.set(key, values);
}

Json rows_json(const std::vector<std::vector<std::string>>& rows) {
  Json out(Json::Array{});
  for (const auto& row : rows) out.push(row);
  return out;
}

Json numbers_json(const std::vector<int>& numbers) {
  Json out(Json::Array{});
  for (const int number : numbers) out.push(number == kBullet ? Json() : Json(number));
  return out;
}

Json links_json(const Block& block) {
  Json out(Json::Array{});
  for (const Link& link : block.links) {
    Json one(Json::Object{{"start", link.start}, {"end", link.end}, {"url", link.url}});
    if (block.type == BlockType::list) one.set("item", link.item);
    if (block.type == BlockType::table) {
      one.set("row", link.item);
      one.set("cell", link.cell);
    }
    out.push(std::move(one));
  }
  return out;
}

Json block_json(const Block& block) {
  Json out(Json::Object{});
  out.set("type", name_of(block.type));
  set_text(out, "text", block.text);
  if (block.type == BlockType::heading) out.set("level", block.level);
  if (block.ordered) out.set("ordered", true);
  set_texts(out, "items", block.items);
  if (!block.depths.empty()) out.set("depths", numbers_json(block.depths));
  if (!block.numbers.empty()) out.set("numbers", numbers_json(block.numbers));
  if (!block.rows.empty()) out.set("rows", rows_json(block.rows));
  if (block.header > 0) out.set("header", block.header);
  set_text(out, "src", block.src);
  set_text(out, "alt", block.alt);
  set_text(out, "caption", block.caption);
  set_text(out, "language", block.language);
  if (!block.links.empty()) out.set("links", links_json(block));
  return out;
}

template <class T, class Make>
Json list_json(const std::vector<T>& values, Make make) {
  Json out(Json::Array{});
  for (const T& value : values) out.push(make(value));
  return out;
}

Json removed_json(const Removed& removed) {
  Json out(Json::Object{{"kind", name_of(removed.kind)}, {"text", removed.text}});
  set_text(out, "why", removed.why);
  return out;
}

Json repair_json(const std::string& kind, std::size_t count, double confidence) {
  return Json(Json::Object{{"kind", kind}, {"count", count}, {"confidence", confidence}});
}

}  // namespace

Json repairs_json(const std::vector<Repair>& repairs) {
  Json out(Json::Array{});
  for (const Repair& repair : repairs) {
    const std::size_t guesses = repair.places.size();
    if (repair.count > guesses || guesses == 0) {
      out.push(repair_json(repair.kind, repair.count - guesses, guesses == 0 ? repair.confidence : 1.0));
    }
    for (const Repair::Place& place : repair.places) {
      Json guess = repair_json(repair.kind, 1, repair.confidence);
      guess.set("place", Json(Json::Array{Json(place.start), Json(place.end)}));
      out.push(std::move(guess));
    }
  }
  return out;
}

Json article_json(const Article& a) {
  Json out(Json::Object{});
  set_text(out, "id", a.id);
  set_text(out, "url", a.url);
  set_text(out, "canonical_url", a.canonical_url);
  set_text(out, "site", a.site);
  set_text(out, "title", a.title);
  set_text(out, "subtitle", a.subtitle);
  set_text(out, "summary", a.summary);
  set_texts(out, "authors", a.authors);
  set_texts(out, "editors", a.editors);
  set_text(out, "source", a.source);
  set_text(out, "published_at", a.published_at);
  set_text(out, "modified_at", a.modified_at);
  set_text(out, "language", a.language);
  set_text(out, "section", a.section);
  set_texts(out, "breadcrumb", a.breadcrumb);
  set_texts(out, "tags", a.tags);
  if (!a.body.empty()) out.set("body", list_json(a.body, block_json));
  set_text(out, "text", a.text);
  set_texts(out, "images", a.images);
  set_texts(out, "links", a.links);
  if (!a.removed.empty()) out.set("removed", list_json(a.removed, removed_json));
  if (!a.repairs.empty()) out.set("repairs", repairs_json(a.repairs));
  set_text(out, "encoding", a.encoding);
  set_text(out, "fetched_at", a.fetched_at);
  set_text(out, "content_hash", a.content_hash);
  set_text(out, "near_hash", a.near_hash);
  set_text(out, "extractor", a.extractor);
  return out;
}

}  // namespace winnow::internal
