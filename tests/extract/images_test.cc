#include "extract/images.h"

#include <gtest/gtest.h>

#include <vector>

namespace winnow::extract {
namespace {

struct Row {
  const char* why;
  const char* html;
  const char* expected;
};

TEST(Images, TheAddressThatABrowserWouldLoad) {
  const std::vector<Row> rows = {
      {"src", "<img src='pier.jpg'>", "https://a.example/s/pier.jpg"},
      {"data-src", "<img src='data:image/gif;base64,R0' data-src='pier.jpg'>", "https://a.example/s/pier.jpg"},
      {"data-original", "<img src='/loading.gif' data-original='pier.jpg'>", "https://a.example/s/pier.jpg"},
      {"data-lazy-src", "<img src='/x/blank.png' data-lazy-src='/pier.jpg'>", "https://a.example/pier.jpg"},
      {"data-srcset", "<img src='data:,' data-srcset='a.jpg 480w, b.jpg 1200w, c.jpg 800w'>",
       "https://a.example/s/b.jpg"},
      {"srcset alone", "<img srcset='a.jpg, b.jpg 2x'>", "https://a.example/s/b.jpg"},
      {"srcset without descriptors", "<img srcset='a.jpg, b.jpg'>", "https://a.example/s/b.jpg"},
      {"commas inside an address", "<img srcset='/i/w_1,h_2/a.jpg 1x, /i/w_9,h_8/a.jpg 2x'>",
       "https://a.example/i/w_9,h_8/a.jpg"},
      {"srcset beside a placeholder", "<img src='/t/placeholder.svg' srcset='a.jpg 1x'>", "https://a.example/s/a.jpg"},
      {"picture", "<picture><source srcset='a.webp 400w, b.webp 900w'><img src='/spacer.gif'></picture>",
       "https://a.example/s/b.webp"},
      {"noscript", "<p><img class=lazy src='/spacer.gif'> <noscript><img src='pier.jpg'></noscript></p>",
       "https://a.example/s/pier.jpg"},
      {"src over srcset", "<img src='a.jpg' srcset='b.jpg 2x'>", "https://a.example/s/a.jpg"},
      {"a placeholder is better than nothing", "<img src='/placeholder-house.jpg'>",
       "https://a.example/placeholder-house.jpg"},
      {"amp", "<amp-img src='pier.jpg' width=600 height=400></amp-img>", "https://a.example/s/pier.jpg"},
      {"an icon", "<img src='icon.png' width=16 height=16>", ""},
      {"per cent is no size", "<img src='pier.jpg' width='40%'>", "https://a.example/s/pier.jpg"},
      {"no address", "<img alt='A pier'>", ""},
      {"no image", "<img src='about:blank'>", ""},
      {"a broken set", "<img srcset=' , ,, '>", ""},
  };
  const Url base = *Url::parse("https://a.example/s/story.html");
  for (const Row& row : rows) {
    const parse::Document document = parse::parse(row.html);
    parse::NodeId image = document.first(parse::Tag::img);
    if (image == parse::kNone) image = document.first(parse::Tag::amp_img);
    ASSERT_NE(image, parse::kNone) << row.why;
    EXPECT_EQ(image_address(document, image, &base), row.expected) << row.why;
  }
}

TEST(Images, LinksAreHttp) {
  const Url base = *Url::parse("https://a.example/s/story.html");
  EXPECT_EQ(link_address("../b", &base), "https://a.example/b");
  EXPECT_EQ(link_address("mailto:jane@a.example", &base), "");
  EXPECT_EQ(link_address("javascript:void(0)", &base), "");
  EXPECT_EQ(link_address("b", nullptr), "");
}

}  // namespace
}  // namespace winnow::extract
