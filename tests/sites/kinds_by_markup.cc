#include "sites/kinds.h"

namespace winnow::sites {
namespace {

// No metadata, no doctype worth the name, nested tables, fonts, paragraphs without an end.
Kind tables_of_2004() {
  return {.name = "tables_of_2004",
          .encoding = "windows-1252",
          .zone = "America/New_York",
          .year = 2004,
          .base = "tables",
          .frame = "header nav topbar? (main_aside_first|main) footer",
          .order = "kicker? (title meta|meta title) image? body tags? / more notice",
          .inserts = "advert:3? related:5",
          .meta_line = "{author} <br> {time}",
          .date = "({published}: %B %e, %Y %I:%M %p|%m/%d/%Y %H:%M|%A, %B %e, %Y, %H:%M)",
          .head = "description? keywords?",
          .urls = {.article = "(/news/{yyyy}/{id}.html|/stories/{yyyy}{mm}{dd}-{id}.htm|/archive/{id}.html)",
                   .section = "/{section}/index.html",
                   .section_page = "/{section}/index{n}.html",
                   .other = "/(info|site)/{name}.html"},
          .discovery = "lists",
          .others = "about contact search terms archive",
          .traits = "upper unclosed bare_lists? undated_lists? plain_text? no_header_charset? constant_title?",
          .kilobytes = 6};
}

Kind div_soup() {
  return {.name = "div_soup",
          .zone = "America/Chicago",
          .base = "divs",
          .boxes =
              "title: div.(h|t|hd)1\nbody: div.(c|x|b)(2|3|4)\nparagraph: div.p\narticle: div.(c|x|b)1\n"
              "time: div.(d|dt)\nauthor: div.(n|nm)\nmeta: div.(i|inf)\ncolumn: div.(c|x|b)0\n"
              "comment: div.p\nitem_teaser: div.p",
          .frame = "topbar header nav main newsletter? footer",
          .order = "section_head? share? title (meta|kicker meta) image? body share tags? / next_story? more comments",
          .inserts = "advert:2 read_also:4?",
          .date = "(%b %e, %Y %I:%M %p|%Y-%m-%d %H:%M|%e %b %Y %H:%M)",
          .head = "og? description",
          .urls = {.article = "(/{section}/{id}/{slug}|/{section}/{slug}/{id}|/a/{id}/{slug})",
                   .section = "/{section}",
                   .section_page = "/{section}?page={n}",
                   .tag = "/t/{name}",
                   .author = "/by/{name}",
                   .other = "/{name}",
                   .feature = "/{name}/{slug}"},
          .discovery = "rss? lists",
          .traits =
              "no_lang? list_images? author_links? hidden_feed? one_template? mixed_lists? day_on_top? constant_title? "
              "sponsored?"};
}

// A single-page framework's output: hashed classes, the page's data once more as JSON.
Kind hashed_classes() {
  return {.name = "hashed_classes",
          .zone = "America/Los_Angeles",
          .boxes = R"(
page: div#__next>div.css-{h}
header: header.css-{h}
nav: nav.css-{h}>ul.css-{h}
main: main.css-{h}
column: div.css-{h}
aside: aside.css-{h}
article: article.css-{h}
title: h1.css-{h}
lead: p.css-{h}
meta: div.css-{h}>div.css-{h}
author: span.css-{h}
time: time.css-{h}[datetime={iso}]
body: section.css-{h}[(name|data-testid)=articleBody]
paragraph: p.css-{h}
heading: h2.css-{h}
advert: div.css-{h}
related: aside.css-{h}
newsletter: div.css-{h}
share: div.css-{h}
tags: div.css-{h}
more: section.css-{h}
comments: section.css-{h}
list: ol.css-{h}
item: li.css-{h}>article.css-{h}
item_link: h3.css-{h}>a.css-{h}[href={url}]
item_teaser: p.css-{h}
pager: div.css-{h}
pager_next: a.css-{h}[href={url}]
list_title: h1.css-{h}
kicker: p.css-{h}
chunk: div.css-{h}
links: ul.css-{h}
item_time: time.css-{h}[datetime={iso}]
image: figure.css-{h}>img.css-{h}[src={image}][alt={alt}]
caption: figcaption.css-{h}
)",
          .frame = "cookie header nav main newsletter? footer",
          .order = "kicker? title lead? meta share image? body tags? share? newsletter? / more comments?",
          .inserts = "advert:2 newsletter:4? related:6? advert:8",
          .date = "%B %e, %Y",
          .head = "description canonical og published (modified|jsonld) twitter (seo_short|og_suffix)",
          .urls = {.article = "/{yyyy}/{mm}/{dd}/{section}/{slug}.html",
                   .section = "/section/{section}",
                   .section_page = "/section/{section}?page={n}",
                   .tag = "/topic/{name}",
                   .other = "/{name}",
                   .feature = "/{yyyy}/{mm}/{dd}/{name}/{hex}.html"},
          .discovery = "rss? sitemap_index? lists",
          .traits =
              "state infinite list_images undated_lists? chunked mixed_lists? cards_below? related_teasers? sponsored?",
          .kilobytes = 30};
}

// What is shown tells neither who nor when.
Kind jsonld_only() {
  return {.name = "jsonld_only",
          .language = "es",
          .zone = "Europe/Madrid",
          .boxes =
              "body: div.(cuerpo|texto|contenido)-noticia\ntitle: h1.(titular|titulo)\narticle: article.noticia\n"
              "related: div.(relacionadas|despiece)\nimage: figure.foto>img[src={image}][alt={alt}]",
          .frame = "cookie topbar header nav main newsletter? footer",
          .order = "kicker? title lead share image body tags / more comments?",
          .inserts = "advert:2 related:4? advert:7? appeal:4?",
          .date = "%d/%m/%Y",
          .head = "canonical description og (jsonld|graph)",
          .urls = {.article = "(/{section}/{yyyy}-{mm}-{dd}/{slug}.html|/{section}/{slug}-{id}.html)"},
          .discovery = "rss lists sitemap?",
          .traits = "undated_lists list_images? day_on_top mixed_lists? related_teasers? sponsored?",
          .kilobytes = 20};
}

Kind microdata_regional() {
  return {.name = "microdata_regional",
          .language = "pt",
          .zone = "America/Sao_Paulo",
          .boxes = R"(
article: div.(materia|conteudo)[itemscope][itemtype=http://schema.org/NewsArticle]
title: h1.(materia|conteudo)-titulo[itemprop=headline]
lead: h2.(materia|conteudo)-subtitulo[itemprop=alternativeHeadline]
meta: div.(materia|conteudo)-assinatura
author: span[itemprop=author][itemscope][itemtype=http://schema.org/Person]>span[itemprop=name]
time: time[itemprop=datePublished][datetime={iso}]
body: div.(mc|bloco)-body[itemprop=articleBody]>div.(mc|bloco)-column
paragraph: p.(mc|bloco)-text
item: div.(bloco|feed)-item
item_link: h2>a.(bloco|feed)-link[href={url}]
)",
          .frame = "header nav ticker? main footer",
          .order = "kicker? title lead meta share image body tags? / more newsletter?",
          .inserts = "advert:3 read_also:5 appeal:99? image:3?",
          .date = "(%d/%m/%Y %Hh%M|%e de %B de %Y às %H:%M|%d.%m.%Y %H:%M)",
          .head = "description og?",
          .urls = {.article = "/{section}/noticia/{yyyy}/{mm}/{dd}/{slug}.(html|ghtml)"},
          .discovery = "lists rss?",
          .traits = "infinite? tracked_links? one_template? cards_below?",
          .kilobytes = 14};
}

Kind open_graph_only() {
  return {.name = "open_graph_only",
          .zone = "Australia/Sydney",
          .boxes =
              "title: h2.(headline|hl)\nlogo: h1.logo>a[href={url}]\nbody: div#(story-text|article-text|main-text)\n"
              "article: div.(module|panel|unit).item\nmeta: p.(credit|byline)\nauthor: b",
          .frame = "cookie? header nav main footer",
          .order = "title image body meta share / more",
          .inserts = "advert:4 newsletter:6?",
          .meta_line = "{author}",
          .head = "og published description (seo_short|og_suffix) author_is_paper?",
          .urls = {.article = "(/{section}/{slug}/{hex}|/{section}/{slug}-{hex})",
                   .section = "/{section}",
                   .section_page = "/{section}/{n}",
                   .other = "/(page|site)/{name}"},
          .discovery = "lists",
          .traits = "undated_lists bare_lists? list_images? one_template? mixed_lists?"};
}

}  // namespace

std::vector<Kind> kinds_by_markup() {
  return {tables_of_2004(), div_soup(), hashed_classes(), jsonld_only(), microdata_regional(), open_graph_only()};
}

}  // namespace winnow::sites
