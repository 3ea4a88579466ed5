#include "survey/patterns.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/regex.h"
#include "base/scan.h"
#include "survey/piece_pattern.h"

namespace winnow::survey {
namespace {

using Indexes = std::vector<std::size_t>;

constexpr std::size_t kMostAddresses = 4000;  // that are looked at, of each sort
constexpr std::size_t kMostPatterns = 24;
constexpr std::size_t kNamesInOne = 12;  // alternatives within a pattern

// Articles of one shape, and the pattern that grows of them.
struct Family {
  std::vector<const Address*> members;
  std::vector<std::string> pieces;  // a pattern for each

  [[nodiscard]] std::string pattern() const {
    std::string out = "^";
    std::size_t next = 0;
    for (const char c : members.front()->frame) {
      if (c == kSlot && next < pieces.size()) {
        out += pieces[next++];
      } else {
        out += quoted(std::string(1, c));
      }
    }
    return out + "$";
  }
  [[nodiscard]] std::vector<std::string_view> values(std::size_t piece) const {
    std::vector<std::string_view> out;
    for (const Address* member : members) out.emplace_back(member->pieces[piece]);
    return out;
  }
};

// Numbers and texts apart, hosts not: `urls` is not asked about them.
std::string family_of(const Address& address) {
  std::string shape = shape_of(address);
  return shape.substr(std::min(shape.size(), address.host.size()));
}

std::vector<Family> families_of(const std::vector<Address>& articles) {
  std::map<std::string, Family> by_shape;
  for (const Address& address : articles) by_shape[family_of(address)].members.push_back(&address);
  std::vector<Family> out;
  for (auto& [shape, family] : by_shape) {
    const std::size_t pieces = family.members.front()->pieces.size();
    for (std::size_t i = 0; i < pieces; ++i) {
      family.pieces.push_back(piece_pattern(family.values(i), i < family.members.front()->in_path));
    }
    out.push_back(std::move(family));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Family& a, const Family& b) { return a.members.size() > b.members.size(); });
  return out;
}

bool matches(const std::string& pattern, const Address& address) {
  const auto regex = Regex::compile(pattern);
  return regex && regex->search(address.path());
}

std::vector<const Address*> wrongly(const std::string& pattern, const std::vector<Address>& others) {
  std::vector<const Address*> out;
  const auto regex = Regex::compile(pattern);
  if (!regex) return out;
  for (const Address& other : others) {
    if (regex->search(other.path())) out.push_back(&other);
  }
  return out;
}

std::string alternatives(const std::set<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : "|") + quoted(name);
  return names.size() == 1 ? out : "(" + out + ")";
}

// The beginning of a family's addresses up to a piece, with these names there: "^/[^/]+/(video|gallery)/".
std::string refusal(const Family& family, std::size_t piece, const std::set<std::string_view>& names) {
  const Address& first = *family.members.front();
  std::string out = "^";
  std::size_t next = 0;
  for (const char c : first.frame) {
    if (c != kSlot) {
      out += quoted(std::string(1, c));
      if (next > piece) return out;
      continue;
    }
    if (next > piece) return out;
    out += next == piece ? alternatives(names) : family.pieces[next];
    ++next;
  }
  return out + "$";
}

// Narrows a family until it takes no other, by the first means that serves.
class Narrowing {
 public:
  Narrowing(Family& family, const std::vector<Address>& others, std::vector<std::string>& refuse)
      : family_(family), others_(others), refuse_(refuse) {}

  // How many others it takes all the same.
  std::size_t run() {
    wrong_ = wrongly(family_.pattern(), others_);
    drop_refused();
    const std::size_t pieces = family_.pieces.size();
    for (std::size_t i = 0; i < pieces && !wrong_.empty(); ++i) by_make(i);
    for (std::size_t i = 0; i < pieces && !wrong_.empty(); ++i) by_name(i);
    for (std::size_t i = 0; i < pieces && !wrong_.empty(); ++i) by_own_names(i);
    return wrong_.size();
  }

