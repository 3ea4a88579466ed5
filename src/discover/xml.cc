#include "discover/xml.h"

#include <libxml/parser.h>

#include <array>
#include <map>
#include <memory>
#include <utility>

#include "base/scan.h"
#include "discover/xml_mend.h"

namespace winnow::discover {
namespace {

constexpr std::size_t kMaxText = std::size_t{64} << 20;
constexpr std::size_t kMaxNodes = 1'000'000;

struct Namespace {
  std::string_view uri;  // lower case
  std::string_view prefix;
};

constexpr Namespace kNamespaces[] = {
    {"http://www.w3.org/2005/atom", "atom"},
    {"http://purl.org/atom/ns#", "atom"},
    {"http://example.com/newformat#", "atom"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://my.netscape.com/publish/formats/rss-0.91.dtd", ""},
    {"http://backend.userland.com/rss", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://www.sitemaps.org/schemas/sitemap/0.9", ""},
    {"https://www.sitemaps.org/schemas/sitemap/0.9", ""},
    {"http://www.google.com/schemas/sitemap/0.84", ""},
    {"http://www.google.com/schemas/sitemap/0.9", ""},
    {"http://www.google.com/schemas/sitemap-news/0.9", "news"},
    {"http://www.google.com/schemas/sitemap-image/1.1", "image"},
    {"http://www.google.com/schemas/sitemap-video/1.1", "video"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://purl.org/dc/elements/1.0/", "dc"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://search.yahoo.com/mrss/", "media"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://www.w3.org/xml/1998/namespace", "xml"},
};

std::string_view as_view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string qualified(std::string_view local, std::string_view prefix, std::string_view uri) {
  const std::string key = ascii::lower(uri);
  for (const Namespace& known : kNamespaces) {
    if (known.uri == key) prefix = known.prefix;
  }
  std::string name = ascii::lower(prefix);
  if (!name.empty()) name += ':';
  return name + ascii::lower(local);
}

}  // namespace

// Takes libxml2's SAX events.
class XmlBuilder {
 public:
  XmlBuilder() { tree_.names_.emplace_back(); }

  void start(std::string name) {
    const XmlId id =
        add({index_of(std::move(name)), parent(), 0, static_cast<std::uint32_t>(tree_.attributes_.size()), 0});
    open_.push_back(id);
  }

  void attribute(std::string name, std::string value) {
    tree_.attributes_.push_back({index_of(std::move(name)), std::move(value)});
    ++tree_.nodes_.back().size;
  }

  void finish() {
    if (open_.empty()) return;
    tree_.nodes_[open_.back()].end = tree_.size();
    open_.pop_back();
  }

  void characters(std::string_view text) {
    if (open_.empty() || text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(tree_.characters_.size());
    tree_.characters_ += text;
    const auto size = static_cast<std::uint32_t>(text.size());
    // libxml2 hands a text over in pieces.
    if (tree_.nodes_.back().name == 0 && tree_.nodes_.back().parent == parent()) {
      tree_.nodes_.back().size += size;
    } else {
      add({0, parent(), 0, begin, size});
    }
  }

  [[nodiscard]] bool full() const { return tree_.size() >= kMaxNodes; }

  XmlTree take() {
    while (!open_.empty()) finish();
    return std::move(tree_);
  }

 private:
  [[nodiscard]] XmlId parent() const { return open_.empty() ? kNoXml : open_.back(); }

  XmlId add(XmlTree::Node node) {
    const XmlId id = tree_.size();
    node.end = id + 1;
    tree_.nodes_.push_back(node);
    return id;
  }

  std::uint32_t index_of(std::string name) {
    const auto [known, is_new] = indices_.emplace(std::move(name), static_cast<std::uint32_t>(tree_.names_.size()));
    if (is_new) tree_.names_.push_back(known->first);
    return known->second;
  }

  XmlTree tree_;
  std::vector<XmlId> open_;
  std::map<std::string, std::uint32_t> indices_;
};

namespace {

// Where libxml2 substitutes no entities it hands an attribute's ampersands over in this form.
std::string with_ampersands(std::string value) {
  constexpr std::string_view kForm = "&#38;";
  for (std::size_t at = value.find(kForm); at != std::string::npos; at = value.find(kForm, at + 1)) {
    value.replace(at, kForm.size(), "&");
  }
  return value;
}

struct Session {
  XmlBuilder builder;
  xmlParserCtxtPtr context = nullptr;
};

void on_start(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int, const xmlChar**,
              int count, int, const xmlChar** attributes) {
  Session& session = *static_cast<Session*>(user);
  if (session.builder.full()) return xmlStopParser(session.context);
  session.builder.start(qualified(as_view(local), as_view(prefix), as_view(uri)));
  for (int i = 0; i < count; ++i) {
    const xmlChar** a = attributes + 5 * i;  // local name, prefix, URI, begin and end of the value
    const char* begin = reinterpret_cast<const char*>(a[3]);
    const char* end = reinterpret_cast<const char*>(a[4]);
    session.builder.attribute(qualified(as_view(a[0]), as_view(a[1]), as_view(a[2])), with_ampersands({begin, end}));
  }
}

void on_end(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  static_cast<Session*>(user)->builder.finish();
}

void on_characters(void* user, const xmlChar* text, int size) {
  Session& session = *static_cast<Session*>(user);
  if (session.builder.full()) return xmlStopParser(session.context);
  session.builder.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

xmlSAXHandler handlers() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  sax.cdataBlock = on_characters;
  return sax;
}

struct FreeContext {
  void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

}  // namespace

std::string_view XmlTree::attribute(XmlId id, std::string_view name) const {
  const Node& node = nodes_[id];
  if (node.name == 0) return {};
  for (std::uint32_t i = node.begin; i < node.begin + node.size; ++i) {
    if (names_[attributes_[i].name] == name) return attributes_[i].value;
  }
  return {};
}

std::string XmlTree::text(XmlId id) const {
  std::string out;
  for (XmlId i = id; i < nodes_[id].end; ++i) {
    if (nodes_[i].name == 0) out.append(characters_, nodes_[i].begin, nodes_[i].size);
  }
  return out;
}

std::vector<XmlId> XmlTree::children(XmlId id) const {
  std::vector<XmlId> out;
  for (XmlId i = id + 1; nodes_[id].name != 0 && i < nodes_[id].end; i = nodes_[i].end) {
    if (nodes_[i].name != 0) out.push_back(i);
  }
  return out;
}

XmlTree read_xml(std::string_view text) {
  const std::string mended = mend_xml(text.substr(0, kMaxText));
  // Mending may escape much; what libxml2 takes is an int.
  if (mended.empty() || mended.size() > 4 * kMaxText) return {};
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (!context) return {};
  Session session;
  session.context = context.get();
  *context->sax = handlers();
  context->userData = &session;
  constexpr int kOptions =
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  xmlCtxtReadMemory(context.get(), mended.data(), static_cast<int>(mended.size()), nullptr, "UTF-8", kOptions);
  return session.builder.take();
}

}  // namespace winnow::discover
