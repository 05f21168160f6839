import Diagnostics

/// What stands around the examples of this room, so that each of them can be loaded as a whole method.
extension Example {
  /// Elements of the agenda, after some that stand there already; `head` is what the method's head defines.
  static func agenda(
    _ wrong: String, mended: String, before: String = "", after: String = "", head: String = "",
    people: String = "4..12"
  ) -> Example {
    let opening = "\(methodTag)\(title)\(fit(people))\(head)<agenda>\(before)"
    return Example(wrong, mended: mended, before: opening, after: "\(after)</agenda></method>")
  }

  /// What stands in a step, after its title.
  static func step(
    _ wrong: String, mended: String, attributes: String = "", before: String = "", after: String = "",
    head: String = ""
  ) -> Example {
    agenda(
      wrong, mended: mended, before: "\(before)<step time=\"5m\" \(attributes)><title>Step</title>",
      after: "</step>\(after)", head: head)
  }

  /// Sections of the head.
  static func head(
    _ wrong: String, mended: String, people: String = "4..12", agenda: String = Example.collectingIdeas
  ) -> Example {
    Example(
      wrong, mended: mended, before: "\(methodTag)\(title)\(fit(people))",
      after: "<agenda>\(agenda)</agenda></method>")
  }

  /// What stands in a step of a method in English and Finnish.
  static func bilingual(_ wrong: String, mended: String) -> Example {
    let head = """
      <title>Sample</title><title xml:lang="fi">Näyte</title>\
      <purpose>Try it.</purpose><purpose xml:lang="fi">Kokeile.</purpose><fit people="4..12"/>
      """
    let step = #"<step time="5m"><title>Alone</title><title xml:lang="fi">Yksin</title>"#
    return Example(
      wrong, mended: mended, before: "\(methodTag)\(head)<agenda>\(step)", after: "</step></agenda></method>")
  }

  /// A whole file whose beginning is what is shown.
  static func beginning(_ wrong: String, mended: String) -> Example {
    Example(
      wrong, mended: mended, before: "", after: "\(title)\(fit("4..12"))<agenda>\(collectingIdeas)</agenda></method>")
  }

  /// A step that leaves at least one idea.
  static let collectingIdeas =
    #"<step id="collect" time="5m"><title>Collect</title><collect into="ideas" at-least="1"/></step>"#
  static let fivePoints = #"<scales><scale id="one-to-five" range="1..5"/></scales>"#
  static let pairs = #"<groupings><groups id="pairs" size="2"/></groupings>"#

  /// A file up to `fit`.
  static let headless = "\(methodTag)\(title)"

  private static let methodTag =
    #"<method xmlns="\#(Language.namespace)" id="sample" version="1.0.0" xml:lang="en">"#
  private static let title = "<title>Sample</title><purpose>Try it.</purpose>"

  private static func fit(_ people: String) -> String { "<fit people=\"\(people)\"/>" }
}
