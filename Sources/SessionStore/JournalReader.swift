/// Reads journals; it needs no lock, and may read one that is being written.
package enum JournalReader {
  /// Reads a whole file, handing out the frames of whole commands in their order, some at a time.
  package static func read(
    _ path: String, in files: some FileLayer, each: ([JournalFrame]) throws(SessionStoreError) -> Void
  ) throws(SessionStoreError) -> JournalSummary {
    var chain = JournalChain()
    var blocks = JournalBlocks(try reading { () throws(FileFailure) in try files.open(path, for: .reading) })
    var length = 0
    while let block = try reading({ () throws(FileFailure) in try blocks.next() }) {
      length += block.bytes.count
      try each(chain.take(block.checked()))
    }
    return chain.finish(rest: blocks.rest, length: length + blocks.rest.count)
  }

  private static func reading<Value>(
    _ work: () throws(FileFailure) -> Value
  ) throws(SessionStoreError) -> Value {
    do throws(FileFailure) { return try work() } catch { throw SessionStoreError(error, doing: "reading the journal") }
  }
}

/// A journal that was read at once.
package struct JournalContents: Sendable, Equatable {
  package var frames: [JournalFrame]
  package var summary: JournalSummary

  /// Reads the bytes of a journal.
  package init(scanning bytes: [UInt8]) {
    let end = bytes.lastIndex(of: JournalEncoding.lineFeed).map { $0 + 1 } ?? 0
    var chain = JournalChain()
    frames = chain.take(JournalBlock(bytes: Array(bytes[..<end]), offset: 0).checked())
    summary = chain.finish(rest: Array(bytes[end...]), length: bytes.count)
  }
}
