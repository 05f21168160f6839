import Foundation

/// Texts that a spreadsheet, a page, a terminal or a template could take for something else than words.
enum HostileTexts {
  /// More than 200; other test targets read the same file.
  static let all: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "HostileTexts.json")
    guard let data = try? Data(contentsOf: file), let texts = try? JSONDecoder().decode([String].self, from: data)
    else { return [] }
    return texts
  }()
}
