// `winnow clean`: pages in, articles out. Exit statuses: 0 all of them are articles (with --manifest: all could be
// read and written), 1 some are not, 2 wrong usage, 3 the site file is wrong.
#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "app/clean_report.h"
#include "app/commands.h"
#include "app/console.h"
#include "base/json.h"
#include "base/url.h"
#include "site/site_file.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

constexpr int kMaxJobs = 256;

std::string usage_fault(const CleanArgs& args) {
  const bool many = args.files.size() > 1 || !args.manifest.empty();
  if (args.input != "html" && args.input != "text") return "--input '" + args.input + "': use html or text";
  if (args.format != "json" && args.format != "jsonl" && args.format != "markdown" && args.format != "text") {
    return "--format '" + args.format + "': use json, jsonl, markdown or text";
  }
  if (!args.url.empty() && !Url::parse(args.url)) return "--url '" + args.url + "': no absolute URL";
  if (many && !args.url.empty()) return "--url is for one page; name the URLs of many in a --manifest";
  if (many && !args.explain_html.empty()) return "--explain-html is for one page";
  if (!args.explain_html.empty() && args.input == "text") return "--explain-html needs HTML, not --input text";
  if (args.manifest.empty() != args.out.empty()) return "--manifest and --out belong together";
  if (!args.manifest.empty() && !args.files.empty()) return "give files or a --manifest, not both";
  if (!args.manifest.empty() && !args.format.starts_with("json")) return "--manifest writes JSON; leave --format out";
  if (args.jobs < 1 || args.jobs > kMaxJobs) return "--jobs: use a number from 1 to " + std::to_string(kMaxJobs);
  return "";
}

std::optional<Options> options_of(const CleanArgs& args) {
  Options options;
  if (!args.site.empty()) {
    const auto loaded = site::load_site(args.site);
    for (const site::Fault& fault : loaded.faults) complain(fault.str());
    if (!loaded.faults.empty()) return std::nullopt;
    options = loaded.value.options;
  }
  options.trace = args.explain;
  options.mark = !args.explain_html.empty();
  return options;
}

Page page_of(const CleanArgs& args, std::string_view bytes, std::string_view url) {
  return {.bytes = bytes,
          .url = url,
          .content_type = args.content_type,
          .fetched_at = {},
          .input = args.input == "text" ? Input::text : Input::html};
}

std::string formatted(const Article& article, const std::string& format) {
  if (format == "markdown") return to_markdown(article);
  if (format == "text") return to_text(article);
  return to_json(article, format == "jsonl" ? JsonStyle::line : JsonStyle::pretty) + "\n";
}

bool write_marked(const CleanArgs& args, const Reading& reading) {
  if (args.explain_html.empty()) return true;
  const auto written = write_file(args.explain_html, reading.marked_html);
  if (!written) complain(written.error().text);
  return written.has_value();
}

bool clean_file(const CleanArgs& args, const Reader& reader, const std::string& file) {
  const auto bytes = read_file(file);
  if (!bytes) {
    complain(bytes.error().text);
    return false;
  }
  const Reading reading = reader.read(page_of(args, *bytes, args.url));
  if (args.explain) print_explanation(reading.trace);
  const bool marked = write_marked(args, reading);
  if (!reading.refused.empty()) {
    complain((file == "-" ? "standard input" : file) + ": " + reading.refused);
    return false;
  }
  print(formatted(reading.article, args.format));
  return marked;
}

int clean_files(const CleanArgs& args, const Reader& reader) {
  std::vector<std::string> files = args.files;
  if (files.empty()) files.emplace_back("-");
  bool all = true;
  for (const std::string& file : files) all = clean_file(args, reader, file) && all;
  return all ? kDone : kSomeFailed;
}

// One line of a manifest, and what came of it.
struct Job {
  std::string id, path, url;
  std::vector<std::string> messages;
  bool failed = false;
};

