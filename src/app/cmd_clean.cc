// `winnow clean`: pages in, articles out. Exit statuses: 0 all of them are articles (with --manifest: all could be
// read and written), 1 some are not, 2 wrong usage, 3 the site file is wrong.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/clean_manifest.h"
#include "app/clean_report.h"
#include "app/commands.h"
#include "app/console.h"
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

}  // namespace

int run_clean(const Globals&, const CleanArgs& args) {
  if (const std::string fault = usage_fault(args); !fault.empty()) {
    complain(fault);
    return kUsage;
  }
  std::optional<Options> options = options_of(args);
  if (!options) return kBadConfig;
  const int status =
      args.manifest.empty() ? clean_files(args, Reader(std::move(*options))) : clean_manifest(args, *options);
  return flush_output() ? status : kSomeFailed;
}

}  // namespace winnow::app
