#include "extract/rule_locator.h"

#include <algorithm>
#include <utility>

#include "base/scan.h"
#include "base/unicode.h"
#include "extract/jsonld.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kMaxElements = 256;
constexpr std::size_t kMaxValues = 256;

bool is_code(parse::Tag tag) { return tag == parse::Tag::script || tag == parse::Tag::style; }

// What no reader sees, but a rule may ask for: data in a script.
std::string code_of(const parse::Document& document, parse::NodeId id) {
  const parse::NodeId inside = document[id].first_child;
  return inside == parse::kNone ? std::string() : std::string(document[inside].text);
}

std::string element_value(const parse::Document& document, parse::NodeId id, const ValueShape& shape) {
  if (!shape.attr.empty()) return std::string(document.attribute(id, ascii::lower(shape.attr)));
  if (is_code(document[id].tag)) return code_of(document, id);
  if (document[id].tag == parse::Tag::meta) return std::string(document.attribute(id, "content"));
  if (!shape.link) return document.visible_text(id);
  if (document.has_attribute(id, "href")) return std::string(document.attribute(id, "href"));
  const parse::NodeId inner = document.first(parse::Tag::a, id);
  return inner == parse::kNone ? std::string() : std::string(document.attribute(inner, "href"));
}

bool is_named(const parse::Document& document, parse::NodeId meta, std::string_view name) {
  for (const std::string_view key : {"name", "property", "itemprop"}) {
    if (ascii::lower(ascii::trim(document.attribute(meta, key))) == name) return true;
  }
  return false;
}

std::vector<std::string> meta_values(const parse::Document& document, std::string_view name) {
  std::vector<std::string> values;
  for (const parse::NodeId meta : document.all(parse::Tag::meta)) {
    if (is_named(document, meta, name)) values.emplace_back(document.attribute(meta, "content"));
    if (values.size() == kMaxValues) break;
  }
  return values;
}

// Those of the first object that has any.
std::vector<std::string> jsonld_values(RulePage& page, std::string_view path) {
  for (const Json& object : page.jsonld()) {
    std::vector<std::string> values = at_path(object, path);
    if (!values.empty()) return values;
  }
  return {};
}

std::string matched(const std::string& value, const std::optional<Regex>& match) {
  if (!match) return value;
  const auto groups = match->find(value);
  if (!groups) return {};
  if (groups->size() == 1) return std::string(groups->front());
  const auto group = std::find_if(groups->begin() + 1, groups->end(), [](std::string_view g) { return !g.empty(); });
  return group == groups->end() ? std::string() : std::string(*group);
}

// What `cut_before` and `cut_after` leave.
std::string kept(std::string value, const ValueShape& shape) {
  if (const std::size_t at = value.find(shape.cut_before); !shape.cut_before.empty() && at != value.npos)
    value.erase(0, at + shape.cut_before.size());
  if (const std::size_t at = value.find(shape.cut_after); !shape.cut_after.empty() && at != value.npos) value.erase(at);
  return value;
}

std::string joined(const std::vector<std::string>& values, const std::string& between) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : between) + value;
  return out;
}

std::vector<std::string> cut(const std::string& value, const std::string& separator) {
  if (separator.empty()) return {value};
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t at = value.find(separator); at != std::string::npos; at = value.find(separator, start)) {
    parts.push_back(value.substr(start, at - start));
    start = at + separator.size();
  }
  parts.push_back(value.substr(start));
  return parts;
}

std::string absolute(const std::string& address, const Url* base) {
  const auto url = Url::parse(address, base);
  return url && url->is_http() ? url->href() : std::string();
}

}  // namespace

const std::vector<Json>& RulePage::jsonld() {
  if (!jsonld_) jsonld_ = read_jsonld(document_);
  return *jsonld_;
}

Result<Locator> Locator::compile(std::string_view text) {
  Locator locator;
  locator.text_ = text;
  for (const auto& [prefix, kind] : {std::pair{std::string_view("meta:"), Kind::meta}, {"jsonld:", Kind::jsonld}}) {
    if (!text.starts_with(prefix)) continue;
    locator.kind_ = kind;
    locator.name_ = ascii::trim(text.substr(prefix.size()));
    if (kind == Kind::meta) locator.name_ = ascii::lower(locator.name_);
    if (!locator.name_.empty()) return locator;
    return fail(Code::invalid, "nothing stands behind \"" + std::string(prefix) + "\"; write " +
                                   (kind == Kind::meta ? "meta:og:title or the like" : "jsonld:headline or the like"));
  }
  auto selector = parse::Selector::compile(text);
  if (!selector) return tl::unexpected<Error>(selector.error());
  locator.selector_ = std::move(*selector);
  return locator;
}

Locator Locator::fixed(std::string_view value) {
  Locator locator;
  locator.kind_ = Kind::fixed;
  locator.text_ = "the value that the rule says";
  locator.name_ = value;
  return locator;
}

std::vector<parse::NodeId> Locator::elements(const parse::Document& document) const {
  return is_css() ? selector_.select(document) : std::vector<parse::NodeId>{};
}

std::vector<std::string> Locator::raw(RulePage& page, const ValueShape& shape) const {
  if (kind_ == Kind::meta) return meta_values(page.document(), name_);
  if (kind_ == Kind::jsonld) return jsonld_values(page, name_);
  if (kind_ == Kind::fixed) return {name_};
  std::vector<std::string> values;
  for (const parse::NodeId id : elements(page.document())) {
    values.push_back(element_value(page.document(), id, shape));
    if (values.size() == kMaxElements) break;
  }
  return values;
}

std::vector<std::string> Locator::values(RulePage& page, const ValueShape& shape) const {
  std::vector<std::string> out;
  const bool one = !shape.many && shape.join.empty();
  for (const std::string& raw_value : raw(page, shape)) {
    const std::string value = kept(unicode::collapse(raw_value), shape);
    for (const std::string& part : cut(matched(value, shape.match), shape.split)) {
      std::string one_value = unicode::collapse(part);
      if (shape.link && !one_value.empty()) one_value = absolute(one_value, page.base());
      if (one_value.empty() || std::find(out.begin(), out.end(), one_value) != out.end()) continue;
      out.push_back(std::move(one_value));
      if (one || out.size() == kMaxValues) break;
    }
    if (!out.empty() && (one || out.size() == kMaxValues)) break;
  }
  if (!shape.join.empty() && out.size() > 1) out = {joined(out, shape.join)};
  return out;
}

}  // namespace winnow::extract
