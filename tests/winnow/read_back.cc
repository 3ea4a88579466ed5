#include "read_back.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>

#include "base/unicode.h"

namespace winnow {
namespace {

std::string_view kind(cmark_node* node) { return cmark_node_get_type_string(node); }
std::string text_of(const char* text) { return text == nullptr ? "" : text; }

// The words inside a node: "{words}(address)" for links, "!words!(address)" for images, "*words*" for emphasis.
// Anything else that has words of its own is a mistake, and shows.
std::string inlines(cmark_node* parent) {
  std::string out;
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
    const std::string_view type = kind(node);
    if (type == "text") {
      out += text_of(cmark_node_get_literal(node));
    } else if (type == "softbreak") {
      out += ' ';
    } else if (type == "link") {
      const std::string words = inlines(node), url = text_of(cmark_node_get_url(node));
      // What looks like an address of mail is one to GitHub; nothing keeps it from that, and the text is the same.
      out += url.starts_with("mailto:") && url.ends_with(words) ? words : "{" + words + "}(" + url + ")";
    } else if (type == "image") {
      out += "!" + unicode::collapse(inlines(node)) + "!(" + text_of(cmark_node_get_url(node)) + ")";
    } else if (type == "emph") {
      out += "*" + inlines(node) + "*";
    } else {
      (out += "<") += std::string(type) + ">" + text_of(cmark_node_get_literal(node)) + inlines(node);
    }
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::vector<std::string>& out) : out_(out) {}

  void blocks(cmark_node* parent, const std::string& before) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
      block(node, before);
  }

 private:
  void block(cmark_node* node, const std::string& before) {
    const std::string_view type = kind(node);
    if (type == "paragraph") {
      out_.push_back(before + "p: " + unicode::collapse(inlines(node)));
    } else if (type == "heading") {
      out_.push_back(before + "heading " + std::to_string(cmark_node_get_heading_level(node)) + ": " +
                     unicode::collapse(inlines(node)));
    } else if (type == "list") {
      if (depth_ == 0) out_.push_back(before + "list");
      list(node);
    } else if (type == "block_quote") {
      out_.push_back(before + "quote");
      blocks(node, before + "quote ");
    } else if (type == "code_block") {
      std::string code = text_of(cmark_node_get_literal(node));
      if (code.ends_with('\n')) code.pop_back();
      out_.push_back(before + "code " + text_of(cmark_node_get_fence_info(node)) + ": " + code);
    } else if (type == "table") {
      table(node);
    } else {
      out_.push_back(before + std::string(type));
    }
  }

  void list(cmark_node* node) {
    const bool bullet = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
    int number = cmark_node_get_list_start(node);
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
      const std::string mark = bullet ? "-" : std::to_string(number++);
      std::string words;
      cmark_node* child = cmark_node_first_child(item);
      if (child != nullptr && kind(child) == "paragraph") {
        words = unicode::collapse(inlines(child));
        child = cmark_node_next(child);
      }
      out_.push_back("item " + std::to_string(depth_) + " " + mark + ": " + words);
      ++depth_;
      for (; child != nullptr; child = cmark_node_next(child)) block(child, "in item ");
      --depth_;
    }
  }

  void table(cmark_node* node) {
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
      std::string line = kind(row) == "table_header" ? "head: " : "row: ";
      for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
        line += (cell == cmark_node_first_child(row) ? "" : " | ") + unicode::collapse(inlines(cell));
      out_.push_back(std::move(line));
    }
  }

  std::vector<std::string>& out_;
  int depth_ = 0;
};

}  // namespace

std::vector<std::string> read_back(std::string_view markdown) {
  if (markdown.starts_with("---\n")) {
    const std::size_t end = markdown.find("\n---\n", 3);
    markdown.remove_prefix(end == std::string_view::npos ? 0 : end + 5);
  }
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(cmark_parser_new(CMARK_OPT_DEFAULT),
                                                                      cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(cmark_parser_finish(parser.get()), cmark_node_free);
  std::vector<std::string> out;
  Reader(out).blocks(root.get(), "");
  return out;
}

}  // namespace winnow
