import Archive
import ArgumentParser
import MethodModel
import SessionEngine

/// Which sessions of the archive are meant.
struct ArchiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only sessions with this method or a variant of it.", valueName: "id"))
  var method: String?

  @Option(help: ArgumentHelp("From this day, month or year on: 2026-11-21, 2026-11 or 2026.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Up to and with this day, month or year.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("Only where the site's name contains this.", valueName: "text"))
  var site: String?

  @Option(help: ArgumentHelp("Only sessions that were given this tag.", valueName: "word"))
  var tag: String?

  @Option(
    help: "Only methods of this pillar: \(Pillar.allCases.map(\.rawValue).joined(separator: ", ")).")
  var pillar: Pillar?

  @Option(
    help: ArgumentHelp(
      "Only sessions with this decision, verdict or end, for example adopted, rework, not-adopted.", valueName: "word"))
  var decision: String?

  @Flag(help: "Rehearsals with people who are made up, too.")
  var rehearsals = false

  /// Which options were given, as they are typed.
  var given: [String] {
    [
      (method, "--method"), (from, "--from"), (to, "--to"), (site, "--site"), (tag, "--tag"),
      (pillar?.rawValue, "--pillar"), (decision, "--decision"), (rehearsals ? "" : nil, "--rehearsals"),
    ].compactMap { $0 == nil ? nil : $1 }
  }

  func query(search: String? = nil, owner: String? = nil) throws(Failure) -> ArchiveQuery {
    ArchiveQuery(
      search: search, method: method, from: try DateOption.read(from, "--from"), to: try DateOption.read(to, "--to"),
      site: site,
      tag: tag, pillar: pillar?.rawValue, verdict: decision, owner: owner, withRehearsals: rehearsals)
  }
}

/// A day, month or year, as `2026-11-21`, `2026-11` or `2026`; a month or year means up to its last day.
enum DateOption {
  static func read(_ text: String?, _ option: String) throws(Failure) -> String? {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWritten =
      zip(parts, [4, 2, 2]).allSatisfy { $0.count == $1 && $0.utf8.allSatisfy { (48...57).contains($0) } }
      && (1...3).contains(parts.count)
    // A month or year is there when its first day is.
    guard isWritten, CalendarDate(text + "-01-01".dropFirst(3 * (parts.count - 1))) != nil else {
      throw Failure(
        "\(option) takes a day, month or year, not “\(text)”", remedy: "for example  \(option) 2026-11-21",
        code: Exit.usage)
    }
    return text
  }
}
