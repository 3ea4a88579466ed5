#include "extract/people.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/decide.h"
#include "extract/jsonld.h"
#include "extract/shown_names.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxByline = 400;    // bytes
constexpr std::size_t kMaxLabelled = 120;  // of a line that is a label and names
constexpr std::size_t kMaxSignature = 60;

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
        bylines_(bylines_of(lines)),
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
    from_lines();
    from_labels();
    from_latin_labels();
    from_signatures();
    from_han_brackets();
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
    return from == "jsonld:author" && is_news_type(page_.article()) && !is_domain(name);
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
      if (node.tag == Tag::text || node.tag == Tag::meta || node.attribute_count == 0 || page_.aside(id)) continue;
      const std::string_view property = document_.attribute(id, "itemprop"), rel = document_.attribute(id, "rel");
      const std::string& words = page_.words(id);
      const bool by_property = !property.empty() && kCreators.any_in(split_words(property));
      const bool by_rel = !rel.empty() && has_word(split_words(rel), "author");
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
    Byline byline = read_byline(text);
    if (!byline.authors.empty()) return add(std::move(byline.authors), "class:byline", rank + 2, authors_);
    if (std::vector<std::string> apart = names_apart(id); apart.size() > 1)
      return add(std::move(apart), "class", rank + 1, authors_);
    if (utf8::length(text) > 80) return;
    std::vector<std::string> names = read(text);
    const bool one = names.size() == 1 && near(id) && !has_word(words, "byline");
    std::erase_if(names, [](const std::string& name) { return !is_person(name); });
    if (names.empty() && one) names = only_name(text);
    add(std::move(names), "class", rank, authors_);
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
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const NearLine& line = lines_[i];
      Byline& byline = bylines_[i];
      const int rank = (line.before ? 52 : 60) + (byline.all ? 4 : 0) - (line.distance > 1500 ? 8 : 0);
      take(std::move(byline), "byline", rank);
    }
  }

  // An empty one for a line that is too long.
  static std::vector<Byline> bylines_of(std::span<const NearLine> lines) {
    std::vector<Byline> bylines(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].text.size() <= kMaxByline) bylines[i] = read_byline(lines[i].text);
    }
    return bylines;
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
      take(read_byline(text), "label", 44);
    }
  }

  // "Autor: Jane Doe" far from the title, the label in an element of its own maybe.
  void from_latin_labels() {
    constexpr auto kLabels = std::to_array<std::string_view>({"aut", "wri", "\u0430\u0432\u0442"});
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < document_.size() && looked_at < 60; ++id) {
      const parse::Node& node = document_[id];
      if (node.tag != Tag::text || node.text.size() > kMaxLabelled || page_.aside(id)) continue;
      const std::string start = unicode::lower(unicode::trim(node.text).substr(0, 6));
      if (std::none_of(kLabels.begin(), kLabels.end(), [&](auto label) { return start.starts_with(label); })) continue;
      ++looked_at;
      NodeId block = node.parent;
      while (block != parse::kNone && !parse::is_block(document_[block].tag)) block = document_[block].parent;
      if (block == parse::kNone) continue;
      const std::string text = page_.short_text(block, kMaxLabelled);
      if (without_author_label(text).sure) take(read_byline(text), "label", 44);
    }
  }

  // A name alone at the right: how columns and letters are signed. Several are attributions of quotes.
  void from_signatures() {
    std::vector<std::string> signed_by;
    for (NodeId id = 0; id < document_.size() && signed_by.size() < 4; ++id) {
      if ((document_[id].tag != Tag::p && document_[id].tag != Tag::div) || page_.aside(id) || !at_right(id)) continue;
      const std::string text = page_.short_text(id, kMaxSignature);
      std::vector<std::string> names = read(text);
      const bool alone = names.size() == 1 && is_person(names[0]) && word_key(names[0]) == word_key(text);
      if (alone && !unicode::is_cjk(utf8::decode(names[0]).front())) add_once(signed_by, std::move(names[0]));
    }
    if (signed_by.size() == 1) add(std::move(signed_by), "signature", 58, authors_);
  }

  // "……的目标。（周艾琳 林洁琛）": how Chinese papers sign, in brackets behind the last sentence.
  void from_han_brackets() {
    std::vector<std::string> found;
    int signatures = 0;
    for (NodeId id = 0; id < document_.size() && signatures < 2; ++id) {
      if (document_[id].tag != Tag::text || page_.aside(id)) continue;
      std::vector<std::string> names = han_signature(unicode::trim(document_[id].text));
      if (names.empty()) continue;
      ++signatures;
      found = std::move(names);
    }
    if (signatures == 1) add(std::move(found), "signature", 42, authors_);
  }

  [[nodiscard]] std::vector<std::string> han_signature(std::string_view text) const {
    constexpr std::string_view kOpen = "\uFF08", kClose = "\uFF09";
    if (!text.ends_with(kClose)) return {};
    const std::size_t open = text.rfind(kOpen);
    if (open == text.npos || text.size() - open > kMaxSignature) return {};
    const auto ends = std::to_array<std::string_view>({"\u3002", "\u201D", "\uFF01", "\uFF1F"});
    const std::string_view before = text.substr(0, open);
    if (std::none_of(ends.begin(), ends.end(), [before](auto mark) { return before.ends_with(mark); })) return {};
    std::string_view inside = text.substr(open + kOpen.size());
    inside.remove_suffix(kClose.size());
    inside = unicode::trim(inside);
    if (inside.ends_with("报道") || inside.ends_with("報道")) inside = inside.substr(0, inside.find(' '));
    std::vector<std::string> names = read(inside);
    // 全文完 and 资料图 stand in brackets too.
    const bool persons = std::all_of(names.begin(), names.end(), [](const std::string& name) {
      return utf8::length(name) <= 3 && is_person(name) && !is_remark(name);
    });
    return persons ? names : std::vector<std::string>();
  }

  static bool is_remark(std::string_view text) {
    for (std::string_view part :
         {"完", "图", "圖", "文", "续", "續", "摘", "略", "注", "载", "載", "稿", "编", "編", "社", "网"}) {
      if (text.find(part) != text.npos) return true;
    }
    return false;
  }

  [[nodiscard]] bool at_right(NodeId id) const {
    if (unicode::lower(document_.attribute(id, "align")) == "right") return true;
    const std::string_view style = document_.attribute(id, "style");
    const std::size_t at = style.find("text-align:");
    return at != style.npos && unicode::trim(style.substr(at + 11)).starts_with("right");
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
