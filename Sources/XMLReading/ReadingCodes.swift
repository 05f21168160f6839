package import Diagnostics

/// The codes of this room, DOT0101 to DOT0199; `explanations` says more about each.
extension DiagnosticCode {
  // The file as a whole.
  package static let fileMissing = DiagnosticCode("DOT0101")
  package static let fileUnreadable = DiagnosticCode("DOT0102")
  package static let notAFile = DiagnosticCode("DOT0103")
  package static let fileTooBig = DiagnosticCode("DOT0104")
  package static let fileEmpty = DiagnosticCode("DOT0105")
  package static let otherEncoding = DiagnosticCode("DOT0106")
  package static let notUTF8 = DiagnosticCode("DOT0107")
  package static let outOfMemory = DiagnosticCode("DOT0108")

  // What is XML and still refused.
  package static let doctype = DiagnosticCode("DOT0110")
  package static let tooDeep = DiagnosticCode("DOT0111")
  package static let tooMany = DiagnosticCode("DOT0112")
  package static let tagTooLong = DiagnosticCode("DOT0113")

  // What is not XML.
  package static let malformed = DiagnosticCode("DOT0120")
  package static let tagMismatch = DiagnosticCode("DOT0121")
  package static let unclosed = DiagnosticCode("DOT0122")
  package static let bareAmpersand = DiagnosticCode("DOT0123")
  package static let bareLessThan = DiagnosticCode("DOT0124")
  package static let unquotedValue = DiagnosticCode("DOT0125")
  package static let duplicateAttribute = DiagnosticCode("DOT0126")
  package static let unknownEntity = DiagnosticCode("DOT0127")
  package static let unknownPrefix = DiagnosticCode("DOT0128")
  package static let outsideRoot = DiagnosticCode("DOT0129")
  package static let noRoot = DiagnosticCode("DOT0130")
  package static let badCharacterReference = DiagnosticCode("DOT0131")
  package static let badName = DiagnosticCode("DOT0132")
  package static let badComment = DiagnosticCode("DOT0133")
  package static let badDeclaration = DiagnosticCode("DOT0134")
  package static let controlCharacter = DiagnosticCode("DOT0135")
}
