#include "winnow/internal/mark.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/html_text.h"
#include "base/unicode.h"
#include "winnow/internal/decisions.h"
#include "winnow/internal/mark_panel.h"

namespace winnow::internal {
namespace {

using parse::Document;
using parse::HtmlEdits;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

bool is_list(Tag tag) { return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl; }

// In these nothing but rows, items and options may stand.
bool takes_no_label(Tag tag) {
  return parse::is_void(tag) || is_list(tag) || tag == Tag::amp_img || tag == Tag::iframe || tag == Tag::video ||
         tag == Tag::audio || tag == Tag::table || tag == Tag::thead || tag == Tag::tbody || tag == Tag::tfoot ||
         tag == Tag::tr || tag == Tag::select || tag == Tag::textarea || tag == Tag::option || tag == Tag::text;
}

bool is_wanted(const Document& document, NodeId text) {
  const Tag parent = document[text].parent == kNone ? Tag::document : document[document[text].parent].tag;
  return document[text].tag == Tag::text && parent != Tag::script && parent != Tag::style && parent != Tag::title &&
         parent != Tag::textarea && parent != Tag::option && !unicode::trim(document[text].text).empty();
}

class Marker {
 public:
  Marker(const Document& document, const std::vector<Decision>& decisions)
      : document_(document), decisions_(decisions) {
    for (std::size_t k = 0; k < decisions_.size(); ++k) {
      own_.push_back(decisions_[k].node < document_.size() ? scope(decisions_[k]) : kNone);
      places_.push_back(place_of(decisions_[k]));
      ++users_[own_.back()];
    }
  }

  HtmlEdits run(std::string_view title) && {
    for (std::size_t k = 0; k < decisions_.size(); ++k) {
      if (own_[k] == kNone) continue;
      if (users_[own_[k]] == 1 && document_[own_[k]].tag != Tag::body) {
        mark_element(k);
      } else {
        mark_texts(k);
      }
    }
    std::sort(marked_.begin(), marked_.end());
    edits_.inside[document_.first(Tag::head)] += marks_head();
    edits_.inside[document_.first(Tag::body)] += marks_panel(title, decisions_);
    edits_.write = [&document = document_, places = places_](NodeId id) { return write(document, places, id); };
    edits_.keeps = [marked = marked_](NodeId id, const parse::Attribute& a) {
      const bool ours = a.name == "title" || a.name == "style";  // on marked elements: what we say, and both styles
      return is_harmless(a) && !(ours && std::binary_search(marked.begin(), marked.end(), id));
    };
    return std::move(edits_);
  }

 private:
  // The element that is the whole block: of a list or table all of it, of the rest what its line stands in.
  NodeId scope(const Decision& decision) const {
    NodeId found = decision.node;
    if (decision.kept && decision.kind == "embed" && decision.first < document_.size() &&
        document_[decision.first].tag == Tag::text)
      return nearest(decision.node, Tag::blockquote);
    if (!decision.kept || (decision.kind != "list" && decision.kind != "table")) return found;
    for (NodeId at = decision.node; at != kNone && document_[at].tag != Tag::body; at = document_[at].parent) {
      const Tag tag = document_[at].tag;
      if (decision.kind == "table" && tag == Tag::table) return at;
      if (decision.kind == "list" && is_list(tag)) found = at;
      if (decision.kind == "list" && tag == Tag::table) break;
    }
    return found;
  }

  // Itself where there is none.
  NodeId nearest(NodeId id, Tag tag) const {
    NodeId at = id;
    while (at != kNone && document_[at].tag != tag) at = document_[at].parent;
    return at == kNone ? id : at;
  }

  std::string attributes(std::size_t k) const {
    const Decision& d = decisions_[k];
    const std::string state = d.kept ? "kept" : "removed";
    return "data-winnow=\"" + state + "\" title=\"" + html_text(state + ": " + d.kind + ": " + d.why) +
           "\" style=\"--winnow:" + std::string(mark_colour(d)) + "\"";
  }

