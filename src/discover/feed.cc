#include "discover/feed.h"

#include <algorithm>

#include "base/json.h"
#include "base/scan.h"
#include "base/unicode.h"
#include "decode/decode.h"
#include "discover/feed_text.h"
#include "discover/feed_xml.h"
#include "discover/xml.h"

namespace winnow::discover {
namespace {

std::string first_text(const Json& object, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (std::string text = unicode::collapse(object[key].string()); !text.empty()) return text;
  }
  return {};
}

std::string first_link(const Json& object, std::initializer_list<std::string_view> keys, std::string_view url) {
  for (const std::string_view key : keys) {
    if (std::string link = absolute_link(object[key].string(), url); !link.empty()) return link;
  }
  return {};
}

// JSON Feed 1.1: an id is a string; version 1.0 let numbers pass.
std::string id_of(const Json& item) {
  return item["id"].is_number() ? std::to_string(item["id"].integer()) : first_text(item, {"id"});
}

FeedEntry json_entry(const Json& item, std::string_view url) {
  FeedEntry entry;
  entry.title = first_text(item, {"title"});
  entry.link = first_link(item, {"url", "external_url", "id"}, url);
  entry.id = id_of(item);
  entry.summary = first_text(item, {"summary", "content_text"});
  if (entry.summary.empty()) entry.summary = html_to_plain(item["content_html"].string());
  entry.published = feed_date(item["date_published"].string());
  entry.updated = feed_date(item["date_modified"].string());
  return entry;
}

Feed json_feed(std::string_view text, std::string_view url) {
  Feed feed;
  const auto json = Json::parse_lenient(text);
  if (!json || !json->is_object()) return feed;
  const bool named = (*json)["version"].string().find("jsonfeed.org") != std::string::npos;
  if (!named && !(*json)["items"].is_array()) return feed;
  feed.kind = "json";
  feed.title = first_text(*json, {"title"});
  feed.link = first_link(*json, {"home_page_url"}, url);
  feed.id = first_text(*json, {"feed_url"});
  feed.summary = first_text(*json, {"description"});
  for (const Json& item : (*json)["items"].array()) {
    if (feed.entries.size() == kMaxEntries) break;
    if (item.is_object()) feed.entries.push_back(json_entry(item, url));
  }
  return feed;
}

bool begins_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return ascii::trim(bytes.substr(0, 4096)).starts_with('{');
}

}  // namespace

Feed parse_feed(std::string_view bytes, std::string_view content_type, std::string_view url) {
  if (begins_json(bytes)) return json_feed(decode::to_text(bytes, content_type, "auto", false).utf8, url);
  return read_xml_feed(read_xml(xml_to_utf8(bytes, content_type)), url);
}

}  // namespace winnow::discover
