package import Diagnostics

/// The long forms of the findings in report templates; each example is a whole `report.html`.
package enum ReportExplanations {
  package static let all: [Explanation] = tags + names + places

  private static let tags: [Explanation] = [
    Explanation(
      .unfinishedTag, title: "a tag without its end", what: "Two braces begin a tag, and nothing ends it.",
      why: "Everything behind it would be taken for its name.",
      example: Example("<h1>{{title}</h1>\n", mended: "<h1>{{title}}</h1>\n"),
      remedy: "End the tag with two braces, or take the two that begin it away."),
    Explanation(
      .malformedTag, title: "a tag of a kind that is not known here",
      what: "The tag names nothing, its name has signs that no name has, or it is of a kind that reports do not know.",
      why:
        "Templates may only do what can be checked before a session’s report is written. A value that is not escaped could bring what somebody wrote to life.",
      example: Example("<p>{{{purpose}}}</p>\n", mended: "<p>{{purpose}}</p>\n"),
      remedy: "Use {{name}}, {{#name}}, {{^name}}, {{/name}}, {{> file}} and {{! remark }}."),
    Explanation(
      .unclosedSection, title: "sections that do not lie inside each other",
      what:
        "A section is not ended, is ended without having been begun, or is ended before one that was begun inside it.",
      why: "What belongs to the section could only be guessed.",
      example: Example(
        "{{#decisions}}<p>{{result}}</p>\n", mended: "{{#decisions}}<p>{{result}}</p>{{/decisions}}\n"),
      remedy: "End each section by {{/name}} with the same name, the last one begun first."),
  ]

  private static let names: [Explanation] = [
    Explanation(
      .unknownTemplateName, title: "a name that reports do not have",
      what: "Neither the innermost section nor those around it have something of that name.",
      why: "It would print nothing, in every report, and nobody would notice.",
      example: Example(
        "{{#decisions}}<p>{{reslut}}</p>{{/decisions}}\n", mended: "{{#decisions}}<p>{{result}}</p>{{/decisions}}\n"),
      remedy: "Take a name from Templates/README.md, which lists what may be named in which section."),
    Explanation(
      .unprintableName, title: "something printed that is no text",
      what:
        "A list, a part or a flag is printed like a text, {{.}} stands where no single text is open, or first() and its like stand outside of a list.",
      why: "It would print its inner workings, or nothing.",
      example: Example("<p>{{actions}}</p>\n", mended: "<ul>{{#actions}}<li>{{text}}</li>{{/actions}}</ul>\n"),
      remedy: "Open it as a section and print what is inside."),
    Explanation(
      .unknownPartial, title: "a template that is not there",
      what: "A tag puts in a template, and neither your folder nor the shipped ones have a file of that name.",
      why: "Nothing would stand in its place.",
      example: Example("<style>{{> stile.css}}</style>\n", mended: "<style>{{> style.css}}</style>\n"),
      remedy: "Write the file’s name with its ending, or put the file into the folder."),
    Explanation(
      .partialCycle, title: "a template that puts itself in",
      what: "A template puts in another that, directly or by others, puts in the first.",
      why: "It would never come to an end.",
      example: Example("<p>{{title}}</p>{{> report.html}}\n", mended: "<p>{{title}}</p>\n"),
      remedy: "Take one of the tags in the circle away; lists are repeated by sections."),
  ]

  private static let places: [Explanation] = [
    Explanation(
      .liveValue, title: "a value where it could do something",
      what:
        "A value stands in a script, a style, the address of a link, an attribute that runs or follows what is in it, or one without quotes.",
      why:
        "Values hold what people wrote. Between tags and in quotes it stays text; in these places a browser could run it or send somebody away by it.",
      example: Example(
        "<p><a href=\"{{site}}\">{{site}}</a></p>\n", mended: "<p>{{site}}</p>\n"),
      remedy: "Put the value between tags or in a quoted attribute such as title. Behind #, an address may hold one."),
    Explanation(
      .unreadableTemplate, title: "a template that cannot be read",
      what: "The file is not UTF-8 text, or the template library refuses it.",
      why: "A report must be text that every browser reads.", example: "a file saved as UTF-16",
      remedy: "Save the file as UTF-8."),
    Explanation(
      .unusedTemplate, title: "a template that nothing uses",
      what: "The folder holds a file that no report is made of and that no template puts in.",
      why: "Its name is most likely mistyped, and the shipped template would be used in its place.",
      example: "reprot.html in the folder of --template",
      remedy: "Give it the name of the template that it is to replace, put it in by {{> name}}, or take it away."),
  ]
}
