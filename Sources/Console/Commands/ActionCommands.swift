import SessionEngine

extension CommandReader {
  /// `2 done`, `2 dropped nobody needs it`, `2 moved 2027-03-01 the hall is shut`, `2 open`; alone it lists them.
  func action(_ rest: String) throws(Complaint) -> Intent {
    guard !view.actions.isEmpty else {
      throw Complaint("No actions were agreed or carried here yet. Nothing was done.")
    }
    guard !rest.isEmpty else { return .display(.actions) }
    let words = rest.split(maxSplits: 2, whereSeparator: \.isWhitespace).map { String($0) }
    guard let number = Int(words[0]), view.actions.indices.contains(number - 1) else {
      throw Complaint("There is no action “\(words[0])”; /action lists them with their numbers. Nothing was done.")
    }
    let action = view.actions[number - 1]
    guard words.count > 1 else { throw usage(.action, "Say what became of it") }
    let more = words.count > 2 ? words[2] : ""
    switch words[1].lowercased() {
    case "done": return submit(.action(ChangeAction(action.id, .done)), reason: more)
    case "dropped", "drop": return submit(.action(ChangeAction(action.id, .dropped)), reason: more)
    case "open", "reopen": return submit(.action(ChangeAction(action.id, .reopened)), reason: more)
    case "moved", "move":
      let parts = more.split(maxSplits: 1, whereSeparator: \.isWhitespace).map { String($0) }
      guard let day = parts.first else { throw usage(.action, "Say to which day it is moved, and why") }
      return submit(.action(ChangeAction(action.id, .moved(to: day))), reason: parts.count > 1 ? parts[1] : "")
    default: throw usage(.action, "An action is done, dropped, moved or open")
    }
  }
}
