package import Diagnostics

/// The findings of this room.
extension DiagnosticCode {
  // DOT10: scenarios.
  package static let notAScenario = DiagnosticCode("DOT1001")
  package static let unknownScenarioElement = DiagnosticCode("DOT1002")
  package static let unknownScenarioAttribute = DiagnosticCode("DOT1003")
  package static let missingInScenario = DiagnosticCode("DOT1004")
  package static let malformedInScenario = DiagnosticCode("DOT1005")
  package static let unknownInMethod = DiagnosticCode("DOT1006")
  package static let scenarioWithoutMethod = DiagnosticCode("DOT1007")
  package static let unexpectedInScenario = DiagnosticCode("DOT1010")
  package static let refusedInScenario = DiagnosticCode("DOT1011")
  package static let notRefusedInScenario = DiagnosticCode("DOT1012")
  package static let placeNotReached = DiagnosticCode("DOT1013")
  package static let questionUnanswered = DiagnosticCode("DOT1014")
  package static let nothingSuchHere = DiagnosticCode("DOT1015")
}
