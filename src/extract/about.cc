#include "extract/about.h"

#include <algorithm>
#include <array>

#include "base/han.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/jsonld.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kLanguageSample = 16 << 10;  // bytes
constexpr std::size_t kMaxSummary = 4000;
constexpr std::size_t kMaxImages = 32;
constexpr std::size_t kMaxArticleBody = 1 << 20;

Witness first_meta(const Page& page, std::initializer_list<std::string_view> names, int rank) {
  for (std::string_view name : names) {
    std::string value = page.first_meta(name);
    if (!value.empty()) return {std::move(value), "meta:" + std::string(name), rank};
  }
  return {};
}

// How much of a text's words (pairs of characters in Han) occurs in another: 0..1.
double shared(std::string_view text, const std::string& folded_page) {
  const std::string folded = unicode::lower(text);
  std::size_t words = 0, found = 0;
  std::string word;
  char32_t last = 0;
  auto count = [&](const std::string& token) {
    ++words;
    found += folded_page.find(token) != folded_page.npos;
  };
  for (std::size_t at = 0; at <= folded.size() && words < 100;) {
    const char32_t c = at < folded.size() ? utf8::next(folded, at) : (++at, U' ');
    if (unicode::is_han(c)) {
      if (unicode::is_han(last)) count(utf8::of(last) + utf8::of(c));
    } else if (unicode::is_letter(c)) {
      utf8::append(word, c);
    }
    if (!unicode::is_letter(c) || unicode::is_han(c)) {
      if (word.size() > 3) count(word);
      word.clear();
    }
    last = c;
  }
  return words == 0 ? 0.0 : static_cast<double>(found) / static_cast<double>(words);
}

// Mirrors fill descriptions with words that nobody finds in the article.
bool fits(std::string_view summary, const std::string& lower_text) {
  return lower_text.size() < 400 || shared(summary, lower_text) >= 0.3;
}

}  // namespace

std::string article_text(const Page& page, NodeId heading, std::size_t max) {
  const parse::Document& document = page.document();
  std::string text;
  NodeId id = heading != parse::kNone ? heading : document.first(Tag::body);
  for (id = id == parse::kNone ? 0 : id; id < document.size() && text.size() < max; ++id) {
    const parse::Node& node = document[id];
    if (node.tag != Tag::text || page.aside(id)) continue;
    const Tag parent = document[node.parent].tag;
    if (parent == Tag::script || parent == Tag::style || parent == Tag::a || unicode::trim(node.text).empty()) continue;
    text += node.text.substr(0, max - text.size());
    text += '\n';
  }
  return utf8::scrub(text);
}

std::vector<Witness> find_section(const Page& page, const std::vector<std::string>& breadcrumb) {
  std::vector<Witness> all;
  for (const std::string& section : at_path(page.article(), "articleSection")) {
    all.push_back({plain(section), "jsonld", 80});
  }
  all.push_back(first_meta(page,
                           {"article:section", "og:article:section", "articlesection", "parsely-section", "section",
                            "prism.section", "cxenseparse:section", "sailthru.section", "nypost-section"},
                           70));
  if (!breadcrumb.empty()) all.push_back({breadcrumb.back(), "breadcrumb", 60});
  std::erase_if(all, [](const Witness& w) {
    return w.value.empty() || utf8::length(w.value) > 60 || w.value.find("://") != w.value.npos;
  });
  return all;
}

std::vector<Witness> find_summary(const Page& page, std::string_view title, std::string_view text) {
  std::vector<Witness> all;
  all.push_back(first_meta(page, {"og:description"}, 70));
  for (const std::string& value : at_path(page.article(), "description")) all.push_back({plain(value), "jsonld", 66});
  all.push_back(first_meta(
      page,
      {"description", "twitter:description", "dc.description", "dcterms.abstract", "sailthru.description", "abstract"},
      60));
  const std::string lower_text = unicode::lower(text);
  const std::string title_key = name_key(title);
  std::erase_if(all, [&](const Witness& w) {
    return w.value.size() > kMaxSummary || w.value.empty() || name_key(w.value) == title_key ||
           !fits(w.value, lower_text);
  });
  return all;
}

std::vector<std::string> find_images(const Page& page) {
  std::vector<std::string> images;
  auto add = [&](std::string_view href) {
    std::string url = page.absolute(href);
    if (url.empty() || images.size() >= kMaxImages) return;
    if (std::find(images.begin(), images.end(), url) == images.end()) images.push_back(std::move(url));
  };
  for (std::string_view name : {"og:image", "og:image:url", "og:image:secure_url"}) {
    for (const std::string& value : page.meta(name)) add(value);
  }
  const Json& image = page.article()["image"];
  if (image.is_string()) add(image.string());
  for (const Json& item : image.array()) add(item.string());
  for (const std::string& value : at_path(page.article(), "image.url")) add(value);
  if (images.empty()) {
    for (std::string_view name : {"twitter:image", "twitter:image:src", "parsely-image-url"})
      add(page.first_meta(name));
  }
  return images;
}

