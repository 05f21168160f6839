import Foundation
import Testing

/// The screens in the README are frames that tests hold. `DOTANK_RECORD_GOLDENS=1 swift test --filter ReadmeScreenTests`
/// writes them there anew.
@Suite struct ReadmeScreenTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `each screen in the README is the frame of that name`() throws {
    let readme = Self.root.appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let pieces = text.components(separatedBy: "<!-- screen: ")
    #expect(pieces.count == 7)
    let whole = try pieces.dropFirst().reduce(pieces[0]) { try $0 + "<!-- screen: " + Self.renewed($1) }
    if ProcessInfo.processInfo.environment["DOTANK_RECORD_GOLDENS"] != nil {
      try whole.write(to: readme, atomically: true, encoding: .utf8)
    } else {
      #expect(whole == text)
    }
  }

  /// `name -->`, a block of text, and what follows, with the frame in the block.
  private static func renewed(_ piece: String) throws -> String {
    let name = String(piece.prefix { $0 != " " })
    let golden = root.appendingPathComponent("Tests/ConsoleTests/Goldens/Moments/\(name).txt")
    let frames = try String(contentsOf: golden, encoding: .utf8).components(separatedBy: "\n\n120x40\n")
    let frame = frames[0].replacingOccurrences(of: "80x24\n", with: "")
    let fence = "```"
    let parts = piece.components(separatedBy: fence)
    let rest = parts.dropFirst(2).joined(separator: fence)
    return "\(name) -->\n\(fence)text\n\(frame)\n\(fence)\(rest)"
  }
}
