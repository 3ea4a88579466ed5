#include "extract/dated_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/fields.h"
#include "extract/near_lines.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxNames = 60, kMaxLine = 120;  // bytes

// One text and nothing else, in an element with a name of its own.
bool is_leaf(const Page& page, NodeId id) {
  const Document& document = page.document();
  const Tag tag = document[id].tag;
  return tag != Tag::text && tag != Tag::td && tag != Tag::time && document[id].end == id + 2 &&
         document[id + 1].tag == Tag::text && document[id + 1].text.size() <= kMaxNames && page.words(id).size() > 1;
}

// English capitalises what is no name too ("Climate Change"), and Han has no capitals: there only an element that is
// called a name has one. A section or a place may stand by the date as well.
bool may_be_unnamed(const Page& page, NodeId id, std::string_view text) {
  static constexpr WordSet kOthers(std::to_array<std::string_view>(
      {"category", "cat",    "section", "tag",     "tags",   "topic",    "location", "place",
       "city",     "kicker", "label",   "ressort", "rubrik", "rubrique", "seccion",  "source",
       "quelle",   "agency", "date",    "title",   "share",  "comments", "region"}));
  if (kOthers.any_in(page.words(id))) return false;
  return !unicode::is_cjk(utf8::decode(text).front());
}

// The line is the date and the names, and nothing else.
bool stands_by_date(const Page& page, NodeId id, std::string_view text) {
  std::string line = page.short_text(page.document()[id].parent, kMaxLine);
  const std::size_t at = line.find(text);
  if (at == line.npos || line.find_first_of("0123456789") == line.npos) return false;
  line.replace(at, text.size(), "\n");
  const Byline rest = read_byline(line, page.name_style());
  return rest.all && !rest.published.empty() && rest.authors.empty();
}

}  // namespace

DatedNames names_by_date(const Page& page, NodeId heading) {
  const Document& document = page.document();
  DatedNames found;
  NodeId line = parse::kNone;
  const std::string& language = page.stated_language();
  const bool capitals_tell = !language.empty() && !language.starts_with("en");
  bool begun = false;
  for (NodeId id = 0; id + 1 < document.size(); ++id) {
    const bool near = is_near(page, heading, id);
    if (!near && begun) break;
    begun = begun || near;
    if (!near || !is_leaf(page, id) || page.aside(id)) continue;
    const bool called = has_word(page.words(id), "name");
    if (!called && !capitals_tell) continue;
    const std::string text = page.short_text(id, kMaxNames);
    if (text.empty() || (!called && !may_be_unnamed(page, id, text)) || !stands_by_date(page, id, text)) continue;
    const std::vector<std::string> names = names_in(text, page.name_style());
    if (names.empty() || !std::all_of(names.begin(), names.end(), is_person)) continue;
    if (line != parse::kNone && document[id].parent != line) return {};
    line = document[id].parent;
    found.called_name = called;
    for (const std::string& name : names) add_once(found.names, name);
  }
  return found;
}

}  // namespace winnow::extract
