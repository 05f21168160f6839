import Console
import Testing

@Suite struct KeyDecoderTests {
  /// What a terminal sends, and what is meant.
  static let known: [(sent: String, keys: [Key])] = [
    ("a", [.text("a")]), ("school", [.text("school")]), ("é学👩‍👩‍👧", [.text("é学👩‍👩‍👧")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
    ("\u{3}", [.control("c")]), ("\u{1}x\u{5}", [.control("a"), .text("x"), .control("e")]),
    ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[C\u{1B}[D", [.right, .left]),
    ("\u{1B}[1;5C", [.wordRight]), ("\u{1B}[1;3D", [.wordLeft]), ("\u{1B}b", [.alt("b")]),
    ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]), ("\u{1B}[3~", [.delete]),
    ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]),
    ("\u{1B}[Z", [.backTab]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[[B", [.function(2)]),
    ("\u{1B}[24~", [.function(12)]),
    ("\u{1B}[200~one\ntwo\u{1B}[A\u{1B}[201~x", [.paste("one\ntwo\u{1B}[A"), .text("x")]),
    ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
  ]

  /// Nothing of these may ever come in as text.
  static let swallowed: [String] = [
    "\u{1B}[I", "\u{1B}[?62;c", "\u{1B}[<0;10;5M", "\u{1B}[M !!", "\u{1B}]0;title\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[99;1u", "\u{0}", "\u{1C}", "\u{9B}",
  ]

  @Test(arguments: known)
  func `keys are known by what the terminal sends`(sent: String, keys: [Key]) {
    #expect(Self.keys(of: [Array(sent.utf8)]) == keys)
  }

  @Test(arguments: known)
  func `a sequence may come in pieces`(sent: String, keys: [Key]) {
    let bytes = Array(sent.utf8)
    #expect(Self.joined(Self.keys(of: bytes.map { [$0] })) == Self.joined(keys))
    for cut in bytes.indices {
      #expect(Self.joined(Self.keys(of: [Array(bytes[..<cut]), Array(bytes[cut...])])) == Self.joined(keys))
    }
  }

  @Test(arguments: swallowed)
  func `what nobody typed is swallowed whole`(sent: String) {
    #expect(Self.keys(of: [Array((sent + "x").utf8)]) == [.text("x")])
  }

  @Test func `Escape alone is known when nothing more comes`() {
    var decoder = KeyDecoder()
    decoder.append([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.isWaiting)
    #expect(decoder.giveUp() == .escape)
    #expect(!decoder.isWaiting)
  }

  @Test func `half a sequence is nothing once nothing more comes`() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}[1;".utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.giveUp() == nil)
    decoder.append(Array("x".utf8))
    #expect(decoder.next() == .text("x"))
  }

  @Test func `a paste that is cut off comes as far as it came`() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}[200~half a thou".utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.giveUp() == .paste("half a thou"))
  }

  @Test func `a sequence without an end does not hold up the keyboard`() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}]".utf8) + Array(repeating: UInt8(ascii: "a"), count: 5_000))
    #expect(decoder.next() == nil)
    decoder.append(Array("b".utf8))
    #expect(decoder.next() == .text("b"))
  }

  @Test func `bytes that are no UTF-8 are shown as such`() {
    #expect(Self.keys(of: [[0xFF, UInt8(ascii: "a")]]) == [.text("\u{FFFD}a")])
  }

  private static func keys(of pieces: [[UInt8]]) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for piece in pieces {
      decoder.append(piece)
      while let key = decoder.next() { keys.append(key) }
    }
    return keys
  }

  /// Text that came in pieces put together again.
  private static func joined(_ keys: [Key]) -> [Key] {
    keys.reduce(into: []) { keys, key in
      if case .text(let more) = key, case .text(let text)? = keys.last {
        keys[keys.count - 1] = .text(text + more)
      } else {
        keys.append(key)
      }
    }
  }
}
