// newsstand [--port N] [--root DIR] [--log FILE]: the made-up news site, or a folder's files, on 127.0.0.1 until
// SIGINT or SIGTERM. Exit status: 0 ended by a signal, 1 can't listen or write the log, 2 wrong usage.
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "newsstand/server.h"
#include "newsstand/static_site.h"

namespace {

using namespace winnow;
using namespace winnow::newsstand;

struct Arguments {
  int port = 8087;
  std::string root, log;
};

int usage() {
  std::cerr << "usage: newsstand [--port N] [--root DIR] [--log FILE]\n";
  return 2;
}

std::optional<Arguments> read_arguments(int argc, char** argv) {
  Arguments a;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i], value = argv[i + 1];
    if (name == "--port") {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), a.port);
      if (error != std::errc{} || end != value.data() + value.size() || a.port < 0 || a.port > 65535)
        return std::nullopt;
    } else if (name == "--root") {
      a.root = value;
    } else if (name == "--log") {
      a.log = value;
    } else {
      return std::nullopt;
    }
  }
  if (argc % 2 == 0) return std::nullopt;
  return a;
}

HttpServer::Watcher logger(std::ofstream& log) {
  return [&log](const Logged& l) {
    log << l.at.count() << '\t' << l.method << '\t' << l.target << '\t' << (l.conditional ? "conditional" : "plain")
        << '\t' << l.status << std::endl;
  };
}

int wait_for_the_end(const std::string& origin, const sigset_t& ends) {
  std::cout << "newsstand on " << origin << "/" << std::endl;
  int signal = 0;
  sigwait(&ends, &signal);
  return 0;
}

int failed(const Error& error) {
  std::cerr << "newsstand: " << error.text << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto arguments = read_arguments(argc, argv);
  if (!arguments) return usage();
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);  // before the server's thread begins

  std::ofstream log;
  if (!arguments->log.empty()) {
    log.open(arguments->log, std::ios::app);
    if (!log) return failed({Code::io, arguments->log + ": can't be written"});
  }
  const HttpServer::Watcher watcher = log.is_open() ? logger(log) : HttpServer::Watcher{};
  if (!arguments->root.empty()) {
    if (!std::filesystem::is_directory(arguments->root)) return failed({Code::io, arguments->root + ": is no folder"});
    const StaticSite site(arguments->root);
    auto server = HttpServer::start([&](const Query& q) { return site.answer(q); }, arguments->port, watcher);
    return server ? wait_for_the_end((*server)->origin(), ends) : failed(server.error());
  }
  NewsstandOptions options;
  options.port = arguments->port;
  options.watcher = watcher;
  auto stand = Newsstand::start(options);
  return stand ? wait_for_the_end((*stand)->origin(), ends) : failed(stand.error());
}