// An identifier becomes a file's name, so it must not lead elsewhere.
std::string id_fault(const std::string& id) {
  if (id.empty()) return "the identifier is empty";
  if (id == "." || id == ".." || id.find('/') != std::string::npos) return "'" + id + "' can't be a file's name";
  return "";
}

Result<Job> job_of(std::string_view line) {
  const std::size_t first = line.find('\t');
  if (first == std::string_view::npos) return fail(Code::invalid, "one field; write ID, tab, PATH, tab, URL");
  const std::size_t second = line.find('\t', first + 1);
  Job job;
  job.id = line.substr(0, first);
  job.path = line.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
  if (second != std::string_view::npos) job.url = line.substr(second + 1);
  if (auto fault = id_fault(job.id); !fault.empty()) return fail(Code::invalid, fault);
  if (job.path.empty()) return fail(Code::invalid, "the path is empty");
  if (job.url.find('\t') != std::string::npos) return fail(Code::invalid, "more than three fields");
  if (!job.url.empty() && !Url::parse(job.url)) return fail(Code::invalid, "'" + job.url + "' is no absolute URL");
  return job;
}

// All good lines; the wrong ones are named on standard error.
std::vector<Job> read_manifest(const std::string& file, std::string_view text, bool& good) {
  std::vector<Job> jobs;
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (auto job = job_of(line)) {
      jobs.push_back(std::move(*job));
    } else {
      complain(file + ":" + std::to_string(number) + ": " + job.error().text);
      good = false;
    }
  }
  return jobs;
}

// A refused page is written too, so that every line of a manifest has its answer.
std::string refusal_json(const Job& job, const std::string& why) {
  Json json(Json::Object{});
  if (!job.url.empty()) json.set("url", job.url);
  json.set("refused", why);
  return json.dump(2);
}

void run_job(const CleanArgs& args, const Reader& reader, Job& job) {
  const auto bytes = read_file(job.path);
  if (!bytes) {
    job.messages.push_back(bytes.error().text);
    job.failed = true;
    return;
  }
  const Reading reading = reader.read(page_of(args, *bytes, job.url));
  const JsonStyle style = args.format == "jsonl" ? JsonStyle::line : JsonStyle::pretty;
  const std::string json =
      reading.refused.empty() ? to_json(reading.article, style) : refusal_json(job, reading.refused);
  const auto written = write_file((std::filesystem::path(args.out) / (job.id + ".json")).string(), json + "\n");
  if (!written) {
    job.messages.push_back(written.error().text);
    job.failed = true;
  }
}

void run_jobs(const CleanArgs& args, const Reader& reader, std::vector<Job>& jobs) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) run_job(args, reader, jobs[i]);
  };
  std::vector<std::jthread> threads;
  for (int i = 1; i < args.jobs; ++i) threads.emplace_back(work);
  work();
}

int clean_manifest(const CleanArgs& args, const Reader& reader) {
  const auto text = read_file(args.manifest);
  if (!text) {
    complain(text.error().text);
    return kSomeFailed;
  }
  std::error_code error;
  std::filesystem::create_directories(args.out, error);
  if (error) {
    complain(args.out + ": can't make this folder: " + error.message());
    return kSomeFailed;
  }
  bool good = true;
  std::vector<Job> jobs = read_manifest(args.manifest, *text, good);
  run_jobs(args, reader, jobs);
  for (const Job& job : jobs) {
    for (const std::string& message : job.messages) complain(message);
    good = good && !job.failed;
  }
  return good ? kDone : kSomeFailed;
}

}  // namespace

int run_clean(const Globals&, const CleanArgs& args) {
  if (const std::string fault = usage_fault(args); !fault.empty()) {
    complain(fault);
    return kUsage;
  }
  std::optional<Options> options = options_of(args);
  if (!options) return kBadConfig;
  const Reader reader(std::move(*options));
  const int status = args.manifest.empty() ? clean_files(args, reader) : clean_manifest(args, reader);
  return flush_output() ? status : kSomeFailed;
}

}  // namespace winnow::app
