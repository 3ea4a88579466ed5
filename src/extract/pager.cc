// The next part of an article that a site has cut into pages.
#include "extract/pager.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/about.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr int kMaxPage = 99;

// An address as the part of a whole: the whole's address, and which part; 0 where it names none.
struct Part {
  std::string whole;
  int page = 0;
};

std::size_t digits_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  return begin;
}

bool names_page(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>({"page", "p", "pg", "seite", "pagina", "paged", "pageno",
                                                           "page_no", "part", "currentpage", "pn", "sida", "side"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::optional<int> page_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 2 || digits[0] == '0') return std::nullopt;
  const int value = std::atoi(std::string(digits).c_str());
  return value <= kMaxPage ? std::optional<int>(value) : std::nullopt;
}

// "?page=2" taken out of a query.
Part part_of_query(const std::string& base, std::string_view query) {
  Part part;
  std::string rest;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::optional<int> number = names_page(unicode::lower(pair.substr(0, equals)))
                                    ? page_number(pair.substr(std::min(equals + 1, pair.size())))
                                    : std::nullopt;
    if (number)
      part.page = *number;
    else
      rest += (rest.empty() ? "?" : "&") + std::string(pair);
    at = end + 1;
  }
  part.whole = base + rest;
  return part;
}

// What the last segment tells: "story_2.html", "story-p2", "story/2/", "story/page/2".
Part part_of_path(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  const std::size_t stop = dot != path.npos && slash != path.npos && dot > slash ? dot : path.size();
  const std::string extension = path.substr(stop);
  std::size_t begin = digits_before(path, stop);
  std::optional<int> number = page_number(std::string_view(path).substr(begin, stop - begin));
  if (!number || begin == 0) return {path, 0};
  const char mark = path[begin - 1];
  if (mark == '_' || mark == '-') {
    std::string whole = path.substr(0, begin - 1);
    for (std::string_view word : {"-page", "_page", "-seite", "-p", "_p"}) {
      if (whole.ends_with(word)) whole.resize(whole.size() - word.size());
    }
    return {whole + extension, *number};
  }
  if (mark == '/') {
    std::string whole = path.substr(0, begin - 1);
    for (std::string_view word : {"/page", "/seite", "/p", "/pagina"}) {
      if (whole.ends_with(word)) whole.resize(whole.size() - word.size());
    }
    return {whole + extension, *number};
  }
  const std::string whole = path.substr(0, begin);  // the word stands at the number: "story-p2", "story_page2"
  for (std::string_view word : {"-page", "_page", "-seite", "_seite", "-p", "_p"}) {
    if (whole.size() > word.size() && whole.ends_with(word))
      return {whole.substr(0, whole.size() - word.size()) + extension, *number};
  }
  return {path, 0};
}

Part part_of(const Url& url) {
  std::string query = url.search();
  Part by_query = part_of_query(url.origin(), query.empty() ? std::string_view() : std::string_view(query).substr(1));
  Part by_path = part_of_path(url.pathname());
  const std::string tail = by_query.whole.substr(url.origin().size());
  if (by_query.page > 0) {
    std::string path = url.pathname();
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return {url.origin() + path + tail, by_query.page};
  }
  return {url.origin() + by_path.whole + tail, by_path.page};
}

std::string unnumbered(const Url& url) {
  std::string path = url.pathname();
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return url.origin() + path + url.search();
}

bool is_next_part(const Url& here, const Url& there) {
  const Part from = part_of(here), to = part_of(there);
  if (to.page == 0) return false;
  if (to.whole == unnumbered(here))
    return to.page == 2 || to.page == 1;  // some count from the first page on, some behind it
  return from.page > 0 && from.whole == to.whole && to.page == from.page + 1;
}

