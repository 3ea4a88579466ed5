#include "winnow/winnow.h"

#include <optional>
#include <utility>

#include "base/converter.h"
#include "base/zone.h"
#include "clean/site_memory.h"
#include "extract/rules.h"
#include "winnow/internal/assemble.h"
#include "winnow/internal/identity.h"
#include "winnow/internal/part.h"

namespace winnow {
namespace {

Reading refusal(const Page& page, std::string why, Trace trace) {
  Reading reading;
  reading.article.url = page.url;
  reading.article.fetched_at = page.fetched_at;
  reading.trace = std::move(trace);
  reading.trace.push_back({"decode", "refused", std::string(page.url), why});
  reading.refused = std::move(why);
  return reading;
}

std::optional<cleaning::SiteMemory> memory_of(const Page& page, const internal::Part& part, const Options& options) {
  if (!page.site || !options.clean.learn) return std::nullopt;
  return cleaning::SiteMemory(*page.site,
                              internal::number_of(internal::article_id(part.url, part.fields.canonical_url)));
}

}  // namespace

struct Reader::Compiled {
  Options options;
  std::vector<Problem> problems;
  extract::CompiledRules rules;

  explicit Compiled(Options given) : options(std::move(given)), rules(options.rules, problems) {}
};

Reader::Reader(Options options) : compiled_(std::make_unique<const Compiled>(std::move(options))) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Reading Reader::read(std::span<const Page> parts) const {
  if (parts.empty()) return refusal({}, "no page was given", {});
  const auto& [options, problems, rules] = *compiled_;
  internal::Part first = internal::read_part(parts.front(), options, rules, {});
  if (!first.refused.empty()) return refusal(parts.front(), std::move(first.refused), std::move(first.trace));
  const extract::Fields fields = first.fields;
  const std::optional<cleaning::SiteMemory> memory = memory_of(parts.front(), first, options);
  std::vector<internal::JudgedPart> judged;
  judged.push_back(internal::judge_part(std::move(first), options, rules, fields, memory));
  for (const Page& page : parts.subspan(1)) {
    internal::Part part = internal::read_part(page, options, rules, fields.title);
    if (!part.refused.empty()) {
      judged.front().part.trace.push_back({"decode", "refused", std::string(page.url), part.refused});
      continue;
    }
    judged.push_back(internal::judge_part(std::move(part), options, rules, fields, memory));
  }
  return internal::assemble(std::move(judged), parts.front(), options);
}

Article clean(const Page& page, const Options& options) { return Reader(options).read(page).article; }

std::vector<Problem> check(const Options& options) {
  std::vector<Problem> problems;
  const extract::CompiledRules compiled(options.rules, problems);
  if (options.encoding != "auto" && !encoding_for_label(options.encoding)) {
    problems.push_back(
        {"encoding", "unknown label '" + options.encoding + "'; use auto or a WHATWG label such as gbk"});
  }
  if (!options.zone.empty() && !Zone::find(options.zone)) {
    problems.push_back({"zone", "unknown time zone '" + options.zone + "'; use an IANA name such as Asia/Shanghai"});
  }
  return problems;
}

}  // namespace winnow
