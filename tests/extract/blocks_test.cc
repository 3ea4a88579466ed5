// What lists, tables, code, pictures and links become: a row a case. The piece stands in the middle of a story.
#include "extract/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/url.h"
#include "base/utf8.h"
#include "extract/body.h"
#include "extract/images.h"

namespace winnow::extract {
namespace {

const std::string kBefore =
    "<article><p>The harbour was closed on Monday after the storm had broken two of its oldest piers, they said.</p>"
    "<p>Repairs will take until the spring, and the ferries will leave from the fish market until then.</p>";
const std::string kAfter =
    "<p>Nobody was hurt, but the owners of some forty boats are waiting for their insurers to answer.</p></article>";

std::string numbers(const std::vector<int>& numbers) {
  std::string out;
  for (const int n : numbers) out += (out.empty() ? "" : ",") + (n == kBullet ? std::string("-") : std::to_string(n));
  return out;
}

std::string piece(std::string_view text, const Link& link) {
  return utf8::encode(std::u32string_view(utf8::decode(text)).substr(link.start, link.end - link.start));
}

const std::string& text_of(const Block& b, const Link& link) {
  if (b.type == BlockType::list) return b.items.at(link.item);
  return b.type == BlockType::table ? b.rows.at(link.item).at(link.cell) : b.text;
}

// Type and texts, then what else is known: "list [a][b] depths 0,1".
std::string show(const Block& b) {
  std::string out(std::to_string(static_cast<int>(b.type)));
  constexpr std::string_view kNames[] = {"p", "h", "list", "quote", "code", "table", "img", "embed"};
  out = kNames[static_cast<std::size_t>(b.type)];
  if (!b.text.empty()) out += " " + b.text;
  if (!b.items.empty()) out += " ";
  for (const std::string& item : b.items) out += "[" + item + "]";
  if (b.ordered) out += " ordered";
  if (!b.depths.empty()) out += " depths " + numbers(b.depths);
  if (!b.numbers.empty()) out += " numbers " + numbers(b.numbers);
  for (const auto& row : b.rows) {
    out += " (";
    for (const std::string& cell : row) out += (&cell == &row.front() ? "" : "|") + cell;
    out += ")";
  }
  if (b.header > 0) out += " header " + std::to_string(b.header);
  if (!b.language.empty()) out += " in " + b.language;
  if (!b.src.empty()) out += " " + b.src;
  if (!b.alt.empty()) out += " alt " + b.alt;
  if (!b.caption.empty()) out += " caption " + b.caption;
  for (const Link& link : b.links) out += " {" + piece(text_of(b, link), link) + " > " + link.url + "}";
  return out;
}

// The blocks between the two paragraphs before and the one behind.
std::string blocks_in(const std::string& html) {
  const auto base = Url::parse("https://a.example/b/");
  const Body body = find_body(parse::parse(kBefore + html + kAfter), {.base = &*base});
  std::string out;
  for (std::size_t i = 2; i + 1 < body.blocks.size(); ++i) out += (i > 2 ? "\n" : "") + show(body.blocks[i].block);
  return out;
}

struct Row {
  const char *html, *blocks;
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(blocks_in(row.html), row.blocks) << row.html;
}

TEST(Lists, ItemsKeepTheirDepthAndNumber) {
  expect({
      {"<ul><li>one<li>two</ul>", "list [one][two]"},
      {"<ol><li>one<li>two</ol>", "list [one][two] ordered"},
      {"<ol start=4><li>one<li>two</ol>", "list [one][two] ordered numbers 4,5"},
      {"<ol><li>one<li value=7>two<li>three</ol>", "list [one][two][three] ordered numbers 1,7,8"},
      {"<ol reversed><li>one<li>two</ol>", "list [one][two] ordered numbers 2,1"},
      {"<ol start=x><li>one</ol>", "list [one] ordered"},
      {"<ul><li>one<ul><li>two<li>three</ul><li>four</ul>", "list [one][two][three][four] depths 0,1,1,0"},
      {"<ul><li>one<ol><li>two<li>three</ol><li>four</ul>",
       "list [one][two][three][four] depths 0,1,1,0 numbers -,1,2,-"},
      {"<ol><li>one<ul><li>two</ul><li>three</ol>", "list [one][two][three] ordered depths 0,1,0 numbers 1,-,2"},
      {"<ul><li><ul><li>one<li>two</ul><li>three</ul>", "list [one][two][three]"},
      {"<ul><li>one<ul><li>two<ul><li>three</ul></ul></ul>", "list [one][two][three] depths 0,1,2"},
      {"<dl><dt>one<dd>two<dt>three<dd>four</dl>", "list [one][two][three][four] depths 0,1,0,1"},
      {"<ol><li>one<figure><img src=x.jpg><figcaption>A pier</figcaption></figure><li>two</ol>",
       "list [one][two] ordered\nimg https://a.example/b/x.jpg caption A pier"},
      {"<ul><li>see <a href=c>the plan</a> now<li>two</ul>",
       "list [see the plan now][two] {the plan > https://a.example/b/c}"},
  });
}

TEST(Tables, HaveTheirHeadAndTheirColumns) {
  expect({
      {"<table><tr><td>a<td>b<tr><td>c<td>d</table>", "table (a|b) (c|d)"},
      {"<table><thead><tr><td>a<td>b<tbody><tr><td>c<td>d</table>", "table (a|b) (c|d) header 1"},
      {"<table><tr><th>a<th>b<tr><td>c<td>d</table>", "table (a|b) (c|d) header 1"},
      {"<table><tr><td><b>a</b><td><b>b</b><tr><td>c<td>d</table>", "table (a|b) (c|d) header 1"},
      {"<table><tr><td><b>a</b><td><b>b</b><tr><td><b>c</b><td><b>d</b></table>", "table (a|b) (c|d)"},
      {"<table><tr><th>a<td>b<tr><th>c<td>d</table>", "table (a|b) (c|d)"},
      {"<table><tr><td>a<td>b<td>c<tr><td>d<td><td>f</table>", "table (a|b|c) (d||f)"},
      {"<table><tr><td>a<td><td>c<tr><td>d<td><td>f</table>", "table (a|c) (d|f)"},
      {"<table><tr><td>a<td>b<td>c<tr><td colspan=2>d<td>f</table>", "table (a|b|c) (d||f)"},
      {"<table><tr><td rowspan=2>a<td>b<tr><td>d<tr><td>e<td>f</table>", "table (a|b) (|d) (e|f)"},
      {"<table><caption>Fares</caption><tr><td>a<td>b<tr><td>c<td>d</table>", "table (a|b) (c|d) caption Fares"},
      {"<figure><table><tr><td>a<td>b<tr><td>c<td>d</table><figcaption>Fares</figcaption></figure>",
       "table (a|b) (c|d) caption Fares"},
      {"<table><tr><td>a<td><a href=x>b</a><tr><td>c<td>d</table>", "table (a|b) (c|d) {b > https://a.example/b/x}"},
      {"<table><tr><td>a<td>b<tr><td>c<td>d<img src=x.png></table>",
       "table (a|b) (c|d)\nimg https://a.example/b/x.png"},
      {"<table role=presentation><tr><td>one<td>two<tr><td>three<td>four</table>", "p one\np two\np three\np four"},
  });
}

TEST(Code, KeepsItsLinesAndItsLanguage) {
  expect({
      {"<pre>a\n  b\n\nc\n</pre>", "code a\n  b\n\nc"},
      {"<pre><code class='hljs language-C++'>a</code></pre>", "code a in c++"},
      {"<pre class=lang-js>a<br>b</pre>", "code a\nb in js"},
      {"<pre data-lang=rust>a</pre>", "code a in rust"},
      {"<div class=highlight-source-shell><pre>a</pre></div>", "code a in shell"},
      {"<pre><div>a</div><div>  b</div></pre>", "code a\n  b"},
      {"<pre class='language-a`b'>a</pre>", "code a"},
  });
}

TEST(Pictures, StandWhereTheyStoodWithTheirCaption) {
  expect({
      {"<figure><figcaption>A pier</figcaption><img src=x.jpg></figure>",
       "img https://a.example/b/x.jpg caption A pier"},
      {"<img src=w.jpg><figure><figcaption>A pier</figcaption><img src=x.jpg></figure>",
       "img https://a.example/b/w.jpg\nimg https://a.example/b/x.jpg caption A pier"},
      {"<img src=x.jpg><img data-src=x.jpg alt=x><img src=y.jpg>",
       "img https://a.example/b/x.jpg\nimg https://a.example/b/y.jpg"},
      {"<img src=x.jpg><p class=caption>A pier</p>", "img https://a.example/b/x.jpg caption A pier"},
      {"<p>Said he, and went to the harbour, to see.</p><p class=caption>A pier</p>",
       "p Said he, and went to the harbour, to see."},
      {"<figure><blockquote>It is gone, all of it.</blockquote><figcaption>The mayor</figcaption></figure>",
       "quote It is gone, all of it. caption The mayor"},
      {"<img src='data:image/png;base64,R0' data-lazy=/y.jpg>", "img https://a.example/y.jpg"},
      {"<img src=/i/blank.gif data-src=/y.jpg>", "img https://a.example/y.jpg"},
      {"<img src=/i/blank.gif srcset='/s.jpg 1x,/l.jpg 2x'>", "img https://a.example/l.jpg"},
      {"<img src=/i/spacer.gif><p>Said he, and went to the harbour, to see.</p>",
       "p Said he, and went to the harbour, to see."},
      {"<picture><source srcset='/s.webp 300w, /l.webp 900w'><img alt=x></picture>",
       "img https://a.example/l.webp alt x"},
      {"<img class=lazy src='data:,'><noscript><img src=/n.jpg></noscript>", "img https://a.example/n.jpg"},
  });
}

TEST(Embeds, AreWhatCanBeSeen) {
  expect({
      {"<iframe src='https://film.example/embed/1' title='A storm'>no frames</iframe>",
       "embed https://film.example/embed/1 alt A storm"},
      {"<figure><iframe data-src='//film.example/embed/1'></iframe><figcaption>A storm</figcaption></figure>",
       "embed https://film.example/embed/1 caption A storm"},
      {"<video><source src=/v.mp4><p>Get a browser, a new one, please.</p></video>", "embed https://a.example/v.mp4"},
      {"<audio src=/v.mp3></audio>", "embed https://a.example/v.mp3"},
      {"<iframe src='https://ads.example/x'></iframe>", ""},
      {"<iframe src='https://film.example/share-button'></iframe>", ""},
      {"<iframe src='https://film.example/x' width=1 height=1></iframe>", ""},
      {"<iframe src='https://film.example/x' style='display:none'></iframe>", ""},
      {"<iframe src='about:blank'></iframe><video src='blob:x'></video>", ""},
      {"<blockquote class=twitter-tweet><p>Our piers are gone.</p>The mayor <a href='https://post.example/1'>May 3</a>"
       "</blockquote>",
       "embed Our piers are gone.\nThe mayor May 3 https://post.example/1 {May 3 > https://post.example/1}"},
  });
}

TEST(Links, StandInTheirText) {
  expect({
      {"<p>  Ask   <a href=/m>the <b>mayor</b></a>, or <a href='#top'>her</a>; not <a>him</a>, they say.</p>",
       "p Ask the mayor, or her; not him, they say. {the mayor > https://a.example/m} {her > "
       "https://a.example/b/#top}"},
      {"<p>港口<a href=/m>周一</a>关闭，市政府说，修理要到春天才能完成，没有人受伤。</p>",
       "p 港口周一关闭，市政府说，修理要到春天才能完成，没有人受伤。 {周一 > https://a.example/m}"},
      {"<h2>Of <a href=/m>piers</a></h2>", "h Of piers {piers > https://a.example/m}"},
      {"<p>Not <a href='javascript:x()'>this</a> and not <a href='mailto:x@y'>that</a> one, as they say.</p>",
       "p Not this and not that one, as they say."},
      {"<p>A <a href=/x>one</a><a href=/y>two</a>, and a<span class=sr-only>hidden</span> <a href=/z>three</a>.</p>",
       "p A onetwo, and a three. {one > https://a.example/x} {two > https://a.example/y} "
       "{three > https://a.example/z}"},
  });
}

TEST(Links, HeadingsWithAPlayerBehindThemAtTheEndAreDropped) {
  const Body body = find_body(
      parse::parse(kBefore + "<p>Nobody was hurt, but the owners of some forty boats are waiting.</p><h2>Film</h2>"
                             "<iframe src='https://film.example/1'></iframe></article>"),
      {});
  ASSERT_EQ(body.blocks.size(), 4u);
  EXPECT_EQ(show(body.blocks.back().block), "embed https://film.example/1");
}

TEST(Images, TheLargestCandidateOfASet) {
  for (const auto& [set, largest] :
       std::vector<std::pair<const char*, const char*>>{{"a.jpg", "a.jpg"},
                                                        {"a.jpg 2x, b.jpg", "a.jpg"},
                                                        {"a.jpg, b.jpg 2x", "b.jpg"},
                                                        {"a,1.jpg 300w, b,2.jpg 900w,c.jpg 600w", "b,2.jpg"},
                                                        {" , a.jpg 1x , ", "a.jpg"},
                                                        {"", ""},
                                                        {",,,", ""}}) {
    EXPECT_EQ(largest_candidate(set), largest) << set;
  }
}

}  // namespace
}  // namespace winnow::extract
