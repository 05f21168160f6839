/// A run of whole lines of a journal; blocks can be checked side by side, their order is `JournalChain`'s affair.
package struct JournalBlock: Sendable {
  let bytes: [UInt8]
  /// Where the block begins in the file.
  let offset: Int

  /// Every line on its own: checksum, hash of the spine, hash of the body.
  func checked() -> [JournalLine] {
    var lines: [JournalLine] = []
    var start = 0
    for index in bytes.indices where bytes[index] == JournalEncoding.lineFeed {
      lines.append(JournalLine(bytes, start..<index, base: offset))
      start = index + 1
    }
    return lines
  }
}

/// Cuts a file into blocks of whole lines, so that a long journal never stands in memory at once.
struct JournalBlocks {
  private let file: any OpenFile
  private let size: Int
  private var offset = 0
  /// Bytes behind the last line feed seen: at the end of the file, an incomplete line.
  private(set) var rest: [UInt8] = []

  init(_ file: any OpenFile, size: Int = 1 << 20) {
    self.file = file
    self.size = size
  }

  /// The next whole lines; nil at the end of the file.
  mutating func next() throws(FileFailure) -> JournalBlock? {
    while case let piece = try file.read(upTo: size), !piece.isEmpty {
      guard let last = piece.lastIndex(of: JournalEncoding.lineFeed) else {
        rest += piece
        continue
      }
      let block = JournalBlock(bytes: rest + piece[...last], offset: offset)
      rest = Array(piece[(last + 1)...])
      offset += block.bytes.count
      return block
    }
    return nil
  }
}
