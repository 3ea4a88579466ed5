// What a server sends before the body, and the cookies that it sets.
#include "fetch/head.h"

#include "fetch/cookies.h"
#include "fuzz/check.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::text_of(data, size);
  fetch::Head head;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    if (!head.take(text.substr(0, end))) {
      fuzz::require(head.fault().has_value(), "what is refused has a reason");
      return 0;
    }
    text.remove_prefix(end);
  }
  (void)head.length();
  fetch::Response response;
  response.headers = head.take_headers();
  for (auto& [name, value] : response.headers) {
    fuzz::require(value.find_first_of(std::string_view("\r\n\0", 3)) == value.npos, "no value has a line break or NUL");
  }
  const auto url = Url::parse("https://www.example.com/a/b");
  fetch::CookieJar jar;
  jar.take(*url, response, Instant{});
  const std::string sent = jar.header(*url, Instant{});
  fuzz::require(sent.size() <= fetch::CookieJar::kMost * (fetch::CookieJar::kMostBytes + 2), "cookies are bounded");
  return 0;
}