 private:
  [[nodiscard]] bool same_pieces(const Address& other) const {
    return other.pieces.size() == family_.pieces.size() && other.in_path == family_.members.front()->in_path;
  }

  void drop_refused() {
    std::erase_if(wrong_, [this](const Address* other) {
      return std::any_of(refuse_.begin(), refuse_.end(),
                         [other](const std::string& pattern) { return matches(pattern, *other); });
    });
  }

  // What all articles' pieces have and the others' have not: hyphens, digits.
  void by_make(std::size_t piece) {
    std::vector<std::string_view> bad;
    for (const Address* other : wrong_) {
      if (same_pieces(*other)) bad.emplace_back(other->pieces[piece]);
    }
    const std::string before = family_.pieces[piece];
    const std::string narrower = narrower_piece(family_.values(piece), bad, before);
    if (narrower.empty()) return;
    family_.pieces[piece] = narrower;
    auto left = wrongly(family_.pattern(), others_);
    std::swap(wrong_, left);
    drop_refused();
    if (wrong_.size() >= left.size()) {
      family_.pieces[piece] = before;
      wrong_ = std::move(left);
    }
  }

  // Names that no article has at that place: what is refused stays refused in sections unseen.
  void by_name(std::size_t piece) {
    std::set<std::string_view> own, names;
    for (const std::string_view value : family_.values(piece)) own.insert(value);
    std::vector<const Address*> left;
    for (const Address* other : wrong_) {
      const std::string_view value = same_pieces(*other) ? std::string_view(other->pieces[piece]) : std::string_view();
      const bool named = !value.empty() && !own.contains(value) && !is_number(value);
      if (named) {
        names.insert(value);
      } else {
        left.push_back(other);
      }
    }
    if (names.empty() || names.size() > kNamesInOne || names.size() > 2 * own.size() + 6) return;
    refuse_.push_back(refusal(family_, piece, names));
    wrong_ = std::move(left);
  }

  // Last, the articles' own names alone.
  void by_own_names(std::size_t piece) {
    std::set<std::string_view> own;
    for (const std::string_view value : family_.values(piece)) own.insert(value);
    if (own.size() > kNamesInOne) return;
    const std::string before = family_.pieces[piece];
    family_.pieces[piece] = alternatives(own);
    auto left = wrongly(family_.pattern(), others_);
    std::swap(wrong_, left);
    drop_refused();
    if (wrong_.size() >= left.size()) {
      family_.pieces[piece] = before;
      wrong_ = std::move(left);
    }
  }

  Family& family_;
  const std::vector<Address>& others_;
  std::vector<std::string>& refuse_;
  std::vector<const Address*> wrong_;
};

// A family that a pattern takes already needs none of its own.
bool is_taken(const Family& family, const std::vector<std::string>& accept) {
  return std::all_of(family.members.begin(), family.members.end(), [&accept](const Address* member) {
    return std::any_of(accept.begin(), accept.end(),
                       [member](const std::string& pattern) { return matches(pattern, *member); });
  });
}

}  // namespace

Patterns patterns_for(const std::vector<Address>& articles, const std::vector<Address>& others) {
  const std::vector<Address> good(articles.begin(),
                                  articles.begin() + static_cast<std::ptrdiff_t>(std::min(articles.size(), kMostAddresses)));
  std::set<std::string> own;
  for (const Address& address : articles) own.insert(address.path());
  std::vector<Address> bad;
  for (const Address& address : others) {
    if (bad.size() < kMostAddresses && !own.contains(address.path())) bad.push_back(address);
  }
  Patterns out;
  for (Family& family : families_of(good)) {
    if (is_taken(family, out.accept)) continue;
    if (out.accept.size() == kMostPatterns) break;
    out.wrong += Narrowing(family, bad, out.refuse).run();
    out.accept.push_back(family.pattern());
  }
  return out;
}

}  // namespace winnow::survey
