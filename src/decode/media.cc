// MIME Sniffing, 7: what bytes are that are no page.
#include <algorithm>
#include <iterator>
#include <string>

#include "decode/decode.h"

namespace winnow::decode {
namespace {

constexpr std::string_view kSpace = " \t\n\f\r";

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

constexpr Signature kSignatures[] = {
    {"%PDF-", "a PDF"},
    {"%!PS-Adobe-", "a PostScript file"},
    {"\x89PNG\r\n\x1A\n", "a PNG image"},
    {"GIF87a", "a GIF image"},
    {"GIF89a", "a GIF image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"BM", "a BMP image"},
    {std::string_view("\0\0\1\0", 4), "an icon"},
    {"PK\x03\x04", "a ZIP archive"},
    {"\x1F\x8B\x08", "gzip data"},
    {"Rar!\x1A\x07", "a RAR archive"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
    {"\x28\xB5\x2F\xFD", "Zstandard data"},
    {"OggS", "an Ogg file"},
    {"ID3", "an MP3 file"},
    {"\x1A\x45\xDF\xA3", "a Matroska or WebM video"},
    {"wOFF", "a font"},
    {"wOF2", "a font"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a Microsoft Office document"},
};

// "BM" and "ID3" also begin words; a binary file has control characters near by.
bool has_controls(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 64);
  return std::any_of(head.begin(), head.end(), [](char c) {
    const auto value = static_cast<unsigned char>(c);
    return value < 0x09 || (value > 0x0D && value < 0x1B);
  });
}

std::string by_signature(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (!bytes.starts_with(signature.bytes)) continue;
    if (signature.bytes.size() > 3 || has_controls(bytes)) return std::string(signature.name);
  }
  if (bytes.size() <= 12) return {};
  if (bytes.starts_with("RIFF")) return bytes.substr(8, 4) == "WEBP" ? "a WebP image" : "a RIFF file";
  if (bytes.substr(4, 4) == "ftyp") return "an MP4 video";
  return {};
}

std::string essence_of(std::string_view content_type) {
  std::string essence(content_type.substr(0, content_type.find(';')));
  std::transform(essence.begin(), essence.end(), essence.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::size_t start = std::min(essence.find_first_not_of(kSpace), essence.size());
  return essence.substr(start, essence.find_last_not_of(kSpace) + 1 - start);
}

bool looks_like_markup(std::string_view bytes) {
  const std::size_t start = bytes.find_first_not_of(kSpace);
  return start != std::string_view::npos && (bytes[start] == '<' || bytes.substr(start).starts_with("\xEF\xBB\xBF<"));
}

// A server's word counts for what bytes can't tell; many serve pages as something else, so markup is believed first.
std::string by_type(std::string_view essence) {
  if (essence.starts_with("image/") && essence != "image/svg+xml") return "an image";
  if (essence.starts_with("video/")) return "a video";
  if (essence.starts_with("audio/")) return "an audio file";
  if (essence.starts_with("font/")) return "a font";
  if (essence == "application/pdf") return "a PDF";
  if (essence == "application/zip" || essence == "application/gzip") return "an archive";
  if (essence == "application/json" || essence.ends_with("+json")) return "JSON";
  if (essence == "text/css") return "a style sheet";
  if (essence == "text/javascript" || essence == "application/javascript") return "a script";
  return {};
}

}  // namespace

std::string not_a_page(std::string_view bytes, std::string_view content_type) {
  if (bytes.find_first_not_of(kSpace) == std::string_view::npos) return "empty";
  if (std::string name = by_signature(bytes); !name.empty()) return name;
  return looks_like_markup(bytes) ? std::string() : by_type(essence_of(content_type));
}

}  // namespace winnow::decode
