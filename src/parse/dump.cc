#include <vector>

#include "parse/document.h"

namespace winnow::parse {
namespace {

bool is_code(Tag tag) { return tag == Tag::script || tag == Tag::style; }

void escape(std::string& out, std::string_view text, bool in_attribute) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<' && !in_attribute) {
      out += "&lt;";
    } else if (c == '>' && !in_attribute) {
      out += "&gt;";
    } else if (c == '"' && in_attribute) {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

void write_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else {
      out += c;
    }
  }
  out += '"';
}

void write_attributes(std::string& out, const Document& document, NodeId id) {
  for (const Attribute& a : document.attributes(id)) {
    ((out += ' ') += a.name) += "=\"";
    escape(out, a.value, true);
    out += '"';
  }
}

void close(std::string& out, const Document& document, NodeId id) {
  const Node& node = document[id];
  if (node.tag != Tag::document && !is_void(node.tag)) ((out += "</") += node.text) += '>';
}

}  // namespace

std::string dump(const Document& document) {
  std::string out;
  std::vector<NodeId> open;
  for (NodeId id = 1; id < document.size(); ++id) {
    while (!open.empty() && document[open.back()].end <= id) open.pop_back();
    out.append(2 * open.size(), ' ');
    if (document[id].tag == Tag::text) {
      write_quoted(out, document[id].text);
    } else {
      (out += '<') += document[id].text;
      write_attributes(out, document, id);
      out += '>';
    }
    out += '\n';
    open.push_back(id);
  }
  return out;
}

std::string to_html(const Document& document, const std::vector<std::string>& extra_by_node) {
  std::string out = "<!DOCTYPE html>\n";
  std::vector<NodeId> open;
  for (NodeId id = 1; id < document.size(); ++id) {
    for (; !open.empty() && document[open.back()].end <= id; open.pop_back()) close(out, document, open.back());
    const Node& node = document[id];
    if (node.tag == Tag::text) {
      const bool raw = node.parent != kNone && is_code(document[node.parent].tag);
      raw ? void(out += node.text) : escape(out, node.text, false);
      continue;
    }
    (out += '<') += node.text;
    write_attributes(out, document, id);
    if (id < extra_by_node.size() && !extra_by_node[id].empty()) (out += ' ') += extra_by_node[id];
    out += '>';
    open.push_back(id);
  }
  for (; !open.empty(); open.pop_back()) close(out, document, open.back());
  return out;
}

}  // namespace winnow::parse
