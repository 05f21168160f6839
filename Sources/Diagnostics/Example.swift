/// A text that brings a finding about, and the same text put right, as `dotank explain` shows them.
///
/// A string literal is something that stands in no file, such as what somebody types; there is nothing to put right
/// in it that could be loaded.
package struct Example: Sendable, Hashable {
  /// What is shown of the wrong text.
  package let wrong: String
  /// What is shown of the text put right.
  package let mended: String?
  /// What stands in front of and behind both in a whole file; `nil`: they belong to no file.
  private let around: Around?

  private struct Around: Sendable, Hashable {
    let before: String
    let after: String
  }

  /// Makes an example that stands between two pieces of a file; without them it is the whole file.
  package init(_ wrong: String, mended: String, before: String = "", after: String = "") {
    self.wrong = wrong
    self.mended = mended
    around = Around(before: before, after: after)
  }

  /// The whole file with the mistake; `nil` when the example is no part of a file.
  package var wrongFile: String? { around.map { $0.before + wrong + $0.after } }

  /// The whole file without the mistake; `nil` when the example is no part of a file.
  package var mendedFile: String? {
    guard let around, let mended else { return nil }
    return around.before + mended + around.after
  }
}

extension Example: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    wrong = text
    mended = nil
    around = nil
  }
}
