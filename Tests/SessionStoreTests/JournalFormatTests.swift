import SessionEngine
import Testing

@testable import SessionStore

struct `The journal's format` {
  @Test func `is one line of JSON an event, and stays what it is`() throws {
    let line = String(decoding: try Sample.journal([Sample.command(1)]), as: UTF8.self)
    #expect(
      line == #"""
        {"crc":"18a5658a","hash":"810974b2b23abbbda54b7b5c0b9bc5d0e56f3d341c8867f51aa546c4a8787d08","spine":{"format":1,"seq":1,"part":1,"parts":1,"type":"entryAdded","version":1,"elapsed":1,"wall":"2026-11-21T09:00:01.500Z","command":"c1","digest":"d1","actor":"Aino","prev":"0000000000000000000000000000000000000000000000000000000000000000","salt":"00000000000000010000000000000000","bodyDigest":"3bda5f31d9e0d490a0d1f1c7e1d2a7171e0658b41c46540426e2afe277c8a742"},"body":{"text":"idea 1.0"}}

        """#)
  }

  @Test(arguments: ["plain", "with \"quotes\" and \\", "tab\tline\nfeed\u{1}", "ääkköset 汉字 🏫", "", "\u{2028}\u{7F}"])
  func `brings every text back`(text: String) throws {
    var command = Sample.command(1)
    command.id = text
    command.digest = text
    command.actor = text
    command.events[0].type = text
    let bytes = try Sample.journal([command])
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1)
    let spine = try #require(JournalContents(scanning: bytes).frames.first?.spine)
    #expect([spine.command, spine.commandDigest, spine.actor, spine.type] == [text, text, text, text])
  }

  @Test func `knows the check values of its sums`() {
    let digits = Array("123456789".utf8)
    #expect(Checksum.of(digits, in: 0..<9) == 0xCBF4_3926)
    #expect(Checksum.of(digits, in: 4..<4) == 0)
    #expect(JournalHash(of: []).description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(JournalHash("\(JournalHash(of: digits))") == JournalHash(of: digits))
    #expect(JournalHash("E3") == nil)
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_795_251_600_123, "2026-11-21T09:00:00.123Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
  ])
  func `writes moments as everybody does`(milliseconds: Int64, text: String) {
    #expect(WallTime(milliseconds: milliseconds).iso8601 == text)
    #expect(WallTime(iso8601: text) == WallTime(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "2026-02-30T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-11-21T24:00:00.000Z", "2026-11-21", "",
  ])
  func `reads no moment that there is not`(text: String) {
    #expect(WallTime(iso8601: text) == nil)
  }

  @Test func `keeps a moment beyond the calendar within it`() {
    #expect(WallTime(milliseconds: .max).iso8601 == "9999-12-31T23:59:59.999Z")
    #expect(WallTime(milliseconds: .min).iso8601 == "0000-01-01T00:00:00.000Z")
  }
}
