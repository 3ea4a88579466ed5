#include "import/xpath_oracle.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <map>

namespace winnow::importing {
namespace {

using Kind = Expr::Kind;
using parse::Document;
using parse::NodeId;

const xmlChar* chars(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

void ignore(void*, const char*, ...) {}
void ignore_structured(void*, const xmlError*) {}

// What the expression names: elements with attributes as it wants them, and texts.
struct Vocabulary {
  struct Element {
    std::string tag;
    std::map<std::string, std::vector<std::string>> attributes;  // by name: values that it wants
  };
  std::vector<Element> elements;
  std::vector<std::string> texts;
};

std::string trimmed(std::string text) {
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void read(const Expr& expr, Vocabulary& out, Vocabulary::Element* element);

std::string attribute_in(const Expr& expr) {
  for (const Step& step : expr.steps) {
    if (step.axis == Axis::attribute) return step.name;
  }
  for (const Expr& part : expr.parts) {
    if (std::string name = attribute_in(part); !name.empty()) return name;
  }
  return "";
}

std::string literal_in(const Expr& expr) {
  if (expr.kind == Kind::literal && !trimmed(expr.text).empty()) return expr.text;
  for (const Expr& part : expr.parts) {
    if (expr.text == "translate" && &part != &expr.parts[0]) break;
    if (std::string text = literal_in(part); !text.empty()) return text;
  }
  return "";
}

void read_step(const Step& step, Vocabulary& out) {
  Vocabulary::Element element{step.test == Step::Test::name ? step.name : "", {}};
  for (const Expr& predicate : step.predicates) read(predicate, out, &element);
  if (step.axis != Axis::attribute) out.elements.push_back(element);
}

void read(const Expr& expr, Vocabulary& out, Vocabulary::Element* element) {
  if (expr.kind == Kind::path) {
    const bool inner = element != nullptr && expr.steps.size() == 1;
    for (const Step& step : expr.steps) {
      if (step.axis != Axis::attribute) read_step(step, out);
      if (step.axis == Axis::attribute && inner) element->attributes.emplace(step.name, std::vector<std::string>{});
      if (step.axis == Axis::attribute && !inner && !out.elements.empty())
        out.elements.back().attributes.emplace(step.name, std::vector<std::string>{});
    }
  }
  const std::string attribute = attribute_in(expr), literal = literal_in(expr);
  const bool compares = expr.kind == Kind::equal || expr.kind == Kind::unequal || expr.kind == Kind::call;
  if (compares && element != nullptr && !attribute.empty() && !literal.empty()) {
    element->attributes[attribute].push_back(literal);
  }
  if (compares && attribute.empty() && !literal.empty()) out.texts.push_back(literal);
  for (const Expr& part : expr.parts) read(part, out, element);
  for (const Expr& predicate : expr.predicates) read(predicate, out, element);
}

class Page {
 public:
  Page(Vocabulary vocabulary, std::mt19937& random) : vocabulary_(std::move(vocabulary)), random_(random) {}

  std::string make() {
    html_ = "<!DOCTYPE html><html lang=en><head><title>" + text() + "</title>";
    for (const auto& element : vocabulary_.elements) {
      if (element.tag == "meta" || element.tag == "link" || element.tag == "script" || element.tag == "title")
        add(element, 0);
    }
    html_ += "</head><body" + attributes_of("body") + ">" + text();
    for (int n = below(4) + 3; n > 0; --n) grow(6);
    return html_ + "</body></html>";
  }

 private:
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  bool once_in(int count) { return below(count) == 0; }

  std::string miss(const std::string& value) {
    switch (below(12)) {
      case 0:
        return value + "x";
      case 1:
        return "x" + value;
      case 2:
        return "other  " + value;
      case 3:
        return " " + value + " other";
      case 4:
        return value.substr(0, value.size() / 2);
      case 5:
        return "";
      case 6:
        return "a " + value + "-b c";
      case 7:
        return value + " " + value;
      case 8: {
        std::string great = value;
        for (char& c : great) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        return great;
      }
      default:
        return value;
    }
  }

  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    return out;
  }

  std::string text() {
    if (vocabulary_.texts.empty() || once_in(2)) return once_in(2) ? "" : once_in(2) ? "word " : " \n ";
    const std::string& wanted = vocabulary_.texts[random_() % vocabulary_.texts.size()];
    return escaped(once_in(2) ? wanted : (once_in(2) ? "see " : "") + miss(wanted) + (once_in(2) ? " more" : ""));
  }

  static std::string all(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : " ") + value;
    return out;
  }

  std::string attributes(const Vocabulary::Element& element) {
    std::string out;
    for (const auto& [name, wanted] : element.attributes) {
      const std::string value = wanted.empty() ? "x" : once_in(2) ? all(wanted) : wanted[random_() % wanted.size()];
      if (!once_in(6)) out += " " + name + "=\"" + escaped(once_in(3) ? miss(trimmed(value)) : value) + "\"";
    }
    return out;
  }

  std::string attributes_of(const std::string& tag) {
    for (const auto& element : vocabulary_.elements) {
      if (element.tag == tag) return attributes(element);
    }
    return "";
  }

  Vocabulary::Element any() {
    static const std::vector<std::string> kTags = {"div", "p", "span", "section", "a", "h2"};
    if (vocabulary_.elements.empty() || once_in(4)) return {kTags[random_() % kTags.size()], {}};
    Vocabulary::Element out = vocabulary_.elements[random_() % vocabulary_.elements.size()];
    if (out.tag.empty() || out.tag == "html" || out.tag == "body" || out.tag == "head" || once_in(8))
      out.tag = kTags[random_() % kTags.size()];
    return out;
  }

  void add(const Vocabulary::Element& element, int depth) {
    if (++size_ > 220) return;
    html_ += "<" + element.tag + attributes(element) + ">" + text();
    if (depth > 0) {
      for (int n = below(depth > 4 ? 6 : 4); n > 0; --n) grow(depth - 1);
    }
    html_ += "</" + element.tag + ">" + (once_in(3) ? text() : "");
  }

  // An element at random, or one in another as the expression names them.
  void grow(int depth) {
    if (vocabulary_.elements.size() < 2 || !once_in(3)) return add(any(), depth);
    std::string close;
    for (const auto& element : vocabulary_.elements) {
      if (element.tag == "html" || element.tag == "body" || element.tag == "head") continue;
      const std::string tag = element.tag.empty() ? "div" : element.tag;
      html_ += "<" + tag + attributes(element) + ">" + text();
      if (once_in(4)) add(any(), 1);
      if (once_in(5)) {
        html_ += "</" + tag + ">";  // the next stands beside it
      } else {
        close = "</" + tag + ">" + close;
      }
    }
    if (depth > 0) add(any(), 0);
    html_ += close;
  }

  Vocabulary vocabulary_;
  std::mt19937& random_;
  std::string html_;
  int size_ = 0;
};

}  // namespace

XPathOracle::XPathOracle(const Document& document) {
  xmlDoc* tree = xmlNewDoc(BAD_CAST "1.0");
  std::vector<xmlNode*> made(document.size(), nullptr);
  for (NodeId id = 1; id < document.size(); ++id) {
    const auto& node = document[id];
    xmlNode* parent = made[node.parent];
    const std::string text(node.text);
    xmlNode* own = node.tag == parse::Tag::text ? xmlNewDocText(tree, chars(text))
                                                : xmlNewDocNode(tree, nullptr, chars(text), nullptr);
    own->_private = reinterpret_cast<void*>(static_cast<std::uintptr_t>(id));
    for (const auto& a : document.attributes(id)) {
      if (node.tag != parse::Tag::text && xmlHasProp(own, chars(std::string(a.name))) == nullptr)
        xmlNewProp(own, chars(std::string(a.name)), chars(std::string(a.value)));
    }
    if (parent == nullptr) {
      xmlAddChild(reinterpret_cast<xmlNode*>(tree), own);
    } else {
      xmlAddChild(parent, own);
    }
    made[id] = own;
  }
  tree_ = tree;
}

XPathOracle::~XPathOracle() { xmlFreeDoc(static_cast<xmlDoc*>(tree_)); }

std::optional<Evaluated> XPathOracle::evaluate(const std::string& xpath) const {
  xmlSetGenericErrorFunc(nullptr, ignore);
  xmlXPathContext* context = xmlXPathNewContext(static_cast<xmlDoc*>(tree_));
  context->error = reinterpret_cast<xmlStructuredErrorFunc>(ignore_structured);
  context->node = static_cast<xmlNode*>(tree_);
  xmlXPathObject* object = xmlXPathEval(chars(xpath), context);
  std::optional<Evaluated> out;
  if (object != nullptr && object->type == XPATH_STRING) {
    out = Evaluated{{}, std::string(reinterpret_cast<const char*>(object->stringval))};
  } else if (object != nullptr && object->type == XPATH_NODESET) {
    out = Evaluated{};
    for (int i = 0; object->nodesetval != nullptr && i < object->nodesetval->nodeNr; ++i) {
      const xmlNode* node = object->nodesetval->nodeTab[i];
      if (node->type == XML_ATTRIBUTE_NODE) node = node->parent;
      if (node->type == XML_DOCUMENT_NODE) continue;
    out->nodes.push_back(static_cast<NodeId>(reinterpret_cast<std::uintptr_t>(node->_private)));
    }
    std::sort(out->nodes.begin(), out->nodes.end());
  }
  xmlXPathFreeObject(object);
  xmlXPathFreeContext(context);
  return out;
}

std::string page_about(const Expr& expr, std::mt19937& random) {
  Vocabulary vocabulary;
  read(expr, vocabulary, nullptr);
  std::erase_if(vocabulary.elements, [](const auto& e) { return e.tag.empty() && e.attributes.empty(); });
  return Page(std::move(vocabulary), random).make();
}

}  // namespace winnow::importing
