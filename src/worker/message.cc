#include "worker/message.h"

#include <algorithm>
#include <memory>

#include "worker/codec.h"
#include "worker/fields.h"
#include "worker/text_check.h"

namespace winnow::worker {
namespace {

// An answer is never much longer than what it answers: text and blocks hold the page's words twice, what was removed
// and the trace once each. The rest is for short pages with long names.
constexpr std::uint64_t kAnswerTimes = 4;
constexpr std::uint64_t kAnswerMore = std::uint64_t{4} << 20;
constexpr std::uint64_t kMostOfAnswer = std::uint64_t{128} << 20;
// A sitemap may be packed, and each of its URLs comes out in two forms.
constexpr std::uint64_t kSourceTimes = 256;
constexpr std::size_t kLongestText = 4096;
constexpr std::size_t kMostFurther = 100;
constexpr std::size_t kFields = static_cast<std::size_t>(kLast<Field>) + 1;
constexpr std::size_t kBesidesBytes = 1024;  // of a page's message: addresses, sizes
constexpr std::size_t kMostLearned = std::size_t{1} << 20;

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_too_much(const ElementSeen& seen) {
  return seen.marks.size() > kObservedMarks || seen.around.size() > kObservedMarks;
}

bool is_too_much(const Observation& seen) {
  if (is_too_much(seen.title_at) || is_too_much(seen.body_at) || is_too_much(seen.time_at)) return true;
  if (seen.told.size() > kObservedMarks || seen.layout.size() > kObservedMarks) return true;
  return seen.fields.size() > kFields || seen.rule_set.size() > kLongestText;
}

bool is_web_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

template <class T>
std::optional<T> whole(std::string_view body) {
  T value{};
  Decoder decoder(body);
  decoder(value);
  return decoder.whole() ? std::optional<T>(std::move(value)) : std::nullopt;
}

}  // namespace

std::string header_bytes(const Header& header) {
  Encoder encoder;
  encoder(static_cast<std::uint8_t>(header.kind), header.size);
  return encoder.take();
}

std::optional<Header> header_of(std::string_view bytes) {
  std::uint8_t kind = 0;
  std::uint64_t size = 0;
  Decoder decoder(bytes);
  decoder(kind, size);
  const bool known = kind >= static_cast<std::uint8_t>(Kind::begin) && kind <= static_cast<std::uint8_t>(Kind::finds);
  if (!decoder.whole() || !known) return std::nullopt;
  return Header{static_cast<Kind>(kind), size};
}

std::string framed(Kind kind, std::string body) {
  body.insert(0, header_bytes({kind, body.size()}));
  return body;
}

std::string encode(const Limits& limits) {
  Encoder encoder;
  encoder(limits);
  return encoder.take();
}

std::optional<Limits> decode_limits(std::string_view body) { return whole<Limits>(body); }

std::string encode(std::uint64_t number, const Options& options) {
  Encoder encoder;
  encoder(number, options);
  return encoder.take();
}

std::optional<std::pair<std::uint64_t, Options>> decode_options(std::string_view body) {
  return whole<std::pair<std::uint64_t, Options>>(body);
}

std::string encode(std::uint64_t number, const std::string& lines) {
  Encoder encoder;
  encoder.reserve(kHeaderSize + lines.size() + kBesidesBytes);
  encoder(number, lines);
  return encoder.take();
}

std::optional<std::pair<std::uint64_t, std::string>> decode_lines(std::string_view body) {
  return whole<std::pair<std::uint64_t, std::string>>(body);
}

std::string encode(std::uint64_t options, std::uint64_t lines, const crawl::CleanJob& job) {
  std::size_t bytes = kHeaderSize + job.known.size();
  for (const crawl::PartPage& part : job.parts) bytes += part.bytes.size() + kBesidesBytes;
  Encoder encoder;
  encoder.reserve(bytes + kBesidesBytes);
  encoder(options, lines, job.input, job.parts, job.known);
  return encoder.take();
}

std::optional<NumberedJob> decode_job(std::string_view body) {
  NumberedJob out;
  auto& [options, lines, job] = out;
  Decoder decoder(body);
  decoder(options, lines, job.input, job.parts, job.known);
  if (!decoder.whole()) return std::nullopt;
  return out;
}

std::string encode(const Reading& reading) {
  Encoder encoder;
  encoder(reading);
  return encoder.take();
}

std::optional<Reading> decode_reading(std::string_view body) { return whole<Reading>(body); }

std::string encode(std::uint64_t number, const crawl::UrlRules& rules) {
  Encoder encoder;
  encoder(number, rules);
  return encoder.take();
}

std::optional<std::pair<std::uint64_t, crawl::UrlRules>> decode_rules(std::string_view body) {
  return whole<std::pair<std::uint64_t, crawl::UrlRules>>(body);
}

std::string encode(std::uint64_t rules, const crawl::SourceJob& job) {
  Encoder encoder;
  encoder(rules, job.source, job.page);
  return encoder.take();
}

std::optional<std::pair<std::uint64_t, crawl::SourceJob>> decode_source(std::string_view body) {
  std::pair<std::uint64_t, crawl::SourceJob> out;
  Decoder decoder(body);
  decoder(out.first, out.second.source, out.second.page);
  if (!decoder.whole()) return std::nullopt;
  return out;
}

std::string encode(const crawl::SourceFinds& finds) {
  Encoder encoder;
  encoder(finds);
  return encoder.take();
}

std::optional<crawl::SourceFinds> decode_finds(std::string_view body) { return whole<crawl::SourceFinds>(body); }

std::string fault_of(const Reading& reading, const crawl::CleanJob& job) {
  const Article& article = reading.article;
  if (reading.learned.size() > kMostLearned) return "it has learned too much of its host";
  if (is_too_much(reading.observation)) return "it has observed too much";
  if (!reading.next_page.empty() && !is_web_address(reading.next_page)) return "its next page is no web address";
  for (const Repair& repair : article.repairs) {
    if (!(repair.confidence >= 0 && repair.confidence <= 1)) return "a repair is surer than sure";
  }
  TextCheck texts;
  texts(article, reading.refused, reading.observation.rule_set);
  if (!texts.good()) return "its text is no UTF-8";
  if (!reading.refused.empty()) return "";
  const crawl::PartPage& first = job.parts.front();
  if (article.site != job.options->site) return "its article is of another site";
  if (article.url != first.url || article.fetched_at != first.fetched_at) return "its article is of another page";
  // A page without an address has no identity.
  if (!article.id.empty() && !is_hex(article.id, 16)) return "its article's id is none";
  if (!article.near_hash.empty() && !is_hex(article.near_hash, 16)) return "its article's near hash is none";
  return "";
}

std::string fault_of(const crawl::SourceFinds& finds, const crawl::SourceJob& job) {
  TextCheck texts;
  texts(finds);
  if (!texts.good()) return "its text is no UTF-8";
  if (finds.fault.size() > kLongestText) return "its complaint is too long";
  for (const store::Found& found : finds.urls) {
    if (!is_web_address(found.url) || !is_web_address(found.key)) return "it names what is no web address";
    if (found.published.size() > kLongestText) return "its dates are too long";
  }
  if (is_too_much(finds.links_at)) return "it has observed too much";
  if (finds.further.size() > kMostFurther) return "it leads to too many sources";
  for (const crawl::Source& source : finds.further) {
    if (!is_web_address(source.url)) return "it leads to what is no web address";
    const bool deeper = source.depth == job.source.depth + 1 || source.page == job.source.page + 1;
    if (!deeper && job.source.kind != crawl::Source::Kind::home) return "it leads back to itself";
    // A list goes on as it is written in the site file.
    const bool same = source.list.url == job.source.list.url && source.list.links == job.source.list.links &&
                      source.list.next == job.source.list.next && source.list.max_pages == job.source.list.max_pages;
    if (source.kind == crawl::Source::Kind::list && !same) return "its next page is of another list";
  }
  return "";
}

std::uint64_t most_of_answer(const crawl::SourceJob& job) {
  const std::uint64_t bytes = job.page.bytes.size();
  return std::min(kSourceTimes * bytes + kAnswerMore, kMostOfAnswer);
}

std::uint64_t most_of_answer(const crawl::CleanJob& job) {
  std::uint64_t bytes = job.known.size() + (job.lines ? job.lines->size() : 0);
  for (const crawl::PartPage& part : job.parts) bytes += part.bytes.size() + part.url.size() + part.content_type.size();
  return std::min(kAnswerTimes * bytes + kAnswerMore, kMostOfAnswer);
}

}  // namespace winnow::worker
