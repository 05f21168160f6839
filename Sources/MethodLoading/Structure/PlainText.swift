import Diagnostics
import XMLReading

/// The characters of an element that holds nothing else, found in one walk over their bytes.
struct PlainText {
  /// Without the white space at both ends.
  let range: Range<Int>
  let hasBrace: Bool
  private let isFolded: Bool
  private let bytes: [UInt8]

  /// `nil` when there is markup or a reference between the tags, which takes the longer way.
  init?(of element: XMLElement) {
    let bytes = element.tree.source.bytes
    var lower = Int(element.range.upper)
    var upper = max(lower, Int(element.elementRange.upper))
    // Back to the end tag, then inwards over white space.
    while upper > lower, bytes[upper - 1] != UInt8(ascii: "<") { upper -= 1 }
    if upper > lower { upper -= 1 }
    while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    var hasBrace = false
    var isFolded = true
    var previous: UInt8 = 0
    for byte in bytes[lower..<upper] {
      // Letters are the rule, and stand above everything else that matters but the brace.
      if byte <= UInt8(ascii: "<") {
        if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return nil }
        if byte < 0x20 || (byte == 0x20 && previous == 0x20) { isFolded = false }
      } else if byte == UInt8(ascii: "{") {
        hasBrace = true
      }
      previous = byte
    }
    self.bytes = bytes
    range = lower..<upper
    self.hasBrace = hasBrace
    self.isFolded = isFolded
  }

  /// White space folded.
  var text: String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return isFolded ? text : TextForm.folded(text)
  }
}
