#include "discover/xml.h"

#include <gtest/gtest.h>

#include "discover/xml_mend.h"

namespace winnow::discover {
namespace {

TEST(XmlMend, MakesItWellFormed) {
  struct Row {
    std::string_view text, mended;
  };
  for (const Row& row : {
           Row{"<?xml version='1.0'?>\n<a>x</a>\n", "<a>x</a>"},
           Row{"junk <a>x</a> junk", "<a>x</a>"},
           Row{"<a><b>x</a>", "<a><b>x</b></a>"},
           Row{"<a></b>x</a>", "<a>x</a>"},
           Row{"<a>x</A>y", "<a>x</a>"},
           Row{"<a><b>x", "<a><b>x</b></a>"},
           Row{"<a k=v k='w' l>x</a>", "<a k=\"v\" l=\"\">x</a>"},
           Row{"<a k='\"<'>x</a>", "<a k=\"&quot;&lt;\">x</a>"},
           Row{"<a/><b/>", "<a/>"},
           Row{"<a>1 < 2 & 3 &amp; &lt;</a>", "<a>1 &lt; 2 &amp; 3 &amp; &lt;</a>"},
           Row{"<a>&eacute;&#233;&#xE9;&nosuch;&#0;</a>", "<a>ééé&amp;nosuch;\xEF\xBF\xBD</a>"},
           Row{"<a>&notit;&fjlig;</a>", "<a>&amp;notit;fj</a>"},
           Row{"<a><!-- -- > <b> --><![CDATA[<&]]></a>", "<a>&lt;&amp;</a>"},
           Row{"<a><![CDATA[x", "<a>x</a>"},
           Row{"<!DOCTYPE a [<!ENTITY x \"boom\">]><a>&x;</a>", "<a>&amp;x;</a>"},
           Row{"<item>1<item>2</item>", "<item>1</item>"},
           Row{"<r><item>1<p><item>2</r>", "<r><item>1<p></p></item><item>2</item></r>"},
           Row{"<a <b>x</b></a>", "<a><b>x</b></a>"},
           Row{"<a\x01>x\x02</a>", "<a>x</a>"},
           Row{"", ""},
           Row{"<", ""},
       }) {
    EXPECT_EQ(mend_xml(row.text), row.mended) << row.text;
  }
}

TEST(Xml, NamesHaveTheUsualPrefixes) {
  const XmlTree tree = read_xml(
      "<q:RSS xmlns:q='http://backend.userland.com/rss2' xmlns:DC1='http://purl.org/dc/elements/1.1/' "
      "xmlns:u='http://x.example/'>"
      "<DC1:Date rdf:About='1' xml:base='/b'>d</DC1:Date><u:x/><dcterms:y/></q:RSS>");
  ASSERT_EQ(tree.size(), 5u);
  EXPECT_EQ(tree.name(0), "rss");
  EXPECT_EQ(tree.name(1), "dc:date");
  EXPECT_EQ(tree.attribute(1, "rdf:about"), "1");
  EXPECT_EQ(tree.attribute(1, "xml:base"), "/b");
  EXPECT_EQ(tree.attribute(1, "none"), "");
  EXPECT_EQ(tree.name(2), "");
  EXPECT_EQ(tree.text(0), "d");
  EXPECT_EQ(tree.name(3), "u:x");
  EXPECT_EQ(tree.name(4), "dcterms:y");
  EXPECT_EQ(tree.children(0), (std::vector<XmlId>{1, 3, 4}));
  EXPECT_EQ(tree.parent(2), 1u);
}

TEST(Xml, ReferencesInAttributesAndTexts) {
  const XmlTree tree = read_xml("<a k='x&amp;y&lt;&#38;z&amp;#38;' l='\"'>m&amp;n&lt;o</a>");
  EXPECT_EQ(tree.attribute(0, "k"), "x&y<&z&#38;");
  EXPECT_EQ(tree.attribute(0, "l"), "\"");
  EXPECT_EQ(tree.text(0), "m&n<o");
}

TEST(Xml, CharactersThatXmlForbidsDoNotStopIt) {
  EXPECT_EQ(read_xml("<a>x\xEF\xBF\xBFy</a>").text(0).back(), 'y');
  EXPECT_EQ(read_xml("<a>x\xFFy</a>").text(0).back(), 'y');
}

TEST(Xml, BombsAreHarmless) {
  std::string laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>";
  for (int i = 1; i < 12; ++i) {
    laughs += "<!ENTITY l" + std::to_string(i) + " '";
    for (int k = 0; k < 10; ++k) laughs += "&l" + std::to_string(i - 1) + ";";
    laughs += "'>";
  }
  EXPECT_LT(read_xml(laughs + "]><a>&l11;</a>").text(0).size(), 10u);
  EXPECT_EQ(read_xml("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>x</a>").text(0), "x");
  std::string deep, many = "<a>", wide = "<a ";
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  for (int i = 0; i < 1'100'000; ++i) many += "<b/>";
  for (int i = 0; i < 20'000; ++i) wide += "k" + std::to_string(i) + "=1 ";
  EXPECT_LE(read_xml(deep).size(), 200u);
  EXPECT_LE(read_xml(many).size(), 1'000'000u);
  EXPECT_EQ(read_xml(wide + ">x</a>").text(0), "x");
}

TEST(Xml, AnyBytesAreRead) {
  const std::string_view alphabet = "<>/!?[]-=\"'& ;#xaCDAT:\n\x01\xC3\xA9\xFF";
  std::uint32_t state = 99;
  for (int round = 0; round < 5000; ++round) {
    std::string text = "<a>";
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525u + 1013904223u;
      text += alphabet[(state >> 16) % alphabet.size()];
    }
    const XmlTree tree = read_xml(text);
    EXPECT_GE(tree.size(), 1u) << text;
  }
}

}  // namespace
}  // namespace winnow::discover
