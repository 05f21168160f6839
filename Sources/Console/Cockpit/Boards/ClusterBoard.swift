import SessionEngine

/// Sorting many things by keyboard: one moves among them, marks some, and a letter puts them into a cluster.
struct ClusterBoard: Board, Sendable, Hashable {
  struct Item: Sendable, Hashable {
    /// As it is numbered on every screen.
    let number: Int
    let text: String
    /// The letters of the clusters it is in.
    let letters: [String]
  }

  struct Cluster: Sendable, Hashable {
    let letter: String
    let title: String
    let count: Int
  }

  let items: [Item]
  let clusters: [Cluster]
  private let run: RunID
  private(set) var place = 0
  private(set) var marked: Set<Int> = []
  private(set) var hidesSorted = false

  /// Nil where nothing is sorted.
  init?(_ view: SessionView, _ numbers: EntryNumbers) {
    guard view.stop == nil, let activity = view.activity, activity.kind == .cluster, activity.isOpen else { return nil }
    run = activity.run
    let letters = activity.entries.map { cluster in
      (cluster: cluster, letter: numbers.number(of: cluster.id).map { Letters.text($0) } ?? "-")
    }
    clusters = letters.map { Cluster(letter: $0.letter, title: $0.cluster.text, count: $0.cluster.members.count) }
    var of: [ThingRef: [String]] = [:]
    for (cluster, letter) in letters { for thing in cluster.members { of[thing, default: []].append(letter) } }
    items = activity.ballot.enumerated().filter { !$0.element.isGone }.map { number, thing in
      Item(
        number: number + 1, text: thing.label.isEmpty ? thing.thing.word : thing.label, letters: of[thing.thing] ?? [])
    }
  }

  /// The same place and marks over what is sorted by now; nil when the step has gone on.
  func following(_ view: SessionView, _ numbers: EntryNumbers) -> ClusterBoard? {
    guard var now = ClusterBoard(view, numbers), now.run == run else { return nil }
    let before = Dictionary(items.map { ($0.number, $0.letters) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(now.items.map { ($0.number, $0.letters) }, uniquingKeysWith: { first, _ in first })
    let here = shown.indices.contains(place) ? shown[place].number : 0
    now.hidesSorted = hidesSorted
    // What was put somewhere is done with, and the next thing without a place is at hand.
    now.marked = marked.filter { after[$0] != nil && after[$0] == before[$0] }
    let isDone = after[here] != before[here]
    let next = now.shown.firstIndex { $0.number > here && $0.letters.isEmpty }
    now.place = (isDone ? next : nil) ?? now.shown.firstIndex { $0.number >= here } ?? max(0, now.shown.count - 1)
    return now
  }

  /// What is listed: all, or what is in no cluster yet.
  var shown: [Item] { hidesSorted ? items.filter(\.letters.isEmpty) : items }

  /// The numbers that a key is about: what is marked, else where one stands.
  private var chosen: [Int] {
    if !marked.isEmpty { return marked.sorted() }
    return shown.indices.contains(place) ? [shown[place].number] : []
  }

  mutating func press(_ key: Key) -> BoardAct {
    switch key {
    case .up: place = max(0, place - 1)
    case .down: place = min(max(0, shown.count - 1), place + 1)
    case .pageUp: place = max(0, place - 10)
    case .pageDown: place = min(max(0, shown.count - 1), place + 10)
    case .home: place = 0
    case .end: place = max(0, shown.count - 1)
    case .tab:
      hidesSorted.toggle()
      place = min(place, max(0, shown.count - 1))
    case .enter: return chosen.isEmpty ? .nothing : .begin("\(list(" ")) = ")
    case .backspace: return .enter(["/undo"])
    case .text(let text):
      for character in text {
        let act = type(character)
        if act != .nothing { return act }
      }
    default: break
    }
    return .nothing
  }

  private func list(_ separator: String) -> String { chosen.map { "\($0)" }.joined(separator: separator) }

  private mutating func type(_ character: Character) -> BoardAct {
    guard !chosen.isEmpty else { return .nothing }
    switch character {
    case " ":
      let number = shown[place].number
      if marked.remove(number) == nil { marked.insert(number) }
      place = min(shown.count - 1, place + 1)
      return .nothing
    case "-": return .enter(["\(list(" ")) -"])
    case "+":
      return chosen.count > 1 ? .begin("\(list(" + ")) = ") : .say("Mark two or more with the space bar first.")
    case "/":
      return chosen.count == 1 ? .begin("\(list("")) / ") : .say("One thing at a time is split; take the marks away.")
    case "=":
      guard let letter = items.first(where: { $0.number == chosen[0] })?.letters.first else {
        return .say("This is in no cluster yet; Enter makes one of it.")
      }
      return .begin("\(letter) = ")
    default:
      let letter = String(character).uppercased()
      guard clusters.contains(where: { $0.letter == letter }) else {
        return .say("There is no cluster \(letter) yet; Enter makes a new one of what is marked.")
      }
      return .enter(["\(list(" ")) \(letter)"])
    }
  }
}
