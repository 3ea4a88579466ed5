#include "store/raw_page.h"

#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

namespace winnow::store {
namespace {

constexpr int kLevel = 9;                    // a page is written once and seldom read
constexpr std::size_t kMostPages = 200;      // as many parts as a rule allows an article, and more than any has
constexpr std::size_t kSkippableHeader = 8;  // RFC 8878, 3.1.2: magic number and size, little-endian
constexpr std::uint32_t kSkippableMagic = 0x184D2A50;

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>((number >> shift) & 0xFFU);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i > 0; --i) number = (number << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

std::string note_of(const RawPage& page) {
  if (page.url.empty() && !page.content_type) return {};
  return first_line(page.url) + (page.content_type ? "\n" + first_line(*page.content_type) : std::string());
}

void read_note(std::string_view note, RawPage& page) {
  page.url = first_line(note);
  page.content_type.reset();
  if (const std::size_t end = note.find('\n'); end != note.npos) page.content_type = first_line(note.substr(end + 1));
}

}  // namespace

Result<std::string> pack(std::span<const RawPage> pages) {
  std::string out;
  for (const RawPage& page : pages) {
    const std::string note = note_of(page);
    if (!note.empty()) {
      append_number(out, kSkippableMagic);
      append_number(out, static_cast<std::uint32_t>(note.size()));
      out += note;
    }
    auto frame = compress(page.bytes);
    if (!frame) return frame;
    out += *frame;
  }
  return out;
}

Result<std::vector<RawPage>> unpack(std::string_view file, std::size_t most, std::string_view name) {
  std::vector<RawPage> pages;
  RawPage page;
  for (std::size_t left = most; !file.empty();) {
    const std::size_t size = ZSTD_findFrameCompressedSize(file.data(), file.size());
    if (ZSTD_isError(size)) return fail(Code::corrupt, std::string(name) + ": is damaged (no whole zstd frame)");
    if (size >= kSkippableHeader && (number_at(file, 0) & 0xFFFFFFF0U) == kSkippableMagic) {
      read_note(file.substr(kSkippableHeader, size - kSkippableHeader), page);
    } else {
      if (pages.size() == kMostPages)
        return fail(Code::too_large, std::string(name) + ": has more pages than any article");
      auto bytes = decompress(file.substr(0, size), left, name);
      if (!bytes) return tl::unexpected(bytes.error());
      left -= bytes->size();
      page.bytes = std::move(*bytes);
      pages.push_back(std::exchange(page, {}));
    }
    file.remove_prefix(size);
  }
  if (pages.empty()) return fail(Code::corrupt, std::string(name) + ": is damaged (it holds no page)");
  return pages;
}

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
