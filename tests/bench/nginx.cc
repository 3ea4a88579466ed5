#include "bench/nginx.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <thread>

#include "fetch/curl_fetcher.h"
#include "newsstand/http_server.h"

namespace winnow::bench {
namespace {

constexpr const char* kProgram = "/usr/sbin/nginx";

// A port that was free a moment ago.
int free_port() {
  const auto server = newsstand::HttpServer::start([](const newsstand::Query&) { return newsstand::Reply{}; });
  return server ? (*server)->port() : 0;
}

std::uint64_t number_at(const std::string& text, std::size_t& at) {
  at = text.find_first_of("0123456789", at);
  std::uint64_t number = 0;
  if (at != text.npos)
    at = static_cast<std::size_t>(std::from_chars(text.data() + at, text.data() + text.size(), number).ptr -
                                  text.data());
  return number;
}

}  // namespace

std::unique_ptr<Nginx> Nginx::start(const std::filesystem::path& folder) {
  if (access(kProgram, X_OK) != 0) return nullptr;
  std::unique_ptr<Nginx> nginx(new Nginx(folder, free_port()));
  return nginx->run() ? std::move(nginx) : nullptr;
}

bool Nginx::run() {
  std::filesystem::create_directories(root());
  const std::string base = folder_.string(), conf = base + "/nginx.conf", log = base + "/error.log";
  std::ofstream(conf)
      << "daemon off; master_process off; worker_processes 1; pid " << base << "/pid; error_log " << log
      << ";\nevents { worker_connections 4096; }\nhttp {\n  access_log off; sendfile on; tcp_nopush on;\n"
      << "  keepalive_requests 1000000; open_file_cache max=5000;\n  types { text/html html; text/xml xml; }\n"
      << "  server {\n    listen 127.0.0.1:" << port_ << " backlog=4096;\n    root " << base << "/root;\n"
      << "    location = /counts { stub_status; }\n  }\n}\n";
  pid_ = fork();
  if (pid_ == 0) {
    execl(kProgram, "nginx", "-p", base.c_str(), "-c", conf.c_str(), "-e", log.c_str(), nullptr);
    _exit(127);
  }
  for (int i = 0; i < 100; ++i) {
    if (counts().connections > 0) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
  }
  return false;
}

Nginx::~Nginx() {
  if (pid_ <= 0) return;
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
}

Nginx::Counts Nginx::counts() const {
  fetch::Request request;
  request.url = origin() + "/counts";
  request.allow_addresses = {"127.0.0.0/8"};
  const auto answer = fetch::fetch_once(request);
  if (!answer || answer->status != 200) return {};
  // "Active connections: 1 \nserver accepts handled requests\n 5 5 9 \n…"
  std::size_t at = answer->body.find("requests");
  Counts counts;
  if (at == std::string::npos) return counts;
  counts.connections = number_at(answer->body, at);
  (void)number_at(answer->body, at);
  counts.requests = number_at(answer->body, at);
  return counts;
}

}  // namespace winnow::bench
