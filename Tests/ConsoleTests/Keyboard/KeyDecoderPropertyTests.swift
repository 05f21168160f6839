import Console
import TerminalTestSupport
import Testing

/// What holds for every stream of bytes, however it is cut and whatever is in it.
@Suite struct KeyDecoderPropertyTests {
  /// What terminals send, and the keys that it means.
  private static let known: [(sent: String, keys: [Key])] = [
    ("a", [.text("a")]), ("Väsymys", [.text("Väsymys")]), ("الصباح", [.text("الصباح")]), ("月", [.text("月")]),
    ("👩‍🏫", [.text("👩‍🏫")]), ("e\u{301}", [.text("e\u{301}")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
    ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{1}", [.control("a")]), ("\u{1A}", [.control("z")]),
    ("\u{1B}[A", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}[C", [.right]), ("\u{1B}[D", [.left]), ("\u{1B}OA", [.up]),
    ("\u{1B}OM", [.enter]), ("\u{1B}OP", [.function(1)]), ("\u{1B}OS", [.function(4)]), ("\u{1B}[H", [.home]),
    ("\u{1B}[F", [.end]), ("\u{1B}[1~", [.home]), ("\u{1B}[3~", [.delete]), ("\u{1B}[5~", [.pageUp]),
    ("\u{1B}[6~", [.pageDown]), ("\u{1B}[11~", [.function(1)]), ("\u{1B}[15~", [.function(5)]),
    ("\u{1B}[17~", [.function(6)]), ("\u{1B}[24~", [.function(12)]), ("\u{1B}[[A", [.function(1)]),
    ("\u{1B}[1;5C", [.wordRight]), ("\u{1B}[1;3D", [.wordLeft]), ("\u{1B}[1;2C", [.right]), ("\u{1B}[Z", [.backTab]),
    ("\u{1B}f", [.alt("f")]), ("\u{1B}ä", [.alt("ä")]), ("\u{1B}\u{7F}", [.control("w")]),
    ("\u{1B}[200~one\ntwo 👩‍🏫\u{1B}[201~", [.paste("one\ntwo 👩‍🏫")]), ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    // What means nothing here, and answers that nobody asked for.
    ("\u{1B}[99~", []), ("\u{1B}[I", []), ("\u{1B}[?62;22c", []), ("\u{1B}[<0;10;20M", []), ("\u{1B}[M !!", []),
    ("\u{1B}]11;rgb:0000/0000/0000\u{7}", []), ("\u{1B}P1$r0m\u{1B}\\", []), ("\u{0}", []), ("\u{1C}", []),
  ]

  @Test(arguments: known.indices) func `a sequence cut at any place gives the same keys`(index: Int) {
    let (sent, keys) = Self.known[index]
    let bytes = Array(sent.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let found = decoder.keys(of: bytes[..<cut]) + decoder.keys(of: bytes[cut...])
      #expect(joined(found) == keys, "cut at \(cut) of \(bytes)")
      #expect(!decoder.isWaiting)
    }
    var decoder = KeyDecoder()
    #expect(joined(bytes.flatMap { decoder.keys(of: [$0]) }) == keys, "byte by byte: \(bytes)")
  }

  @Test(arguments: 0..<40) func `a stream of them cut anywhere gives the same keys`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let parts = (0..<60).compactMap { _ in Self.known.randomElement(using: &random) }
    var rest = parts.flatMap { Array($0.sent.utf8) }[...]
    var decoder = KeyDecoder()
    var found: [Key] = []
    while !rest.isEmpty {
      let count = Int.random(in: 1...7, using: &random)
      found += decoder.keys(of: rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(joined(found) == joined(parts.flatMap(\.keys)))
    #expect(!decoder.isWaiting)
  }

  @Test func `Escape alone is a key only when nothing follows`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(of: [0x1B]) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.giveUp() == .escape)
    #expect(decoder.keys(of: Array("\u{1B}\u{1B}[A".utf8)) == [.escape, .up])
    #expect(decoder.keys(of: Array("\u{1B}\u{1B}".utf8)) == [.escape])
    #expect(decoder.giveUp() == .escape)
  }

  @Test func `what follows half an Alt key is a key of its own`() {
    var decoder = KeyDecoder()
    // The first byte of a character and then Up: the byte is lost, Up is not.
    #expect(decoder.keys(of: [0x1B, 0xC3, 0x1B] + Array("[A".utf8)).last == .up)
    #expect(decoder.keys(of: [0x1B, 0xE2, 0x82, 0x0D]).last == .enter)
    #expect(!decoder.isWaiting)
  }

  @Test(arguments: 0..<20) func `noise never traps, and never becomes a control character`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var decoder = KeyDecoder()
    var sent = 0
    // 20 seeds of 5,000 bytes: 100,000 in all.
    while sent < 5_000 {
      let bytes = Self.noise(using: &random)
      sent += bytes.count
      for key in decoder.keys(of: bytes) { expectHarmless(key) }
      if Int.random(in: 0..<3, using: &random) == 0 {
        if let key = decoder.giveUp() { expectHarmless(key) }
        #expect(!decoder.isWaiting, "it drains when it gives up")
        #expect(decoder.next() == nil)
        #expect(decoder.keys(of: Array("z".utf8)) == [.text("z")], "and takes the next key as it is")
      }
    }
  }

  /// Bytes of any kind, and pieces of what means something, in no good order.
  private static func noise(using random: inout SeededNumbers) -> [UInt8] {
    let pieces = [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "[", ";", "1", "200~", "201~", "\u{1B}[200~", "\u{1B}[201~",
      "M",
      "~", "\u{7}", "\u{9B}", "\u{85}", "ä", "👩‍🏫", "\u{1B}[[", "\u{1B}[M", "\\", "\r", "\u{3}",
    ]
    return (0..<Int.random(in: 1...24, using: &random)).flatMap { _ -> [UInt8] in
      if Bool.random(using: &random) { return [UInt8.random(in: .min ... .max, using: &random)] }
      return Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
    }
  }

  private func expectHarmless(_ key: Key, sourceLocation: SourceLocation = #_sourceLocation) {
    let text =
      switch key {
      case .text(let text): text
      case .alt(let character): String(character)
      case .control(let letter): String(letter)
      default: ""
      }
    let isHarmless = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    #expect(isHarmless, "\(key)", sourceLocation: sourceLocation)
  }

  @Test func `a sequence without an end does not grow for ever`() {
    for beginning in ["\u{1B}[", "\u{1B}]0;", "\u{1B}P"] {
      var decoder = KeyDecoder()
      #expect(decoder.keys(of: Array(beginning.utf8)) == [])
      for _ in 0..<600 { #expect(decoder.keys(of: Array("0000000000".utf8)).allSatisfy { $0.isText }) }
      _ = decoder.giveUp()
      #expect(decoder.keys(of: Array("z".utf8)) == [.text("z")])
    }
  }

  @Test func `a paste that never ends comes in pieces, whole characters each`() {
    var decoder = KeyDecoder()
    let block = Array(String(repeating: "€", count: 40_000).utf8)
    var pasted = 0
    for key in decoder.keys(of: Array("\u{1B}[200~".utf8)) + (0..<30).flatMap({ _ in decoder.keys(of: block) }) {
      guard case .paste(let text) = key else {
        Issue.record("\(key) is no paste")
        continue
      }
      #expect(text.allSatisfy { $0 == "€" })
      pasted += text.count
    }
    guard case .paste(let rest)? = decoder.giveUp() else {
      Issue.record("the rest is lost")
      return
    }
    #expect(pasted > 0 && pasted + rest.count == 30 * 40_000)
  }

  /// Text that came in several pieces as one.
  private func joined(_ keys: [Key]) -> [Key] {
    keys.reduce(into: []) { joined, key in
      if case .text(let text) = key, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + text)
      } else {
        joined.append(key)
      }
    }
  }
}

extension KeyDecoder {
  /// The whole keys that are there with these bytes.
  fileprivate mutating func keys(of bytes: some Sequence<UInt8>) -> [Key] {
    append(bytes)
    var keys: [Key] = []
    while let key = next() { keys.append(key) }
    return keys
  }
}

extension Key {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
