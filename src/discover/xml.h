// XML as a flat tree of ours: nodes in document order, a node's subtree is [id, end(id)). libxml2 stays in xml.cc;
// it sees mended text without a DTD, resolves no entity, opens nothing. Bounded: 64 MiB of text, a million nodes.
// Pure, total; a const tree may be read from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::discover {

using XmlId = std::uint32_t;
inline constexpr XmlId kNoXml = ~XmlId{0};

class XmlTree {
 public:
  [[nodiscard]] XmlId size() const { return static_cast<XmlId>(nodes_.size()); }  // 0: nothing could be read
  [[nodiscard]] XmlId end(XmlId id) const { return nodes_[id].end; }
  [[nodiscard]] XmlId parent(XmlId id) const { return nodes_[id].parent; }
  // Lower case, with the usual prefix of its namespace whatever the document calls it: "item", "atom:link",
  // "dc:date". RSS's and sitemaps' own have none, nor has an unknown default namespace. "" for text.
  [[nodiscard]] const std::string& name(XmlId id) const { return names_[nodes_[id].name]; }
  // Of an element, named likewise ("rdf:about", "xml:base"); "" when absent.
  [[nodiscard]] std::string_view attribute(XmlId id, std::string_view name) const;
  // All characters inside.
  [[nodiscard]] std::string text(XmlId id) const;
  // The elements directly inside.
  [[nodiscard]] std::vector<XmlId> children(XmlId id) const;

 private:
  friend class XmlBuilder;
  struct Node {
    std::uint32_t name;  // in names_; 0: text
    XmlId parent, end;
    std::uint32_t begin, size;  // text: in characters_; element: its attributes
  };
  struct Attribute {
    std::uint32_t name;
    std::string value;
  };
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<std::string> names_;
  std::string characters_;
};

// `text` is UTF-8, well-formed or not.
[[nodiscard]] XmlTree read_xml(std::string_view text);

// Bytes as served to UTF-8 by RFC 7303, section 3: BOM, charset parameter, XML declaration.
[[nodiscard]] std::string xml_to_utf8(std::string_view bytes, std::string_view content_type);

}  // namespace winnow::discover
