internal import SessionEngine

/// What stands in for events whose words were erased, as the newest erasing in the journal says.
struct StandIns: Sendable {
  private var bodies: [Int: [UInt8]] = [:]

  /// The entries that are erased.
  var sequences: Set<Int> { Set(bodies.keys) }

  /// Whether reading a journal with this frame needs to know what stands in for others.
  static func areNeeded(for frame: JournalFrame) -> Bool { frame.body == nil || frame.spine.type == BodiesErased.type }

  /// Looks through a journal for the newest erasing; the frames behind any damage do not count.
  static func read(_ path: String, in files: some FileLayer) throws(SessionStoreError) -> StandIns {
    var found = StandIns()
    _ = try JournalReader.read(path, in: files) { frames in
      for frame in frames where frame.spine.type == BodiesErased.type { found.take(frame) }
    }
    return found
  }

  private mutating func take(_ frame: JournalFrame) {
    guard let event = try? EventCoding.event(in: frame), case .bodiesErased(let erased) = event.body else { return }
    bodies = Dictionary(erased.standIns.map { ($0.sequence, Array($0.body.utf8)) }, uniquingKeysWith: { $1 })
  }

  /// The frame as it is to be read: with what stands in for its words, where they are erased or will be.
  func applied(to frame: JournalFrame) -> JournalFrame {
    guard let body = bodies[frame.spine.sequence] else { return frame }
    var frame = frame
    frame.body = body[...]
    return frame
  }

  /// Whether words are still there that were to be erased.
  func isPending(_ frame: JournalFrame) -> Bool { frame.body != nil && bodies[frame.spine.sequence] != nil }
}
