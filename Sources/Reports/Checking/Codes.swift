package import Diagnostics

/// The findings of this room.
extension DiagnosticCode {
  // DOT11: report templates.
  package static let unfinishedTag = DiagnosticCode("DOT1101")
  package static let malformedTag = DiagnosticCode("DOT1102")
  package static let unclosedSection = DiagnosticCode("DOT1103")
  package static let unknownTemplateName = DiagnosticCode("DOT1104")
  package static let unprintableName = DiagnosticCode("DOT1105")
  package static let unknownPartial = DiagnosticCode("DOT1106")
  package static let partialCycle = DiagnosticCode("DOT1107")
  package static let liveValue = DiagnosticCode("DOT1108")
  package static let unreadableTemplate = DiagnosticCode("DOT1109")
  package static let unusedTemplate = DiagnosticCode("DOT1110")
}
