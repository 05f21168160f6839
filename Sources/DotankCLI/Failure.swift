import ArgumentParser
import SessionEngine
import SessionStore

/// Why a command could not do its work: one message that says what to do, and the exit code.
struct Failure: Error, CustomStringConvertible {
  let message: String
  let remedy: String?
  let code: Int32

  init(_ message: String, remedy: String? = nil, code: Int32) {
    self.message = message
    self.remedy = remedy
    self.code = code
  }

  init(_ error: SessionStoreError) { self.init(error.message, remedy: error.remedy, code: error.exit.rawValue) }

  var description: String { remedy.map { "\(message)\n  \($0)" } ?? message }
}

/// Exit codes, the same for every command; those from 64 on are numbered as in `sysexits.h`.
enum Exit {
  static let fine: Int32 = 0
  /// The thing checked is not fine.
  static let notFine: Int32 = 1
  static let usage: Int32 = 2
  /// A method or a list of people has mistakes, or a session's files are damaged.
  static let data: Int32 = 65
  /// There is no such method, session or file.
  static let noInput: Int32 = 66
  /// What should be made cannot be made there.
  static let cannotCreate: Int32 = 73
  /// The disk is full or fails.
  static let disk: Int32 = 74

  static let help = """
    EXIT CODES:
      0   fine
      1   what was checked is not fine
      2   wrong usage: an unknown option, a missing or impossible value
      65  a method or list of people with mistakes, or a session whose files are damaged
      66  no such method, session or file
      69  something the launcher needs is missing
      70  a mistake in dotank itself
      71  the launcher could not build the program
      73  a session folder or file cannot be made there
      74  the disk is full or fails
      75  the session is open in another window
    """
}

extension Failure {
  init(_ refusal: SessionHost.Refusal) {
    switch refusal {
    case .rejected(let rejection): self.init(rejection.message, code: Exit.usage)
    case .notStored(let error): self.init(error)
    }
  }
}
