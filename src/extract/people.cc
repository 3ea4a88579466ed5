#include "extract/people.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/decide.h"
#include "extract/jsonld.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxByline = 400;  // bytes

// Several names for one field and where they were found.
struct NameWitness {
  std::vector<std::string> names;
  std::string from;
  int rank = 0;
};

struct MetaRank {
  std::string_view name;
  int rank;
};

constexpr auto kAuthorMetas = std::to_array<MetaRank>({{"byl", 80},
                                                       {"citation_author", 80},
                                                       {"parsely-author", 78},
                                                       {"sailthru.author", 78},
                                                       {"cxenseparse:author", 78},
                                                       {"article:author", 72},
                                                       {"og:article:author", 72},
                                                       {"article:author:name", 74},
                                                       {"article:author_name", 74},
                                                       {"dc.creator", 72},
                                                       {"dcterms.creator", 72},
                                                       {"dc.contributor", 60},
                                                       {"authors", 72},
                                                       {"author", 70},
                                                       {"articleauthor", 72},
                                                       {"article.author", 72},
                                                       {"shareaholic:article_author_name", 72},
                                                       {"dcsext.author", 70},
                                                       {"creator", 60},
                                                       {"content-creator", 60},
                                                       {"rbauthors", 72},
                                                       {"vr:author", 72},
                                                       {"weibo:article:author", 70},
                                                       {"og:author", 70},
                                                       {"article_author", 72}});

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string last_part(const std::string& title) {
  const std::size_t cut = title.find_last_of("|_-");
  return cut == std::string::npos ? std::string() : title.substr(cut + 1);
}

class PeopleCollector {
 public:
  PeopleCollector(const Page& page, NodeId heading, std::span<const NearLine> lines,
                  const std::vector<std::string>& sites)
      : page_(page), document_(page.document()), heading_(heading), lines_(lines) {
    for (const std::string& site : sites) site_keys_.push_back(name_key(site));
    const NodeId title = document_.first(Tag::title);
    const std::string tail = title == parse::kNone ? std::string() : last_part(page_.short_text(title, 1000));
    if (!tail.empty()) tail_key_ = name_key(tail);
  }

  FoundPeople find() {
    from_jsonld();
    from_metas();
    from_elements();
    from_lines();
    from_labels();
    FoundPeople found;
    decide(authors_, "authors", found.authors, found.trace);
    decide(editors_, "editors", found.editors, found.trace);
    if (const Witness* won = best_of(sources_)) {
      found.source = won->value;
      explain(found.trace, "source", *won, sources_);
    }
    return found;
  }

 private:
  [[nodiscard]] bool is_site(const std::string& name) const {
    const std::string key = name_key(name);
    if (key.size() >= 4 && !tail_key_.empty() && tail_key_.starts_with(key)) return true;
    return std::find(site_keys_.begin(), site_keys_.end(), key) != site_keys_.end();
  }

  // A site or an organisation that stands for an author loses against any person.
  void add(std::vector<std::string> names, std::string from, int rank, std::vector<NameWitness>& into) {
    // JSON-LD may name the site as the author; elsewhere that is a template's default.
    if (from != "jsonld:author") std::erase_if(names, [this](const std::string& name) { return is_site(name); });
    if (from.starts_with("meta:") || from == "jsonld:page") {
      std::erase_if(names, [](const std::string& name) { return !is_person(name); });
    }
    if (names.empty() || into.size() >= 64) return;
    const bool persons = std::any_of(names.begin(), names.end(),
                                     [this](const std::string& name) { return is_person(name) && !is_site(name); });
    if (!persons) rank -= 35;
    into.push_back({std::move(names), std::move(from), rank});
  }

  [[nodiscard]] std::vector<std::string> read(std::string_view text) const {
    return names_in(plain(text), page_.name_style());
  }

  void from_jsonld() {
    for (std::string_view key : {"author", "creator", "editor"}) {
      std::vector<std::string> names;
      for (const std::string& value : at_path(page_.article(), key)) {
        for (std::string& name : read(value)) add_once(names, std::move(name));
      }
      if (key == "editor")
        add(std::move(names), "jsonld", 90, editors_);
      else
        add(std::move(names), "jsonld:" + std::string(key), key == "author" ? 90 : 84, authors_);
    }
    for (const Json& object : page_.objects()) {
      if (is_article_type(object) || object["author"].is_null()) continue;
      std::vector<std::string> names;
      for (const std::string& value : at_path(object, "author")) {
        for (std::string& name : read(value)) add_once(names, std::move(name));
      }
      add(std::move(names), "jsonld:page", 68, authors_);
    }
  }

  void from_metas() {
    for (const MetaRank& known : kAuthorMetas) {
      std::vector<std::string> names;
      for (const std::string& value : page_.meta(known.name)) {
        for (std::string& name : read(value)) add_once(names, std::move(name));
      }
      add(std::move(names), "meta:" + std::string(known.name), known.rank, authors_);
    }
    for (std::string_view key : {"source", "contentsource", "dc.source", "original-source", "article:source"}) {
      const std::string value = page_.first_meta(key);
      if (is_publication(value) && value.find("://") == value.npos)
        sources_.push_back({value, "meta:" + std::string(key), 50});
    }
  }

