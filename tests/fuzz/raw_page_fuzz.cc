// The store's file of kept pages: any bytes give pages or an error, and what is packed comes out again.
#include "store/raw_page.h"

#include "fuzz/check.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file = fuzz::text_of(data, size);
  constexpr std::size_t kMost = 1 << 20;
  if (const auto pages = store::unpack(file, kMost, "a.html.zst")) {
    fuzz::require(!pages->empty(), "a file that is good has a page");
    const auto packed = store::pack(*pages);
    fuzz::require(packed.has_value() && store::unpack(*packed, kMost, "a").value() == *pages,
                  "pages come out as they went in");
  }
  std::string url(file.substr(0, size / 4));
  std::erase(url, '\n');
  const std::vector<store::RawPage> all{{std::string(file)}, {std::string(file), url}, {std::string(file), "", url}};
  const auto packed = store::pack(all);
  fuzz::require(packed.has_value() && store::unpack(*packed, 3 * size + kMost, "a").value() == all, "any page is kept");
  return 0;
}
