// winnow decode: bytes in, UTF-8 out; --label names the encoding of each file instead.
#include <string>

#include "app/commands.h"
#include "app/console.h"
#include "winnow/winnow.h"

namespace winnow::app {

int run_decode(const Globals&, const DecodeArgs& args) {
  const std::vector<std::string> standard_input = {"-"};
  int status = kDone;
  for (const std::string& file : args.files.empty() ? standard_input : args.files) {
    const Result<std::string> bytes = read_file(file);
    if (!bytes) {
      complain(bytes.error().text);
      status = kSomeFailed;
      continue;
    }
    const Decoded decoded = decode_bytes(*bytes, args.content_type);
    print(args.label ? file + "\t" + decoded.encoding + "\n" : decoded.text);
  }
  return flush_output() ? status : kSomeFailed;
}

}  // namespace winnow::app
