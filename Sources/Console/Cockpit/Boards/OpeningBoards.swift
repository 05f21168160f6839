import SessionEngine

extension Cockpit {
  /// Whether the step that is open has a board; cheaper than making one.
  var hasBoard: Bool {
    guard let view = screen.view, view.stop == nil, let activity = view.activity else { return false }
    switch activity.kind {
    case .cluster, .vote, .rate, .signal, .choose, .fill, .table: return activity.isOpen
    case .place: return activity.isOpen && !(activity.axes.isEmpty && activity.zones.isEmpty)
    default: return false
    }
  }

  /// The board of the step that is open; nil: it has none.
  func board() -> Overlay? {
    guard let view = screen.view else { return nil }
    if let board = ClusterBoard(view, screen.numbers) { return .clusters(board) }
    if let form = FormBoard(view, screen.numbers, language: screen.language) { return .form(form) }
    return BallotGrid(view).map { .grid($0) }
  }

  /// Boards show what is known now, and go when their step does; what was typed on them and not handed in is told.
  mutating func followBoard() {
    guard let view = screen.view else { return }
    switch overlay {
    case .grid(let grid):
      let now = grid.following(view)
      if now == nil, grid.unfinished > 0 {
        replies.append(
          Line("The step went on; \(counted(grid.unfinished, "ballot was", "ballots were")) not handed in.", .warning))
      }
      overlay = now.map { .grid($0) }
    case .clusters(let board): overlay = board.following(view, screen.numbers).map { .clusters($0) }
    case .form(let form):
      overlay = form.following(view, screen.numbers, language: screen.language).map { .form($0) }
    default: break
    }
  }

  /// Does what a key on a board comes to.
  mutating func carryOut(_ act: BoardAct) -> [Effect] {
    switch act {
    case .nothing: return []
    case .say(let words):
      replies = [Line(words)]
      return []
    case .begin(let line):
      replies = []
      editor.replace(with: line)
      return []
    case .enter(let lines):
      replies = []
      waiting = lines
      return enterNext()
    }
  }
}
