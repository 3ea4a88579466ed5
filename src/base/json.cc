#include "base/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace winnow {
namespace {

constexpr std::size_t kMaxDepth = 64;

// Builds a Json from the library's parse events. A stack of open containers replaces recursion.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add(Json()); }
  bool boolean(bool b) override { return add(Json(b)); }
  bool number_integer(std::int64_t n) override { return add(Json(n)); }
  bool number_unsigned(std::uint64_t n) override {
    return add(n <= INT64_MAX ? Json(static_cast<std::int64_t>(n)) : Json(static_cast<double>(n)));
  }
  bool number_float(double d, const std::string&) override { return add(Json(d)); }
  bool string(std::string& s) override { return add(Json(std::move(s))); }
  bool binary(nlohmann::json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json(Json::Object{})); }
  bool start_array(std::size_t) override { return open(Json(Json::Array{})); }
  bool key(std::string& k) override {
    open_.back().key = std::move(k);
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  Json take() { return std::move(root_); }

 private:
  struct Open {
    Json::Object members;
    Json::Array items;
    bool is_object;
    std::string key;
  };

  bool open(const Json& empty) {
    if (open_.size() == kMaxDepth) return false;
    open_.push_back({{}, {}, empty.is_object(), {}});
    return true;
  }
  bool close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return add(done.is_object ? Json(std::move(done.members)) : Json(std::move(done.items)));
  }
  bool add(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Open& top = open_.back(); top.is_object) {
      top.members.emplace_back(std::move(top.key), std::move(value));
    } else {
      top.items.push_back(std::move(value));
    }
    return true;
  }

  std::vector<Open> open_;
  Json root_;
};

std::optional<Json> read(std::string_view text, bool comments) {
  Builder builder;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder, nlohmann::json::input_format_t::json,
                                 /*strict=*/true, comments)) {
    return std::nullopt;
  }
  return builder.take();
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The text between the first and the last bracket: what wraps it (CDATA, comments, a semicolon) is left out.
std::string_view unwrapped(std::string_view text) {
  constexpr std::string_view kCdata = "<![CDATA[";
  if (const std::size_t mark = text.find(kCdata); mark < text.find('{')) {
    text.remove_prefix(mark + kCdata.size());
    text = text.substr(0, text.rfind("]]>"));
  }
  const std::size_t start = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  return start == text.npos || end == text.npos || end < start ? std::string_view()
                                                               : text.substr(start, end - start + 1);
}

// Escapes raw control characters in strings and drops commas before a closing bracket.
std::string mended(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\' && i + 1 < text.size()) {
      const bool known = std::string_view("\"\\/bfnrtu").find(text[i + 1]) != std::string_view::npos;
      out += known ? std::string{c, text[i + 1]}
                   : std::string(static_cast<unsigned char>(text[i + 1]) < 0x20 ? " " : std::string(1, text[i + 1]));
      ++i;
    } else if (in_string && static_cast<unsigned char>(c) < 0x20) {
      out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : " ";
    } else if (!in_string && (c == '}' || c == ']')) {
      while (!out.empty() && is_blank(out.back())) out.pop_back();
      if (!out.empty() && out.back() == ',') out.pop_back();
      out.push_back(c);
    } else {
      if (c == '"') in_string = !in_string;
      out.push_back(c);
    }
  }
  return out;
}

template <class T, class Variant>
const T& held(const Variant& value) {
  static const T kEmpty{};
  const T* held = std::get_if<T>(&value);
  return held ? *held : kEmpty;
}

// What a string holds as it is.
constexpr bool is_plain(char c) {
  const auto b = static_cast<unsigned char>(c);
  return b >= 0x20 && b != 0x7F && c != '"' && c != '\\';
}

