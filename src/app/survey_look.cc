#include "app/survey_look.h"

#include <utility>

#include "app/console.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

constexpr std::size_t kMostOfReason = 200;

// Without the address, which stands beside it everywhere.
std::string reason_of(const survey::Wanted& wanted, const Result<fetch::Response>& result) {
  if (result) return "HTTP " + std::to_string(result->status);
  const std::string text = one_line(result.error().text), before = one_line(wanted.url) + ": ";
  return text.starts_with(before) ? text.substr(before.size()) : text;
}

survey::Answer answer_of(const survey::Wanted& wanted, Result<fetch::Response> result) {
  if (!result) return {wanted.url, wanted.url, 0, {}, {}, reason_of(wanted, result)};
  std::string type(result->header("content-type"));
  return {wanted.url, std::move(result->url), result->status, std::move(type), std::move(result->body), {}};
}

}  // namespace

Looked look(survey::Survey& survey, Polite& polite, StatusLine& out, const std::string& name) {
  Looked looked;
  bool first = true;
  while (const auto wanted = polite.over() ? std::nullopt : survey.next()) {
    const std::string doing = name + ": request " + std::to_string(polite.requests() + 1) + ", " + wanted->why + ", ";
    out.show(doing + wanted->url);
    Result<fetch::Response> result = polite.get(wanted->url);
    if (polite.over()) break;
    const bool good = result && result->status >= 200 && result->status < 300;
    const std::string reason = good ? "" : reason_of(*wanted, result);
    if (good) ++looked.answers;
    const std::string failure = one_line(wanted->url) + ": " + utf8::shorten(reason, kMostOfReason);
    if (!good && looked.failure.empty()) looked.failure = failure;
    // A host that does not answer at first is not asked for more.
    if (first && !result && result.error().code != Code::refused) break;
    if (!good) out.line(failure + " (" + one_line(wanted->why) + ")");
    if (good && !out.terminal()) out.line(one_line(doing + wanted->url));
    survey.add(answer_of(*wanted, std::move(result)));
    // Those of the hosts that the home page stands on; other hosts' sites are not this one.
    if (std::exchange(first, false)) survey.add_sitemaps(polite.sitemaps());
  }
  return looked;
}

}  // namespace winnow::app
