import MethodModel
import SessionEngine

/// A way in which a command that is being typed can go on.
struct Completion: Hashable {
  /// The whole line it becomes.
  let line: String
  /// What it does, or who or what is named.
  let text: String
  /// Whether something still comes after it.
  var wantsMore = false

  /// Ways for a line; none where it is content.
  static func candidates(for line: String, view: SessionView, method: Method) -> [Completion] {
    guard line.hasPrefix("/"), !line.hasPrefix("//") else { return [] }
    guard let blank = line.firstIndex(where: \.isWhitespace) else { return commands(String(line.dropFirst()), view) }
    guard let command = try? ConsoleCommand.named(String(line[..<blank].dropFirst())) else { return [] }
    let typed = String(line[line.index(after: blank)...])
    return arguments(of: command, typed, head: String(line[...blank]), view, method)
  }

  /// Commands that begin so, those that can be done now first.
  private static func commands(_ word: String, _ view: SessionView) -> [Completion] {
    let word = word.lowercased()
    let possible = Set(ConsoleCommand.possible(in: view))
    let begun = ConsoleCommand.allCases.filter { $0.rawValue.hasPrefix(word) }
    return (begun.filter(possible.contains) + begun.filter { !possible.contains($0) }).map { command in
      Completion(
        line: "/\(command.rawValue)", text: command.summary, wantsMore: command.examples.contains { $0.contains(" ") })
    }
  }

  /// What the last word of a command can name.
  private static func arguments(
    of command: ConsoleCommand, _ typed: String, head: String, _ view: SessionView, _ method: Method
  ) -> [Completion] {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    let last = words.last ?? ""
    let before = words.dropLast().joined(separator: " ")
    let known = names(for: command, after: before, view, method)
    let start = head + (before.isEmpty ? "" : before + " ")
    let begun = known.filter { $0.word.lowercased().hasPrefix(last.lowercased()) && $0.word != last }
    return begun.map { Completion(line: start + $0.word, text: $0.text) }
  }

  private static func names(
    for command: ConsoleCommand, after before: String, _ view: SessionView, _ method: Method
  ) -> [(word: String, text: String)] {
    func people(_ isPresent: Bool) -> [(word: String, text: String)] {
      view.people.filter { $0.isPresent == isPresent }.map { ($0.name, $0.roles.joined(separator: ", ")) }
    }
    let groups = view.parts.count > 1 ? view.parts.map { ($0.key, $0.members.joined(separator: ", ")) } : []
    switch command {
    case .gone where before.isEmpty: return people(true)
    case .late where before.isEmpty: return people(false)
    case .role where before.isEmpty, .unrole where before.isEmpty: return view.roles.map { ($0.id, $0.title) }
    case .role, .unrole: return people(true)
    case .move: return before.isEmpty ? people(true) + groups : groups
    case .turn where before.isEmpty: return (view.turns?.waiting ?? []).map { ($0, "") }
    case .goto where before.isEmpty:
      return Outline(method, language: method.language).leaves.enumerated().map {
        ("\($0.offset + 1)", $0.element.title)
      }
    case .help where before.isEmpty: return ConsoleCommand.allCases.map { ($0.rawValue, $0.summary) }
    default: return []
    }
  }
}
