#include "extract/prune.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "extract/element_words.h"
#include "extract/hidden.h"
#include "extract/teasers.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

// Why a subtree may go, and how much of the page's prose may go for this reason.
struct Reason {
  RemovedKind kind;
  std::string_view why;
  double most_share, most_size;
  bool labels_only = false;  // a subtree with a whole sentence in it stays
};

struct WordReason {
  std::uint32_t word;
  Reason reason;
};

constexpr double kAnySize = 1e9;
constexpr double kFolded =
    0.6;  // so much of the prose, hidden inside the <article>, waits for a click or for a payment
constexpr double kLeastLeft = 0.02;
constexpr double kSentence = 80;  // the value of a line that is more than a label
constexpr double kRowSize = 300;  // of a list's item or a cell

constexpr Reason kHidden{RemovedKind::navigation, "hidden", 0.95, kAnySize};
constexpr Reason kMayBeSeen{RemovedKind::navigation, "hidden by its class or from those who hear the page", 0.25, 1500};
constexpr Reason kNav{RemovedKind::navigation, "<nav>", 0.4, kAnySize};
constexpr Reason kAside{RemovedKind::related, "<aside>", 0.4, kAnySize};
constexpr Reason kFooter{RemovedKind::navigation, "<footer>", 0.4, kAnySize};
constexpr Reason kHeader{RemovedKind::byline, "<header> of the page", 0.1, 1500};
constexpr Reason kForm{RemovedKind::navigation, "<form>", 0.15, 1500};
constexpr Reason kDialog{RemovedKind::notice, "a dialog", 0.97, kAnySize};
constexpr Reason kNavigationRole{RemovedKind::navigation, "has the role of navigation", 0.3, kAnySize};
constexpr Reason kAsideRole{RemovedKind::related, "has the role of an aside", 0.3, kAnySize};

constexpr Reason kTeaser{RemovedKind::related, "one in a row of teasers", 0.6, kAnySize};

constexpr WordReason kWordReasons[] = {
    {kConsentWord, {RemovedKind::notice, "named as a consent dialog", 1, kAnySize}},
    {kDialogWord, {RemovedKind::notice, "named as a dialog", 0.97, kAnySize}},
    {kCommentsWord, {RemovedKind::comments, "named as comments", 0.97, kAnySize}},
    {kShareWord, {RemovedKind::share, "named as a share bar", 0.3, 600}},
    {kAdvertWord, {RemovedKind::advert, "named as an advert", 0.3, 1500}},
    {kNavigationWord, {RemovedKind::navigation, "named as navigation", 0.4, kAnySize}},
    {kRelatedWord, {RemovedKind::related, "named as related", 0.5, kAnySize}},
    {kPlayerWord, {RemovedKind::navigation, "named as a player", 0.2, 1500}},
    {kNoticeWord, {RemovedKind::notice, "named as a notice", 0.3, 1500}},
    {kTagsWord, {RemovedKind::navigation, "named as tags", 0.2, 600}},
    {kAuthorWord, {RemovedKind::byline, "named as an author's line", 0.2, 500}},
    {kBylineWord, {RemovedKind::byline, "named as a byline", 0.2, 400, true}},
    {kUnseenWord, {RemovedKind::navigation, "for screen readers only", 0.3, 600}},
};

class Pruner {
 public:
  Pruner(const PageMap& map, NodeId within)
      : map_(map), document_(map.document()), within_(within), all_(map.good(within)), teasers_(find_teasers(map)) {}

  // A reason that takes too much in sum is none on this page: then the rest is tried without it.
  std::vector<Pruned> run() && {
    for (std::size_t round = 0; round < std::size(kWordReasons); ++round) {
      pass();
      const std::string_view excess = most_excessive();
      if (excess.empty()) break;
      refused_.push_back(excess);
      pruned_.clear();
    }
    return std::move(pruned_);
  }

 private:
  void pass() {
    for (NodeId id = within_ + 1; id < document_[within_].end; ++id) {
      if (document_[id].tag == Tag::text) continue;
      const Reason* reason = reason_for(id);
      if (reason == nullptr || !may_go(id, *reason)) continue;
      pruned_.push_back({id, reason->kind, reason->why, share_of(*reason), reason == &kHidden});
      id = document_[id].end - 1;
    }
  }

  std::string_view most_excessive() const {
    std::map<std::string_view, double> sums;
    double left = all_;
    for (const Pruned& p : pruned_) {
      sums[p.why] += map_.good(p.node);
      left -= map_.good(p.node);
    }
    std::string_view worst;
    double most = 0;
    for (const Pruned& p : pruned_) {
      const double sum = sums[p.why];
      if (sum > most && (sum > std::max(1.3 * p.most_share * all_, kSentence) || left < kLeastLeft * all_)) {
        most = sum;
        worst = p.why;
      }
    }
    return worst;
  }

  bool refused(const Reason& reason) const {
    return std::find(refused_.begin(), refused_.end(), reason.why) != refused_.end();
  }

  const Reason* reason_for(NodeId id) const {
    if (map_.hidden(id)) return hidden_reason(id);
    if (const Reason* reason = by_tag(id); reason != nullptr && !refused(*reason)) return reason;
    if (const Reason* reason = by_role(id); reason != nullptr && !refused(*reason)) return reason;
    if (const Reason* reason = by_words(id); reason != nullptr) return reason;
    const bool teaser = std::binary_search(teasers_.begin(), teasers_.end(), id) || is_called_teaser(id);
    return teaser && !refused(kTeaser) ? &kTeaser : nullptr;
  }