  static bool class_says_author(const std::string& words) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"byline", "author", "authors", "autor", "autoren", "auteur", "autore", "writer", "journalist", "creator",
         "contributor", "contributors", "zuozhe", "bylines", "authorname", "reporter", "verfasser", "redacteur"});
    return std::any_of(kWords.begin(), kWords.end(), [&words](auto word) { return has_word(words, word); });
  }

  void from_elements() {
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < document_.size() && looked_at < 400; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag == Tag::text || node.tag == Tag::meta || node.attribute_count == 0 || page_.aside(id)) continue;
      const std::string property = split_words(document_.attribute(id, "itemprop"));
      const std::string rel = split_words(document_.attribute(id, "rel"));
      const std::string words = page_.words(id);
      const bool by_property = has_word(property, "author") || has_word(property, "creator");
      const bool by_rel = has_word(rel, "author");
      if (!by_property && !by_rel && !class_says_author(words)) continue;
      ++looked_at;
      if (by_property)
        from_microdata(id);
      else if (by_rel)
        add(read(page_.short_text(id, 120)), "rel:author", near(id) ? 76 : 56, authors_);
      else
        from_class(id, words);
    }
  }

  void from_microdata(NodeId id) {
    for (NodeId inner = id; inner < document_[id].end; ++inner) {
      const std::string property = split_words(document_.attribute(inner, "itemprop"));
      if (inner != id && !has_word(property, "name")) continue;
      if (inner == id && document_.has_attribute(id, "itemscope")) continue;
      std::string text(document_.attribute(inner, "content"));
      if (text.empty()) text = page_.short_text(inner, kMaxByline);
      add(read(text), "microdata", 80, authors_);
      return;
    }
    add(read(page_.short_text(id, 120)), "microdata", 78, authors_);
  }

  void from_class(NodeId id, const std::string& words) {
    if (has_word(words, "bio") || has_word(words, "box") || has_word(words, "description")) return;
    const std::string text = page_.short_text(id, kMaxByline);
    if (text.empty()) return;
    const int rank = near(id) ? 66 : 46;
    Byline byline = read_byline(text);
    if (!byline.authors.empty()) return add(std::move(byline.authors), "class:byline", rank + 2, authors_);
    if (utf8::length(text) > 80) return;
    std::vector<std::string> names = read(text);
    std::erase_if(names, [](const std::string& name) { return !is_person(name); });
    add(std::move(names), "class", rank, authors_);
  }

  [[nodiscard]] bool near(NodeId id) const {
    if (heading_ == parse::kNone) return page_.offset(id) < 2500;
    const std::size_t title = page_.offset(heading_), here = page_.offset(id);
    return here + 400 > title && here < title + 2500;
  }

  void take(Byline byline, const std::string& from, int rank) {
    add(std::move(byline.authors), from, rank, authors_);
    add(std::move(byline.editors), from, rank, editors_);
    if (!byline.source.empty() && !is_site_path(byline.source)) sources_.push_back({byline.source, from, rank});
  }

  // A word of a breadcrumb or a button is no publication.
  static bool is_site_path(const std::string& source) { return utf8::length(source) < 2; }

  void from_lines() {
    for (const NearLine& line : lines_) {
      if (line.text.size() > kMaxByline) continue;
      Byline byline = read_byline(line.text);
      const int rank = (line.before ? 52 : 60) + (byline.all ? 4 : 0) - (line.distance > 1500 ? 8 : 0);
      take(std::move(byline), "byline", rank);
    }
  }

  // 责任编辑 and 作者 often stand behind the article, far from the title.
  void from_labels() {
    constexpr auto kLabels = std::to_array<std::string_view>(
        {"责编", "責編", "编辑", "編輯", "作者", "记者", "記者", "来源", "來源", "文/", "文：", "文:", "文｜"});
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < document_.size() && looked_at < 60; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag != Tag::text || page_.aside(id) || node.text.size() > kMaxByline) continue;
      const bool labelled = std::any_of(kLabels.begin(), kLabels.end(), [&node](std::string_view label) {
        return node.text.find(label) != std::string_view::npos;
      });
      if (!labelled) continue;
      ++looked_at;
      std::string text = page_.short_text(node.parent, kMaxByline);
      if (text.empty()) text = node.text;
      take(read_byline(text), "label", 44);
    }
  }

  // Far from the title a class that names many is a list of other articles or of the staff.
  static bool names_other_pages(const std::vector<NameWitness>& all, const NameWitness& best) {
    if (best.rank >= 50 || !(best.from.starts_with("class") || best.from == "rel:author")) return false;
    std::vector<std::string> names;
    for (const NameWitness& one : all) {
      if (one.from != best.from) continue;
      for (const std::string& name : one.names) add_once(names, name);
    }
    return names.size() > 2;
  }

  void decide(const std::vector<NameWitness>& all, std::string_view field, std::vector<std::string>& into,
              Trace& trace) {
    const NameWitness* best = nullptr;
    std::vector<Witness> witnesses;
    for (const NameWitness& one : all) {
      witnesses.push_back({joined(one.names), one.from, one.rank});
      if (!best || one.rank > best->rank) best = &one;
    }
    if (!best) return;
    if (names_other_pages(all, *best)) return;
    into = best->names;
    // Where the element of a byline holds one name each, they belong together.
    for (const NameWitness& one : all) {
      if (one.from == best->from && one.rank == best->rank) {
        for (const std::string& name : one.names) add_once(into, name);
      }
    }
    explain(trace, field, {joined(into), best->from, best->rank}, witnesses);
  }

  const Page& page_;
  const parse::Document& document_;
  NodeId heading_;
  std::span<const NearLine> lines_;
  std::vector<std::string> site_keys_;
  std::string tail_key_;  // of what stands behind the last separator of <title>: most often the site
  std::vector<NameWitness> authors_, editors_;
  std::vector<Witness> sources_;
};

}  // namespace

FoundPeople find_people(const Page& page, NodeId heading, std::span<const NearLine> lines,
                        const std::vector<std::string>& sites) {
  return PeopleCollector(page, heading, lines, sites).find();
}

}  // namespace winnow::extract
