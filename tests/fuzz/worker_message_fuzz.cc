// What a worker that was taken over may send to the pool: any bytes give a value or a fault, and a value is written as
// it was read.
#include <memory>
#include <string>

#include "fuzz/check.h"
#include "worker/message.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body = fuzz::text_of(data, size);
  crawl::CleanJob job;
  job.options = std::make_shared<const Options>();
  job.parts.push_back({"", "https://a.example/1", "", ""});
  if (const auto header = worker::header_of(body.substr(0, worker::kHeaderSize))) {
    fuzz::require(worker::header_bytes(*header) == body.substr(0, worker::kHeaderSize), "a header is written as read");
  }
  if (const auto reading = worker::decode_reading(body)) {
    fuzz::require(worker::encode(*reading) == body, "a reading is written as it was read");
    if (worker::fault_of(*reading, job).empty()) fuzz::require_utf8(reading->article.text);
  }
  if (const auto read = worker::decode_job(body)) {
    fuzz::require(worker::encode(read->options, read->lines, read->job) == body, "a job is written as it was read");
  }
  if (const auto lines = worker::decode_lines(body)) {
    fuzz::require(worker::encode(lines->first, lines->second) == body, "lines are written as they were read");
  }
  // Keys that come twice or out of order are read as a map has them.
  if (const auto options = worker::decode_options(body)) {
    const std::string again = worker::encode(options->first, options->second);
    const auto twice = worker::decode_options(again);
    fuzz::require(twice && worker::encode(twice->first, twice->second) == again, "options read back");
  }
  crawl::SourceJob source;
  if (const auto finds = worker::decode_finds(body)) {
    fuzz::require(worker::encode(*finds) == body, "finds are written as they were read");
    (void)worker::fault_of(*finds, source);
  }
  if (const auto read = worker::decode_source(body)) {
    fuzz::require(worker::encode(read->first, read->second) == body, "a source is written as it was read");
  }
  if (const auto rules = worker::decode_rules(body)) {
    fuzz::require(worker::encode(rules->first, rules->second) == body, "rules are written as they were read");
  }
  (void)worker::decode_limits(body);
  return 0;
}
