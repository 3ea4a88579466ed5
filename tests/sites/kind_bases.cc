#include <stdexcept>
#include <string>

#include "sites/kind.h"

namespace winnow::sites {
namespace {

constexpr std::string_view kSemantic = R"(
page: div.(site|page|wrapper)
cookie: div#(cookie-banner|consent|cmp)[role=dialog]
cookie_button: button.btn
topbar: div.top-bar
header: header.(site-header|masthead|page-header)
logo: a.logo[href={url}]
nav: nav.(main-nav|site-nav|menu)>ul
nav_item: li>a[href={url}]
breadcrumb: ol.breadcrumb
breadcrumb_item: li>a[href={url}]
main: main>div.(container|layout|grid)
column: div.(content|primary|column-main)
aside: aside.(sidebar|secondary|column-side)
aside_title: h3
aside_item: li>a[href={url}]
article: article.(story|article|post)
kicker: span.(kicker|eyebrow|label)
title: h1.(story|article|post)-title
lead: p.(lead|standfirst|intro)
meta: div.(story|article|post)-meta
author: span.(author|byline)
time: time[datetime={iso}]
share: div.(share|social)-(bar|buttons)
share_item: a.share-item[href=#]
image: figure>img[src={image}][alt={alt}]
caption: figcaption
body: div.(story|article|post)-(body|content|text)
paragraph: p
heading: h2
quote: blockquote>p
bullets: ul
bullet: li
advert: div.(ad|advert|ads)-(slot|box)
related: aside.(inline-related|related-box)
related_item: li>a[href={url}]
newsletter: div.(newsletter|signup)-(box|form)
read_also: p.(read-also|more-link)
paywall: div.(paywall|subscriber-gate)
tags: div.(tags|topics)
tag: a[rel=tag][href={url}]
author_box: div.(author|writer)-(box|card)
comments: section.comments#comments
comments_title: h3
comment: div.comment
comment_meta: div.comment-meta
notice: p.(notice|copyright|legal)
more: section.(related|more-stories)
more_title: h2
more_item: li>a[href={url}]
links: ul
chunk: div
appeal: (p|p.support|p.appeal)
section_head: h1.(section|channel)-name
related_teaser: p
popup: div.modal[style=display:none]
part_nav: div.(pagination|page-links)
part_next: a.(next|next-page)[href={url}]
entry: div.(entry|update)
entry_time: span.(entry|update)-time
list: div.(list|listing|archive)
item: article.(teaser|card|item)
item_link: h3>a[href={url}]
item_time: time[datetime={iso}]
item_teaser: p
pager: nav.(pager|pagination)
pager_next: a.next[rel=next][href={url}]
list_title: h1.(list|page|archive)-title
footer: footer.(site-footer|page-footer)
footer_item: a[href={url}]
player: div.(player|video-embed)
)";

constexpr std::string_view kDivs = R"(
page: div#(wrap|main|outer)
cookie: div.(cc|ck|lay)box
cookie_button: a.btn[href=#]
topbar: div.(tb|top)
header: div.(hd|head|header)
logo: div.logo>a[href={url}]
nav: div.(nav|menu)
nav_item: span>a[href={url}]
breadcrumb: div.(path|crumb|pos)
breadcrumb_item: a[href={url}]
main: div.(w|box|wp)
column: div.(left|l|fl)
aside: div.(right|r|fr)
aside_title: div.tt
aside_item: div.it>a[href={url}]
article: div.(cont|con|detail)
kicker: div.(kk|sub|flag)
title: div.(title|tit|bt)
lead: div.(zy|abs|summ)
meta: div.(info|inf|msg)
author: span.(au|zz)
time: span.(tm|date|sj)
share: div.(share|fx|sh)
share_item: a[href=#]
image: div.(pic|img|photo)>img[src={image}][alt={alt}]
caption: div.(cap|desc)
body: div.(text|txt|nr)
paragraph: p
heading: p>b
quote: div.q
bullets: ul
bullet: li
advert: div.(ad|gg)
related: div.(rel|xg)
related_item: p>a[href={url}]
newsletter: div.(sub|dy)scribe
read_also: div.(ra|yd)
paywall: div.(pay|vip)
tags: div.(tags|kw)
tag: a[href={url}]
author_box: div.(abox|writer)
comments: div.(cmt|pl)
comments_title: div.tt
comment: div.(c|it)
comment_meta: div.(u|who)
notice: div.(copy|bq)
more: div.(more|xgyd)
more_title: div.tt
more_item: p>a[href={url}]
links: div
chunk: div
appeal: p
section_head: h1
related_teaser: p
popup: div.pop[style=display:none]
part_nav: div.(page|fy)
part_next: a.(nx|next)[href={url}]
entry: div.(en|row)
entry_time: div.(et|hm)
list: div.(list|lst)
item: div.(li|row)
item_link: a[href={url}]
item_time: span.(d|time)
item_teaser: div.(ds|js)
pager: div.(pg|fy)
pager_next: a.(nx|next)[href={url}]
list_title: div.(lt|h)
footer: div.(ft|foot|bottom)
footer_item: a[href={url}]
player: div.(v|player)
)";

constexpr std::string_view kTables = R"(
page: center
cookie: div
cookie_button: a[href=#]
topbar: table[width=760][bgcolor=#003366]>tr>td>font[color=#FFFFFF][size=1]
header: table[width=760][border=0]>tr>td
logo: a[href={url}]>b
nav: table[width=760][bgcolor=#CCCCCC]>tr>td
nav_item: font[face=Arial][size=2]>a[href={url}]
breadcrumb: font[face=Verdana][size=1]
breadcrumb_item: a[href={url}]
main: table[width=760][border=0][cellpadding=4]>tr[valign=top]
column: td[width=580]
aside: td[width=160][bgcolor=#EEEEEE]
aside_title: font[face=Arial][size=2]>b
aside_item: li>font[size=1]>a[href={url}]
article: table[width=100%][border=0]>tr>td
kicker: font[color=#990000][size=1]>b
title: font[face=(Georgia|Arial|Verdana)][size=(5|+2)]>b
lead: p>b
meta: font[size=(1|-1)][color=#666666]
author: i
time: font[color=#333333]
share: table[width=100%]>tr>td[align=right]
share_item: font[size=1]>a[href=#]
image: table[align=right][width=200]>tr>td>img[src={image}][alt={alt}][border=0]
caption: div>font[size=1]
body: table[width=100%][cellspacing=0]>tr>td.(story|bodytext|copy)
paragraph: p>font[face=(Georgia|Arial|Verdana)][size=2]
heading: p>font[size=3]>b
quote: blockquote
bullets: ul
bullet: li
advert: table[align=center][width=468][border=1]>tr>td
related: table[align=left][width=180][bgcolor=#FFFFCC]>tr>td
related_item: li>a[href={url}]
newsletter: table[width=100%][bgcolor=#DDDDFF]>tr>td
read_also: p>i
paywall: table>tr>td
tags: font[size=1]
tag: a[href={url}]
author_box: table[border=1]>tr>td
comments: table[width=100%]>tr>td
comments_title: b
comment: table[width=100%][bgcolor=#F0F0F0]>tr>td
comment_meta: font[size=1]
notice: p>font[size=1]
more: table[width=100%]>tr>td
more_title: b
more_item: li>a[href={url}]
links: ul
chunk: div
appeal: p>font[size=2]
section_head: h1
related_teaser: p
popup: div[style=display:none]
part_nav: p[align=center]
part_next: a[href={url}]
entry: p
entry_time: b
list: table[width=100%][cellpadding=3]
item: tr>td
item_link: font[face=Arial][size=3]>b>a[href={url}]
item_time: font[size=1][color=#666666]
item_teaser: font[size=2]
pager: p[align=right]
pager_next: a[href={url}]
list_title: font[size=4]>b
footer: table[width=760]>tr>td[align=center]>font[size=1]
footer_item: a[href={url}]
player: center
)";

}  // namespace

std::string_view base_boxes(std::string_view name) {
  if (name == "semantic") return kSemantic;
  if (name == "divs") return kDivs;
  if (name == "tables") return kTables;
  throw std::out_of_range("no base of boxes is named " + std::string(name));
}

}  // namespace winnow::sites
