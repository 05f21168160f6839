import Synchronization

/// The bytes of one file and the name that people know it by; turns byte offsets into lines and columns.
///
/// Copies share the line table, which is found the first time somebody asks for a line.
package struct SourceText: Sendable {
  /// The path as the reader gave it, or another name that tells them which text is meant.
  package let name: String
  package let bytes: [UInt8]
  private let lines = LineTable()

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a source of a string, for texts that come from no file.
  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The three bytes that some editors put in front of UTF-8.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// How many lines there are; an empty text has one, and a line break at the end opens one more.
  package var lineCount: Int { lines.starts(in: bytes).count }

  /// The line that holds a byte offset, counted from 1; offsets outside the text count as its nearest end.
  package func line(at offset: Int) -> Int {
    let starts = lines.starts(in: bytes)
    let wanted = Int32(clamping: max(0, offset))
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= wanted { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Line and column of a byte offset, both from 1; the column counts characters as people see them.
  ///
  /// An offset inside a character counts as that character's column. A byte order mark is no character.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let range = byteRange(ofLine: line)
    let end = min(max(offset, range.lowerBound), range.upperBound)
    if bytes[range.lowerBound..<end].allSatisfy({ $0 < 0x80 }), end == range.upperBound || bytes[end] < 0x80 {
      return (line, end - range.lowerBound + 1)
    }
    return (line, 1 + charactersBefore(end, in: range))
  }

  /// A line's characters without its line break; bytes that are not UTF-8 become U+FFFD. Empty outside the text.
  package func lineText(_ line: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }

  /// The bytes of a line, counted from 1, without its line break and without a byte order mark.
  package func byteRange(ofLine line: Int) -> Range<Int> {
    let starts = lines.starts(in: bytes)
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    var lower = Int(starts[line - 1])
    var upper = line < starts.count ? Int(starts[line]) : bytes.count
    if lower == 0, bytes.starts(with: SourceText.byteOrderMark) { lower = SourceText.byteOrderMark.count }
    if upper > lower, bytes[upper - 1] == 0x0A { upper -= 1 }
    if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
    return lower..<upper
  }

  /// The whole characters of a line that end at or before an offset.
  private func charactersBefore(_ offset: Int, in line: Range<Int>) -> Int {
    var end = offset
    while end > line.lowerBound, end < line.upperBound, isContinuation(bytes[end]) { end -= 1 }
    let count = String(decoding: bytes[line.lowerBound..<end], as: UTF8.self).count
    guard end < line.upperBound, count > 0 else { return count }
    var next = end + 1
    while next < line.upperBound, isContinuation(bytes[next]) { next += 1 }
    // A mark that joins the character before it adds no character: the offset is inside that one.
    return String(decoding: bytes[line.lowerBound..<next], as: UTF8.self).count == count ? count - 1 : count
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

/// Where each line begins, found once; shared by the copies of a source text.
private final class LineTable: Sendable {
  private let found = Mutex<[Int32]?>(nil)

  func starts(in bytes: [UInt8]) -> [Int32] {
    found.withLock { found in
      if let found { return found }
      let starts = LineTable.findStarts(in: bytes)
      found = starts
      return starts
    }
  }

  /// XML ends lines by LF, CR LF or a lone CR, so all three count.
  private static func findStarts(in bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    for index in bytes.indices {
      let isLoneReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if bytes[index] == 0x0A || isLoneReturn { starts.append(Int32(clamping: index + 1)) }
    }
    return starts
  }
}
