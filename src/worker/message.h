// What passes between a pool and its workers: a header, then a body of that many bytes. Pure; safe from any thread.
//
//   pool:  begin             worker:  ready, or unfit
//   pool:  set_options 1
//   pool:  set_lines 2
//   pool:  clean (by 1, 2)   worker:  reading
//   pool:  set_rules 3
//   pool:  read_source (3)   worker:  finds
//
// The bodies are of codec.h. What a worker sends is judged as the bytes of a stranger: a page may have taken it over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "crawl/cleaner.h"
#include "winnow/winnow.h"
#include "worker/limits.h"

namespace winnow::worker {

enum class Kind : std::uint8_t {
  begin = 1,    // pool: the limits
  ready,        // worker: its sandbox is closed, jobs may come
  unfit,        // worker: it can't begin; the body says why
  set_options,  // pool: a number and the options that jobs name by it; the worker forgets the oldest of kKept
  set_rules,    // pool: a number and the URL rules that jobs name by it; likewise
  set_lines,    // pool: a number and the memory of a site that jobs name by it; the worker forgets the oldest of
                // kKeptLines
  clean,        // pool: a page
  read_source,  // pool: a source
  reading,      // worker: the answer to a page
  finds,        // worker: the answer to a source
};

inline constexpr std::size_t kKept = 128;
inline constexpr std::size_t kKeptLines = 32;  // 64 KB each

struct Header {
  Kind kind;
  std::uint64_t size;  // of the body
};
inline constexpr std::size_t kHeaderSize = 9;

[[nodiscard]] std::string header_bytes(const Header& header);
// Nothing for bytes that are no header.
[[nodiscard]] std::optional<Header> header_of(std::string_view bytes);
// A header and its body.
[[nodiscard]] std::string framed(Kind kind, std::string body);

[[nodiscard]] std::string encode(const Limits& limits);
[[nodiscard]] std::optional<Limits> decode_limits(std::string_view body);

[[nodiscard]] std::string encode(std::uint64_t number, const Options& options);
[[nodiscard]] std::optional<std::pair<std::uint64_t, Options>> decode_options(std::string_view body);

[[nodiscard]] std::string encode(std::uint64_t number, const std::string& lines);
[[nodiscard]] std::optional<std::pair<std::uint64_t, std::string>> decode_lines(std::string_view body);

// A job without its ticket; its options and the site's memory go by their numbers.
struct NumberedJob {
  std::uint64_t options = 0, lines = 0;  // lines 0: none
  crawl::CleanJob job;
};
[[nodiscard]] std::string encode(std::uint64_t options, std::uint64_t lines, const crawl::CleanJob& job);
[[nodiscard]] std::optional<NumberedJob> decode_job(std::string_view body);

[[nodiscard]] std::string encode(const Reading& reading);
// As the worker sent it, whatever it says.
[[nodiscard]] std::optional<Reading> decode_reading(std::string_view body);

[[nodiscard]] std::string encode(std::uint64_t number, const crawl::UrlRules& rules);
[[nodiscard]] std::optional<std::pair<std::uint64_t, crawl::UrlRules>> decode_rules(std::string_view body);
[[nodiscard]] std::string encode(std::uint64_t rules, const crawl::SourceJob& job);
[[nodiscard]] std::optional<std::pair<std::uint64_t, crawl::SourceJob>> decode_source(std::string_view body);
[[nodiscard]] std::string encode(const crawl::SourceFinds& finds);
[[nodiscard]] std::optional<crawl::SourceFinds> decode_finds(std::string_view body);

// Why a reading can't be an honest answer to that job; empty where it may be one. What is looked at is what decides
// where things are kept: the article's identity, its site, its time.
[[nodiscard]] std::string fault_of(const Reading& reading, const crawl::CleanJob& job);
// Of a source's finds: that they are web addresses, of the kind that the source may name.
[[nodiscard]] std::string fault_of(const crawl::SourceFinds& finds, const crawl::SourceJob& job);
// The largest body of an answer to that job that is believed.
[[nodiscard]] std::uint64_t most_of_answer(const crawl::CleanJob& job);
[[nodiscard]] std::uint64_t most_of_answer(const crawl::SourceJob& job);

}  // namespace winnow::worker
