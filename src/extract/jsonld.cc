#include "extract/jsonld.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>

#include "base/unicode.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kMaxObjects = 256;
constexpr std::size_t kMaxScripts = 64;
constexpr std::size_t kMaxBytes = 8 << 20;  // of all scripts together
constexpr std::size_t kMaxTexts = 256;

std::string script_body(const parse::Document& document, parse::NodeId script) {
  std::string body;
  for (parse::NodeId id = script + 1; id < document[script].end; ++id) {
    if (document[id].tag == parse::Tag::text) body += document[id].text;
  }
  return body;
}

// By its type, or without one by its beginning: some pages forget the type.
bool holds_jsonld(const parse::Document& document, parse::NodeId script) {
  const std::string type = unicode::lower(document.attribute(script, "type"));
  if (!type.empty() || document.has_attribute(script, "src")) return type.find("ld+json") != std::string::npos;
  const parse::NodeId text = script + 1;
  if (text >= document[script].end || document[text].tag != parse::Tag::text) return false;
  const std::string_view body = unicode::trim(document[text].text.substr(0, 200));
  return (body.starts_with('{') || body.starts_with('[')) && body.find("\"@context\"") != body.npos;
}

// Containers that hold the page's own objects; lists of other pages (itemListElement, hasPart) do not count.
constexpr std::array<std::string_view, 3> kEntered = {"@graph", "mainEntity", "mainEntityOfPage"};

// Breadth first and in order, so that the page's own object comes before what it mentions.
void flatten(const Json& top, std::vector<Json>& objects) {
  std::vector<const Json*> queue = {&top};
  for (std::size_t at = 0; at < queue.size() && at < 4 * kMaxObjects; ++at) {
    const Json& value = *queue[at];
    for (const Json& item : value.array()) {
      if (queue.size() < 4 * kMaxObjects) queue.push_back(&item);
    }
    if (!value.is_object()) continue;
    if (value["@graph"].is_null() || !value["@type"].is_null()) {
      if (objects.size() < kMaxObjects) objects.push_back(value);
    }
    for (std::string_view key : kEntered) {
      const Json& inner = value[key];
      if ((inner.is_object() || inner.is_array()) && queue.size() < 4 * kMaxObjects) queue.push_back(&inner);
    }
  }
}

std::vector<std::string_view> types_of(const Json& object) {
  std::vector<std::string_view> types;
  auto add = [&types](const std::string& name) {
    std::string_view last = name;
    if (std::size_t cut = last.find_last_of(":/#"); cut != last.npos) last.remove_prefix(cut + 1);
    if (!last.empty() && types.size() < 16) types.push_back(last);
  };
  const Json& type = object["@type"];
  if (type.is_string()) add(type.string());
  for (const Json& item : type.array()) add(item.string());
  return types;
}

bool is_article_name(std::string_view type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report" ||
         type == "SocialMediaPosting" || type == "DiscussionForumPosting" || type == "Posting";
}

// A reference as JSON-LD writes it: an "@id" and no name of its own (JSON-LD 1.1, 3.3).
bool is_reference(const Json& value) { return value["@id"].is_string() && value["name"].is_null(); }

using ById = std::map<std::string, Json, std::less<>>;

// What a reader of a reference wants, without the object's own references, so that nothing grows.
Json digest(const Json& object) {
  Json out = Json(Json::Object{});
  for (std::string_view key : {"@type", "@id", "name", "url", "jobTitle"}) {
    if (const Json& value = object[key]; !value.is_null() && !value.is_object()) out.set(std::string(key), value);
  }
  return out;
}

ById named_objects(const std::vector<Json>& objects) {
  ById named;
  for (const Json& object : objects) {
    if (object["@id"].is_string() && !object["name"].is_null()) named.emplace(object["@id"].string(), digest(object));
  }
  return named;
}

std::optional<Json> resolved(const Json& value, const ById& named) {
  if (value.is_array()) {
    Json out = Json(Json::Array{});
    for (const Json& item : value.array()) out.push(resolved(item, named).value_or(item));
    return out;
  }
  if (!is_reference(value)) return std::nullopt;
  auto found = named.find(value["@id"].string());
  if (found == named.end()) return std::nullopt;
  return found->second;
}

void resolve_references(std::vector<Json>& objects) {
  const ById named = named_objects(objects);
  if (named.empty()) return;
  for (Json& object : objects) {
    for (std::string key : {"author", "creator", "editor", "publisher", "isPartOf"}) {
      if (object[key].is_null()) continue;
      if (std::optional<Json> value = resolved(object[key], named)) object.set(key, *std::move(value));
    }
  }
}

std::string number_text(const Json& value) {
  double number = value.number();
  if (std::abs(number) < 9e15 && number == std::floor(number)) return std::to_string(static_cast<std::int64_t>(number));
  return value.dump();
}

void add_text(const Json& value, std::vector<std::string>& texts) {
  if (texts.size() >= kMaxTexts) return;
  if (value.is_string() && !unicode::trim(value.string()).empty()) texts.push_back(value.string());
  if (value.is_number()) texts.push_back(number_text(value));
}

// The values that one step of a path leads to, arrays entered.
std::vector<const Json*> spread(const std::vector<const Json*>& values) {
  std::vector<const Json*> out;
  std::vector<const Json*> rest(values.rbegin(), values.rend());
  while (!rest.empty() && out.size() < kMaxTexts) {
    const Json* value = rest.back();
    rest.pop_back();
    if (!value->is_array()) {
      out.push_back(value);
      continue;
    }
    const Json::Array& items = value->array();
    std::size_t count = std::min(items.size(), kMaxTexts);
    for (std::size_t i = count; i > 0; --i) rest.push_back(&items[i - 1]);
  }
  return out;
}

std::vector<const Json*> member(const std::vector<const Json*>& values, std::string_view key) {
  std::vector<const Json*> out;
  for (const Json* value : spread(values)) {
    if (const Json& inner = (*value)[key]; !inner.is_null()) out.push_back(&inner);
  }
  return out;
}

}  // namespace

std::vector<Json> read_jsonld(const parse::Document& document) {
  std::vector<Json> objects;
  std::size_t scripts = 0, bytes = 0;
  for (parse::NodeId script : document.all(parse::Tag::script)) {
    if (!holds_jsonld(document, script)) continue;
    std::string body = script_body(document, script);
    bytes += body.size();
    if (++scripts > kMaxScripts || bytes > kMaxBytes) break;
    if (std::optional<Json> value = Json::parse_lenient(body)) flatten(*value, objects);
  }
  resolve_references(objects);
  std::stable_partition(objects.begin(), objects.end(), is_article_type);
  return objects;
}

bool is_article_type(const Json& object) {
  std::vector<std::string_view> types = types_of(object);
  return std::any_of(types.begin(), types.end(), is_article_name);
}

bool is_news_type(const Json& object) {
  std::vector<std::string_view> types = types_of(object);
  return std::any_of(types.begin(), types.end(), [](std::string_view type) { return type.ends_with("NewsArticle"); });
}

std::vector<std::string> at_path(const Json& object, std::string_view path) {
  std::vector<const Json*> values = {&object};
  while (!path.empty() && !values.empty()) {
    std::size_t dot = std::min(path.find('.'), path.size());
    values = member(values, path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  std::vector<std::string> texts;
  for (const Json* value : spread(values)) {
    if (!value->is_object()) {
      add_text(*value, texts);
      continue;
    }
    const bool named = !(*value)["name"].is_null();
    for (const Json* name : spread(member({value}, named ? "name" : "@value"))) add_text(*name, texts);
  }
  return texts;
}

}  // namespace winnow::extract
