/// Why a command was refused: a stable code for programs, a sentence for people.
package struct Rejection: Error, Sendable, Hashable, CustomStringConvertible {
  /// An open set of words, as in the table of commands.
  package struct Code: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
  }

  package let code: Code
  /// What is wrong and what to do, in one sentence.
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { "\(code.rawValue): \(message)" }
}

extension Rejection.Code {
  package static let notEnoughPeople: Self = "not-enough-people"
  package static let sizeOutsideFit: Self = "size-outside-fit"
  package static let settingMissing: Self = "setting-missing"
  package static let settingInvalid: Self = "setting-invalid"
  package static let duplicateName: Self = "duplicate-name"
  package static let notActive: Self = "not-active"
  package static let answerNeeded: Self = "answer-needed"
  package static let notYours: Self = "not-yours"
  package static let reasonNeeded: Self = "reason-needed"
  package static let noReworkLeft: Self = "no-rework-left"
  package static let noSuchPlace: Self = "no-such-place"
  package static let noSuchOption: Self = "no-such-option"
  package static let belowShortest: Self = "below-shortest"
  package static let notRunning: Self = "not-running"
  package static let noReveal: Self = "no-reveal"
  package static let cannotForm: Self = "cannot-form"
  package static let roleFull: Self = "role-full"
  package static let unknownPerson: Self = "unknown-person"
  package static let unknownThing: Self = "unknown-thing"
  package static let notShown: Self = "not-shown"
  package static let notATree: Self = "not-a-tree"
  package static let unknownField: Self = "unknown-field"
  package static let limit: Self = "limit"
  package static let silentRole: Self = "silent-role"
  package static let frozen: Self = "frozen"
  package static let notUnique: Self = "not-unique"
  package static let notElector: Self = "not-elector"
  package static let overBudget: Self = "over-budget"
  package static let ownItem: Self = "own-item"
  package static let valueInvalid: Self = "value-invalid"
  package static let empty: Self = "empty"
  package static let idReused: Self = "id-reused"
  package static let movedOn: Self = "moved-on"
  package static let meetingClosed: Self = "meeting-closed"
  package static let pastEnd: Self = "past-end"
  package static let sealed: Self = "sealed"
  package static let alreadyIn: Self = "already-in"
  package static let nothingToUndo: Self = "nothing-to-undo"
}
