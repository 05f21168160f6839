import SessionEngine

extension RehearsalSummary {
  /// The summary as plain text, at most 80 columns wide, with a line break after each line.
  package var text: String {
    var lines = [heading, ""]
    lines.append(Self.row("step", "planned", "used", ""))
    lines += takes.map { take in
      Self.row(
        take.title + (take.attempt > 1 ? " (\(take.attempt))" : ""), Minutes.clock(take.planned),
        Minutes.clock(take.used), Self.remark(take))
    }
    lines += unopened.map { Self.row($0, "", "", "never opened") }
    lines.append(Self.row("in all", Minutes.clock(planned), Minutes.clock(actual), Self.difference(actual - planned)))
    lines += ["", closing] + refused.map(Self.line)
    return lines.map { $0 + "\n" }.joined()
  }

  private var heading: String {
    "Rehearsal of \(method) with \(people) simulated people, seed \(seed)".clipped(to: Self.width)
  }

  private var closing: String {
    let parts = [
      endedAs.map { "Ended as “\($0)”" } ?? "Not ended", Self.counted(contributions, "contribution"),
      Self.counted(reworks, "rework"), Self.counted(overrules, "overrule"), Self.counted(skips, "skip"),
      rejections > 0 ? "\(rejections) refused" : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ").clipped(to: Self.width)
  }

  private static func line(_ refusal: Refusal) -> String {
    "  \(refusal.count) \(refusal.code), as: \(refusal.message)".clipped(to: width)
  }

  private static let width = 80
  private static let titleWidth = 44

  private static func row(_ title: String, _ planned: String, _ used: String, _ remark: String) -> String {
    let line =
      title.clipped(to: titleWidth).padded(to: titleWidth) + planned.padded(to: 9, right: true)
      + used.padded(to: 9, right: true) + "  " + remark
    return line.clipped(to: width).trimmedEnd
  }

  private static func remark(_ take: Line) -> String {
    switch take.status {
    case .skipped: "left out"
    case .dropped: take.isLeft ? "left open" : "off the path"
    case .superseded: "run again"
    case .open: "open"
    case .closed: difference(take.used - take.planned)
    }
  }

  /// Said only where it matters: from half a minute, or a minute in an hour.
  private static func difference(_ seconds: Int) -> String {
    guard abs(seconds) >= 30 else { return "" }
    return "\(Minutes.spoken(abs(seconds))) \(seconds > 0 ? "over" : "under")"
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    count == 0 ? "" : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

extension String {
  fileprivate func clipped(to width: Int) -> String { count > width ? prefix(width - 1) + "…" : self }

  fileprivate func padded(to width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - count))
    return right ? blanks + self : self + blanks
  }

  fileprivate var trimmedEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
