import Diagnostics

extension MethodLoading {
  /// What stands where.
  static let structureExplanations = [
    Explanation(
      .noNamespace, title: "a method that does not say it is one",
      what: "The outermost element has no xmlns, or another one than dotank's.",
      why: "The address names the language and its version, so that a file is never read by the wrong rules.",
      example: .noNamespace,
      remedy: "Write xmlns=\"\(Language.namespace)\" into <method>, exactly so."),
    Explanation(
      .notAMethod, title: "a file that is no method", what: "The outermost element is not <method>.",
      why: "Only method files can be loaded; scenarios, reports and other XML cannot.",
      example: .notAMethod,
      remedy: "Give the path of a method file. `dotank new` writes one to start from."),
    Explanation(
      .unknownElement, title: "an unknown element", what: "The language has no element of that name.",
      why: "An element that nobody knows would be skipped in the session, and what it says with it.",
      example: .unknownElement,
      remedy:
        "Correct the spelling. Elements for other programs may stand in a namespace of their own; they are ignored."),
    Explanation(
      .unknownAttribute, title: "an unknown attribute", what: "That element takes no attribute of that name.",
      why: "It would have no effect, and you would wonder why.", example: .unknownAttribute,
      remedy: "Correct the spelling, or leave it out. Attributes of other namespaces are ignored."),
    Explanation(
      .missingAttribute, title: "a missing attribute", what: "An element lacks an attribute that it cannot do without.",
      why: "There is no default that would be right for everybody.",
      example: .missingAttribute,
      remedy: "Add the attribute; the finding shows an example of its value."),
    Explanation(
      .missingElement, title: "a missing element", what: "An element lacks a child that it cannot do without.",
      why: "A step without a title cannot be announced, a branch without <otherwise> would leave the room alone.",
      example: .missingElement, remedy: "Add the element in the order given."),
    Explanation(
      .misplacedElement, title: "an element where it cannot stand",
      what: "The element exists in the language, but not inside this one.",
      why: "Its meaning depends on what is around it.", example: .misplacedElement,
      remedy: "Move it into one of the elements that the finding names."),
    Explanation(
      .wrongOrder, title: "an element too late", what: "The children of this element have a fixed order.",
      why: "A fixed order lets people find their way in any method, and compare two of them.",
      example: .wrongOrder, remedy: "Move it to its place in the order."),
    Explanation(
      .doubleElement, title: "a second element where one may stand",
      what: "An element that may stand once stands twice.", why: "Nobody could tell which of them counts.",
      example: .doubleElement,
      remedy: "Keep one of them, or put their contents together."),
    Explanation(
      .strayText, title: "characters outside of a text",
      what: "Characters stand directly in an element that holds elements only, or an element stands in a text.",
      why: "Nobody would see or hear them.", example: .strayText,
      remedy: "Put them into <say>, <show>, <tip> or another text, or into a comment <!-- … -->."),
    Explanation(
      .emptyText, title: "an empty text", what: "A text has no characters.",
      why: "There would be nothing to say or show.",
      example: .emptyText, remedy: "Write the text, or leave the element out."),
  ]

  /// Texts in several languages.
  static let languageExplanations = [
    Explanation(
      .doubleLanguage, title: "a text written twice in one language",
      what: "Where one text stands, in one or more languages, the same language comes twice.",
      why: "Only one of them could be shown.", example: .doubleLanguage,
      remedy: "Keep one, or say in which language the second one is: xml:lang=\"fi\"."),
    Explanation(
      .translationAlone, title: "a translation without its text",
      what: "A text in another language than the method's has no text in the method's language before it.",
      why: "A translation follows what it translates: same element, same attributes, another xml:lang.",
      example: .translationAlone,
      remedy: "Put the text in the method's own language directly in front of it, with the same attributes."),
  ]
}
