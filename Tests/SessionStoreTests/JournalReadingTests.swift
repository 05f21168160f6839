import SessionEngine
import Testing

@testable import SessionStore

struct `Reading a journal` {
  let commands = [Sample.command(1), Sample.command(2, events: 2), Sample.command(3)]

  @Test func `cut at every byte, keeps the whole commands, sets the rest aside and goes on`() throws {
    let bytes = try Sample.journal(commands)
    let ends = commands.indices.map { count in (try? Sample.journal(Array(commands[...count])).count) ?? 0 }
    for cut in 0...bytes.count {
      let whole = commands.prefix(ends.count { $0 <= cut })
      let kept = whole.isEmpty ? 0 : ends[whole.count - 1]
      let disk = try Sample.disk(with: Array(bytes[..<cut]))
      let found = try JournalContents(on: disk)
      #expect(Sample.bodies(found.frames) == Sample.bodies(Array(whole)))
      #expect(found.summary.damage == nil)
      #expect(found.summary.tornTail?.range == (cut > kept ? kept..<cut : nil))

      var writer = try JournalWriter.resume(found.summary, at: Sample.path, in: disk)
      if let setAside = writer.setAside {
        #expect(try disk.read("/" + setAside.file) == Array(bytes[kept..<cut]))
      }
      #expect((writer.setAside == nil) == (cut == kept))
      _ = try writer.append([Sample.command(9)])
      let again = try JournalContents(on: disk)
      #expect(again.summary.mayBeContinued && again.summary.tornTail == nil)
      let expected: [String] = Sample.bodies(Array(whole)) + Sample.bodies([Sample.command(9)])
      #expect(Sample.bodies(again.frames) == expected)
    }
  }

  @Test func `finds every flipped bit`() throws {
    let bytes = try Sample.journal(commands)
    let whole = JournalContents(scanning: bytes)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        let found = JournalContents(scanning: flipped)
        #expect(found.summary.damage != nil, "bit \(bit) of byte \(index)")
        #expect(Array(whole.frames.prefix(found.frames.count)) == found.frames)
      }
    }
  }

  @Test func `says where the damage is and what is whole behind it`() throws {
    var bytes = try Sample.journal(commands)
    let second = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
    bytes[second + 300] ^= 1
    let found = JournalContents(scanning: bytes)
    let damage = try #require(found.summary.damage)
    #expect(damage.line == 2)
    #expect(damage.flaw.kind == .checksum)
    #expect(Sample.bodies(found.frames) == [#"{"text":"idea 1.0"}"#])
    #expect(Sample.bodies(damage.salvage) == [#"{"text":"idea 2.1"}"#, #"{"text":"idea 3.0"}"#])

    let disk = try Sample.disk(with: bytes)
    let error = #expect(throws: SessionStoreError.self) {
      _ = try JournalWriter.resume(found.summary, at: Sample.path, in: disk)
    }
    #expect(error?.code == .damaged)
    #expect(error?.message.contains("line 2") == true)
    #expect(try disk.read(Sample.path) == bytes)
  }

  @Test func `finds lines that were taken out, swapped or doubled`() throws {
    let lines = try Sample.journal(commands).split(separator: UInt8(ascii: "\n")).map {
      Array($0) + [UInt8(ascii: "\n")]
    }
    let tamperings = [
      [lines[1], lines[2], lines[3]], [lines[0], lines[2], lines[3]], [lines[0], lines[1], lines[3]],
      [lines[1], lines[0], lines[2], lines[3]], [lines[0], lines[2], lines[1], lines[3]], [lines[0], lines[0]],
      [lines[0], [UInt8(ascii: "\n")], lines[1], lines[2]],
    ]
    for tampered in tamperings {
      #expect(JournalContents(scanning: tampered.flatMap(\.self)).summary.damage != nil)
    }
  }

  @Test func `finds an entry that was edited with care for its own checks`() throws {
    let frames = JournalContents(scanning: try Sample.journal(commands)).frames
    var edited = frames[0].spine
    edited.actor = "Bo"
    var bytes: [UInt8] = []
    JournalEncoding.append(edited, body: frames[0].body, to: &bytes)
    let found = JournalContents(scanning: bytes + frames[1...].flatMap(\.line))
    #expect(found.summary.damage?.flaw.kind == .order)
    #expect(found.summary.damage?.line == 2)
  }

  @Test func `finds another body under the same spine`() throws {
    let frames = JournalContents(scanning: try Sample.journal(commands)).frames
    var bytes: [UInt8] = []
    JournalEncoding.append(frames[0].spine, body: frames[1].body, to: &bytes)
    #expect(JournalContents(scanning: bytes).summary.damage?.flaw.kind == .body)
  }

  @Test func `verifies with erased bodies and counts them`() throws {
    let frames = JournalContents(scanning: try Sample.journal(commands)).frames
    let found = JournalContents(scanning: frames.flatMap { $0.spine.sequence == 2 ? $0.erased.line : $0.line })
    #expect(found.summary.erased == 1)
    #expect(found.summary.mayBeContinued)
    #expect(found.summary.head == frames.last?.hash)
    #expect(Sample.bodies(found.frames)[1] == "erased")
  }

  @Test func `leaves a journal of a later format alone`() throws {
    let checked = #"","hash":"\#(JournalHash.zero)","spine":{"format":2,"new":true},"more":1}"#
    let crc = Checksum.of(Array(checked.utf8), in: 0..<checked.utf8.count)
    let newer = #"{"crc":""# + String(UInt64(crc) | 1 << 32, radix: 16).suffix(8) + checked + "\n"
    let found = JournalContents(scanning: try Sample.journal([Sample.command(1)]) + newer.utf8)
    #expect(found.summary.newerFormat == 2)
    #expect(found.summary.damage == nil)
    #expect(found.frames.count == 1)
    #expect(found.summary.refusal?.message.contains("later version") == true)
  }

  @Test func `takes any mangled journal calmly and believes only what was written`() throws {
    let bytes = try Sample.journal(commands)
    let whole = Sample.bodies(JournalContents(scanning: bytes).frames)
    var dice = SeededRandom(seed: 4)
    for _ in 0..<1_500 {
      var mangled = bytes
      for _ in 0...Int.random(in: 0...3, using: &dice) {
        let start = Int.random(in: 0...mangled.count, using: &dice)
        let end = min(mangled.count, start + Int.random(in: 0...40, using: &dice))
        let piece = bytes[Int.random(in: 0..<bytes.count, using: &dice)...].prefix(Int.random(in: 0...40, using: &dice))
        mangled.replaceSubrange(start..<end, with: piece)
      }
      let found = JournalContents(scanning: mangled)
      #expect(whole.starts(with: Sample.bodies(found.frames)))
      #expect(mangled == bytes || found.summary != JournalContents(scanning: bytes).summary)
    }
  }

  @Test func `reads an empty file as a journal without entries`() {
    let found = JournalContents(scanning: [])
    #expect(found.frames.isEmpty)
    #expect(found.summary == JournalSummary())
  }
}
