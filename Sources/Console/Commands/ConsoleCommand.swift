/// What can be typed after a slash.
package enum ConsoleCommand: String, Sendable, Hashable, CaseIterable {
  // Going on
  case next, back, rerun, `return`, skip, goto, insert, track, turn, queue
  // Time
  case time, extend, shorten, replan, pause, resume
  // Seeing
  case say, show, items, agenda, who, groups
  // What came in
  case note, photo, reword, set, withdraw, merge, split, undo, choose, close, reveal, admit, keep, action
  // People
  case late, gone, role, unrole, move, regroup
  // Checkpoints
  case judge, pass, rework, stop
  // This program
  case help, end, quit

  /// What a command is good for; the order in which `/help` lists them.
  package enum Purpose: String, Sendable, CaseIterable {
    case flow = "Going on"
    case time = "Time"
    case seeing = "Seeing again"
    case content = "What came in"
    case people = "People and groups"
    case checkpoint = "At a checkpoint"
    case program = "This program"
  }

  package var purpose: Purpose {
    switch self {
    case .next, .back, .rerun, .return, .skip, .goto, .insert, .track, .turn, .queue: .flow
    case .time, .extend, .shorten, .replan, .pause, .resume: .time
    case .say, .show, .items, .agenda, .who, .groups: .seeing
    case .note, .photo, .reword, .set, .withdraw, .merge, .split, .undo, .choose, .close, .reveal, .admit,
      .keep, .action:
      .content
    case .late, .gone, .role, .unrole, .move, .regroup: .people
    case .judge, .pass, .rework, .stop: .checkpoint
    case .help, .end, .quit: .program
    }
  }

  /// What cannot be taken back: it wants the whole word, and a word of confirmation.
  package var isIrreversible: Bool { self == .end || self == .stop }

  /// One or two letters for what is needed most.
  private static let shortcuts: [String: ConsoleCommand] = [
    "n": .next, "b": .back, "e": .extend, "ex": .extend, "t": .time, "p": .pause, "i": .items, "g": .groups, "w": .who,
    "h": .help, "?": .help, "q": .quit, "exit": .quit,
  ]

  /// The command that a word names: the whole word, a shortcut, or the only beginning.
  static func named(_ word: String) throws(Complaint) -> ConsoleCommand {
    let word = word.lowercased()
    if let exact = ConsoleCommand(rawValue: word) ?? shortcuts[word] { return exact }
    let begun = word.isEmpty ? [] : allCases.filter { $0.rawValue.hasPrefix(word) }
    if begun.count == 1, let only = begun.first {
      guard !only.isIrreversible else {
        throw Complaint("/\(only.rawValue) cannot be taken back, so it wants the whole word. Nothing was done.")
      }
      return only
    }
    guard begun.isEmpty else {
      throw Complaint("/\(word) could be \(spokenList(begun.map { "/" + $0.rawValue }, "or")). Nothing was done.")
    }
    let near = nearestName(to: word, in: allCases.map(\.rawValue)).map { " Did you mean /\($0)?" } ?? ""
    throw Complaint(
      "There is no command /\(word).\(near) Nothing was done.",
      "/help lists the commands; a text that begins with a slash is typed with two: //\(word)")
  }
}
