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
          .traits = "upper unclosed bare_lists? undated_lists? plain_text? no_header_charset?",
          .kilobytes = 6};
}

Kind div_soup() {
  return {.name = "div_soup",
          .zone = "America/Chicago",
          .base = "divs",
          .boxes = "title: div.(h|t|hd)1\nbody: div.(c|x|b)(2|3|4)\nparagraph: div.p\narticle: div.(c|x|b)1\n"
                   "time: div.(d|dt)\nauthor: div.(n|nm)\nmeta: div.(i|inf)\ncolumn: div.(c|x|b)0\n"
                   "comment: div.p\nitem_teaser: div.p",
          .frame = "topbar header nav main newsletter? footer",
          .order = "share? title (meta|kicker meta) image? body share tags? / next_story? more comments",
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
          .traits = "no_lang? list_images? author_links? hidden_feed? one_template? mixed_lists? day_on_top?"};
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
          .traits = "state infinite list_images undated_lists? chunked mixed_lists? cards_below?",
          .kilobytes = 30};
}

Kind bem_newspaper() {
  return {.name = "bem_newspaper",
          .boxes = R"(
article: article.(story|article|piece)
title: h1.(story|article|piece)__headline
kicker: a.(story|article|piece)__section[href=#]
lead: p.(story|article|piece)__standfirst
meta: div.(story|article|piece)__byline>div.byline
author: a.byline__name[rel=author][href={url}]
time: time.byline__date[datetime={iso}]
body: div.(story|article|piece)__body>div.(story|article|piece)__body-text.(story|article|piece)__body-text--wide
paragraph: p.(story|article|piece)__paragraph
heading: h2.(story|article|piece)__subheading
read_also: div.(story|article|piece)__rich-link>p
newsletter: aside.newsletter-signup.newsletter-signup--inline
related: aside.(story|article|piece)__related
share: ul.social.social--horizontal
share_item: li.social__item>a[href=#]
item: div.card.card--standard
item_link: h3.card__headline>a.card__link[href={url}]
item_time: time.card__date[datetime={iso}]
item_teaser: p.card__standfirst
list: div.fc-container>div.fc-slice
pager: div.pagination.pagination--numbered
pager_next: a.pagination__next[rel=next][href={url}]
)",
          .frame = "cookie popup? topbar header nav breadcrumb main footer",
          .order = "kicker title lead meta share image body tags newsletter? / next_story? more comments",
          .inserts = "newsletter:2? read_also:4 advert:5 related:8?",
          .date = "(%A %e %B %Y %H:%M {zone}|%A %e %B %Y %H.%M {zone})",
          .head = "description canonical og published modified jsonld author keywords twitter amp? (seo_kicker|og_suffix)?",
          .urls = {.article = "/{section}/{yyyy}/{mm}/{dd}/{slug}",
                   .section = "/{section}",
                   .section_page = "/{section}?page={n}",
                   .tag = "/topic/{name}",
                   .author = "/profile/{name}",
                   .other = "/help/{name}",
                   .feature = "/{name}/{yyyy}/{mm}/{dd}/{hex}"},
          .discovery = "rss section_feeds? lists",
          .others = "about imprint privacy contact terms careers search login video gallery live tag author amp",
          .traits = "drop_cap author_links paywall list_images cards_below? mixed_lists? one_template?",
          .kilobytes = 24};
}

// Utility classes that many elements share; addresses that look like those of any other page.
Kind tailwind_startup() {
  return {.name = "tailwind_startup",
          .zone = "Asia/Kolkata",
          .boxes = R"(
page: div.min-h-screen.bg-white.text-gray-900
header: header.sticky.top-0.z-50.flex.items-center.px-4
nav: nav.flex.gap-4.text-sm>ul.flex
main: main.max-w-7xl.mx-auto.grid.lg:grid-cols-3
column: div.col-span-2.px-4
aside: div.col-span-1.space-y-4
article: article.mx-auto.max-w-2xl.py-8
title: h1.text-3xl.font-bold.tracking-tight.mb-4
lead: p.text-xl.text-gray-600.mb-6
meta: div.flex.items-center.gap-2.text-sm.text-gray-500
author: span.font-medium
time: (time.whitespace-nowrap[datetime={iso}]|span.whitespace-nowrap)
body: div.(prose|prose.prose-lg).max-w-none
share: div.flex.gap-2.my-4
share_item: button.rounded-full.p-2
newsletter: div.rounded-xl.bg-indigo-50.p-6.my-8
related: div.rounded-xl.border.p-4.my-6
tags: div.flex.flex-wrap.gap-2.mt-8
tag: a.rounded-full.bg-gray-100.px-3.text-sm[href={url}]
more: div.grid.gap-6.mt-12
more_item: div.rounded-xl.border.p-4>a.font-semibold[href={url}]
list: div.grid.gap-6.sm:grid-cols-2
item: div.rounded-xl.border.p-4
item_link: a.font-semibold.text-lg[href={url}]
item_time: span.text-sm.text-gray-500
item_teaser: p.text-gray-600.mt-2
list_title: h1.text-2xl.font-bold.mb-6
pager: div.flex.justify-between.mt-8
pager_next: a.rounded-lg.border.px-4.py-2[href={url}]
)",
          .frame = "cookie? header nav main footer",
          .order = "(title lead meta|meta title lead) image body author_box tags newsletter / more",
          .inserts = "newsletter:5? related:7?",
          .meta_line = "{author} · {time} · {minutes}",
          .date = "(%b %e, %Y|%e %B %Y)",
          .head = "description canonical og (published|jsonld) twitter",
          .urls = {.article = "/{slug}", .section = "/category/{section}", .section_page = "/category/{section}/{n}",
                   .tag = "/tag/{name}", .author = "/team/{name}", .other = "/{name}", .feature = "/{name}-{slug}"},
          .discovery = "rss? lists sitemap?",
          .others = "about privacy contact terms careers login video tag author notfound",
          .traits = "one_template tracked_links? undated_lists? cards_below?",
          .kilobytes = 18};
}

