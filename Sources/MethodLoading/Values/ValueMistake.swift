/// Why a value cannot be read, and how it is written rightly.
package struct ValueMistake: Error, Hashable, Sendable {
  /// Lower case, no full stop, true on its own.
  package let message: String
  package let help: String
  /// The wrong part, in UTF-8 bytes of the value; `nil`: all of it.
  package let part: Range<Int>?
  /// The form is right, and its numbers stand in the wrong order.
  let isOutOfOrder: Bool

  init(_ message: String, help: String, part: Range<Int>? = nil, isOutOfOrder: Bool = false) {
    self.message = message
    self.help = help
    self.part = part
    self.isOutOfOrder = isOutOfOrder
  }
}
