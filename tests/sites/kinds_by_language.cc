#include "sites/kinds.h"

namespace winnow::sites {
namespace {

constexpr UrlPatterns kPortalUrls = {.article =
                                         "(/{section}/{yyyy}/{mm}-{dd}/{id}.shtml|/a/{yyyy}{mm}{dd}/{id}.htm|/"
                                         "{section}/content/{yyyy}-{mm}/{dd}/content_{id}.htm)",
                                     .section = "/{section}/",
                                     .section_page = "/{section}/index_{n}.shtml",
                                     .tag = "/tag/{name}.shtml",
                                     .author = "/author/{name}.shtml",
                                     .other = "/(about|service)/{name}.shtml",
                                     .feature = "/{name}/{yyyy}-{mm}-{dd}/{id}.shtml",
                                     .part = "_{n}"};

Kind chinese_portal() {
  return {.name = "chinese_portal",
          .language = "zh-Hans",
          .encoding = "gbk",
          .zone = "Asia/Shanghai",
          .base = "divs",
          .boxes =
              "title: h1.(main-title|bt|title)\nbody: div#(artibody|text|Content|zoom).(article|content)\n"
              "meta: div.(date-source|info|pub)\nauthor: span.(author|zz)\nnotice: p.(article-editor|show_author|bj)\n"
              "time: span.(date|time|sj)\nitem: li\nlist: ul.(list_009|list|news-list)",
          .frame = "topbar header nav breadcrumb ticker? main footer",
          .order = "title meta share? image? body share? notice / more comments?",
          .inserts = "advert:3? editor:99 image:3?",
          .meta_line = "{time}　{source}　{author}",
          .date = "(%Y年%m月%d日 %H:%M|%Y-%m-%d %H:%M:%S|%Y年%m月%d日%H:%M)",
          .head = "keywords description",
          .urls = kPortalUrls,
          .discovery = "lists",
          .others = "about imprint contact careers search video gallery live tag",
          .traits = "several_pages angle_crumbs bare_lists date_first? no_header_charset? mixed_lists? sponsored?",
          .kilobytes = 16};
}

// The content system of many authorities: its own meta tags, a line of tools, text in a TRS editor's box.
Kind chinese_government() {
  return {
      .name = "chinese_government",
      .language = "zh-Hans",
      .zone = "Asia/Shanghai",
      .base = "divs",
      .boxes =
          "title: (h1|div.bt|p.title)\nbody: div#(zoom|UCAP-CONTENT|con_con)>div.(TRS_Editor|trs_editor_view)\n"
          "paragraph: p[align=justify]\nmeta: div.(pages-date|laiyuan|source)\ntime: span\n"
          "list: ul.(list_1|gl-list|news_list)\nitem: li\nitem_time: span.(date|time)",
      .frame = "header nav breadcrumb main_alone footer",
      .order = "title meta body notice share? /",
      .meta_line =
          "{published}{time}　{source}　【字体：<a href=\"#\">大</a> <a href=\"#\">中</a> <a "
          "href=\"#\">小</a>】 <a href=\"#\">打印</a>",
      .date = "(%Y-%m-%d %H:%M|%Y年%m月%d日 %H:%M|%Y-%m-%d)",
      .head = "pubdate keywords description?",
      .urls = {.article = "(/{section}/{yyyy}{mm}/t{yyyy}{mm}{dd}_{id}.html|/art/{yyyy}/{mm}/{dd}/art_{n}_{id}.html)",
               .section = "/{section}/index.html",
               .section_page = "/{section}/index_{n}.html",
               .other = "/(gk|wzgl)/{name}.html"},
      .discovery = "lists",
      .others = "about imprint contact search print",
      .traits = "angle_crumbs bare_lists plain_text constant_title?",
      .kilobytes = 10};
}

Kind japanese_newspaper() {
  return {.name = "japanese_newspaper",
          .language = "ja",
          .zone = "Asia/Tokyo",
          .boxes =
              "title: h1.(title|headline|article-title)\nbody: div.(article-body|main-text|txt-area)\nmeta: "
              "p.(article-info|date-area)\n"
              "time: (time[datetime={iso}]|span.date)\nauthor: span.(writer|name)\nparagraph: p.(article_text|txt)\n"
              "list: ul.(news-list|index-list)\nitem: li\nitem_link: a[href={url}]",
          .frame = "header nav breadcrumb main footer",
          .order = "kicker? title meta share image body share? tags notice / more",
          .inserts = "advert:3 related:5? appeal:99?",
          .meta_line = "{time} {author}",
          .date = "(%Y年%o月%e日 %H時%M分|%Y/%o/%e %k:%M|%Y年%o月%e日 %k:%M)",
          .head = "canonical description og (published|jsonld)?",
          .urls = {.article = "(/articles/{hex}.html|/{section}/{yyyy}{mm}{dd}/{id}/|/article/{yyyy}{mm}{dd}-{hex}/)",
                   .section = "/{section}/",
                   .section_page = "/{section}/?page={n}",
                   .other = "/info/{name}.html"},
          .discovery = "lists rss?",
          .others = "about imprint privacy contact terms login video gallery live tag",
          .traits = "paywall date_first? bare_lists"};
}

Kind korean_daily() {
  return {.name = "korean_daily",
          .language = "ko",
          .zone = "Asia/Seoul",
          .base = "divs",
          .boxes =
              "title: h3.(tit_view|title|article_head)\nbody: "
              "div#(articleBody|articeBody|article-view-content-div).(article_txt|art_body)\n"
              "time: (span.txt_info|em|li.date)\nauthor: span.(writer|byline)\nheading: strong\n"
              "notice: p.(copyright|article_copy)\nlist: ul.(list_news|type2)\nitem: li\nitem_link: "
              "h4.titles>a[href={url}]",
          .frame = "topbar header nav main footer",
          .order = "section_head? title meta share? body notice share? tags? / more comments",
          .inserts = "image:1? advert:3 author_box:99? notice:99? appeal:99?",
          .meta_line = "({author} / {published} {time} / {updated}|{updated} / {published} {time} / {author})",
          .date = "(%Y.%m.%d %H:%M|%Y-%m-%d %H:%M:%S|%Y.%m.%d. %H:%M)",
          .head = "og published? canonical? author?",
          .urls = {.article = "(/news/articleView.html?idxno={id}|/article/{yyyy}{mm}{dd}{id}|/{section}/{id})",
                   .section = "(/news/articleList.html?sc_section_code={section}|/list.html?s={section})",
                   .section_page = "(/news/articleList.html?sc_section_code={section}|/list.html?s={section})&page={n}",
                   .tag = "/tag/{name}",
                   .author = "/reporter/{name}",
                   .other = "/com/{name}.html"},
          .discovery = "lists rss?",
          .traits = "list_images? no_lang? mixed_lists? sponsored?"};
}

Kind arabic_news() {
  return {.name = "arabic_news",
          .language = "ar",
          .zone = "Asia/Riyadh",
          .boxes =
              "title: h1.(news-title|article-title|entry-title)\nbody: div.(news-body|article-body|paragraph-list)\n"
              "meta: div.(news-meta|date-author)\ntime: (span.date|time[datetime={iso}])\narticle: "
              "div.(news-details|single)",
          .frame = "cookie? topbar header nav breadcrumb? ticker? main footer",
          .order = "kicker? title meta share image body tags / more comments?",
          .inserts = "advert:2 read_also:4 share:99? appeal:99?",
          .meta_line = "({author} - {time}|{updated} - {published} {time} - {author})",
          .date = "(%e %B %Y - %H:%M|%A %e %B %Y %H:%M|%d-%m-%Y، %H:%M)",
          .head = "og description canonical? published?",
          .urls = {.article = "(/{section}/{yyyy}/{mm}/{dd}/{slug}|/news/{id}/{slug}|/{section}/article/{id})",
                   .section = "/{section}",
                   .section_page = "/{section}/page/{n}",
                   .tag = "/tag/{name}",
                   .author = "/writers/{name}",
                   .other = "/{name}",
                   .feature = "/{name}/{slug}"},
          .discovery = "rss? lists",
          .traits = "list_images infinite? day_on_top cards_below? sponsored?"};
}

// Bare text with line breaks; the place and the hour open the page, not the text.
Kind russian_agency() {
  return {.name = "russian_agency",
          .language = "ru",
          .zone = "Europe/Moscow",
          .base = "divs",
          .boxes =
              "title: h1.(article__title|headline)\nbody: div.(article__text|b-text|topic-body)\n"
              "time: (div.article__date|span.date|a.article__time[href=#])\nlist: div.(list-items|feed)\n"
              "item: div.(list-item|feed__row)\nitem_link: a.(list-item__title|feed__link)[href={url}]",
          .frame = "topbar? header nav (main|main_aside_first) footer",
          .order = "title lead? meta image? body share tags / more",
          .inserts = "advert:3 related:6? appeal:99?",
          .meta_line = "{time} {author}",
          .date = "(%H:%M, %e %B %Y|%H:%M %d.%m.%Y|%e %B %Y, %H:%M)",
          .head = "og description? keywords?",
          .urls = {.article = "(/{yyyy}{mm}{dd}/{id}.html|/{section}/{id}|/news/{yyyy}/{mm}/{dd}/{id}/)",
                   .section = "/{section}/",
                   .section_page = "/{section}/?p={n}"},
          .discovery = "lists rss?",
          .others = "about imprint contact terms search video gallery live tag notfound",
          .traits =
              "br single_br? plain_text? infinite? bare_lists date_first? one_template? day_on_top? related_teasers?"};
}

Kind german_kickers() {
  return {
      .name = "german_kickers",
      .language = "de",
      .zone = "Europe/Berlin",
      .boxes =
          "title: h2>span.(headline|article-heading)__title\nkicker: span.(headline|article-heading)__kicker\n"
          "logo: h1.logo>a[href={url}]\nbody: div.(article|artikel)__(item|content)\nparagraph: p.(paragraph|absatz)\n"
          "author: a[rel=author][href={url}]\ntime: time.metadata__date[datetime={iso}]\nmeta: div.metadata\n"
          "item_link: h2>a.(teaser|zon-teaser)__link[href={url}]\npart_next: a.pager__button--next[href={url}]",
      .frame = "cookie header nav main footer",
      .order = "kicker title lead meta share? image body tags newsletter? / more comments?",
      .inserts = "advert:2 read_also:3 newsletter:6? notice:99? appeal:99?",
      .meta_line = "{author} {time} {minutes}",
      .date = "(%e. %B %Y, %H:%M {zone}|%d.%m.%Y, %H:%M {zone}|{published} %d.%m.%Y - %H:%M {zone})",
      .head = "canonical description og published jsonld? author seo_kicker?",
      .urls = {.article = "(/{section}/{yyyy}-{mm}/{slug}|/{section}/{slug}-{id}.html)",
               .section = "/{section}/index",
               .section_page = "/{section}/index?p={n}",
               .author = "/autoren/{name}",
               .part = "?seite={n}"},
      .discovery = "lists rss?",
      .others = "about imprint privacy contact terms careers search login video gallery live tag author print",
      .traits = "several_pages author_links cards_below? one_template?",
      .kilobytes = 22};
}

// The body is cut in pieces by boxes that stand between them.
Kind french_regional() {
  return {.name = "french_regional",
          .language = "fr",
          .zone = "Europe/Paris",
          .boxes =
              "title: h1.(titre|title-article)\nlead: div.(chapo|chapeau)\nbody: div.(texte|contenu|corps)-article\n"
              "time: time[datetime={iso}]\nrelated: div.(a-lire|bloc-lire)\nadvert: div.(pub|dfp)\nmeta: "
              "div.(signature|infos)",
          .frame = "cookie topbar? header nav breadcrumb main newsletter footer",
          .order = "kicker? title lead meta image share body share? tags / more comments?",
          .inserts = "advert:2 related:4 advert:6 newsletter:8 appeal:99?",
          .meta_line = "({author}, {published} {time}|{updated}, {published} {time}, {author})",
          .date = "(%d/%m/%Y à %H:%M|%e %B %Y à %H h %M|%d/%m/%Y - %Hh%M)",
          .head = "canonical description og jsonld?",
          .urls = {.article = "/{section}/{slug}-{id}(.php|.html)"},
          .discovery = "rss? lists sitemap?",
          .traits = "split_body list_images mixed_lists? cards_below? related_teasers? sponsored?",
          .kilobytes = 18};
}

Kind spanish_daily() {
  return {.name = "spanish_daily",
          .language = "es",
          .zone = "America/Mexico_City",
          .boxes =
              "title: h1.(a_t|headline|titulo)\nlead: h2.(a_st|subtitle|bajada)\nbody: "
              "div.(a_c|article-body|nota-cuerpo).clearfix\n"
              "author: a.(a_md_a|autor)[href={url}]\ntime: (time[datetime={iso}]|span.fecha)\nshare: "
              "div.(redes|compartir)\nmeta: div.(a_md|firma)",
          .frame = "topbar header nav main footer",
          .order = "kicker? title lead share meta image share body share tags author_box? / more comments",
          .inserts = "share:3 advert:4 read_also:6 appeal:99? image:3?",
          .meta_line = "({author} {time}|{updated} — {time} {author})",
          .date = "(%d %b %Y - %H:%M|%e de %B de %Y %H:%M|%d/%m/%Y, %H:%M)",
          .head = "canonical? description og published?",
          .urls = {.article =
                       "(/{section}/{yyyy}/{mm}/{dd}/{slug}.html|/{section}/{slug}_{id}_{n}.html|/nota/{id}/{slug}/)"},
          .discovery = "lists rss?",
          .traits = "author_links absolute_links? tracked_links one_template? cards_below? day_on_top? sponsored?",
          .kilobytes = 16};
}

Kind no_metadata() {
  return {.name = "no_metadata",
          .zone = "Europe/Dublin",
          .boxes =
              "title: (h1|h2|h3)\nsection_head: h4\nbody: div\narticle: div\nmeta: p\nauthor: i\ntime: small\nlist: "
              "div\nitem: "
              "div\nitem_link: a[href={url}]\n"
              "main: div\ncolumn: div\naside: div\nheader: div\nnav: p\nnav_item: span>a[href={url}]\nfooter: "
              "div\npage: div\n"
              "list_title: h1\nitem_time: small\npager: p\npager_next: a[href={url}]\nmore: div\nmore_item: "
              "p>a[href={url}]",
          .frame = "header nav main_alone footer",
          .order = "section_head? title meta body / more?",
          .inserts = "appeal:4?",
          .meta_line = "({author}, {time}|{time}, {author})",
          .date = "%e %B %Y, %H:%M",
          .head = "nothing",
          .urls = {.article = "(/{slug}.html|/{yyyy}/{slug}.html|/texts/{id}.html)",
                   .section = "/{section}.html",
                   .section_page = "/{section}-{n}.html",
                   .other = "/{name}.html"},
          .discovery = "lists",
          .others = "about contact archive",
          .traits = "no_lang bare_lists bare_title? no_header_charset?",
          .kilobytes = 7};
}

}  // namespace

std::vector<Kind> kinds_by_language() {
  return {chinese_portal(), chinese_government(), japanese_newspaper(), korean_daily(),  arabic_news(),
          russian_agency(), german_kickers(),     french_regional(),    spanish_daily(), no_metadata()};
}

}  // namespace winnow::sites
