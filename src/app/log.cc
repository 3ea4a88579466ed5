#include "app/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

#include "app/console.h"

namespace winnow::app::log {
namespace {

// sd-daemon(3): a line's priority in front of it, as "<6>".
class Priority : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    const char priority = message.level >= spdlog::level::err    ? '3'
                          : message.level == spdlog::level::warn ? '4'
                          : message.level == spdlog::level::info ? '6'
                                                                 : '7';
    out.push_back('<'), out.push_back(priority), out.push_back('>');
  }
  std::unique_ptr<spdlog::custom_flag_formatter> clone() const override { return std::make_unique<Priority>(); }
};

std::unique_ptr<spdlog::formatter> formatter(bool journal) {
  auto made = std::make_unique<spdlog::pattern_formatter>();
  made->add_flag<Priority>('*').set_pattern(journal ? "%*%v" : "%Y-%m-%dT%H:%M:%S%z %l %v");
  return made;
}

spdlog::level::level_enum level_of(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warn:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

}  // namespace

Result<void> set_up(const std::string& level, const std::string& file) {
  try {
    const bool journal = file.empty() && std::getenv("JOURNAL_STREAM") != nullptr;
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (file.empty()) {
      sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    } else {
      sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
    }
    auto logger = std::make_shared<spdlog::logger>("winnow", std::move(sink));
    logger->set_formatter(formatter(journal));
    logger->set_level(spdlog::level::from_str(level.empty() ? "info" : level));
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
    return {};
  } catch (const spdlog::spdlog_ex& error) {
    return fail(Code::io, file + ": the log can't be written there: " + error.what());
  }
}

void write(Level level, std::string_view text) { spdlog::default_logger_raw()->log(level_of(level), one_line(text)); }

}  // namespace winnow::app::log
