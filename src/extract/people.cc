#include "extract/people.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/dated_names.h"
#include "extract/decide.h"
#include "extract/jsonld.h"
#include "extract/name_words.h"
#include "extract/shown_names.h"
#include "extract/signatures.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxByline = 400;    // bytes
constexpr std::size_t kMaxLabelled = 120;  // of a line that is a label and names
constexpr std::size_t kMaxSignature = 60;
constexpr const char* kNameByDate = "name by the date";

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
      : page_(page),
        document_(page.document()),
        heading_(heading),
        lines_(lines),
        bylines_(bylines_of(lines, page.name_style())),
        shown_(page, heading, lines, bylines_) {
    for (const std::string& site : sites) site_keys_.push_back(name_key(site));
    const NodeId title = document_.first(Tag::title);
    const std::string tail = title == parse::kNone ? std::string() : last_part(page_.short_text(title, 1000));
    if (!tail.empty()) tail_key_ = name_key(tail);
  }

  FoundPeople find() {
    from_jsonld();
    from_metas();
    from_elements();
    DatedNames dated = names_by_date(page_, heading_);
    add(std::move(dated.names), kNameByDate, dated.called_name ? 61 : 53, authors_);
    from_lines();
    from_labels();
    from_latin_labels();
    add(signed_at_right(page_), "signature", 58, authors_);
    add(signed_in_brackets(page_), "signature", 42, authors_);
    drop_named_sources();
    FoundPeople found;
    if (const Witness* won = best_of(sources_)) {
      found.source = won->value;
      explain(found.trace, "source", *won, sources_);
    }
    decide(authors_, "authors", found.authors, found.trace);
    std::erase_if(found.authors, [&](const std::string& name) { return name_key(name) == name_key(found.source); });
    decide(editors_, "editors", found.editors, found.trace);
    return found;
  }

 private:
  [[nodiscard]] bool is_site(const std::string& name) const {
    const std::string key = name_key(name);
    if (key.size() >= 4 && !tail_key_.empty() && tail_key_.starts_with(key)) return true;
    return std::find(site_keys_.begin(), site_keys_.end(), key) != site_keys_.end();
  }

  static bool is_stated(std::string_view from) {
    return from.starts_with("meta:") || from.starts_with("jsonld") || from == "microdata:content";
  }

  // What JSON-LD and <meta> say of authors counts where readers see it: a person anywhere, anything else as an
  // author only. The rest are accounts of the system, the site itself, templates' defaults. A news article's own
  // statement needs no second witness: some sites draw their bylines by script.
  [[nodiscard]] bool is_credible(const std::string& name, std::string_view from) {
    const Shown shown = shown_.of(name);
    if (shown == Shown::as_author) return true;
    if (shown != Shown::nowhere && is_person(name) && !is_site(name)) return true;
    if (from != "jsonld:author" || is_domain(name)) return false;
    return is_news_type(page_.article()) || (is_person(name) && !is_site(name) && is_stated_person(name));
  }

  // JSON-LD types the author a Person. What refers to a list of the system's accounts (Yoast's graphs) names whoever
  // put the text in.
  [[nodiscard]] bool is_stated_person(const std::string& name) const {
    constexpr std::string_view kAccounts = "/schema/person/";
    const Json& author = page_.article()["author"];
    const auto is_this = [&](const Json& value) {
      return value["@type"].string() == "Person" && value["name"].string().find(name) != std::string::npos &&
             value["@id"].string().find(kAccounts) == std::string::npos;
    };
    return is_this(author) || std::any_of(author.array().begin(), author.array().end(), is_this);
  }

  // A site or an organisation that stands for an author loses against any person.
  void add(std::vector<std::string> names, std::string from, int rank, std::vector<NameWitness>& into) {
    // JSON-LD may name the site as the author; elsewhere that is a template's default.
    if (from != "jsonld:author") std::erase_if(names, [this](const std::string& name) { return is_site(name); });
    if (from.starts_with("meta:") || from == "jsonld:page") {
      std::erase_if(names, [](const std::string& name) { return !is_person(name); });
    }
    if (&into == &authors_ && is_stated(from))
      std::erase_if(names, [&](const std::string& name) { return !is_credible(name, from); });
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
    from_labelled_metas();
    for (std::string_view key : {"source", "contentsource", "dc.source", "original-source", "article:source"}) {
      const std::string value = page_.first_meta(key);
      if (is_publication(value) && value.find("://") == value.npos)
        sources_.push_back({value, "meta:" + std::string(key), 50});
    }
  }

  // Twitter's cards have labels with values: "Written by", "Jane Doe".
  void from_labelled_metas() {
    constexpr auto kPairs = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"twitter:label1", "twitter:data1"}, {"twitter:label2", "twitter:data2"}});
    for (const auto& [label, data] : kPairs) {
      const std::string says = page_.first_meta(label) + ": ";
      if (without_author_label(says + "x").found)
        add(read(page_.first_meta(data)), "meta:" + std::string(data), 66, authors_);
    }
  }

  void from_elements() {
    static constexpr WordSet kCreators(std::to_array<std::string_view>({"author", "creator"}));
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < document_.size() && looked_at < 400; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag == Tag::text || node.tag == Tag::meta || page_.aside(id)) continue;
      const std::string& words = page_.words(id);
      if (node.attribute_count == 0 && words.size() <= 1) continue;
      const std::string_view property = document_.attribute(id, "itemprop"), rel = document_.attribute(id, "rel");
      const bool by_property = !property.empty() && kCreators.any_in(split_words(property));
      const bool by_rel = !rel.empty() && has_word(split_words(rel), "author");
      const bool by_class = class_says_author(words), by_link = node.tag == Tag::a && near(id) && leads_to_author(id);
      if (!by_property && !by_rel && !by_class && !by_link) continue;
      ++looked_at;
      if (by_property)
        from_microdata(id);
      else if (by_rel)
        add(read(page_.short_text(id, 120)), "rel:author", near(id) ? 76 : 56, authors_);
      else if (by_class)
        from_class(id, words);
      else
        from_link(id);
    }
  }

  void from_microdata(NodeId id) {
    for (NodeId inner = id; inner < document_[id].end; ++inner) {
      const std::string property = split_words(document_.attribute(inner, "itemprop"));
      if (inner != id && !has_word(property, "name")) continue;
      if (inner == id && document_.has_attribute(id, "itemscope")) continue;
      const std::string content(document_.attribute(inner, "content"));
      if (!content.empty()) return add(read(content), "microdata:content", 80, authors_);
      return add(read(page_.short_text(inner, kMaxByline)), "microdata", 80, authors_);
    }
    add(read(page_.short_text(id, 120)), "microdata", 78, authors_);
  }

  void from_class(NodeId id, const std::string& words) {
    if (has_word(words, "bio") || has_word(words, "box") || has_word(words, "description")) return;
    const std::string text = page_.short_text(id, kMaxByline);
    if (text.empty()) return;
    const int rank = near(id) ? 66 : 46;
    Byline byline = read_byline(text, page_.name_style());
    if (!byline.authors.empty()) return add(std::move(byline.authors), "class:byline", rank + 2, authors_);
    if (!byline.editors.empty() && byline.all) return;
    if (std::vector<std::string> apart = names_apart(id); apart.size() > 1)
      return add(std::move(apart), "class", rank + 1, authors_);
    if (utf8::length(text) > 80) return;
    std::vector<std::string> names = read(text);
    const bool one = names.size() == 1 && near(id) && !has_word(words, "byline");
    std::erase_if(names, [](const std::string& name) { return !is_person(name); });
    if (names.empty() && one) names = only_name(text);
    add(std::move(names), "class", rank, authors_);
  }

  // "/author/jane-doe"
  [[nodiscard]] bool leads_to_author(NodeId link) const {
    static constexpr WordSet kPlaces(std::to_array<std::string_view>(
        {"author",       "authors",  "autor",     "autoren",  "autores",    "auteur",      "auteurs",
         "autore",       "autori",   "profile",   "profiles", "journalist", "journalists", "contributor",
         "contributors", "reporter", "reporters", "writer",   "writers",    "byline",      "redakteur"}));
    const std::string_view href = document_.attribute(link, "href");
    const std::size_t last = href.find_last_of('/', href.size() < 2 ? 0 : href.size() - 2);
    return last != href.npos && kPlaces.any_in(split_words(href.substr(0, last)));
  }

  // A person whose link leads to a page about an author, near the title.
  void from_link(NodeId id) {
    std::vector<std::string> names = read(page_.short_text(id, kMaxSignature));
    if (names.size() != 1 || !is_person(names[0])) return;
    add(std::move(names), "link to an author", 62, authors_);
  }

  // What stands beside a date is the source, unless its element calls it a name; in Japan it is the author.
  void drop_named_sources() {
    const bool any = page_.name_style().japanese;
    for (const NameWitness& named : authors_) {
      if (named.from != kNameByDate && !(any && named.from.starts_with("class"))) continue;
      for (const std::string& name : named.names) {
        std::erase_if(sources_, [&name](const Witness& source) { return name_key(source.value) == name_key(name); });
      }
    }
  }

  // Elements inside a byline that hold a person each and nothing else stands beside them.
  [[nodiscard]] std::vector<std::string> names_apart(NodeId id) const {
    std::vector<std::string> names;
    for (NodeId inner = id + 1; inner < document_[id].end; ++inner) {
      if (document_[inner].tag != Tag::text || unicode::trim(document_[inner].text).empty()) continue;
      std::vector<std::string> here = read(document_[inner].text);
      if (here.size() != 1 || !is_person(here[0]) || utf8::length(here[0]) > 40) return {};
      add_once(names, std::move(here[0]));
    }
    return names;
  }

  // A nickname or a desk, where an element that is named for the author holds no more than it.
  [[nodiscard]] std::vector<std::string> only_name(const std::string& text) const {
    std::vector<std::string> names = read(text);
    const bool short_one = names.size() == 1 && utf8::length(names[0]) <= 24 &&
                           names[0].find(' ') == std::string::npos && !unicode::is_cjk(utf8::decode(names[0]).front());
    if (!short_one || word_key(names[0]) != word_key(text)) names.clear();
    return names;
  }

  [[nodiscard]] bool near(NodeId id) const { return is_near(page_, heading_, id); }

  void take(Byline byline, const std::string& from, int rank) {
    add(std::move(byline.authors), from, rank, authors_);
    add(std::move(byline.editors), from, rank, editors_);
    if (!byline.source.empty() && !is_site_path(byline.source)) sources_.push_back({byline.source, from, rank});
  }

  // A word of a breadcrumb or a button is no publication.
  static bool is_site_path(const std::string& source) { return utf8::length(source) < 2; }

  void from_lines() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const NearLine& line = lines_[i];
      Byline& byline = bylines_[i];
      const int rank = (line.before ? 52 : 60) + (byline.all ? 4 : 0) - (line.distance > 1500 ? 8 : 0);
      take(std::move(byline), "byline", rank);
    }
  }

  // An empty one for a line that is too long. "By" alone in a line is read with the next.
  static std::vector<Byline> bylines_of(std::span<const NearLine> lines, const NameStyle& style) {
    std::vector<Byline> bylines(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].text.size() > kMaxByline) continue;
      const std::string labelled =
          !lines[i].linked && is_author_label(lines[i].text) ? with_names(lines.subspan(i)) : std::string();
      bylines[i] = read_byline(labelled.empty() ? lines[i].text : labelled, style);
    }
    return bylines;
  }

  // "By", "Jane Doe", "and", "John Roe": the label with the lines behind it, as far as they go on.
  static std::string with_names(std::span<const NearLine> lines) {
    std::string text = lines[0].text;
    std::size_t at = 1;
    const auto take = [&] {
      if (at >= lines.size() || lines[at].before != lines[0].before) return;
      if (text.size() + lines[at].text.size() < kMaxLabelled) text += " " + lines[at++].text;
    };
    take();
    while (at + 1 < lines.size() && (lines[at].text == "," || joins_names(unicode::lower(lines[at].text)))) {
      const std::size_t joiner = at;
      take();
      take();
      if (at < joiner + 2) break;
    }
    return text;
  }

  // 责任编辑 and 作者 often stand behind the article, far from the title.
  void from_labels() {
    constexpr auto kLabels = std::to_array<std::string_view>(
        {"责编", "責編", "编辑", "編輯", "作者", "记者", "記者", "来源", "來源", "文/", "文：", "文:", "文｜"});
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < document_.size() && looked_at < 60; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag != Tag::text || page_.aside(id) || node.text.size() > kMaxByline) continue;
      if (utf8::is_ascii(node.text)) continue;
      const bool labelled = std::any_of(kLabels.begin(), kLabels.end(), [&node](std::string_view label) {
        return node.text.find(label) != std::string_view::npos;
      });
      if (!labelled) continue;
      ++looked_at;
      std::string text = page_.short_text(node.parent, kMaxByline);
      if (text.empty()) text = node.text;
      take(read_byline(text, page_.name_style()), "label", 44);
    }
  }

  // "Autor: Jane Doe", "By Jane Doe" far from the title, the label in an element of its own maybe, a date beside it.
  void from_latin_labels() {
    constexpr auto kLabels =
        std::to_array<std::string_view>({"aut", "wri", "авт", "by ", "by:", "von ", "par ", "por ", "text", "word",
                                         "door ", "tekst", "escr", "scri", "بقلم", "كتب"});
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < document_.size() && looked_at < 60; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag != Tag::text || node.text.size() > kMaxLabelled || page_.aside(id)) continue;
      const std::string start = unicode::lower(unicode::trim(node.text).substr(0, 8));
      if (std::none_of(kLabels.begin(), kLabels.end(), [&](auto label) { return start.starts_with(label); })) continue;
      ++looked_at;
      NodeId block = node.parent;
      while (block != parse::kNone && !parse::is_block(document_[block].tag)) block = document_[block].parent;
      if (block == parse::kNone) continue;
      std::string text = page_.short_text(block, kMaxLabelled);
      const bool in_block = !text.empty();
      if (!in_block) text = unicode::collapse(node.text);
      Byline byline = read_byline(text, page_.name_style());
      const Unlabelled labelled = without_author_label(text);
      const bool sure = labelled.sure && in_block;
      if (sure) {
        take(std::move(byline), "label", 44);
      } else if (byline.all && byline.source.empty() && begins_with_person(byline)) {
        take(std::move(byline), "label", 40);
      }
    }
  }

  // "Von der Quelle zur Mündung" is a headline.
  static bool begins_with_person(const Byline& byline) {
    if (byline.authors.empty() || !is_person(byline.authors[0])) return false;
    return !is_particle(byline.authors[0].substr(0, byline.authors[0].find(' ')));
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
  std::vector<Byline> bylines_;  // of the lines, one each
  ShownNames shown_;
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
