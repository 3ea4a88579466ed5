// The program's log: the one home of spdlog. Under systemd lines go to the journal with their priority, elsewhere to
// standard error or a file with the time. Safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace winnow::app::log {

enum class Level { debug, info, warn, error };

// `level` as in --log-level; `file` empty: standard error. May be called again (a reload).
Result<void> set_up(const std::string& level, const std::string& file);

void write(Level level, std::string_view text);
inline void debug(std::string_view text) { write(Level::debug, text); }
inline void info(std::string_view text) { write(Level::info, text); }
inline void warn(std::string_view text) { write(Level::warn, text); }
inline void error(std::string_view text) { write(Level::error, text); }

}  // namespace winnow::app::log