  std::string label(std::size_t k, bool above = false) const {
    const Decision& d = decisions_[k];
    return std::string("<winnow-label ") + (above ? "data-winnow-above " : "") + "id=\"winnow-" + std::to_string(k) +
           "\" title=\"" + html_text((d.kept ? "kept: " : "removed: ") + d.kind + ": " + d.why) +
           "\" style=\"--winnow:" + std::string(mark_colour(d)) + "\">" + (d.kept ? "" : "✕ ") +
           html_text(d.kind + " · " + d.why) + "</winnow-label>";
  }

  void mark_element(std::size_t k) {
    const NodeId id = own_[k];
    const std::string_view style = document_.attribute(id, "style");
    const bool hidden = decisions_[k].why == "hidden";
    std::string own = attributes(k);
    // Into our style attribute, which ends it: a second one would not count.
    if (!style.empty() && !hidden) own.insert(own.size() - 1, ";" + html_text(style));
    if (hidden) own += " data-winnow-hidden";
    edits_.attributes[id] = own;
    const bool above = takes_no_label(document_[id].tag);
    (above ? edits_.before : edits_.inside)[id] += label(k, above);
    marked_.push_back(id);
  }

  // Where several blocks share an element, as lines between <br> do.
  void mark_texts(std::size_t k) {
    const NodeId from = places_[k];
    const auto next = std::upper_bound(places_.begin() + static_cast<std::ptrdiff_t>(k), places_.end(), from);
    const NodeId end = std::min(document_[own_[k]].end, next == places_.end() ? kNone : *next);
    bool labelled = false;
    for (NodeId id = from; id < end; ++id) {
      if (!is_wanted(document_, id)) continue;
      if (!labelled) edits_.before[id] += label(k);
      labelled = true;
      edits_.before[id] += "<winnow-mark " + attributes(k) + ">";
      edits_.behind[id] = "</winnow-mark>";
      if (decisions_[k].first == kNone) break;
    }
  }

  // `places` of all decisions: what stands for readers without scripts is written where the article is in it.
  static HtmlEdits::Write write(const Document& document, const std::vector<NodeId>& places, NodeId id) {
    switch (document[id].tag) {
      case Tag::script:
      case Tag::template_:
      case Tag::link:
      case Tag::base:
      case Tag::object:
      case Tag::embed:
      case Tag::svg:
      case Tag::meta:
        return HtmlEdits::Write::nothing;
      case Tag::noscript: {
        const auto inside = std::lower_bound(places.begin(), places.end(), id);
        const bool has_some = inside != places.end() && *inside < document[id].end;
        return has_some ? HtmlEdits::Write::content : HtmlEdits::Write::nothing;
      }
      default:
        break;
    }
    const std::string_view name = document[id].tag == Tag::other ? document[id].text : std::string_view();
    const bool raw = name == "frameset" || name == "frame" || name == "applet" || name == "noembed" ||
                     name == "noframes" || name == "xmp" || name == "plaintext";
    return raw ? HtmlEdits::Write::nothing : HtmlEdits::Write::all;
  }

  // Nothing that runs, and nothing that loads but images, which the policy forbids anyhow.
  static bool is_harmless(const parse::Attribute& a) {
    constexpr std::string_view kLoading[] = {"src",  "srcset", "srcdoc",     "action",     "formaction", "poster",
                                             "data", "ping",   "xlink:href", "background", "autofocus"};
    if (a.name.starts_with("on") || a.name == "http-equiv") return false;
    if (a.name == "src" && a.value.starts_with("data:image/")) return true;
    if (std::find(std::begin(kLoading), std::end(kLoading), a.name) != std::end(kLoading)) return false;
    if (a.name != "href") return true;
    const std::string_view address = unicode::trim(a.value);
    return address.starts_with("http:") || address.starts_with("https:") || address.starts_with("/") ||
           address.starts_with("#");
  }

  const Document& document_;
  const std::vector<Decision>& decisions_;
  std::vector<NodeId> own_;                        // of each decision: its element
  std::vector<NodeId> places_;                     // of each decision, ascending; those without one are 0
  std::unordered_map<NodeId, std::size_t> users_;  // how many decisions an element is of
  std::vector<NodeId> marked_;
  HtmlEdits edits_;
};

}  // namespace

std::string marked_html(const JudgedPart& part, std::string_view title) {
  const std::vector<Decision> decisions = decisions_on(part);
  return parse::to_html(part.part.document, Marker(part.part.document, decisions).run(title));
}

}  // namespace winnow::internal
