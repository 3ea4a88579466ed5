#include "extract/players.h"

#include <algorithm>
#include <string_view>

#include "extract/element_words.h"
#include "extract/images.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::string_view kSources[] = {"src", "data-src", "data-lazy-src", "data-url", "data-original"};
constexpr std::string_view kPostAddresses[] = {"data-instgrm-permalink", "data-href", "data-url", "cite"};
constexpr std::size_t kLongestAddress = 512;  // a longer one hands a script its state, as adverts do
constexpr std::uint32_t kHostNoise = kAdvertWord | kConsentWord;
constexpr std::uint32_t kPathNoise = kHostNoise | kShareWord | kCommentsWord | kNoticeWord;

// A piece of a path that is written by hand; in others words stand by chance.
bool is_plain(std::string_view piece) {
  return std::none_of(piece.begin(), piece.end(),
                      [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

bool is_noise(const std::string& address) {
  const auto url = Url::parse(address);
  if (!url || address.size() > kLongestAddress) return true;
  if ((part_words(url->hostname()) & kHostNoise) != 0) return true;
  const std::string path(url->pathname());
  for (std::string_view rest = path; !rest.empty();) {
    const std::string_view piece = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
    if (is_plain(piece) && (part_words(piece) & kPathNoise) != 0) return true;
  }
  return false;
}

std::string own_address(const Document& document, NodeId element, const Url* base) {
  for (const std::string_view name : kSources) {
    const std::string_view value = document.attribute(element, name);
    if (value.empty()) continue;
    if (std::string address = link_address(value, base); !address.empty()) return address;
  }
  return {};
}

}  // namespace

std::string player_address(const Document& document, NodeId player, const Url* base) {
  if (is_tiny(document, player)) return {};
  std::string address = own_address(document, player, base);
  if (document[player].tag == Tag::iframe) return is_noise(address) ? std::string{} : address;
  for (NodeId id = player + 1; address.empty() && id < document[player].end; ++id) {
    if (document[id].tag == Tag::source) address = own_address(document, id, base);
  }
  return address;
}

std::string post_address(const Document& document, NodeId quote, const Url* base) {
  if (quote == kNone) return {};
  for (const std::string_view name : kPostAddresses) {
    const std::string_view value = document.attribute(quote, name);
    if (value.empty()) continue;
    if (std::string address = link_address(value, base); !address.empty()) return address;
  }
  for (NodeId id = document[quote].end; id-- > quote + 1;) {
    if (document[id].tag != Tag::a || !document.has_attribute(id, "href")) continue;
    return link_address(document.attribute(id, "href"), base);
  }
  return {};
}

}  // namespace winnow::extract