bool says_next(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>({"下一页",
                                                           "下一頁",
                                                           "下页",
                                                           "下頁",
                                                           "next page",
                                                           "next",
                                                           "nächste seite",
                                                           "weiter",
                                                           "page suivante",
                                                           "suivant",
                                                           "suivante",
                                                           "siguiente",
                                                           "página siguiente",
                                                           "próxima",
                                                           "próxima página",
                                                           "seguinte",
                                                           "successiva",
                                                           "pagina successiva",
                                                           "avanti",
                                                           "volgende",
                                                           "volgende pagina",
                                                           "nästa",
                                                           "nästa sida",
                                                           "neste",
                                                           "næste",
                                                           "次へ",
                                                           "次のページ",
                                                           "다음",
                                                           "далее",
                                                           "следующая",
                                                           "następna",
                                                           "další",
                                                           "sonraki",
                                                           "continue reading",
                                                           "lire la suite",
                                                           ">",
                                                           ">>",
                                                           "\u00BB",
                                                           "\u203A"});
  std::string folded = unicode::lower(unicode::trim(text));
  for (std::string_view arrow : {" \u00BB", " \u203A", " >>", " >", "\u00BB", ">>", " \u2192", ">"}) {
    if (folded.size() > arrow.size() && folded.ends_with(arrow)) folded.resize(folded.size() - arrow.size());
  }
  return std::find(kWords.begin(), kWords.end(), unicode::trim(folded)) != kWords.end();
}

bool in_pager(const Page& page, NodeId id) {
  for (int up = 0; up < 4 && id != parse::kNone; ++up, id = page.document()[id].parent) {
    const std::string words = page.words(id);
    for (std::string_view word :
         {"page", "pages", "pager", "pagination", "paging", "pagelink", "fenye", "pagebar", "paginator", "pagenav"}) {
      if (has_word(words, word)) return true;
    }
  }
  return false;
}

bool leads_on(const Page& page, NodeId link, int next) {
  const parse::Document& document = page.document();
  if (has_word(split_words(document.attribute(link, "rel")), "next")) return true;
  if (document[link].tag != Tag::a) return false;
  const std::string text = page.short_text(link, 60);
  if (says_next(text) || says_next(document.attribute(link, "title"))) return true;
  // A number at the end of an address need not be a part's (story_88.html): the second part may come next as well.
  return (text == std::to_string(next) || text == "2") && in_pager(page, link);
}

}  // namespace

std::string find_next_page(const Page& page) {
  if (!page.hints().url) return {};
  const Url& here = *page.hints().url;
  const int next = std::max(part_of(here).page, 1) + 1;
  const parse::Document& document = page.document();
  for (NodeId id = 0; id < document.size(); ++id) {
    const Tag tag = document[id].tag;
    if ((tag != Tag::a && tag != Tag::link) || !document.has_attribute(id, "href")) continue;
    if (!leads_on(page, id, next)) continue;
    std::optional<Url> there = Url::parse(page.absolute(document.attribute(id, "href")));
    if (!there || there->host() != here.host()) continue;
    there->drop_hash();
    if (is_next_part(here, *there)) return there->href();
  }
  return {};
}

namespace {

constexpr std::size_t kMaxPager = 80;  // code points of a line that is one

bool is_other_part(const Url& here, const Url& there) {
  const Part from = part_of(here), to = part_of(there);
  const std::string whole = unnumbered(here);
  if (to.page == 0) return unnumbered(there) == whole || (from.page > 0 && unnumbered(there) == from.whole);
  return to.whole == whole || (from.page > 0 && to.whole == from.whole);
}

// All words of the element stand in links, and all links lead to parts of the article.
bool only_leads_on(const parse::Document& document, NodeId element, const Url& here, const Url* base) {
  int links = 0;
  for (NodeId id = element; id < document[element].end; ++id) {
    const parse::Node& node = document[id];
    if (node.tag == Tag::a && document.has_attribute(id, "href")) {
      const std::optional<Url> there = Url::parse(document.attribute(id, "href"), base);
      if (!there || !is_other_part(here, *there)) return false;
      ++links;
      id = node.end - 1;
    } else if (node.tag == Tag::text) {
      for (std::size_t at = 0; at < node.text.size();) {
        if (unicode::is_letter(utf8::next(node.text, at))) return false;
      }
    }
  }
  return links > 0;
}

}  // namespace

void drop_pagers(const parse::Document& document, const Url* here, const Url* base, Body& body) {
  if (!here) return;
  std::erase_if(body.blocks, [&](const DraftBlock& draft) {
    const bool words = draft.node != parse::kNone && !draft.block.text.empty();
    const bool pager =
        words && utf8::length(draft.block.text) <= kMaxPager && only_leads_on(document, draft.node, *here, base);
    if (pager) {
      body.removed.push_back(
          {{RemovedKind::navigation, draft.block.text}, draft.node, "links to the article's other parts"});
    }
    return pager;
  });
}

}  // namespace winnow::extract
