#include "survey/rules/titles.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/scan.h"
#include "base/unicode.h"
#include "extract/jsonld.h"
#include "survey/rules/places.h"

namespace winnow::survey {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kShortest = 8;  // bytes of a bare title; "more" and "photos" are shorter or no title
constexpr std::size_t kMostHeadings = 8;
constexpr std::size_t kMostWitnesses = 8;

enum Weight : int { kSaidElsewhere = 3, kMeta = 2, kHeading = 1 };

struct Claim {
  std::string text, words;
  int weight = 0;
  bool elsewhere = false;  // a link or feed says it
};

class Claims {
 public:
  void add(std::string_view raw, int weight, bool elsewhere = false) {
    std::string text = unicode::collapse(raw), words = bare(text);
    if (words.size() < kShortest) return;
    const auto same = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& c) { return c.words == words; });
    if (same == claims_.end()) {
      claims_.push_back({std::move(text), std::move(words), weight, elsewhere});
    } else {
      same->weight += weight;
      same->elsewhere = same->elsewhere || elsewhere;
    }
  }
  // The beginning of a title, as narrow lists show it.
  void add_beginning(std::string_view raw) {
    const std::string words = bare(raw);
    if (words.size() < kShortest) return;
    for (Claim& claim : claims_) {
      if (!claim.words.starts_with(words)) continue;
      claim.weight += kSaidElsewhere;
      claim.elsewhere = true;
    }
  }
  [[nodiscard]] std::vector<Claim>& all() { return claims_; }

 private:
  std::vector<Claim> claims_;
};

void add_metas(const parse::Document& document, Claims& claims) {
  for (const NodeId meta : document.all(Tag::meta)) {
    for (const std::string_view key : {"property", "name", "itemprop"}) {
      const std::string name = ascii::lower(document.attribute(meta, key));
      if (name == "og:title" || name == "twitter:title" || name == "headline")
        claims.add(document.attribute(meta, "content"), kMeta);
    }
  }
  for (const Json& object : extract::read_jsonld(document)) {
    if (!extract::is_article_type(object)) continue;
    for (const std::string& headline : extract::at_path(object, "headline")) claims.add(headline, kMeta);
  }
}

void add_headings(const parse::Document& document, Claims& claims) {
  std::size_t count = 0;
  for (const Tag tag : {Tag::h1, Tag::h2}) {
    for (const NodeId heading : document.all(tag)) {
      if (++count > kMostHeadings) return;
      claims.add(document.visible_text(heading), tag == Tag::h1 ? 2 * kHeading : kHeading);
    }
  }
}

// What <title> begins with or has inside weighs more: "The vote | Site".
void weigh_by_document_title(const parse::Document& document, Claims& claims) {
  const NodeId title = document.first(Tag::title);
  if (title == parse::kNone) return;
  const std::string words = bare(document.text(title));
  for (Claim& claim : claims.all()) {
    if (words.find(claim.words) != std::string::npos) claim.weight += kMeta;
  }
}

bool is_cut(std::string_view text) { return text.ends_with("…") || text.ends_with("..."); }

Claims claims_of(const PageView& page) {
  Claims claims;
  std::span<const std::string> witnesses = page.sample->witness.titles;
  witnesses = witnesses.first(std::min(witnesses.size(), kMostWitnesses));
  for (const std::string& title : witnesses) {
    if (!is_cut(title)) claims.add(title, kSaidElsewhere, true);
  }
  for (Claim& claim : claims.all()) {  // it is also seen on the page
    if (!elements_saying(page.document, claim.words).empty()) claim.weight += kHeading;
  }
  add_metas(page.document, claims);
  add_headings(page.document, claims);
  for (const std::string& title : witnesses) {
    if (is_cut(title)) claims.add_beginning(title);
  }
  weigh_by_document_title(page.document, claims);
  return claims;
}

}  // namespace

void settle_titles(std::span<PageView> pages) {
  std::vector<Claims> claims;
  std::map<std::string, std::size_t> pages_with;
  for (const PageView& page : pages) {
    claims.push_back(claims_of(page));
    for (const Claim& claim : claims.back().all()) ++pages_with[claim.words];
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Claim* best = nullptr;
    for (const Claim& claim : claims[i].all()) {
      if (pages_with[claim.words] > 1) continue;
      if (best == nullptr || claim.weight > best->weight) best = &claim;
    }
    // One heading or one link text alone may be anything.
    if (best != nullptr && best->weight > kSaidElsewhere) pages[i].title = best->text;
    if (best != nullptr && best->elsewhere && pages[i].title.empty() && bare(pages[i].automatic.title) == best->words)
      pages[i].title = best->text;
  }
}

}  // namespace winnow::survey
