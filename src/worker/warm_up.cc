#include "worker/warm_up.h"

#include <string>

#include "winnow/winnow.h"

namespace winnow::worker {
namespace {

// A page with something for each stage: scripts of two kinds, damage, dates, a byline, lists, links.
constexpr const char* kPage =
    "<html lang=zh><meta charset=utf-8><title>標題 - 日報</title><body><div class=nav><a "
    "href=/a>首頁</a></div><article>"
    "<h1>標題</h1><p>記者 王小明 2025-02-11 "
    "21:42</p><p>我们的國(guó)家在過(guò)去一年里發(fā)展很快,經(jīng)濟增長了。</p>"
    "<p>The mayor opened the bridge on Monday morning, cafÃ© and all, and hundreds of people crossed it.</p>"
    "<ul><li>one</li><li>two</li></ul><p>Share this article on Facebook</p></article></body></html>";

}  // namespace

void warm_up() {
  Options options;
  options.zone = "Asia/Shanghai";
  const Reader reader(options);
  (void)reader.read({.bytes = kPage,
                     .url = "https://warm.example/2025/02/11/up.html",
                     .content_type = {},
                     .fetched_at = {},
                     .site = ""});
  // Every encoding's converter is in the library's own data; opening one makes ICU look for that once.
  for (const char* label :
       {"gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr", "utf-16be", "utf-16le", "windows-1252"}) {
    (void)decode_bytes("\xB0\xA1 warm \x41\x42", {}, label);
  }
}

}  // namespace winnow::worker