// Comments are longer than the articles; pages and posts share a template.
Kind wordpress_blog() {
  return {.name = "wordpress_blog",
          .boxes = R"(
page: div#page.(hfeed|site)
header: header#masthead.site-header
main: div#content.site-content
column: main#main.site-main
aside: aside#secondary.widget-area
aside_title: h2.widget-title
article: article.post.type-post.status-publish.hentry
title: h1.entry-title
meta: div.entry-meta
author: span.byline>span.author.vcard>a.url.fn.n[href={url}]
time: span.posted-on>a[href=#]>time.entry-date.published[datetime={iso}]
body: div.entry-content
share: div.sharedaddy.sd-sharing-enabled
related: div.(jp-relatedposts|yarpp)
tags: span.tags-links
more: nav.post-navigation
more_item: div.nav-previous>a[rel=prev][href={url}]
comments: div#comments.comments-area
comments_title: h2.comments-title
comment: div.comment.even.depth-1>div.comment-body
comment_meta: footer.comment-meta
item: article.post.hentry
item_link: h2.entry-title>a[rel=bookmark][href={url}]
item_time: span.posted-on>time.entry-date[datetime={iso}]
item_teaser: div.entry-summary>p
list_title: h1.page-title
pager: nav.navigation.pagination
pager_next: a.next.page-numbers[href={url}]
image: figure.wp-block-image>img[src={image}][alt={alt}]
)",
          .frame = "header nav (main|main_aside_first) footer",
          .order = "title meta image? body share? tags author_box? / more? comments",
          .inserts = "advert:4?",
          .meta_line = "{published} {time} {author}",
          .date = "(%B %e, %Y|%e %B %Y|%d/%m/%Y)",
          .head = "canonical og? published? graph? rel_next",
          .urls = {.article = "(/{yyyy}/{mm}/{dd}/{slug}/|/{yyyy}/{mm}/{slug}/)",
                   .section = "/category/{section}/",
                   .section_page = "/category/{section}/page/{n}/",
                   .other = "/{name}/",
                   .feature = "/{name}/{slug}/"},
          .discovery = "rss full_text? lists",
          .others = "about privacy contact gallery tag author archive",
          .traits = "one_template long_comments author_links"};
}

