import Diagnostics

extension ReadingExplanations {
  /// Findings about texts that are not XML; their examples bring them about.
  static let markup: [Explanation] = [
    Explanation(
      .malformed, title: "not XML", what: "The text breaks one of XML's rules that has no code of its own.",
      why: "Where the text is not XML, nobody can say what its author meant.",
      example: Example("<a>]]></a>", mended: "<a>]]&gt;</a>"),
      remedy: "Look at the place and just before it: tags, quotes, `&`."),
    Explanation(
      .tagMismatch, title: "an end tag that does not fit",
      what: "An element is closed under another name than its own.",
      why: "Elements stand inside each other like boxes; capitals count.",
      example: Example("<step><title>Alone</step></title>", mended: "<step><title>Alone</title></step>"),
      remedy: "Close the inner element first. If it is a misspelling, write the name as in the start tag."),
    Explanation(
      .unclosed, title: "something that is never closed",
      what: "An element, a tag, a value, a comment or a section begins and does not end.",
      why: "What follows would belong to it.",
      example: Example("<step><title>Alone</title>", mended: "<step><title>Alone</title></step>"),
      remedy: "Write the end where it belongs: `</name>`, `>`, a quote, `-->`, `]]>` or `?>`."),
    Explanation(
      .bareAmpersand, title: "a bare `&`", what: "A `&` is not followed by a name and a semicolon.",
      why: "In XML it begins a reference, such as `&lt;`.",
      example: Example("<say>Questions & answers</say>", mended: "<say>Questions &amp; answers</say>"),
      remedy: "Write `&amp;`. If a reference was meant, add its semicolon."),
    Explanation(
      .bareLessThan, title: "a bare `<`", what: "A `<` begins no tag, or stands inside the value of an attribute.",
      why: "In XML it begins a tag.",
      example: Example("<say>fewer than < 5</say>", mended: "<say>fewer than &lt; 5</say>"),
      remedy: "Write `&lt;`. Inside a tag, look for a missing quote before it."),
    Explanation(
      .unquotedValue, title: "a value without quotes",
      what: "An attribute has no value, or its value does not stand in straight quotes.",
      why: "Without quotes, nobody can tell where a value ends.",
      example: Example("<step time=5m/>", mended: "<step time=\"5m\"/>"),
      remedy: "Write `name=\"value\"`. Word processors turn quotes into curly ones: turn them back."),
    Explanation(
      .duplicateAttribute, title: "an attribute that stands twice", what: "One tag has the same attribute twice.",
      why: "It would have two values.",
      example: Example("<step time=\"5m\" time=\"6m\"/>", mended: "<step time=\"5m\"/>"),
      remedy: "Remove one of the two."),
    Explanation(
      .unknownEntity, title: "a reference that XML does not know",
      what: "A name between `&` and `;` is none of `amp`, `lt`, `gt`, `quot` and `apos`.",
      why: "Names such as `&nbsp;` belong to web pages.",
      example: Example("<say>5&nbsp;minutes</say>", mended: "<say>5&#160;minutes</say>"),
      remedy: "Write the character itself, or its number: `&#160;`."),
    Explanation(
      .unknownPrefix, title: "a prefix that is not declared",
      what: "A name has a prefix, such as `x:` in `x:step`, that no `xmlns:x` declares.",
      why: "The prefix is a short form of an address; without it the name means nothing.",
      example: Example("<x:step/>", mended: "<step/>"),
      remedy: "Remove the prefix, or declare it on this element or one around it."),
    Explanation(
      .outsideRoot, title: "something outside the outermost element",
      what: "Text, an element or an end tag stands before or after the outermost element.",
      why: "A file holds one element, and all else stands inside it.",
      example: Example("<method/><method/>", mended: "<method/>"),
      remedy: "Move it inside, remove it, or make it a comment. Often an end tag stands too early."),
    Explanation(
      .noRoot, title: "no element", what: "The file holds comments at most, and no element.",
      why: "A method is one element.",
      example: Example("<!-- to be written -->", mended: "<!-- to be written --><method/>"),
      remedy: "Write `<method ...>` and what belongs into it."),
    Explanation(
      .badCharacterReference, title: "a number that is no character",
      what: "What follows `&#` is not a number and a semicolon, or the number of no character.",
      why: "XML forbids most control characters, even by their numbers.",
      example: Example("<say>&#0;</say>", mended: "<say>&#8211;</say>"),
      remedy: "Write the character itself; or decimal digits, or `x` and hexadecimal ones, and a semicolon."),
    Explanation(
      .badName, title: "a name that cannot be one", what: "Where a name must stand, something else does.",
      why: "Names begin with a letter or `_`.", example: Example("<step \"5m\"/>", mended: "<step time=\"5m\"/>"),
      remedy: "Remove what stands there. A quote too many just before it is the usual cause."),
    Explanation(
      .badComment, title: "two hyphens in a comment", what: "`--` stands inside a comment.",
      why: "In XML, two hyphens may only end a comment.",
      example: Example("<a><!-- first -- second --></a>", mended: "<a><!-- first – second --></a>"),
      remedy: "Write one hyphen, or a dash."),
    Explanation(
      .badDeclaration, title: "an XML declaration that is wrong",
      what: "`<?xml ...?>` does not stand at the very beginning, or does not begin with a version.",
      why: "A reader looks for it before anything else.",
      example: Example("\n<?xml version=\"1.0\"?><method/>", mended: "<?xml version=\"1.0\"?><method/>"),
      remedy: "Remove empty lines and spaces before it, or the declaration itself: it may be left out."),
    Explanation(
      .controlCharacter, title: "a character that XML forbids",
      what: "The text has a control character or another that XML does not allow anywhere.",
      why: "They are invisible, mean something else to each program, and often come in by pasting.",
      example: Example("<say>a\u{8}b</say>", mended: "<say>ab</say>"),
      remedy: "Delete it; the excerpt shows where it stands."),
  ]
}
