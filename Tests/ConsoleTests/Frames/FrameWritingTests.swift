import Testing

@testable import Console

@Suite struct FrameWritingTests {
  private static let plain = FrameWriting(inColour: false)

  private static func frame(_ rows: [Row], cursor: ScreenFrame.Place? = nil) -> ScreenFrame {
    var frame = ScreenFrame(size: ScreenFrame.Size(columns: 20, rows: rows.count))
    frame.put(rows, at: 0)
    frame.cursor = cursor
    return frame
  }

  /// What is sent, with the escape character as ␛.
  private static func sent(_ old: ScreenFrame?, _ new: ScreenFrame, inColour: Bool = false) -> String {
    FrameWriting(inColour: inColour).update(from: old, to: new).replacing("\u{1B}", with: "␛")
  }

  @Test func `a frame that is the same sends nothing`() {
    let frame = Self.frame([Row("one"), Row("two")], cursor: ScreenFrame.Place(row: 1, column: 0))
    #expect(Self.sent(frame, frame) == "")
  }

  @Test func `only what changed is sent`() {
    let old = Self.frame([Row("Time 0:59 left"), Row("two")], cursor: ScreenFrame.Place(row: 1, column: 3))
    let new = Self.frame([Row("Time 0:58 left"), Row("two")], cursor: ScreenFrame.Place(row: 1, column: 3))
    #expect(Self.sent(old, new) == "␛[?25l␛[1;9H8␛[2;4H␛[?25h")
  }

  @Test func `what is shorter is cleared, and nothing is cleared that is longer`() {
    #expect(Self.sent(Self.frame([Row("longer")]), Self.frame([Row("long")])) == "␛[?25l␛[1;5H␛[K")
    #expect(Self.sent(Self.frame([Row("long")]), Self.frame([Row("longer")])) == "␛[?25l␛[1;5Her")
  }

  @Test func `a wide character is never cut in two`() {
    #expect(Self.sent(Self.frame([Row("学校a")]), Self.frame([Row("学x a")])) == "␛[?25l␛[1;3Hx ")
    #expect(Self.sent(Self.frame([Row("ab校")]), Self.frame([Row("学校")])) == "␛[?25l␛[1;1H学")
  }

  @Test func `an unknown screen is drawn whole`() {
    #expect(Self.sent(nil, Self.frame([Row("one")])).hasPrefix("␛[?25l␛[0m␛[2J␛[1;1Hone"))
    let other = ScreenFrame(size: ScreenFrame.Size(columns: 10, rows: 1))
    #expect(Self.sent(other, Self.frame([Row("one")])).contains("␛[2J"))
  }

  @Test func `without colour there is still what is bold and what is chosen`() {
    let new = Self.frame([Row("a", .warning), Row("b", .chosen), Row("c", .quiet)])
    #expect(Self.sent(ScreenFrame(size: new.size), new) == "␛[?25l␛[1;1H␛[0;1ma␛[0m␛[2;1H␛[0;7mb␛[0m␛[3;1H␛[0;2mc␛[0m")
    #expect(Self.sent(ScreenFrame(size: new.size), new, inColour: true).contains("␛[0;1;31ma"))
  }

  @Test func `what somebody typed cannot reach the terminal as a command`() {
    let row = Row("\u{1B}]0;title\u{7}\u{202E}evil\u{9B}2J")
    let sent = FrameWriting(inColour: true).update(from: Self.frame([Row()]), to: Self.frame([row]))
    #expect(sent.split(separator: "\u{1B}").allSatisfy { $0.hasPrefix("[?25l") || $0.hasPrefix("[1;1H") })
    #expect(!sent.contains("\u{202E}") && !sent.unicodeScalars.contains("\u{9B}"))
  }

  @Test func `what follows words from right to left stays behind them`() {
    let sent = Self.sent(Self.frame([Row()]), Self.frame([Row("شكرا: 3")]))
    #expect(sent == "␛[?25l␛[1;1Hشكرا\u{200E}: 3")
  }

  @Test func `a row that is too long says so`() {
    #expect(Row("twelve 学校 letters").clipped(to: 10).text == "twelve 学…")
    #expect(Row("abc").clipped(to: 3).text == "abc")
  }

  @Test(arguments: [("0:59", 1, 3), ("+1:05", 1, 3), ("12:00", 2, 5), ("9:41", 4, 10)])
  func `large digits are rows of one width`(text: String, scale: Int, rows: Int) {
    let digits = BigDigits.rows(text, scale: scale)
    #expect(digits.count == rows)
    #expect(Set(digits.map(\.count)).count == 1)
  }
}
