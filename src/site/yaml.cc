#include "site/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace winnow::site {
namespace {

constexpr std::size_t kMaxText = 1 << 20;
constexpr int kMaxNodes = 100'000;
constexpr int kMaxDepth = 32;

// Thrown inside this file only.
struct TooMuch {
  YAML::Mark mark;
};

// Recursion is bounded by kMaxDepth; aliases are written out, bounded by kMaxNodes.
Yaml convert(const YAML::Node& node, int depth, int& left) {
  if (depth > kMaxDepth || --left < 0) throw TooMuch{node.Mark()};
  Yaml out;
  out.line = node.Mark().line + 1;
  out.column = node.Mark().column + 1;
  if (node.IsScalar()) {
    out.kind = Yaml::Kind::scalar;
    out.text = node.Scalar();
  } else if (node.IsSequence()) {
    out.kind = Yaml::Kind::list;
    for (const YAML::Node& item : node) out.items.push_back(convert(item, depth + 1, left));
  } else if (node.IsMap()) {
    out.kind = Yaml::Kind::map;
    for (const auto& member : node) {
      const YAML::Mark mark = member.first.Mark();
      out.members.push_back({member.first.IsScalar() ? member.first.Scalar() : std::string("?"), mark.line + 1,
                             mark.column + 1, convert(member.second, depth + 1, left)});
    }
  }
  return out;
}

void emit(YAML::Emitter& out, const Yaml& tree) {
  switch (tree.kind) {
    case Yaml::Kind::null:
      out << YAML::Null;
      break;
    case Yaml::Kind::scalar:
      out << tree.text;
      break;
    case Yaml::Kind::list:
      out << YAML::BeginSeq;
      for (const Yaml& item : tree.items) emit(out, item);
      out << YAML::EndSeq;
      break;
    case Yaml::Kind::map:
      out << YAML::BeginMap;
      for (const Yaml::Member& member : tree.members) {
        out << YAML::Key << member.key << YAML::Value;
        emit(out, member.value);
      }
      out << YAML::EndMap;
      break;
  }
}

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(), [key](const Member& m) { return m.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

tl::expected<Yaml, YamlError> parse_yaml(std::string_view text) {
  if (text.size() > kMaxText) return tl::unexpected(YamlError{0, 0, "the file is larger than 1 MiB"});
  try {
    int left = kMaxNodes;
    return convert(YAML::Load(std::string(text)), 0, left);
  } catch (const TooMuch& error) {
    return tl::unexpected(
        YamlError{error.mark.line + 1, error.mark.column + 1, "the file is nested too deep, or too large"});
  } catch (const YAML::Exception& error) {
    return tl::unexpected(YamlError{error.mark.line + 1, error.mark.column + 1, "this is no YAML: " + error.msg});
  }
}

std::string to_yaml(const Yaml& tree) {
  YAML::Emitter out;
  emit(out, tree);
  return out.c_str();
}

}  // namespace winnow::site
