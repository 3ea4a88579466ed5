#include "survey/patterns.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "survey/expressions.h"
#include "survey/piece_pattern.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kMostAddresses = 4000;  // that are looked at, of each sort
constexpr std::size_t kMostPatterns = 24;
constexpr std::size_t kNamesInOne = 12;  // alternatives within a pattern

// An address with the text that expressions are asked about.
struct Known {
  const Address* address = nullptr;
  std::string path;
};

using KnownOnes = std::vector<Known>;

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

std::vector<Family> families_of(const KnownOnes& articles) {
  std::map<std::string, Family> by_shape;
  for (const Known& article : articles) by_shape[family_of(*article.address)].members.push_back(article.address);
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

KnownOnes matching(const std::string& pattern, const KnownOnes& known) {
  const Expressions expression({pattern});
  KnownOnes out;
  std::copy_if(known.begin(), known.end(), std::back_inserter(out),
               [&](const Known& one) { return expression.any(one.path); });
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

// What is refused so far, and whom it must not hit.
struct Refusals {
  const KnownOnes& articles;
  std::vector<std::string>& patterns;
  Expressions compiled = {};

  // Whether it was added.
  bool add(std::string pattern) {
    if (!matching(pattern, articles).empty()) return false;
    compiled.add(pattern);
    patterns.push_back(std::move(pattern));
    return true;
  }
};

// Narrows a family until it takes no other, by the first means that serves.
class Narrowing {
 public:
  Narrowing(Family& family, const KnownOnes& others, Refusals& refusals)
      : family_(family), others_(others), refusals_(refusals) {}

  // How many others it takes all the same.
  std::size_t run() {
    look();
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

  void look() {
    wrong_ = matching(family_.pattern(), others_);
    std::erase_if(wrong_, [this](const Known& other) { return refusals_.compiled.any(other.path); });
  }

  // Takes the narrower piece where fewer others are taken then.
  void try_piece(std::size_t piece, std::string narrower) {
    const KnownOnes before = wrong_;
    std::swap(family_.pieces[piece], narrower);
    look();
    if (wrong_.size() < before.size()) return;
    std::swap(family_.pieces[piece], narrower);
    wrong_ = before;
  }

  // What all articles' pieces have and the others' have not: hyphens, digits.
  void by_make(std::size_t piece) {
    std::vector<std::string_view> bad;
    for (const Known& other : wrong_) {
      if (same_pieces(*other.address)) bad.emplace_back(other.address->pieces[piece]);
    }
    std::string narrower = narrower_piece(family_.values(piece), bad, family_.pieces[piece]);
    if (!narrower.empty()) try_piece(piece, std::move(narrower));
  }

  // Names that no article has at that place: what is refused stays refused in sections unseen.
  void by_name(std::size_t piece) {
    const std::set<std::string_view> own = own_names(piece);
    std::set<std::string_view> names;
    for (const Known& other : wrong_) {
      if (!same_pieces(*other.address)) continue;
      const std::string_view value = other.address->pieces[piece];
      if (!own.contains(value) && is_name(value)) names.insert(value);
    }
    if (names.empty() || names.size() > kNamesInOne || names.size() > 2 * own.size() + 6) return;
    if (refusals_.add(refusal(family_, piece, names))) look();
  }

  // Last, the articles' own names alone.
  void by_own_names(std::size_t piece) {
    const std::set<std::string_view> own = own_names(piece);
    if (own.size() <= kNamesInOne && std::all_of(own.begin(), own.end(), is_name)) try_piece(piece, alternatives(own));
  }

  [[nodiscard]] std::set<std::string_view> own_names(std::size_t piece) const {
    const auto values = family_.values(piece);
    return {values.begin(), values.end()};
  }

  Family& family_;
  const KnownOnes& others_;
  Refusals& refusals_;
  KnownOnes wrong_;
};

KnownOnes known_of(const std::vector<Address>& addresses, const std::set<std::string>& without) {
  KnownOnes out;
  for (const Address& address : addresses) {
    if (out.size() == kMostAddresses) break;
    std::string path = address.path();
    if (!without.contains(path)) out.push_back({&address, std::move(path)});
  }
  return out;
}

}  // namespace

Patterns patterns_for(const std::vector<Address>& articles, const std::vector<Address>& others) {
  const KnownOnes good = known_of(articles, {});
  std::set<std::string> own;
  for (const Known& article : good) own.insert(article.path);
  const KnownOnes bad = known_of(others, own);
  Patterns out;
  Refusals refusals{good, out.refuse};
  Expressions accepted;
  for (Family& family : families_of(good)) {
    const bool taken = std::all_of(family.members.begin(), family.members.end(),
                                   [&](const Address* member) { return accepted.any(member->path()); });
    if (taken) continue;  // by the pattern of a larger family
    if (out.accept.size() == kMostPatterns) break;
    out.wrong += Narrowing(family, bad, refusals).run();
    out.accept.push_back(family.pattern());
    accepted.add(out.accept.back());
  }
  return out;
}

}  // namespace winnow::survey
