#include "store/raw_page.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace winnow::store {
namespace {

constexpr int kLevel = 9;  // a page is written once and seldom read

}  // namespace

Result<std::string> compress(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size)) return fail(Code::io, std::string("zstd: ") + ZSTD_getErrorName(size));
  frame.resize(size);
  return frame;
}

Result<std::string> decompress(std::string_view frame, std::size_t most, std::string_view name) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  const auto damaged = [&] { return fail(Code::corrupt, std::string(name) + ": is damaged (no whole zstd frame)"); };
  std::string out;
  std::string piece(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{frame.data(), frame.size(), 0};
  while (true) {
    ZSTD_outBuffer got{piece.data(), piece.size(), 0};
    const std::size_t left = ZSTD_decompressStream(stream.get(), &got, &in);
    if (ZSTD_isError(left)) return damaged();
    out.append(piece, 0, got.pos);
    if (out.size() > most) return fail(Code::too_large, std::string(name) + ": is larger than any page");
    if (left == 0) return out;
    if (in.pos == in.size && got.pos < got.size) return damaged();
  }
}

}  // namespace winnow::store
