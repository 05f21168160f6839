import Foundation

/// A text that people can read and that a test compares with. `DOTANK_RECORD_GOLDENS=1 swift test` writes them anew.
struct Golden {
  private let path: String

  init(_ name: String, file: String = #filePath) {
    path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens/\(name).txt").path
  }

  /// The recorded text; while recording, the one that is given.
  func text(or actual: String) -> String {
    if ProcessInfo.processInfo.environment["DOTANK_RECORD_GOLDENS"] != nil {
      try? FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try? (actual + "\n").write(toFile: path, atomically: true, encoding: .utf8)
      return actual
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return "no golden at \(path)" }
    return String(text.dropLast())
  }
}