void write_string(const std::string& s, std::string& out) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out.push_back('"');
  const std::string scrubbed = utf8::valid(s) ? std::string() : utf8::scrub(s);
  const std::string_view text = scrubbed.empty() ? s : scrubbed;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t plain = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    out += text.substr(plain, at - plain);
    if (at == text.size()) break;
    const char c = text[at];
    const auto b = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\'), out.push_back(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += "\\u00", out.push_back(kHex[b >> 4]), out.push_back(kHex[b & 15]);
    }
  }
  out.push_back('"');
}

void new_line(int indent, int depth, std::string& out) {
  if (indent < 0) return;
  out.push_back('\n');
  out.append(static_cast<std::size_t>(indent) * static_cast<std::size_t>(depth), ' ');
}

// Recursion here is over values that we built or read, whose depth is bounded by kMaxDepth.
void write(const Json& value, int indent, int depth, std::string& out) {
  if (value.is_object() || value.is_array()) {
    const bool is_object = value.is_object();
    const std::size_t count = is_object ? value.object().size() : value.array().size();
    out.push_back(is_object ? '{' : '[');
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) out += indent < 0 ? ", " : ",";
      new_line(indent, depth + 1, out);
      if (is_object) write_string(value.object()[i].first, out), out += ": ";
      write(is_object ? value.object()[i].second : value.array()[i], indent, depth + 1, out);
    }
    if (count > 0) new_line(indent, depth, out);
    out.push_back(is_object ? '}' : ']');
  } else if (value.is_string()) {
    write_string(value.string(), out);
  } else if (value.is_null()) {
    out += "null";
  } else {
    out += value.is_number()
               ? (value.number() == static_cast<double>(value.integer()) ? std::to_string(value.integer())
                                                                         : nlohmann::json(value.number()).dump())
           : value.boolean() ? "true"
                             : "false";
  }
}

}  // namespace

Json::Json(const std::vector<std::string>& strings) : value_(Array(strings.begin(), strings.end())) {}

std::optional<Json> Json::parse(std::string_view text) { return read(text, /*comments=*/false); }

std::optional<Json> Json::parse_lenient(std::string_view text) {
  if (auto strict = read(text, /*comments=*/false)) return strict;
  const std::string_view inner = unwrapped(text);
  if (inner.empty()) return std::nullopt;
  return read(utf8::scrub(mended(inner)), /*comments=*/true);
}

const std::string& Json::string() const { return held<std::string>(value_); }
const Json::Array& Json::array() const { return held<Array>(value_); }
const Json::Object& Json::object() const { return held<Object>(value_); }

std::int64_t Json::integer(std::int64_t otherwise) const {
  if (const auto* n = std::get_if<std::int64_t>(&value_)) return *n;
  const auto* d = std::get_if<double>(&value_);
  return d && *d >= -9e18 && *d <= 9e18 ? static_cast<std::int64_t>(*d) : otherwise;
}

double Json::number(double otherwise) const {
  if (const auto* d = std::get_if<double>(&value_)) return *d;
  const auto* n = std::get_if<std::int64_t>(&value_);
  return n ? static_cast<double>(*n) : otherwise;
}

bool Json::boolean(bool otherwise) const {
  const bool* b = std::get_if<bool>(&value_);
  return b ? *b : otherwise;
}

const Json& Json::operator[](std::string_view key) const {
  static const Json kNull;
  const Object& members = object();
  const auto found = std::find_if(members.begin(), members.end(), [key](const auto& m) { return m.first == key; });
  return found == members.end() ? kNull : found->second;
}

void Json::set(std::string key, Json value) {
  if (!is_object()) value_ = Object{};
  Object& members = std::get<Object>(value_);
  const auto found = std::find_if(members.begin(), members.end(), [&key](const auto& m) { return m.first == key; });
  if (found == members.end()) {
    members.emplace_back(std::move(key), std::move(value));
  } else {
    found->second = std::move(value);
  }
}

void Json::push(Json value) {
  if (!is_array()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
}

std::string Json::dump(int indent) const {
  std::string out;
  write(*this, indent, 0, out);
  return out;
}

}  // namespace winnow
