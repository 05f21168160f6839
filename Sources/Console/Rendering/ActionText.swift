import SessionEngine

extension ScreenText {
  /// Every action with its number, and what came of it.
  func actions() -> [Line] {
    var page = page()
    guard !view.actions.isEmpty else { return [Line("No actions were agreed or carried here yet.")] }
    page.add("Who owes what:")
    for (index, action) in view.actions.enumerated() {
      let owner = action.owner.map { "\($0): " } ?? ""
      let due = action.due.map { ", by \($0)" } ?? ""
      let from = action.carriedFrom.map { " (from \($0))" } ?? ""
      page.item("\(owner)\(action.text)\(due) [\(action.status.rawValue)]\(from)", mark: "\(index + 1)")
    }
    page.add("/action and a number with done, dropped, moved or open says what became of it.", .quiet)
    return page.lines
  }
}
