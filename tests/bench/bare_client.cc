#include "bench/bare_client.h"

#include <curl/curl.h>

namespace winnow::bench {
namespace {

std::size_t on_body(char*, std::size_t, std::size_t size, void* bytes) {
  *static_cast<std::size_t*>(bytes) += size;
  return size;
}

}  // namespace

std::size_t download_all(const std::vector<std::string>& urls, int connections) {
  CURLM* multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(connections));
  std::size_t bytes = 0, next = 0;
  int under_way = 0;
  std::vector<CURL*> handles;
  const auto begin = [&](CURL* easy) {
    if (next == urls.size()) return;
    curl_easy_setopt(easy, CURLOPT_URL, urls[next++].c_str());
    curl_multi_add_handle(multi, easy);
    ++under_way;
  };
  for (int i = 0; i < connections; ++i) {
    CURL* easy = handles.emplace_back(curl_easy_init());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &bytes);
    begin(easy);
  }
  while (under_way > 0) {
    int running = 0, left = 0;
    curl_multi_perform(multi, &running);
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
      CURL* easy = message->easy_handle;
      curl_multi_remove_handle(multi, easy);
      --under_way;
      begin(easy);
    }
    if (under_way > 0) curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
  }
  for (CURL* easy : handles) curl_easy_cleanup(easy);
  curl_multi_cleanup(multi);
  return bytes;
}

}  // namespace winnow::bench
