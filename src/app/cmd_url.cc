// winnow url: the parts of a URL and its canonical form. Exit status 1 if it is no URL.
#include "app/commands.h"
#include "app/console.h"
#include "base/json.h"
#include "base/url.h"

namespace winnow::app {
namespace {

Json parts_of(const Url& url) {
  return Json(Json::Object{
      {"href", url.href()},
      {"origin", url.origin()},
      {"protocol", url.protocol()},
      {"username", url.username()},
      {"password", url.password()},
      {"host", url.host()},
      {"hostname", url.hostname()},
      {"port", url.port()},
      {"pathname", url.pathname()},
      {"search", url.search()},
      {"hash", url.hash()},
      {"canonical", canonical(url)},
  });
}

}  // namespace

int run_url(const Globals&, const UrlArgs& args) {
  const auto base = args.base.empty() ? std::nullopt : Url::parse(args.base);
  if (!args.base.empty() && !base) {
    complain(args.base + ": the base is no URL; give one with a scheme, as https://example.com/");
    return kSomeFailed;
  }
  const auto url = Url::parse(args.url, base ? &*base : nullptr);
  if (!url) {
    complain(args.url + ": no URL" + (base ? "" : "; a relative one needs --base"));
    return kSomeFailed;
  }
  print(parts_of(*url).dump(2) + "\n");
  return flush_output() ? kDone : kSomeFailed;
}

}  // namespace winnow::app
