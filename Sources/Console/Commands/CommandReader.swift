import MethodModel
import SessionEngine

/// What a typed command comes to.
enum Intent {
  case submit([Submission])
  /// Nothing happens but that something is shown.
  case display(Display)
  /// Wants a word typed before it happens.
  case confirm(word: String, question: String, Submission)
  /// One of several entries, or several of one: what comes of it needs ids.
  case rearrange(String, isMerge: Bool)
  case leave

  /// What can be shown again.
  enum Display: Hashable {
    case say, step, items, agenda, people, groups, time, roles, tracks, queue, ways, stale, actions, allHelp, possible,
      help(
        ConsoleCommand?)
  }
}

/// Reads commands with their arguments.
struct CommandReader {
  let view: SessionView
  let method: Method
  /// The entries of the open activity by the numbers that were shown.
  let numbers: EntryNumbers

  /// What `/word arguments` stands for; `line` is without its slash.
  func read(_ line: String) throws(Complaint) -> Intent {
    let word = line.prefix { !$0.isWhitespace }
    let command = try ConsoleCommand.named(String(word))
    return try intent(command, line.dropFirst(word.count).trimmed)
  }

  private func intent(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    switch command.purpose {
    case .flow: try flow(command, rest)
    case .time: try time(command, rest)
    case .seeing: .display(display(command))
    case .content: try content(command, rest)
    case .people: try people(command, rest)
    case .checkpoint: try checkpoint(command, rest)
    case .program: try program(command, rest)
    }
  }

  private func display(_ command: ConsoleCommand) -> Intent.Display {
    switch command {
    case .say: .say
    case .items: .items
    case .agenda: .agenda
    case .who: .people
    case .groups: .groups
    default: .step
    }
  }

  private func program(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    switch command {
    case .help:
      let word = rest.first == "/" ? String(rest.dropFirst()) : rest
      if word.lowercased() == "all" { return .display(.allHelp) }
      if word.lowercased() == "now" { return .display(.possible) }
      return .display(.help(word.isEmpty ? nil : try ConsoleCommand.named(word)))
    case .end:
      let name = rest.isEmpty ? "ended-early" : rest
      return .confirm(
        word: "end", question: "This ends the session for good. To come back later, use /quit instead.",
        Submission(.end(as: name)))
    default: return .leave
    }
  }

  // MARK: Time

  private func time(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    switch command {
    case .extend: return try change(rest, sign: 1, command)
    case .replan: return try replan(rest)
    case .shorten: return try change(rest, sign: -1, command)
    case .pause: return submit(.pause, reason: rest)
    case .resume: return submit(.resume(gap: 0), reason: rest)
    default: return .display(.time)
    }
  }

  /// Shows the ways to end in time, or takes the one of that number.
  private func replan(_ rest: String) throws(Complaint) -> Intent {
    guard !view.ways.isEmpty else {
      throw Complaint("The session is on time, so there is nothing to plan anew. Nothing was done.")
    }
    guard !rest.isEmpty else { return .display(.ways) }
    let digits = rest.prefix { $0.isNumber }
    guard let number = Int(digits), view.ways.indices.contains(number - 1) else {
      throw Complaint("Type /replan and a number from 1 to \(view.ways.count). Nothing was done.")
    }
    return submit(.applyPlan(ApplyPlan(view.ways[number - 1].kind)), reason: rest.dropFirst(digits.count).trimmed)
  }

  private func change(_ rest: String, sign: Int, _ command: ConsoleCommand) throws(Complaint) -> Intent {
    guard let (seconds, reason) = Duration.read(rest) else { throw usage(command, "Say how many minutes") }
    return submit(.extend(seconds: sign * seconds), reason: reason)
  }

  func submit(_ body: CommandBody, reason: String = "") -> Intent {
    .submit([Submission(body, reason: reason.isEmpty ? nil : reason)])
  }

  /// How a command is typed, after what is wrong.
  func usage(_ command: ConsoleCommand, _ what: String) -> Complaint {
    Complaint(sentence("\(what), as in \(command.examples.last ?? "/\(command.rawValue)")") + " Nothing was done.")
  }
}

/// Times as they are typed after a command.
enum Duration {
  /// `5`, `5m`, `5 min`, `90s`, `1:30`, then anything; seconds above nought.
  static func read(_ text: String) -> (seconds: Int, rest: String)? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    var rest = text.dropFirst(digits.count).trimmed
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first ?? nil, first <= 100_000, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let seconds = parts[1], seconds < 60 else { return nil }
      return positive(first * 60 + seconds, rest)
    }
    let unit = rest.prefix { $0.isLetter }
    guard let factor = units[unit.lowercased()] else { return positive(first * 60, rest) }
    rest = rest.dropFirst(unit.count).trimmed
    return positive(first * factor, rest)
  }

  private static func positive(_ seconds: Int, _ rest: String) -> (seconds: Int, rest: String)? {
    seconds > 0 ? (seconds, rest) : nil
  }

  private static let units = [
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "s": 1, "sec": 1, "second": 1, "seconds": 1, "h": 3600,
  ]
}
