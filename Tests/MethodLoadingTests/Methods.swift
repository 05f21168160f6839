import Diagnostics
import DiagnosticsTestSupport
import MethodLoading
import MethodModel

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

  /// The findings of a text whose expected places are marked.
  static func findings(in marked: String) -> (found: [Diagnostic], marking: String) {
    let text = MarkedText(marked)
    let found = MethodLoader.load(text.source).diagnostics
    return (found, text.marking(found))
  }

  /// Loads a text that is expected to be without a mistake.
  static func load(_ text: String) -> MethodLoader.Loading {
    MethodLoader.load(SourceText(name: "method.xml", text: text))
  }
}
