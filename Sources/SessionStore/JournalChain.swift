/// Puts checked lines in order: sequence, hash chain, whole commands; keeps what is behind the first damage for salvage.
struct JournalChain {
  private var summary = JournalSummary()
  private var lines = 0
  /// Frames of a command whose last part has not come yet.
  private var waiting: [JournalFrame] = []

  /// Takes the lines that come next and returns the frames of the commands that they complete.
  mutating func take(_ block: [JournalLine]) -> [JournalFrame] {
    var whole: [JournalFrame] = []
    for line in block {
      lines += 1
      switch line {
      case .flaw(let flaw, let range): stop(flaw, range)
      case .frame(let frame):
        if !summary.mayBeContinued { summary.damage?.salvage.append(frame) } else { follow(frame, completing: &whole) }
      }
    }
    return whole
  }

  private mutating func follow(_ frame: JournalFrame, completing whole: inout [JournalFrame]) {
    if let words = disorder(of: frame.spine) {
      stop(JournalFlaw(kind: .order, words: words), frame.offset..<frame.offset + frame.length)
      summary.damage?.salvage.append(frame)
      return
    }
    waiting.append(frame)
    guard frame.spine.part == frame.spine.parts else { return }
    if summary.count == 0, let first = waiting.first { summary.root = first.hash }
    whole += waiting
    summary.erased += waiting.count { $0.body == nil }
    summary.head = frame.hash
    summary.count = frame.spine.sequence
    summary.length = frame.offset + frame.length
    waiting = []
  }

  /// What does not fit about the frame that comes next.
  private func disorder(of spine: JournalSpine) -> String? {
    let last = waiting.last
    if spine.sequence != (last?.spine.sequence ?? summary.count) + 1 {
      return "entry \(spine.sequence) stands where entry \((last?.spine.sequence ?? summary.count) + 1) has to come"
    }
    if spine.previous != last?.hash ?? summary.head { return "this entry does not follow the one before it" }
    let fits =
      if let before = last?.spine {
        spine.part == before.part + 1 && spine.parts == before.parts && spine.command == before.command
      } else {
        spine.part == 1 && spine.parts >= 1
      }
    return fits ? nil : "this entry does not belong to the command before it"
  }

  private mutating func stop(_ flaw: JournalFlaw, _ range: Range<Int>) {
    guard summary.mayBeContinued else {
      summary.damage?.otherFlaws += 1
      return
    }
    if case .newer(let format) = flaw.kind {
      summary.newerFormat = format
      return
    }
    summary.damage = JournalDamage(line: lines, range: range, flaw: flaw, otherFlaws: 0, salvage: waiting)
  }

  /// What the whole reading found, given the bytes behind the last line feed.
  consuming func finish(rest: [UInt8], length: Int) -> JournalSummary {
    let range = summary.length..<length
    // A crash leaves the front of a line. A whole line with something else in the line feed's place is rot.
    if !rest.isEmpty, case .frame = JournalLine(rest, 0..<rest.count - 1, base: length - rest.count) {
      lines += 1
      stop(
        JournalFlaw(kind: .checksum, words: "the line does not end as it was written"), length - rest.count..<length)
    }
    if summary.mayBeContinued, !range.isEmpty {
      summary.tornTail = TornTail(range: range, wholeFrames: waiting.count)
    }
    return summary
  }
}
