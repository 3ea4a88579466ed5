#include "discover/gunzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace winnow::discover {
namespace {

constexpr std::size_t kMaxRatio = 100;  // as in fetch/: sitemaps unpack to some ten times their size

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

std::string gunzip(std::string_view bytes, std::size_t limit) {
  std::string out;
  z_stream stream{};
  constexpr int kGzip = 16 + MAX_WBITS;
  if (inflateInit2(&stream, kGzip) != Z_OK) return out;
  bytes = bytes.substr(0, std::numeric_limits<uInt>::max());
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write to it
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::array<char, 1 << 16> chunk;
  int status = Z_OK;
  std::size_t before = 0;  // bytes of the members before this one
  while (status == Z_OK && out.size() < limit) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    status = inflate(&stream, Z_NO_FLUSH);
    if (out.size() > kMaxRatio * (stream.total_in + before + chunk.size())) {
      out.clear();  // a bomb
      break;
    }
    out.append(chunk.data(), std::min(chunk.size() - stream.avail_out, limit - out.size()));
    // A file of several members (RFC 1952, 2.2) goes on.
    if (status != Z_STREAM_END || stream.avail_in == 0) continue;
    before += stream.total_in;
    if (inflateReset(&stream) == Z_OK) status = Z_OK;
  }
  inflateEnd(&stream);
  return out;
}

}  // namespace winnow::discover
