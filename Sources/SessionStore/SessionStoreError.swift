/// Why the store could not do what was asked, in words for a facilitator, with what to do about it.
package struct SessionStoreError: Error, Sendable, CustomStringConvertible {
  /// A stable name for the kind of error; other rooms may add their own.
  package struct Code: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { self.rawValue = value }

    package static let fileTrouble: Code = "file-trouble"
    package static let notSaved: Code = "not-saved"
    package static let readOnly: Code = "read-only"
    package static let damaged: Code = "journal-damaged"
    /// Its end was cut off: the files beside it tell of more.
    package static let shorter: Code = "journal-shorter"
    package static let newerFormat: Code = "journal-newer"
    package static let locked: Code = "session-locked"
    package static let noSuchSession: Code = "no-such-session"
    package static let ambiguousSession: Code = "ambiguous-session"
    package static let notASession: Code = "not-a-session"
    package static let methodChanged: Code = "pinned-method-changed"
    package static let badName: Code = "bad-name"
    package static let badEvent: Code = "bad-event"
    package static let noSuchPerson: Code = "no-such-person"
    /// Words are to be erased, and a crash came in between.
    package static let erasurePending: Code = "erasure-pending"
    package static let tooLarge: Code = "too-large"
    package static let unreadableEvent: Code = "unreadable-event"
  }

  /// The exit code that a command may use; the numbers are those of `sysexits.h`.
  package enum ExitHint: Int32, Sendable {
    case data = 65, noInput = 66, internalError = 70, cannotCreate = 73, disk = 74, busy = 75
  }

  package let code: Code
  /// Lower case, without a full stop, true on its own.
  package let message: String
  package let remedy: String?
  package let exit: ExitHint
  /// The file operation behind it, when there is one.
  package let cause: FileFailure?

  package init(_ code: Code, _ message: String, remedy: String? = nil, exit: ExitHint, cause: FileFailure? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.exit = exit
    self.cause = cause
  }

  package var description: String { remedy.map { "\(message); \($0)" } ?? message }
}

extension SessionStoreError {
  /// A file operation failed while `doing` something that a person knows about.
  ///
  ///     SessionStoreError(failure, doing: "reading the journal")
  package init(_ failure: FileFailure, doing: String, exit: ExitHint = .disk) {
    self.init(
      .fileTrouble, "\(doing) did not work: \(failure.reason.words) (\(failure.path))",
      remedy: failure.reason.remedy, exit: failure.reason == .notFound && exit == .disk ? .noInput : exit,
      cause: failure)
  }

  /// Something could not be made durable, so it counts as never said.
  package static func notSaved(_ failure: FileFailure) -> SessionStoreError {
    SessionStoreError(
      .notSaved, "the last entry could not be saved: \(failure.reason.words)",
      remedy: (failure.reason.remedy ?? "copy the session folder to a safe place")
        + "; until then write on paper what the room says, nothing more is stored",
      exit: .disk, cause: failure)
  }
}
