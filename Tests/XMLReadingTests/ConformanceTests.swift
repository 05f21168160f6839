import Diagnostics
import Testing
import XMLReading

/// Documents for and against XML 1.0 (fifth edition) and its namespaces, by the production that decides.
@Suite struct `XML is XML` {
  @Test(arguments: [
    "<a/>", "<a></a >", "<a\n/>", "<_/>", "<ä-1.b·/>", "<a>]]</a>", "<a>]>]]&gt;</a>", "<a b='\"' c=\"'\"/>",
    "<a b='>'/>", "<a b=''\n c=''/>", "<a>&#9;&#xa;&#x10FFFF;&#xD;</a>", "<a>&lt;&gt;&amp;&quot;&apos;</a>",
    "<?xml version='1.0'?><a/>", "<?xml version=\"1.0\" encoding='UTF-8' standalone='yes' ?><a/>",
    "<?xml version='1.0' standalone='no'?>\n<a/>\n", "<!----><a/><!-- - -->", "<?p?><a/><?p x?>", "<?xml-p?><a/>",
    "<a><?p ?x??></a>", "<a><![CDATA[]]></a>", "<a><![CDATA[]]]]></a>", "<a><![CDATA[<&]] >]]></a>",
    "<a>\u{85}\u{2028}</a>",
    "<a>\u{10FFFD}</a>", "<a xmlns=''/>", "<a xmlns='u' xmlns:b='u' c='' b:c=''/>", "<xml:a/>",
    "<a xml:space='preserve'/>",
    "<b:a xmlns:b='u'><b:a xmlns:b='v'/></b:a>", "<a xmlns='no {address}'/>", "<a\u{9}b\u{A}=\u{D}'c'/>",
    "<a>\r\r\n</a>", "<𐀀/>",
  ])
  func `and is accepted`(text: String) {
    #expect(XMLDocument.parse(SourceText(name: "a.xml", text: text)).diagnostics == [])
  }

  @Test(arguments: [
    "a", "<a", "<a>", "</a>", "<a/", "<a/ >", "< a/>", "<a></b>", "<a></a", "<a><a/>", "<a/><a/>", "<a/>&#32;", "<1/>",
    "<-a/>",
    "<.a/>", "<a!/>", "<a b/>", "<a b=/>", "<a b=c/>", "<a b='c/>", "<a b='c\"/>", "<a b='<'/>", "<a b='&'/>",
    "<a b='&b'/>",
    "<a b='' b=''/>", "<a b=''c=''/>", "<a 'b'/>", "<a>&</a>", "<a>&;</a>", "<a>& b;</a>", "<a>&b;</a>", "<a>&#;</a>",
    "<a>&#x;</a>", "<a>&#X41;</a>", "<a>&#-1;</a>", "<a>&#x110000;</a>", "<a>&#xD800;</a>", "<a>&#8;</a>", "<a>]]></a>",
    "<a>\u{1}</a>", "<a>\u{FFFF}</a>", "<a\u{1}/>", "<a b='\u{1F}'/>", "<!-- \u{B} --><a/>", "<!-- -- --><a/>",
    "<!-- ---><a/>",
    "<!--><a/>", "<!-- <a/>", "<a><![CDATA[</a>", "<a><![cdata[]]></a>", "<![CDATA[]]><a/>", "<?xml?><a/>",
    "<?xml version=1.0?><a/>",
    "<?xml version='1.0' ?", "<?xml version='1.0' standalone='maybe'?><a/>", "<?XML version='1.0'?><a/>",
    "<a><?xml version='1.0'?></a>",
    "<?xml version='1.0' encoding='UTF-8' version='1.0'?><a/>", "<?xml encoding='UTF-8' version='1.0'?><a/>",
    "<? p?><a/>", "<?1?><a/>",
    "<a><?p</a>", "<:a/>", "<a:b/>", "<a b:c=''/>", "<a xmlns:b=''/>", "<a xmlns:xmlns='u'/>", "<a xmlns:xml='u'/>",
    "<a xmlns:b='u' xmlns:c='u' b:d='' c:d=''/>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "<a:b:c xmlns:a='u'/>",
    "<!DOCTYPE a><a/>", "<a/><!DOCTYPE a>", "<!ELEMENT a ANY><a/>", "",
  ])
  func `and what is not is refused`(text: String) {
    let document = XMLDocument.parse(SourceText(name: "a.xml", text: text))
    #expect(document.diagnostics.count == 1)
    #expect(document.tree == nil)
  }
}
