#include "sites/kinds.h"

namespace winnow::sites {
namespace {

Kind infinite_lists() {
  return {.name = "infinite_lists",
          .zone = "America/Toronto",
          .boxes =
              "body: div.(post|entry)__(copy|rich-text)\ntitle: h1.(post|entry)__title\npager_next: "
              "a.(load-more|js-more)[href={url}][data-page=next]\n"
              "list: div.(stream|river|feed)[data-infinite=true]\nitem: div.(stream|river|feed)__item\n"
              "time: (span.when[data-published={iso}]|abbr.published[title={iso}])",
          .frame = "cookie? header nav main footer",
          .order = "section_head? title meta share image body newsletter? tags / next_story? more",
          .inserts = "advert:3 newsletter:5? advert:7 appeal:4?",
          .date = "(%b %e, %I:%M %p|%e %B|%b %e)",
          .head = "canonical og description",
          .urls = {.section_page = "(/{section}/?offset={n}0|/{section}/load/{n})"},
          .discovery = "lists",
          .traits = "infinite list_images mixed_lists? cards_below? sponsored?"};
}

Kind feeds_only() {
  return {.name = "feeds_only",
          .zone = "Europe/Amsterdam",
          .boxes = "body: div.(content|richtext)__(inner|body)\narticle: div.(app|view)-article",
          .order = "title lead? meta image? body share? / more",
          .inserts = "advert:4? appeal:99?",
          .head = "canonical description og? published?",
          .urls = {.article = "(/articles/{slug}-{hex}|/s/{hex}/{slug}|/{yyyy}/{mm}/{slug})"},
          .discovery = "(rss section_feeds|rss whole_feed|atom whole_feed)",
          .others = "about privacy contact terms login",
          .traits = "state?"};
}

// An index of packed sitemaps, those of articles among those of all else.
Kind sitemaps_only() {
  return {.name = "sitemaps_only",
          .language = "de",
          .zone = "Europe/Vienna",
          .boxes =
              "body: div.(beitrag|inhalt)-(text|body)\ntitle: h1.(beitrag|inhalt)-titel\nauthor: span.autor\nmeta: "
              "p.(zeile|daten)\n"
              "time: span.datum",
          .order = "section_head? title lead? meta image? body share? tags? / more",
          .inserts = "read_also:4? appeal:4? image:3?",
          .meta_line = "{author}, {time}",
          .date = "(%e. %B %Y, %H:%M|%d.%m.%Y %H:%M)",
          .head = "canonical? description og?",
          .urls = {.article = "(/beitrag/{id}/{slug}|/{section}/{id}-{slug}.html)"},
          .discovery = "sitemap_index gz",
          .others = "about imprint privacy contact terms search login video gallery tag author",
          .traits = "no_header_charset?"};
}

// Nothing but the address tells the day.
Kind date_in_url() {
  return {
      .name = "date_in_url",
      .zone = "Africa/Johannesburg",
      .boxes = "body: div.(copy|main-copy|story-copy)\ntitle: h1\nmeta: div.(credits|by)",
      .order = "title meta image? body share? / more notice",
      .inserts = "related:4? appeal:99?",
      .meta_line = "{author}",
      .head = "description? og?",
      .urls = {.article =
                   "(/{yyyy}/{mm}/{dd}/{slug}/|/{section}/{yyyy}{mm}{dd}/{slug}.html|/{yyyy}-{mm}-{dd}-{slug}.html)"},
      .discovery = "lists",
      .traits = "undated_lists bare_lists? one_template? day_on_top related_teasers?"};
}

Kind relative_base() {
  return {
      .name = "relative_base",
      .zone = "Pacific/Auckland",
      .base = "divs",
      .boxes =
          "title: h1.(heading|pagetitle)\nbody: div#(mainbody|bodytext|maincontent)\nparagraph: p.(normal|bodytext)",
      .frame = "header nav breadcrumb main footer",
      .order = "(title meta image? body tags?|title image? body meta tags?) share? / more notice",
      .inserts = "advert:4 image:3?",
      .meta_line = "{published} {time} {author}",
      .date = "(%d %B %Y %H:%M|%A, %e %B %Y %H:%M|%d-%b-%Y %H:%M)",
      .head = "description keywords? canonical?",
      .urls = {.article = "(/site/{section}/{id}/index.html|/content/{section}/{slug}.html)",
               .section = "/site/{section}/list.html",
               .section_page = "/site/{section}/list-{n}.html",
               .other = "/site/{name}.html"},
      .discovery = "lists rss?",
      .traits = "base angle_crumbs? constant_title?"};
}

Kind ids_in_query() {
  return {.name = "ids_in_query",
          .zone = "Asia/Singapore",
          .base = "divs",
          .boxes =
              "title: (h1|h2).(arttitle|pagehead)\nbody: div.(artbody|pagebody)\ntime: span.(artdate|pubdate)\n"
              "author: span.(artauthor|writer)\npart_next: a.nextpage[href={url}]",
          .order = "section_head? (title meta|kicker title meta) image? body share / more comments?",
          .inserts = "advert:3?",
          .date = "(%Y-%m-%d %H:%M|%d/%m/%Y %H:%M|%e %b %Y %H:%M)",
          .head = "description? og?",
          .urls = {.article = "(/article.php?id={id}|/index.php?option=com_content&view=article&id={id}|/"
                              "news.asp?cat={n}&newsid={id}|/show?id={id}&s={section})",
                   .section = "(/list.php?cat={id}|/index.php?option=com_content&view=category&id={id})",
                   .section_page = "(/list.php?cat={id}|/index.php?option=com_content&view=category&id={id})&start={n}",
                   .tag = "/tags.php?t={name}",
                   .author = "/staff.php?w={name}",
                   .other = "(/page.php?p={name}|/index.php?option=com_content&view=page&p={name})",
                   .feature = "/article.php?id={id}&type={name}"},
          .discovery = "lists",
          .others = "about privacy contact terms login video gallery tag author print comments",
          .traits = "bare_lists? constant_title?"};
}

Kind mixed_hosts() {
  return {.name = "mixed_hosts",
          .language = "zh-Hans",
          .zone = "Asia/Shanghai",
          .boxes =
              "title: h1.(article-title|tit)\nbody: article.(article|text)#(mp-editor|article-content)\ntime: "
              "span.(time|pub-time)#news-time\n"
              "author: span.(author|name)\nlist: div.(news-list|feed-list)\nitem: div.(news-item|feed-item)",
          .frame = "topbar header nav main footer",
          .order = "title meta body editor share? notice? tags? / more comments",
          .inserts = "advert:3? appeal:4?",
          .meta_line = "{time} {source} {author}",
          .date = "(%Y-%m-%d %H:%M|%Y年%m月%d日 %H:%M)",
          .head = "canonical og? keywords",
          .urls = {.article = "(/a/{id}_{n}|/{section}/detail/{hex}.html|/n/{id}.html)",
                   .section = "/{section}/",
                   .section_page = "/{section}/p{n}/"},
          .discovery = "lists",
          .others = "about imprint contact video tag",
          .traits = "mobile absolute_links"};
}

Kind live_blog() {
  return {.name = "live_blog",
          .boxes =
              "body: div.(live|liveblog)-(stream|entries)\nentry: div.(live|liveblog)-(post|update)\nentry_time: "
              "div.(live|liveblog)-clock\n"
              "heading: h3.(live|liveblog)-heading\ntitle: h1.(live|liveblog)-title",
          .order = "kicker? title lead? meta share? body / more",
          .inserts = "",
          .meta_line = "{author} {published} {time}",
          .date = "(%e %B %Y %H:%M|%B %e, %Y %I:%M %p)",
          .head = "canonical og description published? jsonld?",
          .urls = {.article = "(/live/{yyyy}/{mm}/{slug}-{id}|/{section}/live-{id}/{slug})"},
          .discovery = "lists rss?",
          .others = "about privacy contact terms live video tag",
          .traits = "live plain_text? cards_below?"};
}

// Texts of a firm: paragraphs are bare divs, contacts stand below, no author signs.
Kind press_releases() {
  return {.name = "press_releases",
          .language = "de",
          .zone = "Europe/Zurich",
          .boxes =
              "title: h1.(release|pm)-title\nbody: div.(release|pm)-(text|body)\nparagraph: div\nheading: "
              "div>strong\nmeta: div.(release|pm)-date\n"
              "time: span\nnotice: div.(release|pm)-contact\nlist: table>tbody\nitem: tr>td\nitem_link: a[href={url}]",
          .frame = "cookie? header nav breadcrumb? main_alone footer",
          .order = "title lead? meta body press share? / more?",
          .meta_line = "({section} | {time}|{time})",
          .date = "(%d.%m.%Y|%e. %B %Y)",
          .head = "description canonical og?",
          .urls = {.article = "(/presse/{yyyy}/{slug}.html|/media/pressemitteilungen/{slug}/|/de/news/detail/{id})",
                   .section = "/presse/{section}/",
                   .section_page = "/presse/{section}/?seite={n}",
                   .other = "/unternehmen/{name}.html"},
          .discovery = "lists rss?",
          .others = "about imprint privacy contact terms careers search",
          .traits = "no_byline date_first bare_lists plain_text? constant_title?"};
}

Kind custom_elements() {
  return {.name = "custom_elements",
          .zone = "America/Denver",
          .boxes = R"(
page: {p}-app
header: {p}-header
nav: {p}-nav>ul
main: {p}-layout
column: {p}-primary
aside: {p}-rail
article: {p}-article
title: {p}-headline>h1
lead: {p}-summary>p
meta: {p}-byline
author: span[slot=author]
time: {p}-timestamp[datetime={iso}]
body: {p}-article-body
related: {p}-related
newsletter: {p}-newsletter
advert: {p}-ad[slot=inline]
share: {p}-share
more: {p}-recirc
comments: {p}-comments
list: {p}-feed
item: {p}-card
item_link: h3>a[href={url}]
pager: {p}-pagination
)",
          .frame = "cookie header nav main footer",
          .order = "title lead? meta share? image body newsletter? tags / more comments?",
          .inserts = "advert:2 related:5? advert:8 appeal:99?",
          .meta_line = "({author} {time}|{updated} · {time} {author})",
          .date = "(%B %e, %Y at %I:%M %p|%b %e, %Y)",
          .head = "canonical og description jsonld? published?",
          .urls = {.article = "(/story/{slug}-{hex}|/{section}/{yyyy}/{slug})",
                   .section = "/{section}",
                   .section_page = "/{section}?p={n}"},
          .discovery = "lists sitemap?",
          .traits = "state infinite? cards_below? one_template? chunked? related_teasers?",
          .kilobytes = 24};
}

}  // namespace

std::vector<Kind> kinds_by_structure() {
  return {infinite_lists(), feeds_only(),  sitemaps_only(), date_in_url(),    relative_base(),
          ids_in_query(),   mixed_hosts(), live_blog(),     press_releases(), custom_elements()};
}

}  // namespace winnow::sites
