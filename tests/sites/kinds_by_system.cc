#include "sites/kinds.h"

namespace winnow::sites {
namespace {

Kind bem_newspaper() {
  return {
      .name = "bem_newspaper",
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
      .inserts = "newsletter:2? read_also:4 advert:5 related:8? appeal:99?",
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
      .traits = "drop_cap author_links paywall list_images cards_below? mixed_lists? one_template? sponsored?",
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
          .inserts = "newsletter:5? related:7? appeal:4?",
          .meta_line = "{author} · {time} · {minutes}",
          .date = "(%b %e, %Y|%e %B %Y)",
          .head = "description canonical og (published|jsonld) twitter",
          .urls = {.article = "/{slug}",
                   .section = "/category/{section}",
                   .section_page = "/category/{section}/{n}",
                   .tag = "/tag/{name}",
                   .author = "/team/{name}",
                   .other = "/{name}",
                   .feature = "/{name}-{slug}"},
          .discovery = "rss? lists sitemap?",
          .others = "about privacy contact terms careers login video tag author notfound",
          .traits = "one_template tracked_links? undated_lists? cards_below? sponsored?",
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
          .inserts = "related:3? newsletter:6 notice:99? image:3?",
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
          .traits = "one_template list_images? related_teasers?"};
}

}  // namespace

std::vector<Kind> kinds_by_system() {
  return {bem_newspaper(), tailwind_startup(), wordpress_blog(), drupal_magazine()};
}

}  // namespace winnow::sites
