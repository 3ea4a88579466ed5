#include "worker/job.h"

#include <memory>
#include <utility>

namespace winnow::worker {
namespace {

std::size_t bytes_in(const std::vector<crawl::PartPage>& parts) {
  std::size_t bytes = 0;
  for (const crawl::PartPage& part : parts) bytes += part.bytes.size();
  return bytes;
}
std::size_t bytes_in(const crawl::CleanJob& job) { return bytes_in(job.parts); }
std::size_t bytes_in(const crawl::SourceJob& job) { return job.page.bytes.size(); }

std::string basis(std::uint64_t number, const crawl::CleanJob& job) {
  return framed(Kind::set_options, encode(number, *job.options));
}
std::string basis(std::uint64_t number, const crawl::SourceJob& job) {
  return framed(Kind::set_rules, encode(number, *job.rules));
}

std::string message(std::uint64_t number, std::uint64_t lines, const crawl::CleanJob& job) {
  return framed(Kind::clean, encode(number, lines, job));
}
std::string message(std::uint64_t number, std::uint64_t, const crawl::SourceJob& job) {
  return framed(Kind::read_source, encode(number, job));
}

tl::unexpected<Error> wrong(const std::string& fault) { return fail(Code::corrupt, fault); }

Result<Done> done(Kind kind, std::string_view body, crawl::CleanJob& job) {
  auto reading = kind == Kind::reading ? decode_reading(body) : std::nullopt;
  if (!reading) return wrong("it is torn");
  if (const std::string fault = fault_of(*reading, job); !fault.empty()) return wrong(fault);
  return Done{crawl::CleanDone{job.ticket, std::move(*reading), std::move(job.parts), {}}};
}
Result<Done> done(Kind kind, std::string_view body, crawl::SourceJob& job) {
  auto finds = kind == Kind::finds ? decode_finds(body) : std::nullopt;
  if (!finds) return wrong("it is torn");
  if (const std::string fault = fault_of(*finds, job); !fault.empty()) return wrong(fault);
  return Done{crawl::SourceDone{job.ticket, std::move(*finds), std::move(job.page), {}}};
}

Done without(crawl::CleanJob job, const std::string& why) {
  return {crawl::CleanDone{job.ticket, {}, std::move(job.parts), "the page " + why}};
}
Done without(crawl::SourceJob job, const std::string& why) {
  return {crawl::SourceDone{job.ticket, {}, std::move(job.page), "the page " + why}};
}

}  // namespace

std::shared_ptr<const void> basis_of(const Job& job) {
  if (const auto* clean = std::get_if<crawl::CleanJob>(&job.work)) return clean->options;
  return std::get<crawl::SourceJob>(job.work).rules;
}

std::string basis_message(std::uint64_t number, const Job& job) {
  return std::visit([number](const auto& work) { return basis(number, work); }, job.work);
}

std::shared_ptr<const std::string> lines_of(const Job& job) {
  const auto* clean = std::get_if<crawl::CleanJob>(&job.work);
  return clean != nullptr ? clean->lines : nullptr;
}

std::string lines_message(std::uint64_t number, const std::string& lines) {
  return framed(Kind::set_lines, encode(number, lines));
}

std::string job_message(std::uint64_t number, std::uint64_t lines, const Job& job) {
  return std::visit([=](const auto& work) { return message(number, lines, work); }, job.work);
}

Result<Done> done_of(Kind kind, std::string_view body, Job& job) {
  auto out = std::visit([kind, body](auto& work) { return done(kind, body, work); }, job.work);
  if (out) out->era = job.era;
  return out;
}

Done killed(Job job, const std::string& why) {
  Done out = std::visit([&why](auto& work) { return without(std::move(work), why); }, job.work);
  out.era = job.era;
  return out;
}

std::uint64_t most_of_answer(const Job& job) {
  return std::visit([](const auto& work) { return most_of_answer(work); }, job.work);
}

std::size_t bytes_of(const Job& job) {
  return std::visit([](const auto& work) { return bytes_in(work); }, job.work);
}
std::size_t bytes_of(const crawl::CleanDone& done) { return bytes_in(done.parts); }
std::size_t bytes_of(const crawl::SourceDone& done) { return done.page.bytes.size(); }

}  // namespace winnow::worker
