#include "newsstand/pages.h"

#include <array>
#include <cstdio>
#include <string_view>

#include "base/converter.h"
#include "base/time.h"
#include "newsstand/mirror_damage.h"

namespace winnow::newsstand {
namespace {

// The words around a story, by language.
struct Words {
  std::string_view paper, home, text, source, by, editor, share, scan, notice, related, footer, next;
};

constexpr Words kChinese = {"江城早报网",
                            "首页",
                            "正文",
                            "来源：",
                            "作者：",
                            "责编：",
                            "分享到微信",
                            "打开微信，点击底部的“发现”，使用“扫一扫”即可将网页分享至朋友圈。",
                            "版权声明：本文版权归江城早报网所有，未经书面授权不得转载、摘编。",
                            "相关阅读",
                            "关于我们 | 联系我们 | 广告服务 | 版权所有 江城早报网",
                            "下一页"};
constexpr Words kTraditional = {"海角日報",
                                "首頁",
                                "內文",
                                "來源：",
                                "記者",
                                "編輯：",
                                "分享到臉書",
                                "加入LINE好友，每天收到最新消息。",
                                "本網站內容未經授權，不得轉載。",
                                "延伸閱讀",
                                "關於我們 | 聯絡我們 | 隱私權政策",
                                "下一頁"};
constexpr Words kJapanese = {"みなと新聞",
                             "ホーム",
                             "記事",
                             "提供：",
                             "文・",
                             "編集：",
                             "この記事をシェアする",
                             "LINEで送る",
                             "無断転載を禁じます。著作権はみなと新聞に帰属します。",
                             "関連記事",
                             "会社案内 | お問い合わせ | 個人情報の取り扱い",
                             "次のページ"};
constexpr Words kEnglish = {
    "The Harbour Gazette",
    "Home",
    "Story",
    "",
    "By ",
    "",
    "Share on Facebook",
    "Sign up to our newsletter to get the day's stories by e-mail.",
    "© 2025 The Harbour Gazette. All rights reserved. Reproduction without permission is prohibited.",
    "Related stories",
    "About us | Contact | Privacy policy | Terms of use",
    "Next page"};
constexpr Words kGerman = {"Elbblatt",
                           "Startseite",
                           "Artikel",
                           "Quelle: ",
                           "Von ",
                           "",
                           "Auf Facebook teilen",
                           "Melden Sie sich für unseren Newsletter an.",
                           "© 2025 Elbblatt. Alle Rechte vorbehalten.",
                           "Lesen Sie auch",
                           "Impressum | Datenschutz | Kontakt",
                           "Nächste Seite"};

const Words& words_of(const Story& story) {
  if (story.language == "zh-Hant") return kTraditional;
  if (story.language == "ja") return kJapanese;
  if (story.language == "en") return kEnglish;
  if (story.language == "de") return kGerman;
  return kChinese;
}

std::string str(std::string_view text) { return std::string(text); }

std::string date_in_words(const Story& story) {
  const std::string& t = story.published;
  if (story.language == "ja") {
    return t.substr(0, 4) + "年" + t.substr(5, 2) + "月" + t.substr(8, 2) + "日 " + t.substr(11, 2) + "時" +
           t.substr(14, 2) + "分";
  }
  if (story.encoding == "gbk") {
    return t.substr(0, 4) + "年" + t.substr(5, 2) + "月" + t.substr(8, 2) + "日 " + t.substr(11, 5);
  }
  return t.substr(0, 10) + " " + t.substr(11, 5);
}

bool is_heading(const std::string& paragraph) { return paragraph.starts_with("# "); }

std::string head(const Story& story, const PageOptions& options) {
  const Words& w = words_of(story);
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + story.language + "\">\n<head>\n";
  if (!story.meta_label.empty()) out += "<meta charset=\"" + story.meta_label + "\">\n";
  out += "<title>" + escape(story.title) + " - " + str(w.paper) + "</title>\n";
  if (!options.canonical.empty()) {
    out += "<link rel=\"canonical\" href=\"" + options.origin + options.canonical + "\">\n";
  }
  if (story.language == "ja" || story.language == "zh-Hant") {
    out += "<meta property=\"article:published_time\" content=\"" + story.published + "\">\n";
  }
  if (story.language == "en") {
    out +=
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
        "\"headline\":\"" +
        story.title + "\",\"datePublished\":\"" + story.published + "\",\"author\":{\"@type\":\"Person\",\"name\":\"" +
        story.author + "\"},\"publisher\":{\"@type\":\"Organization\",\"name\":\"" + story.source + "\"}}</script>\n";
  }
  return out + "</head>\n";
}

std::string top(const Story& story) {
  const Words& w = words_of(story);
  return "<body>\n<header><a class=\"logo\" href=\"/\">" + str(w.paper) + "</a>\n<nav><ul><li><a href=\"/\">" +
         str(w.home) + "</a></li><li><a href=\"/list.html\">" + story.section +
         "</a></li></ul></nav></header>\n<div class=\"crumbs\"><a href=\"/\">" + str(w.home) +
         "</a> &gt; <a href=\"/list.html\">" + story.section + "</a> &gt; " + str(w.text) + "</div>\n";
}

std::string share(const Words& w) {
  return "<div class=\"share\"><p>" + str(w.share) + "</p><p>" + str(w.scan) + "</p></div>\n";
}

std::string byline(const Story& story) {
  const Words& w = words_of(story);
  if (story.language == "de") {
    return "<p class=\"byline\">" + str(w.by) + story.author + " <time datetime=\"" + story.published + "\">" +
           date_in_words(story) + " Uhr</time></p>\n";
  }
  if (story.language == "en") return "<p class=\"byline\">" + str(w.by) + story.author + "</p>\n";
  std::string out = "<div class=\"info\"><span class=\"source\">" + str(w.source) + story.source +
                    "</span> <span class=\"time\">" + date_in_words(story) + "</span> <span class=\"author\">" +
                    str(w.by) + story.author + "</span>";
  if (!story.editor.empty()) out += " <span class=\"editor\">" + str(w.editor) + story.editor + "</span>";
  return out + "</div>\n";
}

std::string paragraphs(const Story& story, const std::string& note) {
  std::string out;
  for (const std::string& p : story.paragraphs) {
    out += is_heading(p) ? "<h2>" + escape(p.substr(2)) + "</h2>\n" : "<p>" + escape(p) + "</p>\n";
  }
  return note.empty() ? out : out + "<p>" + escape(note) + "</p>\n";
}

// As old systems write it: one block, lines parted by <br>, an indent of ideographic spaces.
std::string lines(const Story& story, const std::string& note) {
  std::string out;
  for (const std::string& p : story.paragraphs) out += "　　" + escape(is_heading(p) ? p.substr(2) : p) + "<br><br>\n";
  return note.empty() ? out : out + "　　" + escape(note) + "<br><br>\n";
}

std::string related_links(const Words& w, const std::vector<Story>& related) {
  std::string out = "<div class=\"related\"><h4>" + str(w.related) + "</h4><ul>\n";
  for (const Story& r : related) out += "<li><a href=\"" + r.path + "\">" + escape(r.title) + "</a></li>\n";
  return out + "</ul></div>\n";
}

bool is_old_style(const Story& story) { return story.encoding != "UTF-8"; }

std::string body(const Story& story, const PageOptions& options) {
  const Words& w = words_of(story);
  const std::string title = "<h1>" + escape(story.title) + "</h1>\n";
  const std::string next =
      options.next.empty() ? "" : "<a class=\"next-page\" href=\"" + options.next + "\">" + str(w.next) + "</a>\n";
  if (is_old_style(story)) {
    return "<table width=\"760\"><tr><td>\n" + title + byline(story) + share(w) + "<div id=\"content\">\n" +
           lines(story, options.note) + "</div>\n</td></tr></table>\n" + next;
  }
  if (story.language == "en" || story.language == "de") {
    return "<main><article>\n" + title + byline(story) + share(w) + paragraphs(story, options.note) +
           "</article></main>\n" + next;
  }
  return "<div class=\"detail\">\n" + title + byline(story) + share(w) + "<div class=\"text\">\n" +
         paragraphs(story, options.note) + "</div>\n</div>\n" + next;
}

std::string bottom(const Story& story, const std::vector<Story>& related) {
  const Words& w = words_of(story);
  return "<p class=\"notice\">" + str(w.notice) + "</p>\n" + related_links(w, related) + "<footer>" + str(w.footer) +
         "</footer>\n</body>\n</html>\n";
}

std::string encode(const Story& story, const std::string& page) {
  if (story.encoding == "UTF-8") return page;
  return from_utf8(*encoding_for_label(story.encoding), page).value_or("a character has no bytes in " + story.encoding);
}

std::string item(const std::string& title, const std::string& url, const std::string& date, const std::string& words) {
  return "<item><title>" + escape(title) + "</title><link>" + escape(url) + "</link><guid isPermaLink=\"false\">" +
         escape(url) + "</guid>" + (date.empty() ? "" : "<pubDate>" + http_date(date) + "</pubDate>") +
         "<description>" + escape(words) + "</description></item>\n";
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string http_date(const std::string& iso) {
  constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Instant t = to_instant(*parse_iso(iso));
  const auto day = std::chrono::floor<std::chrono::days>(t);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(t - day);
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out.data();
}

std::string story_page(const Story& story, const std::vector<Story>& related, const PageOptions& options) {
  return encode(story, head(story, options) + top(story) + body(story, options) + bottom(story, related));
}

std::string mirror_page(const Story& story, const std::string& origin) {
  const Words& w = kChinese;
  std::string text;
  for (const std::string& p : story.paragraphs) text += "<p>　　" + escape(mirror_damage(p)) + "</p>\n";
  return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
         mirror_damage(story.title) + "</title>\n</head>\n<body>\n<h1><a href=\"" + origin +
         "/mirror/\">彩票开奖结果今天查询,免费电影全集在线观看,棋牌游戏大厅手机版下载,股票配资开户平台排名</a></h1>\n"
         "<div id=\"pjx8c\" style=\"display: none;\"><ins id=\"q1v0z\"></ins><pre id=\"a7d2k\"></pre></div>\n"
         "<div class=\"crumb\">" +
         mirror_damage(str(w.home) + " > 新闻 > " + story.section) +
         "</div>\n<div class=\"main\">\n<div class=\"share\"><p>" + mirror_damage(w.share) + "</p><p>" +
         mirror_damage(w.scan) + "</p></div>\n<h1>" + mirror_damage(story.title) + "</h1>\n<p class=\"info\">" +
         mirror_damage(story.source) + " " + date_in_words(story) + "</p>\n<p class=\"author\">" +
         mirror_damage("作者：" + story.author + "    责编：" + story.editor) + "</p>\n<div class=\"text\">\n" + text +
         "</div>\n</div>\n<footer><p>感谢您访问我们的网站，您可能还对以下资源感兴趣：</p><p>彩票走势图,免费小说阅读网,"
         "手机棋牌平台</p></footer>\n</body>\n</html>\n";
}

std::string home_page(const std::vector<Story>& stories, const std::string& origin) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>江城早报网</title>\n"
      "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"江城早报网\" href=\"" +
      origin +
      "/rss.xml\">\n</head>\n<body>\n<nav><a href=\"/list.html\">全部新闻</a></nav>\n<h1>江城早报网</h1>\n<ul>\n";
  for (const Story& s : stories) out += "<li><a href=\"" + s.path + "\">" + escape(s.title) + "</a></li>\n";
  return out + "</ul>\n</body>\n</html>\n";
}

std::string list_page(const std::vector<Link>& links, const std::string& next) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta "
      "charset=\"utf-8\">\n<title>全部新闻</title>\n</head>\n<body>\n"
      "<nav><a href=\"/\">首页</a></nav>\n<ul class=\"list\">\n";
  for (const Link& l : links) out += "<li><a href=\"" + escape(l.url) + "\">" + escape(l.words) + "</a></li>\n";
  out += "</ul>\n";
  if (!next.empty()) out += "<a class=\"next\" href=\"" + next + "\">下一页</a>\n";
  return out + "</body>\n</html>\n";
}

std::string rss(const std::vector<Story>& stories, const std::vector<Link>& more, const std::string& origin) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>\n<title>江城早报网</title>"
      "<link>" +
      origin + "/</link><description>城市、财经与文化</description>\n";
  for (const Story& s : stories) out += item(s.title, origin + s.path, s.published, s.paragraphs.front());
  for (const Link& l : more) out += item(l.words, l.url, "", "");
  return out + "</channel></rss>\n";
}

std::string sitemap(const std::vector<Dated>& pages, const std::string& origin) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const Dated& page : pages) {
    out += "<url><loc>" + escape(origin + page.path) + "</loc>";
    if (!page.modified.empty()) out += "<lastmod>" + page.modified + "</lastmod>";
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

std::string sitemap_index(const std::vector<std::string>& paths, const std::string& origin) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& p : paths) out += "<sitemap><loc>" + escape(origin + p) + "</loc></sitemap>\n";
  return out + "</sitemapindex>\n";
}

}  // namespace winnow::newsstand
