#include <array>
#include <optional>
#include <string>

#include "base/json.h"
#include "winnow/format.h"

namespace winnow {
namespace {

std::vector<std::string> texts(const Json& array) {
  std::vector<std::string> out;
  for (const Json& item : array.array()) out.push_back(item.string());
  return out;
}

template <class Enum, std::size_t kCount>
std::optional<Enum> named(const std::string& name) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::size_t size_at(const Json& number) {
  const std::int64_t value = number.integer();
  return value < 0 ? 0 : static_cast<std::size_t>(value);
}

std::vector<int> numbers(const Json& array) {
  std::vector<int> out;
  for (const Json& item : array.array()) out.push_back(static_cast<int>(item.integer(kBullet)));
  return out;
}

std::vector<Link> read_links(const Json& array) {
  std::vector<Link> out;
  for (const Json& link : array.array()) {
    const Json& at = link["row"].is_null() ? link["item"] : link["row"];
    out.push_back(
        {size_at(link["start"]), size_at(link["end"]), link["url"].string(), size_at(at), size_at(link["cell"])});
  }
  return out;
}

std::optional<Block> read_block(const Json& json) {
  const auto type = named<BlockType, 8>(json["type"].string());
  if (!type) return std::nullopt;
  Block block;
  block.type = *type;
  block.text = json["text"].string();
  block.level = static_cast<int>(json["level"].integer());
  block.ordered = json["ordered"].boolean();
  block.items = texts(json["items"]);
  block.depths = numbers(json["depths"]);
  block.numbers = numbers(json["numbers"]);
  for (const Json& row : json["rows"].array()) block.rows.push_back(texts(row));
  block.header = size_at(json["header"]);
  block.src = json["src"].string();
  block.alt = json["alt"].string();
  block.caption = json["caption"].string();
  block.language = json["language"].string();
  block.links = read_links(json["links"]);
  return block;
}

std::optional<Removed> read_removed(const Json& json) {
  const auto kind = named<RemovedKind, 12>(json["kind"].string());
  if (!kind) return std::nullopt;
  return Removed{*kind, json["text"].string(), json["why"].string()};
}

std::optional<Repair> read_repair(const Json& json) {
  Repair repair{json["kind"].string(), size_at(json["count"]), json["confidence"].number(1.0), {}};
  const Json::Array& place = json["place"].array();
  if (place.size() == 2) repair.places.push_back({size_at(place[0]), size_at(place[1])});
  return repair;
}

template <class T, class Read>
void read_list(const Json& array, std::vector<T>& to, Read read) {
  for (const Json& item : array.array()) {
    if (auto value = read(item)) to.push_back(std::move(*value));
  }
}

void read_fields(const Json& json, Article& a) {
  const std::pair<const char*, std::string*> strings[] = {
      {"id", &a.id},
      {"url", &a.url},
      {"canonical_url", &a.canonical_url},
      {"site", &a.site},
      {"title", &a.title},
      {"subtitle", &a.subtitle},
      {"summary", &a.summary},
      {"source", &a.source},
      {"published_at", &a.published_at},
      {"modified_at", &a.modified_at},
      {"language", &a.language},
      {"section", &a.section},
      {"text", &a.text},
      {"encoding", &a.encoding},
      {"fetched_at", &a.fetched_at},
      {"content_hash", &a.content_hash},
      {"near_hash", &a.near_hash},
      {"extractor", &a.extractor},
  };
  for (const auto& [key, field] : strings) *field = json[key].string();
  const std::pair<const char*, std::vector<std::string>*> lists[] = {
      {"authors", &a.authors}, {"editors", &a.editors}, {"breadcrumb", &a.breadcrumb},
      {"tags", &a.tags},       {"images", &a.images},   {"links", &a.links},
  };
  for (const auto& [key, field] : lists) *field = texts(json[key]);
}

}  // namespace

std::optional<Article> article_from_json(std::string_view text) {
  const auto json = Json::parse(text);
  if (!json || !json->is_object()) return std::nullopt;
  // What to_json writes always names the program that made it or the article's address.
  const auto names = [&json](const char* key) { return !(*json)[key].string().empty(); };
  if (!names("extractor") && !names("id") && !names("url")) return std::nullopt;
  Article a;
  read_fields(*json, a);
  read_list((*json)["body"], a.body, read_block);
  read_list((*json)["removed"], a.removed, read_removed);
  read_list((*json)["repairs"], a.repairs, read_repair);
  return a;
}

}  // namespace winnow