  // A lead has no headline that leads elsewhere.
  bool is_called_teaser(NodeId id) const {
    return (map_.words(id) & (kLeadWord | kCardWord)) != 0 && is_part(document_[id].tag) && is_teaser(map_, id);
  }

  const Reason* hidden_reason(NodeId id) const {
    if (may_be_seen(document_, id)) return &kMayBeSeen;
    return inside(id, Tag::article) && map_.good(id) > kFolded * all_ ? nullptr : &kHidden;
  }

  const Reason* by_words(NodeId id) const {
    const std::uint32_t words = map_.words(id);
    if (words == 0 || !is_part(document_[id].tag)) return nullptr;
    for (const WordReason& r : kWordReasons) {
      if ((words & r.word) == 0 || refused(r.reason)) continue;
      if (r.word == kNavigationWord && parse::is_heading(document_[id].tag)) continue;  // "toc-3" is where a link leads
      if (r.word == kNavigationWord && has(id, Role::code)) continue;                   // a bar of buttons over it
      if (r.word == kShareWord && (words & kEmbedWord) != 0) continue;
      if (r.reason.kind == RemovedKind::byline && (words & kBodyWord) != 0) continue;
      if (r.word == kBylineWord && (is_in_row(id) || has(id, Role::caption))) continue;
      return &r.reason;
    }
    return nullptr;
  }

  // A date in a list or table belongs to what it lists. In a table made for layout a cell may hold the article.
  bool is_in_row(NodeId id) const {
    const auto lines = map_.lines_in(id);
    return !lines.empty() && lines.front().cell != kNone && map_.size(lines.front().cell) <= kRowSize;
  }

  bool has(NodeId id, Role role) const {
    const auto lines = map_.lines_in(id);
    return std::any_of(lines.begin(), lines.end(), [role](const Line& line) { return line.role == role; });
  }

  static bool is_part(Tag tag) {
    return tag != Tag::body && tag != Tag::html && tag != Tag::main && tag != Tag::td && tag != Tag::tr &&
           tag != Tag::tbody && (parse::is_block(tag) || tag == Tag::other || tag == Tag::span || tag == Tag::a);
  }

  const Reason* by_tag(NodeId id) const {
    switch (document_[id].tag) {
      case Tag::nav:
        return &kNav;
      case Tag::aside:
        return &kAside;
      case Tag::footer:
        return &kFooter;
      case Tag::form:
        return &kForm;
      case Tag::header:
        return inside(id, Tag::article) || inside(id, Tag::main) ? nullptr : &kHeader;
      default:
        return nullptr;
    }
  }

  const Reason* by_role(NodeId id) const {
    const std::string_view role = document_.attribute(id, "role");
    if (role.empty()) return nullptr;
    if (role == "dialog" || role == "alertdialog") return &kDialog;
    if (role == "complementary") return &kAsideRole;
    const bool navigation =
        role == "navigation" || role == "banner" || role == "search" || role == "contentinfo" || role == "menu";
    return navigation ? &kNavigationRole : nullptr;
  }

  bool inside(NodeId id, Tag tag) const {
    for (NodeId at = document_[id].parent; at != kNone; at = document_[at].parent) {
      if (document_[at].tag == tag) return true;
    }
    return false;
  }

  bool holds(NodeId id, NodeId other) const { return other != kNone && other >= id && other < document_[id].end; }

  // Beside a title that is surely the article's, what is called a sidebar is one, however long.
  double share_of(const Reason& reason) const {
    const bool any = map_.title_is_sure() && reason.most_size >= kAnySize;
    return any ? std::max(reason.most_share, 0.9) : reason.most_share;
  }

  bool may_go(NodeId id, const Reason& reason) const {
    if (holds(id, map_.title())) return false;
    if (map_.size(id) > reason.most_size) return false;
    const double good = map_.good(id);
    if (good <= 0) return true;
    if (good > share_of(reason) * all_) return false;
    if (reason.kind == RemovedKind::comments) return true;
    if (reason.kind == RemovedKind::byline && (names_lead(id) || opens_sentence(id))) return false;
    if (reason.labels_only && has_sentence(id)) return false;
    return !names_body(id);
  }

  // A name for an editor's or reader's marks in a paragraph, not for a line of its own.
  bool opens_sentence(NodeId id) const {
    constexpr double kShortest = 40;
    if (document_[id].tag != Tag::span) return false;
    const auto lines = map_.lines_in(id);
    return std::any_of(lines.begin(), lines.end(),
                       [](const Line& line) { return line.ends_sentence && line.whole() >= kShortest; });
  }

  bool has_sentence(NodeId id) const {
    const auto lines = map_.lines_in(id);
    return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.value >= kSentence; });
  }

  // The article's own container inside: what holds it is not what its name says.
  bool names_body(NodeId id) const {
    for (NodeId at = id; at < document_[id].end; ++at) {
      if ((map_.words(at) & kBodyWord) != 0 && map_.good(at) > 0.2 * all_) return true;
    }
    return false;
  }

  bool names_lead(NodeId id) const {
    for (NodeId at = id; at < document_[id].end; ++at) {
      if ((map_.words(at) & kLeadWord) != 0 && map_.good(at) > 40) return true;
    }
    return false;
  }

  const PageMap& map_;
  const Document& document_;
  NodeId within_;
  double all_;
  std::vector<NodeId> teasers_;
  std::vector<std::string_view> refused_;
  std::vector<Pruned> pruned_;
};

}  // namespace

std::vector<Pruned> prune(const PageMap& map, NodeId within) { return Pruner(map, within).run(); }

}  // namespace winnow::extract
