/// A file operation that did not work, with the reason in a form that can be decided on.
package struct FileFailure: Error, Sendable, Equatable {
  package enum Operation: String, Sendable, Equatable {
    case open, read, write, synchronize, truncate, rename, remove, makeFolder = "make folder", list, status, lock
  }

  package enum Reason: Sendable, Equatable {
    case notFound, exists, notPermitted, readOnly, diskFull, quota, tooLarge, inputOutput, nameTooLong, tooManyOpen
    case notAFolder, isAFolder, unsupported
    /// The file is not as it was a moment ago: somebody else writes it.
    case changed
    /// Anything else, by the system's own number.
    case other(Int32)
  }

  package var operation: Operation
  package var reason: Reason
  package var path: String

  package init(_ operation: Operation, _ reason: Reason, _ path: String) {
    self.operation = operation
    self.reason = reason
    self.path = path
  }
}

extension FileFailure.Reason {
  /// The reason as the end of a sentence.
  package var words: String {
    switch self {
    case .notFound: "it is not there"
    case .exists: "the name is taken"
    case .notPermitted: "this user is not allowed to"
    case .readOnly: "the disk is read-only"
    case .diskFull: "the disk is full"
    case .quota: "this user's share of the disk is used up"
    case .tooLarge: "the file would be larger than is allowed here"
    case .inputOutput: "the disk reports an error"
    case .nameTooLong: "the name is too long"
    case .tooManyOpen: "too many files are open"
    case .notAFolder: "part of the path is not a folder"
    case .isAFolder: "it is a folder"
    case .unsupported: "this kind of disk does not support it"
    case .changed: "another program is writing it"
    case .other(let number): "system error \(number)"
    }
  }

  /// What a person can do about it; nil when nothing general can be said.
  package var remedy: String? {
    switch self {
    case .diskFull, .quota: "free some space on this disk, then go on with `dotank resume`"
    case .tooLarge: "raise the limit for file sizes (`ulimit -f`), then go on with `dotank resume`"
    case .readOnly, .unsupported: "put the sessions on another disk with `--sessions DIR`"
    case .notPermitted: "check who owns the folder, or choose another with `--sessions DIR`"
    case .inputOutput: "copy the session folder to another disk now, and go on there"
    case .tooManyOpen: "close other programs, or raise the limit with `ulimit -n`"
    case .nameTooLong: "choose a shorter name"
    case .notFound, .exists, .notAFolder, .isAFolder, .changed, .other: nil
    }
  }
}
