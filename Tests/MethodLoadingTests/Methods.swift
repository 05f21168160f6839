import Diagnostics
import DiagnosticsTestSupport
import MethodLoading
import MethodModel
import Planning
import Testing

/// Small methods for tests, and what is found in them.
enum Sample {
  /// A whole method around an agenda; `head` stands between `fit` and the agenda.
  static func method(_ agenda: String, head: String = "", fit: String = #"<fit people="4..12"/>"#) -> String {
    """
    <method xmlns="urn:dotank:method:1" id="sample" version="1.0.0" xml:lang="en">
      <title>Sample</title><purpose>Try it.</purpose>
      \(fit)
      \(head)
      <agenda>\(agenda)</agenda>
    </method>
    """
  }

  /// A step around activities and texts.
  static func step(_ contents: String, _ attributes: String = "") -> String {
    #"<step time="5m" \#(attributes)><title>Step</title>\#(contents)</step>"#
  }

  static let ideas = step(#"<collect into="ideas" at-least="1"/>"#)
  static let scale = #"<scales><scale id="one-to-five" range="1..5"/></scales>"#

  /// Loads a text that is expected to be without a mistake.
  static func load(_ text: String, with methods: Shelf = Shelf()) -> MethodLoader.Loading {
    MethodLoader.load(SourceText(name: "method.xml", text: text), methods: methods, planner: .course)
  }
}

/// Expects exactly these findings (`code message`), in source order, each beginning where the text is marked with `‸`.
func expectFindings(
  _ expected: [String], in marked: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let found = MethodLoader.load(text.source, planner: .course).diagnostics
  #expect(found.map { "\($0.code) \($0.message)" } == expected, sourceLocation: sourceLocation)
  #expect(text.marking(found) == marked, sourceLocation: sourceLocation)
}

/// Expects a method without any finding.
func expectNothing(in text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let loading = Sample.load(text)
  #expect(loading.diagnostics.map(described) == [], sourceLocation: sourceLocation)
  #expect(loading.method != nil, sourceLocation: sourceLocation)
}

/// The remedies of all findings.
func helps(in text: String) -> [String] { Sample.load(text).diagnostics.compactMap(\.help) }
