import Outcomes
import SessionStore
import XMLReading

/// Holds the two whole forms of the record against what is published for them.
enum RecordSchemaCheck {
  /// The XML against the published schema, the JSON against the description that writes it and both schemas.
  ///
  /// JSON that is byte for byte what that description makes is not taken apart again.
  static func of(_ file: RecordFiles.File, isAsMade: Bool) -> SessionVerification.SchemaCheck {
    switch file.path {
    case "outcome.xml": xml(file.bytes)
    case SessionFolder.Name.outcome: isAsMade ? .holds : json(file.bytes)
    default: .none
    }
  }

  private static func xml(_ bytes: [UInt8]) -> SessionVerification.SchemaCheck {
    do throws(XMLSchemaCheck.Refusal) {
      guard let breach = try XMLSchemaCheck.breach(of: bytes, by: RecordSchemas.xsd) else { return .holds }
      let places = breach.others == 1 ? "1 more place" : "\(breach.others) more places"
      let more = breach.others == 0 ? "" : ", and in \(places)"
      return .breaks("in line \(breach.line): \(breach.words)\(more)")
    } catch {
      switch error {
      case .tooLarge: return .unchecked("it has more than 2 GB")
      case .unreadableSchema: return .unchecked("there is not enough memory")
      }
    }
  }

  private static func json(_ bytes: [UInt8]) -> SessionVerification.SchemaCheck {
    do throws(RecordReadingError) {
      guard let breach = try RecordFiles.breach(inJSON: bytes) else { return .holds }
      return .breaks("at \(breach)")
    } catch {
      if case .tooLarge = error.reason { return .unchecked(error.description) }
      return .breaks("as a whole: \(error)")
    }
  }
}
