// Values as bytes and back, for messages between processes of the same program: no versions, no text, fixed widths, the
// byte order of the machine.
//
// Reading is total, since the bytes may come from a worker that a page has taken over: any bytes give a value or a
// fault, no more is read than is there, and what is made of N bytes takes no more than a small multiple of N (the
// smallest element, an empty string, is 8 bytes here and 32 in memory). Internal to worker/.
//
// What a struct consists of is said once, for both directions (fields.h): template <> struct Fields<T>.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace winnow::worker {

template <class T>
struct Fields;  // static void of(auto& archive, auto& value): archive(value.a, value.b, ...)

template <class E>
inline constexpr E kLast = E{};  // the last enumerator of an enumeration that travels

template <class T>
concept Number = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

class Encoder {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void raw(const void* data, std::size_t size) { out_.append(static_cast<const char*>(data), size); }

  template <class T>
  void put(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      out_ += value ? '\1' : '\0';
    } else if constexpr (std::is_enum_v<T>) {
      out_ += static_cast<char>(value);
    } else if constexpr (Number<T>) {
      raw(&value, sizeof value);
    } else {
      Fields<T>::of(*this, value);
    }
  }
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    out_ += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(std::uint64_t{values.size()});
    for (const T& value : values) put(value);
  }
  template <class K, class V>
  void put(const std::map<K, V>& values) {
    put(std::uint64_t{values.size()});
    for (const auto& [key, value] : values) (*this)(key, value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& value) {
    (*this)(value.first, value.second);
  }

  std::string out_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : left_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  // All was read, nothing was missing, and every value was one of its type.
  [[nodiscard]] bool whole() const { return good_ && left_.empty(); }

 private:
  std::string_view raw(std::uint64_t size) {
    if (!good_ || size > left_.size()) {
      good_ = false;
      return {};
    }
    const std::string_view bytes = left_.substr(0, size);
    left_.remove_prefix(size);
    return bytes;
  }

  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool> || std::is_enum_v<T>) {
      const std::string_view byte = raw(1);
      const auto number = static_cast<unsigned char>(byte.empty() ? '\0' : byte.front());
      if (number > last<T>()) good_ = false;
      value = good_ ? static_cast<T>(number) : T{};
    } else if constexpr (Number<T>) {
      const std::string_view bytes = raw(sizeof value);
      if (good_) std::memcpy(&value, bytes.data(), sizeof value);
    } else {
      Fields<T>::of(*this, value);
    }
  }
  template <class T>
  static constexpr unsigned last() {
    if constexpr (std::is_same_v<T, bool>) {
      return 1;
    } else {
      return static_cast<unsigned>(kLast<T>);
    }
  }
  void get(std::string& text) {
    std::uint64_t size = 0;
    get(size);
    text = raw(size);
  }
  template <class T>
  void get(std::vector<T>& values) {
    std::uint64_t count = 0;
    get(count);
    values.clear();
    // Element by element: the count is only a claim.
    for (; good_ && count > 0; --count) {
      T value{};
      get(value);
      if (good_) values.push_back(std::move(value));
    }
  }
  template <class K, class V>
  void get(std::map<K, V>& values) {
    std::uint64_t count = 0;
    get(count);
    values.clear();
    for (; good_ && count > 0; --count) {
      std::pair<K, V> row;
      get(row);
      if (good_) values.insert_or_assign(std::move(row.first), std::move(row.second));
    }
  }
  template <class A, class B>
  void get(std::pair<A, B>& value) {
    (*this)(value.first, value.second);
  }

  std::string_view left_;
  bool good_ = true;
};

}  // namespace winnow::worker