Kind drupal_magazine() {
  return {.name = "drupal_magazine",
          .language = "fr",
          .zone = "Europe/Paris",
          .boxes = R"(
page: div.dialog-off-canvas-main-canvas>div.layout-container
main: main[role=main]>div.region.region-content
column: div.block.block-system-main-block
article: article.node.node--type-(article|actualite|story).node--view-mode-full
title: h1.page-header>span.field.field--name-title
lead: div.field.field--name-field-chapo.field__item
meta: footer.node__meta>div.node__submitted
author: span.field--name-uid
time: span.field--name-created
body: div.node__content>div.clearfix.text-formatted.field.field--name-body.field__item
share: div.block.block-addtoany
related: div.paragraph.paragraph--type--related
advert: div.block.block-ad-block
newsletter: div.paragraph.paragraph--type--newsletter
tags: div.field.field--name-field-tags
tag: div.field__item>a[href={url}]
item: div.views-row
item_link: h2.node__title>a[rel=bookmark][href={url}]
item_teaser: div.field--name-field-chapo
list: div.view-content
pager: nav.pager
pager_next: li.pager__item.pager__item--next>a[rel=next][href={url}]
more: div.views-element-container
)",
          .frame = "cookie? header nav breadcrumb main footer",
          .order = "title / lead meta share? image body tags more",
          .inserts = "related:3? newsletter:6 notice:99?",
          .meta_line = "{author}, {published} {time}",
          .date = "(%e %B %Y - %H:%M|%A %e %B %Y à %Hh%M|%d/%m/%Y - %H:%M)",
          .head = "canonical description og? keywords?",
          .urls = {.article = "(/fr/{section}/{slug}|/{section}/{slug}|/node/{id})",
                   .section = "/{section}",
                   .section_page = "/{section}?page={n}",
                   .tag = "/themes/{name}",
                   .author = "/auteurs/{name}",
                   .other = "/{name}",
                   .feature = "/{name}/{slug}"},
          .discovery = "rss lists",
          .traits = "one_template list_images?"};
}

// What is shown tells neither who nor when.
Kind jsonld_only() {
  return {.name = "jsonld_only",
          .language = "es",
          .zone = "Europe/Madrid",
          .boxes = "body: div.(cuerpo|texto|contenido)-noticia\ntitle: h1.(titular|titulo)\narticle: article.noticia\n"
                   "related: div.(relacionadas|despiece)\nimage: figure.foto>img[src={image}][alt={alt}]",
          .frame = "cookie topbar header nav main newsletter? footer",
          .order = "kicker? title lead share image body tags / more comments?",
          .inserts = "advert:2 related:4? advert:7?",
          .date = "%d/%m/%Y",
          .head = "canonical description og (jsonld|graph)",
          .urls = {.article = "(/{section}/{yyyy}-{mm}-{dd}/{slug}.html|/{section}/{slug}-{id}.html)"},
          .discovery = "rss lists sitemap?",
          .traits = "undated_lists list_images? day_on_top mixed_lists?",
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
          .inserts = "advert:3 read_also:5",
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
          .boxes = "title: h2.(headline|hl)\nlogo: h1.logo>a[href={url}]\nbody: div#(story-text|article-text|main-text)\n"
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
  return {tables_of_2004(),   div_soup(),       hashed_classes(),  bem_newspaper(), tailwind_startup(),
          wordpress_blog(), drupal_magazine(), jsonld_only(), microdata_regional(), open_graph_only()};
}

}  // namespace winnow::sites
