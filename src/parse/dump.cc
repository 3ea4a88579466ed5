#include <string>
#include <string_view>
#include <unordered_map>
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

void write_attributes(std::string& out, const Document& document, NodeId id, const HtmlEdits& edits = {}) {
  for (const Attribute& a : document.attributes(id)) {
    if (edits.keeps && !edits.keeps(id, a)) continue;
    ((out += ' ') += a.name) += "=\"";
    escape(out, a.value, true);
    out += '"';
  }
}

void add(std::string& out, const std::unordered_map<NodeId, std::string>& edits, NodeId id) {
  if (const auto found = edits.find(id); found != edits.end()) out += found->second;
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

std::string to_html(const Document& document, const HtmlEdits& edits) {
  using Write = HtmlEdits::Write;
  struct Open {
    NodeId id;
    bool tag;
  };
  std::string out = "<!DOCTYPE html>\n";
  std::vector<Open> open;
  const auto end = [&] {
    if (open.back().tag) close(out, document, open.back().id);
    add(out, edits.behind, open.back().id);
    open.pop_back();
  };
  for (NodeId id = 1; id < document.size(); ++id) {
    while (!open.empty() && document[open.back().id].end <= id) end();
    const Node& node = document[id];
    const Write write = edits.write ? edits.write(id) : Write::all;
    if (write == Write::nothing) {
      id = node.end - 1;
      continue;
    }
    add(out, edits.before, id);
    if (node.tag == Tag::text) {
      const bool raw = node.parent != kNone && is_code(document[node.parent].tag);
      raw ? void(out += node.text) : escape(out, node.text, false);
      add(out, edits.behind, id);
      continue;
    }
    if (write == Write::all) {
      (out += '<') += node.text;
      write_attributes(out, document, id, edits);
      if (const auto own = edits.attributes.find(id); own != edits.attributes.end()) (out += ' ') += own->second;
      out += '>';
    }
    add(out, edits.inside, id);
    open.push_back({id, write == Write::all});
  }
  while (!open.empty()) end();
  return out;
}

}  // namespace winnow::parse
