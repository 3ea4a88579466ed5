// JSON as a plain value: the one home of the JSON library, which stays in json.cc. Objects keep the order of
// their keys. Reading is bounded (depth 64) and tolerant only where it says so. Safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace winnow {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default;
  Json(std::nullptr_t) {}
  Json(bool b) : value_(b) {}
  Json(int n) : value_(std::int64_t{n}) {}
  Json(std::int64_t n) : value_(n) {}
  Json(std::size_t n) : value_(static_cast<std::int64_t>(n)) {}
  Json(double d) : value_(d) {}
  Json(const char* s) : value_(std::string(s)) {}
  Json(std::string s) : value_(std::move(s)) {}
  Json(std::string_view s) : value_(std::string(s)) {}
  Json(Array a) : value_(std::move(a)) {}
  Json(Object o) : value_(std::move(o)) {}
  Json(const std::vector<std::string>& strings);

  // Strict JSON (RFC 8259); nothing when it is ill-formed or too deep.
  [[nodiscard]] static std::optional<Json> parse(std::string_view text);
  // As pages write it: raw control characters and newlines in strings, trailing commas, comments, a wrapping
  // CDATA or comment, a trailing semicolon.
  [[nodiscard]] static std::optional<Json> parse_lenient(std::string_view text);

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
  [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(value_); }
  [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value_); }
  [[nodiscard]] bool is_string() const { return std::holds_alternative<std::string>(value_); }
  [[nodiscard]] bool is_number() const {
    return std::holds_alternative<std::int64_t>(value_) || std::holds_alternative<double>(value_);
  }

  // The value, or an empty one of that type when it is something else.
  [[nodiscard]] const std::string& string() const;
  [[nodiscard]] const Array& array() const;
  [[nodiscard]] const Object& object() const;
  [[nodiscard]] std::int64_t integer(std::int64_t otherwise = 0) const;
  [[nodiscard]] double number(double otherwise = 0) const;
  [[nodiscard]] bool boolean(bool otherwise = false) const;

  // The member of that name; null when absent or when this is no object.
  [[nodiscard]] const Json& operator[](std::string_view key) const;
  void set(std::string key, Json value);  // makes this an object; replaces an equal key
  void push(Json value);                  // makes this an array

  // UTF-8 (ill-formed strings are scrubbed), no escapes beyond what JSON needs; indent < 0: one line.
  [[nodiscard]] std::string dump(int indent = -1) const;

  bool operator==(const Json&) const = default;

 private:
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value_ = nullptr;
};

}  // namespace winnow
