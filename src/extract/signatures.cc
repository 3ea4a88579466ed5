#include "extract/signatures.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/names.h"
#include "extract/shown_names.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxSignature = 60;  // bytes

bool is_remark(std::string_view text) {
  for (std::string_view part :
       {"完", "图", "圖", "文", "续", "續", "摘", "略", "注", "载", "載", "稿", "编", "編", "社", "网"}) {
    if (text.find(part) != text.npos) return true;
  }
  return false;
}

std::vector<std::string> han_signature(const Page& page, std::string_view text) {
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
  std::vector<std::string> names = names_in(plain(inside), page.name_style());
  // 全文完 and 资料图 stand in brackets too.
  const bool persons = std::all_of(names.begin(), names.end(), [](const std::string& name) {
    return utf8::length(name) <= 3 && is_person(name) && !is_remark(name);
  });
  return persons ? names : std::vector<std::string>();
}

bool at_right(const parse::Document& document, NodeId id) {
  if (unicode::lower(document.attribute(id, "align")) == "right") return true;
  const std::string_view style = document.attribute(id, "style");
  const std::size_t at = style.find("text-align:");
  return at != style.npos && unicode::trim(style.substr(at + 11)).starts_with("right");
}

}  // namespace

std::vector<std::string> signed_at_right(const Page& page) {
  const parse::Document& document = page.document();
  std::vector<std::string> signed_by;
  for (NodeId id = 0; id < document.size() && signed_by.size() < 2; ++id) {
    const Tag tag = document[id].tag;
    if ((tag != Tag::p && tag != Tag::div) || page.aside(id) || !at_right(document, id)) continue;
    const std::string text = page.short_text(id, kMaxSignature);
    std::vector<std::string> names = names_in(plain(text), page.name_style());
    const bool alone = names.size() == 1 && is_person(names[0]) && word_key(names[0]) == word_key(text);
    if (alone && !unicode::is_cjk(utf8::decode(names[0]).front())) add_once(signed_by, std::move(names[0]));
  }
  return signed_by.size() == 1 ? signed_by : std::vector<std::string>();
}

std::vector<std::string> signed_in_brackets(const Page& page) {
  const parse::Document& document = page.document();
  std::vector<std::string> found;
  for (NodeId id = 0; id < document.size(); ++id) {
    if (document[id].tag != Tag::text || page.aside(id)) continue;
    std::vector<std::string> names = han_signature(page, unicode::trim(document[id].text));
    if (names.empty()) continue;
    if (!found.empty()) return {};
    found = std::move(names);
  }
  return found;
}

}  // namespace winnow::extract
