#include "fetch/transfer.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/url.h"
#include "fetch/address.h"
#include "fetch/curl_error.h"

namespace winnow::fetch {
namespace {

// A transfer is too slow when for so long it gets less than that, its headers included. A shorter limits.time ends it
// before.
constexpr long kStallBytes = 100;  // a second
constexpr long kStallSeconds = 30;
constexpr Millis kMaxConnect{20'000};
constexpr std::size_t kReadBytes = 32 << 10;  // libcurl's buffer
// What unpacks to more than so many times its size is a bomb. libcurl counts what it reads only after it has unpacked
// it, so the first buffer counts as read: 3 MiB pass in any case.
constexpr std::size_t kMaxRatio = 100;
constexpr std::size_t kAlwaysHeld = 1 << 20;
constexpr std::size_t kReserve = 1 << 20;  // a server's word on the length is believed so far
constexpr std::string_view kAccept =
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml;q=0.9,*/*;q=0.8";

Error too_large(const Transfer& t, std::size_t limit, const std::string& what) {
  return Error{Code::too_large, "the answer has more than " + std::to_string(limit) + " bytes " + what}.in(
      t.request.url);
}

// Ends the transfer where it is: with what has come, where the request allows that.
void stop_at_limit(Transfer& t, Error why) {
  t.cut = t.request.may_cut;
  if (!t.cut) t.fault = std::move(why);
}

bool over_wire_limit(Transfer& t, curl_off_t received) {
  if (received <= static_cast<curl_off_t>(t.request.max_encoded)) return false;
  stop_at_limit(t, too_large(t, t.request.max_encoded, "on the wire (limits.page)"));
  return true;
}

bool over_decoded_limit(Transfer& t, std::string_view more, curl_off_t received) {
  if (more.size() > t.request.max_decoded - t.body.size()) {
    stop_at_limit(t, too_large(t, t.request.max_decoded, "after decompression (limits.decoded)"));
    if (!t.cut) return true;
    const std::string_view last = more.substr(0, t.request.max_decoded - t.body.size());
    t.body.append(last);
    t.held += last.size();
    return true;
  }
  if (t.body.size() + more.size() <= kMaxRatio * (static_cast<std::size_t>(received) + kReadBytes)) return false;
  const std::string times = std::to_string(kMaxRatio);
  stop_at_limit(
      t, Error{Code::too_large, "the answer unpacks to more than " + times + " times its size"}.in(t.request.url));
  return true;
}

// The callbacks: C calls them, so nothing may be thrown out of them. A count other than the one that was given
// ends the transfer.
std::size_t on_body(char* data, std::size_t, std::size_t size, void* user) noexcept try {
  auto& t = *static_cast<Transfer*>(user);
  curl_off_t received = 0;
  curl_easy_getinfo(t.easy.get(), CURLINFO_SIZE_DOWNLOAD_T, &received);
  if (over_wire_limit(t, received) || over_decoded_limit(t, {data, size}, received)) return size + 1;
  if (t.held + size > t.most_held && t.body.size() + size > kAlwaysHeld) {
    const std::string all = std::to_string(t.most_held);
    t.fault = Error{Code::network, "more than " + all + " bytes of pages are under way at once; later, then"}.in(
        t.request.url);
    t.drop_body();  // at once, so that the others of this moment may go on
    return size + 1;
  }
  if (t.body.empty()) t.body.reserve(std::min({t.head.length().value_or(0), kReserve, t.request.max_decoded}));
  t.body.append(data, size);
  t.held += size;
  return size;
} catch (...) {
  return size + 1;
}

std::size_t on_header(char* data, std::size_t, std::size_t size, void* user) noexcept try {
  auto& t = *static_cast<Transfer*>(user);
  if (t.head.take({data, size})) return size;
  t.fault = t.head.fault()->in(t.request.url);
  return size + 1;
} catch (...) {
  return size + 1;
}

int on_progress(void* user, curl_off_t, curl_off_t received, curl_off_t, curl_off_t) noexcept try {
  return over_wire_limit(*static_cast<Transfer*>(user), received) ? 1 : 0;
} catch (...) {
  return 1;
}

curl_socket_t on_socket(void* user, curlsocktype, curl_sockaddr* address) noexcept try {
  auto& t = *static_cast<Transfer*>(user);
  const std::string why = forbidden(&address->addr, t.request.allow_addresses);
  if (why.empty()) return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  t.refused = why;
  return CURL_SOCKET_BAD;
} catch (...) {
  return CURL_SOCKET_BAD;
}

Error refusal(const Transfer& t) {
  return Error{Code::refused,
               "its address is not dialled: " + t.refused + "; if it is meant, name its range in 'allow_addresses'"}
      .in(t.request.url);
}

// A connection may be reused that another request, with other ranges allowed, has opened: judged again here.
int on_request(void* user, char* peer, char*, int, int) noexcept try {
  auto& t = *static_cast<Transfer*>(user);
  t.refused = forbidden(peer, t.request.allow_addresses);
  if (t.refused.empty()) return CURL_PREREQFUNC_OK;
  t.fault = refusal(t);
  return CURL_PREREQFUNC_ABORT;
} catch (...) {
  return CURL_PREREQFUNC_ABORT;
}

bool has_line_break(std::string_view text) { return text.find_first_of(std::string_view("\r\n\0", 3)) != text.npos; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

bool has_header(const Request& request, std::string_view name) {
  return std::any_of(request.headers.begin(), request.headers.end(),
                     [&](const auto& h) { return same_name(h.first, name); });
}

bool add_line(CurlList& lines, const std::string& line) {
  curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
  if (longer == nullptr) return false;
  static_cast<void>(lines.release());
  lines.reset(longer);
  return true;
}

// libcurl writes a header without a value as "Name;".
std::string line_of(const std::string& name, const std::string& value) {
  return value.empty() ? name + ";" : name + ": " + value;
}

Result<CurlList> header_lines(const Request& request) {
  std::vector<std::pair<std::string, std::string>> all = request.headers;
  if (!request.if_none_match.empty()) all.emplace_back("If-None-Match", request.if_none_match);
  if (!request.if_modified_since.empty()) all.emplace_back("If-Modified-Since", request.if_modified_since);
  CurlList lines;
  bool done = has_header(request, "accept") || add_line(lines, std::string(kAccept));
  for (const auto& [name, value] : all) {
    if (name.empty() || has_line_break(name) || has_line_break(value) || name.find(':') != name.npos) {
      return fail(Code::invalid, "the header '" + name + "' can't be sent: its name or value is malformed");
    }
    done = done && add_line(lines, line_of(name, value));
  }
  if (!done) return fail(Code::io, "out of memory");
  return lines;
}

// Sets options and remembers the first that failed.
class Options {
 public:
  explicit Options(CURL* easy) : easy_(easy) {}
  template <class T>
  void set(CURLoption option, T value) {
    if (code_ == CURLE_OK) code_ = curl_easy_setopt(easy_, option, value);
  }
  [[nodiscard]] CURLcode code() const { return code_; }

 private:
  CURL* easy_;
  CURLcode code_ = CURLE_OK;
};

// The same for all requests.
void set_protocol(Options& o, const CurlOptions& options) {
  o.set(CURLOPT_PROTOCOLS_STR, "http,https");
  o.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  o.set(CURLOPT_ACCEPT_ENCODING, "");  // all that this libcurl can undo
  o.set(CURLOPT_FOLLOWLOCATION, 0L);
  o.set(CURLOPT_PATH_AS_IS, 1L);
  o.set(CURLOPT_NOPROXY, "");
  o.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  o.set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
  o.set(CURLOPT_SSL_VERIFYPEER, 1L);
  o.set(CURLOPT_SSL_VERIFYHOST, 2L);
  o.set(CURLOPT_NOSIGNAL, 1L);
  o.set(CURLOPT_QUICK_EXIT, 1L);  // a name that is still being resolved does not hold up a shutdown
  o.set(CURLOPT_BUFFERSIZE, static_cast<long>(kReadBytes));
  o.set(CURLOPT_LOW_SPEED_LIMIT, kStallBytes);
  o.set(CURLOPT_LOW_SPEED_TIME, kStallSeconds);
  o.set(CURLOPT_PROXY, "");  // none, not even the environment's
  if (!options.ca_file.empty()) o.set(CURLOPT_CAINFO, options.ca_file.c_str());
}

void set_callbacks(Options& o, Transfer& t) {
  o.set(CURLOPT_WRITEFUNCTION, &on_body);
  o.set(CURLOPT_WRITEDATA, &t);
  o.set(CURLOPT_HEADERFUNCTION, &on_header);
  o.set(CURLOPT_HEADERDATA, &t);
  o.set(CURLOPT_NOPROGRESS, 0L);
  o.set(CURLOPT_XFERINFOFUNCTION, &on_progress);
  o.set(CURLOPT_XFERINFODATA, &t);
  o.set(CURLOPT_OPENSOCKETFUNCTION, &on_socket);
  o.set(CURLOPT_OPENSOCKETDATA, &t);
  o.set(CURLOPT_PREREQFUNCTION, &on_request);
  o.set(CURLOPT_PREREQDATA, &t);
  o.set(CURLOPT_ERRORBUFFER, t.detail.data());
  o.set(CURLOPT_PRIVATE, &t);
}

// What seldom differs between requests is told when it does.
void set_if_new(Options& o, CURLoption option, const std::string& value, std::string& last) {
  if (value == last) return;
  o.set(option, value.c_str());
  last = value;
}

void set_credentials(Options& o, const Request& request, std::string& last) {
  const std::string both = request.user + ':' + request.password;
  if (both == last || (request.user.empty() && last.empty())) return;
  const bool some = !request.user.empty();
  o.set(CURLOPT_USERNAME, some ? request.user.c_str() : nullptr);
  o.set(CURLOPT_PASSWORD, some ? request.password.c_str() : nullptr);
  last = some ? both : std::string();
}

void set_request(Options& o, Transfer& t, const std::string& url) {
  const Request& request = t.request;
  o.set(CURLOPT_URL, url.c_str());
  o.set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.max_time.count()));
  o.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(request.max_time, kMaxConnect).count()));
  o.set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.may_cut ? 0 : request.max_encoded));
  set_if_new(o, CURLOPT_PROXY, request.proxy, t.proxy);
  set_if_new(o, CURLOPT_USERAGENT, request.user_agent, t.user_agent);
  set_credentials(o, request, t.credentials);
}

static_assert(CURL_ERROR_SIZE <= std::tuple_size_v<decltype(Transfer::detail)>);

template <class T>
T info(CURL* easy, CURLINFO what) {
  T value{};
  curl_easy_getinfo(easy, what, &value);
  return value;
}

}  // namespace

void EasyDeleter::operator()(void* easy) const { curl_easy_cleanup(easy); }
void ListDeleter::operator()(curl_slist* list) const { curl_slist_free_all(list); }

Transfer::Transfer(const CurlOptions& options, std::size_t& all_held)
    : held(all_held), most_held(options.most_held), easy(curl_easy_init()) {
  if (!easy) return;
  Options o(easy.get());
  set_protocol(o, options);
  set_callbacks(o, *this);
  if (o.code() != CURLE_OK) easy.reset();
}

std::string Transfer::take_body() {
  held -= body.size();
  return std::exchange(body, {});
}

Result<void> prepare(Transfer& t, std::uint64_t ticket, Request request) {
  t.ticket = ticket;
  t.request = std::move(request);
  t.head.clear();
  t.fault.reset();
  t.cut = false;
  t.refused.clear();
  t.detail.front() = '\0';
  const auto url = Url::parse(t.request.url);
  if (!url) return fail(Code::invalid, "it is no URL");
  if (!url->is_http()) return fail(Code::refused, "only http and https are fetched");
  if (has_line_break(t.request.user_agent)) return fail(Code::invalid, "the user agent has a line break");
  auto lines = header_lines(t.request);
  if (!lines) return tl::unexpected(lines.error());
  if (!t.easy) return fail(Code::io, "out of memory");
  Options o(t.easy.get());
  o.set(CURLOPT_HTTPHEADER, lines->get());
  t.lines = std::move(*lines);  // the former ones may go now
  set_request(o, t, url->href());
  if (o.code() != CURLE_OK) return fail(Code::io, std::string("can't be prepared: ") + curl_easy_strerror(o.code()));
  return {};
}

Result<Response> outcome(Transfer& t, int code) {
  std::string body = t.take_body();  // that of a failure goes with it
  if (t.fault) return tl::unexpected(std::move(*t.fault));
  CURL* easy = t.easy.get();
  // libcurl takes a torn header block for a whole one.
  if (code == CURLE_OK && !t.head.ended()) code = CURLE_PARTIAL_FILE;
  if (t.cut) code = CURLE_OK;
  if (code != CURLE_OK) {
    if (code == CURLE_COULDNT_CONNECT && !t.refused.empty()) return tl::unexpected(refusal(t));
    return tl::unexpected(explain(
        t.request, {code, static_cast<int>(info<long>(easy, CURLINFO_OS_ERRNO)), t.detail.data(), body.size()}));
  }
  Response response;
  response.status = static_cast<int>(info<long>(easy, CURLINFO_RESPONSE_CODE));
  response.took = Millis(info<curl_off_t>(easy, CURLINFO_TOTAL_TIME_T) / 1000);
  response.answered_in = response.took - Millis(info<curl_off_t>(easy, CURLINFO_PRETRANSFER_TIME_T) / 1000);
  response.url = std::move(t.request.url);
  response.headers = t.head.take_headers();
  response.body = std::move(body);
  response.cut = t.cut;
  return response;
}

}  // namespace winnow::fetch