std::vector<Witness> find_canonical(const Page& page) {
  std::vector<Witness> all;
  const parse::Document& document = page.document();
  for (NodeId link : document.all(Tag::link)) {
    if (has_word(split_words(document.attribute(link, "rel")), "canonical")) {
      all.push_back({page.absolute(document.attribute(link, "href")), "link:canonical", 90});
    }
  }
  all.push_back({page.absolute(page.first_meta("og:url")), "meta:og:url", 70});
  const Json& of = page.article()["mainEntityOfPage"];
  all.push_back({page.absolute(of.is_string() ? of.string() : of["@id"].string()), "jsonld:mainEntityOfPage", 60});
  all.push_back({page.absolute(page.article()["url"].string()), "jsonld:url", 58});
  // A front page's address on an article is a mistake of the template.
  const bool inner = page.hints().url && page.hints().url->pathname().size() > 1;
  std::erase_if(all, [inner](const Witness& w) {
    std::optional<Url> url = w.value.empty() ? std::nullopt : Url::parse(w.value);
    return !url || (inner && url->pathname().size() <= 1 && url->search().empty());
  });
  return all;
}

std::string find_article_body(const Page& page) {
  std::string body;
  for (const std::string& value : at_path(page.article(), "articleBody")) {
    if (value.size() > body.size() && value.size() <= kMaxArticleBody) body = value;
  }
  if (body.find_first_of("<&") == body.npos) return body;
  std::string lines;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    std::string line = plain(std::string_view(body).substr(at, end - at));
    if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
    at = end + 1;
  }
  return lines;
}

// ---- language

std::string language_tag(std::string_view stated) {
  std::string tag = unicode::lower(unicode::trim(stated));
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::size_t dash = std::min(tag.find('-'), tag.size());
  const std::string primary = tag.substr(0, dash), rest = tag.substr(std::min(dash + 1, tag.size()));
  const bool letters = std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || primary.size() < 2 || primary.size() > 3) return {};
  if (primary == "cn") return "zh-Hans";
  if (primary == "jp") return "ja";
  if (primary == "kr") return "ko";
  if (primary != "zh") return primary;
  auto has = [&rest](std::string_view part) { return rest.find(part) != rest.npos; };
  if (has("hant") || has("tw") || has("hk") || has("mo")) return "zh-Hant";
  if (has("hans") || has("cn") || has("sg") || has("my")) return "zh-Hans";
  return "zh";
}

namespace {

// Languages that are written in Latin script cannot be the language of a Han or Cyrillic text, and so on.
bool contradicts(const std::string& stated, const std::string& guessed) {
  constexpr auto kOwnScript = std::to_array<std::string_view>(
      {"zh", "ja", "ko", "ru", "uk", "bg", "be", "mk", "sr", "kk", "el", "he", "ar", "fa", "ur", "hi",
       "bn", "th", "ta", "te", "ka", "hy", "am", "km", "my", "lo", "si", "ml", "kn", "gu", "pa"});
  auto own = [&](std::string_view tag) {
    return std::find(kOwnScript.begin(), kOwnScript.end(), tag.substr(0, 2)) != kOwnScript.end();
  };
  if (guessed.empty() || stated.substr(0, 2) == guessed.substr(0, 2)) return false;
  constexpr std::string_view kCyrillic = "ru uk bg be mk sr kk", kArabic = "ar fa ur";
  for (std::string_view family : {kCyrillic, kArabic}) {
    if (family.find(stated.substr(0, 2)) != family.npos && family.find(guessed.substr(0, 2)) != family.npos)
      return false;
  }
  if (own(guessed)) return stated != "mr" && stated != "ne";  // written as Hindi is
  return own(stated) || stated == "en";                       // "en" is what templates say unasked
}

}  // namespace

Witness decide_language(const Page& page, std::string_view text) {
  if (!page.hints().language.empty()) return {std::string(page.hints().language), "site file", 100};
  const std::string guessed = guess_language(text.substr(0, kLanguageSample));
  const std::string stated = language_tag(page.stated_language());
  if (stated.empty() || contradicts(stated, guessed)) return {guessed, "text", 50};
  // Which script a Chinese page is in, its characters tell best.
  if (stated.starts_with("zh") && guessed.starts_with("zh-")) return {guessed, "stated, script by text", 80};
  return {stated, "stated", 80};
}

}  // namespace winnow::extract
