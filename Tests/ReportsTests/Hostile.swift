/// Two hundred texts and more by which somebody could try to make a page do what they want.
enum Hostile {
  static let texts = markup + attributes + addresses + vectors + controls + templates + markdown + quoted

  private static let markup = [
    "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script src=//evil.example></script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)>", "<body onload=alert(1)>", "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<base href=//evil.example>",
    "<form action=//evil.example>",
    "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>",
    "<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>", "<math><mi xlink:href=javascript:alert(1)>x",
    "<a href=javascript:alert(1)>x</a>", "<style>*{display:none}</style>", "<style>@import '//evil.example'</style>",
    "</style><script>alert(1)</script>", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
    "</td></tr></table>", "</p></li></ul>", "</main></body></html>", "</summary></details>", "<!--", "-->",
    "<!-- x -->", "--!>",
    "<![CDATA[x]]>", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE html>", "<", ">", "<>", "</", "</>", "<a", "< b>",
    "<b/>", "<\u{301}script>",
    "<plaintext>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script>",
    "<xss id=x tabindex=1 onfocus=alert(1)></xss>", "<button onclick=alert(1)>x</button>", "<select onchange=alert(1)>",
  ]

  private static let attributes = [
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" style=\"position:fixed", "\" autofocus onfocus=alert(1) x=\"", "` onmouseover=alert(1)", "x\ny=\"z",
    "\"/><img src=x>",
    "\" id=\"decided", "\" class=\"skip", "\\\" onerror=alert(1)", "&quot; onmouseover=&quot;alert(1)",
    "&#34;onclick=alert(1)",
    "\u{FF02} onclick=alert(1)", "x\" y", "a=b", "a='b'", "=", "\"", "'", "`", "\"\"\"", "'''",
  ]

  private static let addresses = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example", "https://evil.example",
    "http://evil.example/?q=<b>", "www.evil.example", "mailto:a@evil.example", "file:///etc/passwd", "#decided",
    "#\" onclick=\"x",
    "ftp://evil.example", "blob:x", "about:blank", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
  ]

  private static let vectors = [
    "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1)>", "<svg><use href=data:x>", "</text><script>alert(1)</script>",
    "</title></svg><img src=x>",
    "</desc></svg>", "<foreignObject><body onload=alert(1)>", "<set attributeName=href to=javascript:alert(1)>",
    "expression(alert(1))", "url(javascript:alert(1))", "} body { display: none", "*/ body{} /*",
    "@import url(//evil.example);",
    "content: attr(x)", "\\3c script\\3e", "</style>", "-moz-binding:url(//evil.example)", "behavior:url(x)",
    "color:red;}</style>",
  ]

  private static let controls = [
    "null \u{00} byte", "escape \u{1B}[31mred", "bell \u{07}", "back \u{08}space", "form \u{0C}feed",
    "vertical \u{0B}tab",
    "delete \u{7F}", "next \u{85}line", "right \u{202E}to left", "embed \u{202A}x\u{202C}", "isolate \u{2066}x\u{2069}",
    "mark \u{200E}x\u{200F}", "zero\u{200B}width", "join\u{200D}er", "line\u{2028}separator",
    "paragraph\u{2029}separator",
    "\u{FEFF}begins with a mark", "soft\u{AD}hyphen", "tag \u{E0041}", "private \u{E000}", "no character \u{FFFE}",
    "\u{FFFD}",
    "one\r\n\r\ntwo", "line\nbreak", "tab\tulator", "a\u{0300}\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}",
    "\u{1F469}\u{200D}\u{1F4BB}",
    "\u{0}<script>", "<scr\u{0}ipt>alert(1)</script>", "<\u{200B}script>alert(1)</script>",
  ]

  private static let templates = [
    "{{title}}", "{{{title}}}", "{{&title}}", "{{#decisions}}x{{/decisions}}", "{{> report.html}}", "{{=<% %>=}}",
    "{{! x }}",
    "{{", "}}", "{{% CONTENT_TYPE: TEXT}}", "{{/decisions}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% raw %}", "[[x]]",
    "{0}", "{1}{2}",
    "%s%n%x", "\\(x)", "$(id)", "`id`", "{{constructor.constructor('alert(1)')()}}", "{{.}}", "{{..}}",
  ]

  private static let markdown = [
    "# Heading", "- item", "+ item", "* item", "1. item", "1) item", "> quote", "```\ncode", "~~~", "    code", "---",
    "===", "***",
    "**bold** _it_ ~~no~~ `code`", "![x](http://evil.example/x.png)", "[click](javascript:alert(1))",
    "<http://evil.example>",
    "[^1]: note", "[ref]: http://evil.example", "a | b", "| a | b |\n| --- | --- |", "&lt;b&gt; &amp; &#60;",
    "&#x3C;script&#x3E;",
    "\\", "\\*", "\\<b>", "$x^2$", ":smile:", "<b>x</b>", "[x]", "[ ] task", "![][x]", "a  \nb", "http://evil.example)",
    "\\[x\\](y)",
  ]

  private static let quoted = [
    "=HYPERLINK(\"http://evil.example\",\"click\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "'=1",
    "\"; DROP TABLE x; --", "../../etc/passwd",
    "%3Cscript%3E", "\\u003cscript\\u003e", "\\x3cscript\\x3e", "+ADw-script+AD4-", "\u{FF1C}script\u{FF1E}alert(1)",
    "\u{2039}script\u{203A}", "",
    " ", "\n", "0", "null", "undefined", "NaN", "true", "nil", "Optional(nil)", "-0", "1e999",
  ]
}
