// Articles of several pages, made here: from page to page by next_page, then read as one. Every part must come once
// and in order, whatever the pager looks like and wherever its links lead back to.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "winnow/winnow.h"

namespace winnow {
namespace {

constexpr int kParts = 4;
constexpr int kMaxSteps = 12;

struct Form {
  const char* name;
  bool chinese;
  const char* first;                        // the address of the first part
  std::function<std::string(int)> address;  // of the others, from 2 on
  std::function<std::string(int)> pager;    // of part n: HTML, with links back too
};

std::string number(int n) { return std::to_string(n); }
std::string link(const std::string& href, const std::string& text, const std::string& more = "") {
  return "<a href='" + href + "'" + more + ">" + text + "</a> ";
}

// "1 2 3 4" with the part itself as plain text.
std::string numbered(int n, const std::function<std::string(int)>& href) {
  std::string out = "<div class='pagination'>";
  for (int i = 1; i <= kParts; ++i) out += i == n ? "<b>" + number(i) + "</b> " : link(href(i), number(i));
  return out + "</div>";
}

// Back and on, each where there is one.
std::string back_and_on(int n, const std::function<std::string(int)>& href, const char* back, const char* on) {
  return std::string("<p class='pages'>") + (n > 1 ? link(href(n - 1), back) : "") +
         (n < kParts ? link(href(n + 1), on) : "") + "</p>";
}

std::function<std::string(int)> pattern(std::string first, std::string before, std::string behind) {
  return [=](int n) { return n == 1 ? first : before + number(n) + behind; };
}

const std::string kHost = "https://news.example.com";

std::vector<Form> western_forms() {
  const auto query = pattern("/city/bridge", "/city/bridge?page=", "");
  const auto short_query = pattern("/city/tower?id=7", "/city/tower?id=7&p=", "");
  const auto folder = pattern("/city/market/", "/city/market/", "/");
  const auto page_folder = pattern("/city/harbour/", "/city/harbour/page/", "/");
  const auto p_hyphen = pattern("/stadt/brunnen.html", "/stadt/brunnen-p", ".html");
  const auto seite = pattern("/stadt/turm", "/stadt/turm/seite/", "");
  const auto pagina = pattern("/ciudad/puente", "/ciudad/puente?pagina=", "");
  return {
      {"numbered links, query", false, "/city/bridge", query, [=](int n) { return numbered(n, query); }},
      {"rel=next in the head, folders", false, "/city/market/", folder,
       [=](int n) { return n < kParts ? "<link rel='next' href='" + folder(n + 1) + "'>" : std::string(); }},
      {"rel=next and rel=prev on links", false, "/city/harbour/", page_folder,
       [=](int n) {
         return "<div>" + (n > 1 ? link(page_folder(n - 1), "Back", " rel='prev'") : "") +
                (n < kParts ? link(page_folder(n + 1), "On", " rel='next'") : "") + "</div>";
       }},
      {"next page", false, "/city/tower?id=7", short_query,
       [=](int n) { return back_and_on(n, short_query, "Previous page", "Next page \u00BB"); }},
      {"the last part's link leads to the first", false, "/city/bridge", query,
       [=](int n) { return link(query(n < kParts ? n + 1 : 1), "Next"); }},
      {"the last part's link leads to itself", false, "/city/bridge", query,
       [=](int n) { return link(query(n < kParts ? n + 1 : n), "Next"); }},
      {"nächste Seite", false, "/stadt/turm", seite,
       [=](int n) { return back_and_on(n, seite, "Zurück", "Nächste Seite"); }},
      {"numbers in the name", false, "/stadt/brunnen.html", p_hyphen, [=](int n) { return numbered(n, p_hyphen); }},
      {"página siguiente", false, "/ciudad/puente", pagina,
       [=](int n) { return back_and_on(n, pagina, "Página anterior", "Página siguiente"); }},
      {"arrows beside numbers", false, "/city/bridge", query,
       [=](int n) { return numbered(n, query) + back_and_on(n, query, "\u00AB", "\u00BB"); }},
  };
}

std::vector<Form> chinese_forms() {
  const auto query = pattern("/city/bridge", "/city/bridge?page=", "");
  const auto folder = pattern("/city/market/", "/city/market/", "/");
  const auto underscore = pattern("/2024/05/c1_88.html", "/2024/05/c1_88_", ".html");
  const auto hyphen = pattern("/news/88231.html", "/news/88231-", ".html");
  const auto from_one = [](int n) {  // the second part has the number 1
    return n == 1 ? std::string("/cn/a.shtml") : "/cn/a_" + number(n - 1) + ".shtml";
  };
  return {
      {"下一页", true, "/2024/05/c1_88.html", underscore,
       [=](int n) { return back_and_on(n, underscore, "上一页", "下一页"); }},
      {"下一頁", true, "/news/88231.html", hyphen, [=](int n) { return back_and_on(n, hyphen, "上一頁", "下一頁"); }},
      {"numbers from one on", true, "/cn/a.shtml", from_one,
       [=](int n) { return back_and_on(n, from_one, "上一页", "下一页"); }},
      {"下一页 with numbers", true, "/2024/05/c1_88.html", underscore,
       [=](int n) { return numbered(n, underscore) + back_and_on(n, underscore, "上一页", "下一页"); }},
      {"下页 beside the next article", true, "/news/88231.html", hyphen,
       [=](int n) { return back_and_on(n, hyphen, "上页", "下页") + link("/news/88232.html", "下一篇"); }},
      {"numbered links, Chinese", true, "/2024/05/c1_88.html", underscore,
       [=](int n) { return numbered(n, underscore); }},
      {"query, Chinese", true, "/city/bridge", query, [=](int n) { return back_and_on(n, query, "上一页", "下一页"); }},
      {"rel=next, Chinese", true, "/city/market/", folder,
       [=](int n) { return n < kParts ? "<link rel='next' href='" + folder(n + 1) + "'>" : std::string(); }},
      {"the last part's link leads to the first, Chinese", true, "/2024/05/c1_88.html", underscore,
       [=](int n) { return link(underscore(n < kParts ? n + 1 : 1), "下一页"); }},
      {"all links say next", true, "/city/bridge", query,
       [=](int n) { return back_and_on(n, query, "下一页", "下一页"); }},
  };
}

std::vector<Form> forms() {
  std::vector<Form> all = western_forms();
  for (Form& form : chinese_forms()) all.push_back(std::move(form));
  return all;
}

// Two paragraphs a part, none like another.
std::vector<std::string> paragraphs(const Form& form, int part) {
  static const char* const kThings[] = {"ferry",      "oak tree",  "clock tower", "fish market",
                                        "tram depot", "town wall", "old mill",    "night school"};
  static const char* const kHan[] = {"渡口", "橡树", "钟楼", "鱼市", "电车站", "城墙", "磨坊", "夜校"};
  std::vector<std::string> out;
  for (int i = 0; i < 2; ++i) {
    const int at = (part - 1) * 2 + i;
    const std::string year = number(1900 + 7 * at);
    if (form.chinese) {
      out.push_back(std::string("关于") + kHan[at] + "的争论从" + year +
                    "年开始，附近的居民至今还记得当时的情形，他们说" + kHan[at] +
                    "是这座城市最重要的地方，谁也不愿意看到它消失。第" + number(at + 1) +
                    "次会议之后，市政府决定保留它，并且请人修复。");
    } else {
      out.push_back(std::string("The quarrel about the ") + kThings[at] + " began in " + year +
                    ", and those who lived nearby still remember how it went. They say that the " + kThings[at] +
                    " was what the town was known for, and that nobody wanted to see it go. After meeting number " +
                    number(at + 1) + " the council decided to keep it and to have it repaired.");
    }
  }
  return out;
}

std::string page_of(const Form& form, int part) {
  const std::string title =
      form.chinese ? "老城保护的漫长争论终于有了结果" : "The long quarrel about the old town is over";
  std::string html = std::string("<!DOCTYPE html><html lang='") + (form.chinese ? "zh-CN" : "en") +
                     "'><head><meta charset='utf-8'><title>" + title +
                     "</title></head><body><nav><a href='/'>Home</a></nav>" + "<article><h1>" + title + "</h1>";
  for (const std::string& text : paragraphs(form, part)) html += "<p>" + text + "</p>";
  return html + form.pager(part) + "</article><footer>Imprint</footer></body></html>";
}

struct Walk {
  std::vector<std::string> addresses, pages;
};

// As a crawler goes: from the first address on, until a page names no next one.
Walk walk(const Form& form) {
  std::map<std::string, int> part_at;
  for (int n = 1; n <= kParts; ++n) part_at[kHost + (n == 1 ? std::string(form.first) : form.address(n))] = n;
  Walk out;
  std::string address = kHost + form.first;
  for (int step = 0; step < kMaxSteps && part_at.contains(address); ++step) {
    out.addresses.push_back(address);
    out.pages.push_back(page_of(form, part_at[address]));
    address =
        Reader({}).read({.bytes = out.pages.back(), .url = address, .content_type = {}, .fetched_at = {}}).next_page;
  }
  return out;
}

std::string joined(const Walk& way) {
  std::vector<Page> parts;
  for (std::size_t i = 0; i < way.pages.size(); ++i) {
    parts.push_back({.bytes = way.pages[i], .url = way.addresses[i], .content_type = {}, .fetched_at = {}});
  }
  return Reader({}).read(parts).article.text;
}

std::string expected_text(const Form& form) {
  std::string out;
  for (int n = 1; n <= kParts; ++n) {
    for (const std::string& text : paragraphs(form, n)) out += (out.empty() ? "" : "\n") + text;
  }
  return out;
}

TEST(Parts, EveryPagerIsFollowedToItsEnd) {
  const std::vector<Form> all = forms();
  EXPECT_EQ(all.size(), 20u);
  for (const Form& form : all) {
    const Walk way = walk(form);
    ASSERT_EQ(way.addresses.size(), static_cast<std::size_t>(kParts)) << form.name;
    for (int n = 1; n <= kParts; ++n) {
      EXPECT_EQ(way.addresses[static_cast<std::size_t>(n - 1)], kHost + (n == 1 ? form.first : form.address(n)))
          << form.name;
    }
    EXPECT_EQ(joined(way), expected_text(form)) << form.name;
  }
}

// A server that clamps the number gives a part a second time.
TEST(Parts, APartThatComesAgainIsNotDoubled) {
  const Form form = forms().front();
  for (const std::vector<int>& order :
       {std::vector<int>{1, 2, 3, 4, 4}, {1, 2, 3, 4, 1}, {1, 1, 2, 3, 4}, {1, 2, 2, 3, 4}}) {
    Walk way;
    for (std::size_t i = 0; i < order.size(); ++i) {
      way.addresses.push_back(kHost + "/city/bridge?page=" + number(static_cast<int>(i) + 1));
      way.pages.push_back(page_of(form, order[i]));
    }
    EXPECT_EQ(joined(way), expected_text(form)) << order[1] << order[4];
  }
}

// A rule leads to the page that has the whole article; then that body counts, with the first page's title and address.
TEST(Parts, AWholeArticleCountsInPlaceOfTheFirstPart) {
  const Form form = forms().front();
  std::string whole = "<html lang='en'><head><title>Print version</title></head><body><article>";
  for (int n = 1; n <= kParts; ++n) {
    for (const std::string& text : paragraphs(form, n)) whole += "<p>" + text + "</p>";
  }
  const std::string first = page_of(form, 1) + "<a class='print' href='/print/7'>Print</a>";
  const std::string wall = "<html lang='en'><body><p>Sign in to read the article on one page, it is free.</p>";
  RuleSet rules;
  rules.fields[Field::single_page] = {.places = {{.css = "a.print"}}};
  Options options;
  options.rules = {rules};
  const Reader reader(options);
  const std::string here = kHost + "/city/bridge", print = kHost + "/print/7";
  const Page part{.bytes = first, .url = here, .content_type = {}, .fetched_at = {}};
  EXPECT_EQ(reader.read(part).next_page, print);
  const struct {
    const char* name;
    std::string second, text;
  } rows[] = {{"whole", whole, expected_text(form)},
              {"a wall", wall, reader.read(part).article.text},
              {"a PDF", "%PDF-1.4", reader.read(part).article.text}};
  for (const auto& row : rows) {
    const std::vector<Page> pages = {part, {.bytes = row.second, .url = print, .content_type = {}, .fetched_at = {}}};
    const Reading reading = reader.read(pages);
    EXPECT_EQ(reading.article.text, row.text) << row.name;
    EXPECT_EQ(reading.article.title, "The long quarrel about the old town is over") << row.name;
    EXPECT_EQ(reading.article.id, reader.read(part).article.id) << row.name;
    if (!row.second.starts_with("%PDF")) {
      EXPECT_EQ(reading.next_page, "") << row.name;
    }
  }
  const Page itself{.bytes = first, .url = print, .content_type = {}, .fetched_at = {}};
  EXPECT_EQ(reader.read(itself).next_page, "") << "the link leads to this page";
}

TEST(Parts, AHeadingMayStandInTwoPartsByRight) {
  const Form form = forms().front();
  Walk way;
  for (int n = 1; n <= 3; ++n) {
    const std::string heading = n == 1 ? "<h2>At first</h2>" : "<h2>Conclusion</h2>";
    way.addresses.push_back(kHost + "/notes?page=" + number(n));
    way.pages.push_back(
        "<html lang='en'><head><title>Notes on the town</title></head><body><article><h1>Notes on the "
        "town</h1><p>" +
        paragraphs(form, n)[0] + "</p>" + heading + "<p>" + paragraphs(form, n)[1] + "</p></article></body></html>");
  }
  const std::string text = joined(way);
  EXPECT_NE(text.find("Conclusion", text.find("Conclusion") + 1), std::string::npos) << text;
}

}  // namespace
}  // namespace winnow
