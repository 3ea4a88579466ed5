#include <gtest/gtest.h>

#include "decode/decode.h"

namespace winnow::decode {
namespace {

using namespace std::string_view_literals;

TEST(Media, NamesWhatIsNoPage) {
  struct Row {
    std::string_view bytes, type, name;
  } rows[] = {
      {"", "text/html", "empty"},
      {" \n\t", "", "empty"},
      {"%PDF-1.7\n", "text/html", "a PDF"},
      {"\x89PNG\r\n\x1A\n....", "", "a PNG image"},
      {"GIF89a....", "", "a GIF image"},
      {"\xFF\xD8\xFF\xE0\x00\x10JFIF"sv, "", "a JPEG image"},
      {"RIFF\x10\x00\x00\x00WEBPVP8 "sv, "", "a WebP image"},
      {"\x00\x00\x00\x18"
       "ftypmp42...."sv,
       "", "an MP4 video"},
      {"PK\x03\x04....", "application/octet-stream", "a ZIP archive"},
      {"\x1F\x8B\x08\x00"sv, "text/html", "gzip data"},
      {"body { }", "text/css", "a style sheet"},
      {"{\"a\": 1}", "application/json; charset=utf-8", "JSON"},
      {"\x01\x02\x03", "image/x-icon", "an image"},
  };
  for (const Row& row : rows) EXPECT_EQ(not_a_page(row.bytes, row.type), row.name);
}

TEST(Media, LetsPagesAndTextPass) {
  struct Row {
    std::string_view bytes, type;
  } rows[] = {
      {"<!doctype html>", "text/html"},
      {"  <html>", "application/json"},  // served under a wrong type
      {"plain words", "text/plain"},
      {"BMW builds cars", ""},  // begins like a bitmap
      {"RIFF raff", ""},
      {"中文", ""},
      {"ID3 is a tag", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(not_a_page(row.bytes, row.type), "") << row.bytes;
}

}  // namespace
}  // namespace winnow::decode
