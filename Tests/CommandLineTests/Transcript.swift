import Foundation
import Testing

/// What a session said, with what differs from run to run made the same: folders, days, the clock, who sits with whom.
enum Transcript {
  static func steady(_ text: String, in workplace: Workplace) -> String {
    var lines: [String] = []
    var isInTime = false
    let plain = text.replacing(workplace.path, with: "WORK").replacing(
      /Sessions\/\d{4}-\d{2}-\d{2}/, with: "Sessions/DAY"
    ).replacing(/Its head is [0-9a-f-]{19}/, with: "Its head is HEAD")
    for line in plain.split(separator: "\n", omittingEmptySubsequences: false) {
      isInTime = isInTime && line.hasPrefix("  ")
      if isInTime { continue }
      isInTime = line.hasPrefix("Time: ")
      lines.append(isInTime ? steadyTime(line) : steadyGroup(line))
    }
    return lines.joined(separator: "\n")
  }

  /// The minutes of the step stay; the time of day and the seconds used go.
  private static func steadyTime(_ line: Substring) -> String {
    guard let end = line.firstRange(of: " for this") else { return "Time: …" }
    return line[..<end.upperBound] + " …"
  }

  /// Groups are drawn by chance: how many sit together stays, who they are goes.
  private static func steadyGroup(_ line: Substring) -> String {
    guard
      let match = line.wholeMatch(of: /((?:With:| ) [A-Z][a-z ]* \d+: )((?:[A-Z][a-z]+, )*[A-Z][a-z]+ and [A-Z][a-z]+)/)
    else { return String(line) }
    return "\(match.1)\(match.2.split(separator: " ").count { $0 != "and" }) people"
  }
}

/// A text that is compared with what was recorded; `DOTANK_RECORD_GOLDENS=1` records it anew.
enum Golden {
  private static let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Goldens/"

  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let path = folder + name
    if ProcessInfo.processInfo.environment["DOTANK_RECORD_GOLDENS"] != nil {
      return try Data(text.utf8).write(to: URL(filePath: path))
    }
    let data = try #require(
      FileManager.default.contents(atPath: path), "no golden \(name); record it with DOTANK_RECORD_GOLDENS=1",
      sourceLocation: sourceLocation)
    let old = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard old != new else { return }
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      "\(name), line \(line + 1): recorded “\(old.dropFirst(line).first ?? "")”, said “\(new.dropFirst(line).first ?? "")”",
      sourceLocation: sourceLocation)
  }

  /// What is typed in a session, from the folder of scripts.
  static func script(_ name: String) throws -> String {
    let path = folder.replacing("/Goldens/", with: "/Scripts/") + name
    return String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
  }
}
