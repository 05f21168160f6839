import MethodModel
import SessionEngine

extension CommandReader {
  /// Commands that move the session.
  func flow(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    switch command {
    case .next: return .submit(next(reason: rest.isEmpty ? nil : rest))
    case .back: return submit(.goTo(GoTo(.before, again: false)), reason: rest)
    case .rerun: return submit(.goTo(GoTo(.here, again: true)), reason: rest)
    case .return: return submit(.returnToOrigin, reason: rest)
    case .skip: return submit(.skip, reason: rest)
    case .insert: return try insert(rest)
    case .track: return try track(rest)
    case .turn: return try turn(rest)
    case .queue: return try queue(rest)
    default: return try goTo(rest)
    }
  }

  /// Votes, ratings and signals are closed first, so that their result is seen before the step goes away.
  private func next(reason: String?) -> [Submission] {
    guard let activity = view.activity, activity.isOpen, view.status == .running,
      [.vote, .rate, .place, .signal].contains(activity.kind)
    else {
      return [Submission(.next, reason: reason)]
    }
    return [Submission(.close), Submission(.next, reason: reason)]
  }

  private func insert(_ rest: String) throws(Complaint) -> Intent {
    guard let (seconds, words) = Duration.read(rest), !words.isEmpty else {
      throw usage(.insert, "Say how many minutes it takes and what it is called")
    }
    let sides = words.split(separator: "|", maxSplits: 1).map(\.trimmed)
    let say = sides.count == 2 && !sides[1].isEmpty ? sides[1] : nil
    return submit(.insert(InsertStep(title: sides.first ?? words, seconds: seconds, say: say)))
  }

  /// Lists the tracks, or goes over to one by its number or title.
  private func track(_ rest: String) throws(Complaint) -> Intent {
    guard !view.tracks.isEmpty else {
      throw Complaint("Nothing goes on side by side here. Nothing was done.")
    }
    guard !rest.isEmpty else { return .display(.tracks) }
    switch pick(rest, from: view.tracks.map { (names: [$0.title], value: $0) }) {
    case .one(let track) where track.isDone: throw Complaint("“\(track.title)” is done. Nothing was done.")
    case .one(let track): return submit(.track(track.id))
    case .several(let titles): throw Complaint("“\(rest)” could be \(spokenList(titles, "or")). Nothing was done.")
    case .none: throw Complaint("There is no “\(rest)” going on; /track lists them. Nothing was done.")
    }
  }

  /// `4`, `talk`, a title or the beginning of one; `again` at the end asks for a new take.
  private func goTo(_ rest: String) throws(Complaint) -> Intent {
    var words = rest
    let again = words.lowercased().hasSuffix(" again")
    if again { words = words.dropLast(6).trimmed }
    guard !words.isEmpty else { throw usage(.goto, "Say which step, by its number in /agenda") }
    let candidates = Outline(method, language: nil).leaves.map { (names: [$0.id] + $0.titles, value: $0.id) }
    switch pick(words, from: candidates) {
    case .one(let id): return submit(.goTo(GoTo(.place(id), again: again)))
    case .several(let ids): throw Complaint("“\(words)” could be \(spokenList(ids, "or")). Nothing was done.")
    case .none: throw Complaint("There is no step “\(words)”; /agenda lists them. Nothing was done.")
    }
  }
}

extension PlaceView {
  /// The id of the method's element that the session stands in.
  var element: String {
    let component = path.raw.split(separator: "/").last ?? ""
    return String(component.prefix { !"#@%+".contains($0) })
  }
}

/// The steps of a method as a list that people can point into.
struct Outline {
  struct Leaf {
    let id: String
    /// In every language, as the author wrote them.
    let titles: [String]
    /// In the language of the screen.
    let title: String
    let depth: Int
    /// The phase, loop or question it stands in, when it is the first there.
    let headings: [String]
  }

  private(set) var leaves: [Leaf] = []

  /// `language`: that of the titles; `nil`: the method's own.
  init(_ method: Method, language: String?) {
    enter(method.agenda, depth: 0, language ?? method.language, headings: [])
  }

  private mutating func enter(_ body: [FlowElement], depth: Int, _ language: String, headings: [String]) {
    var headings = headings
    for element in body {
      let title = element.title(in: language)
      switch element.kind {
      case .step, .rest, .checkpoint:
        let titles = element.titleText.variants.map(\.raw)
        leaves.append(Leaf(id: element.id, titles: titles, title: title, depth: depth, headings: headings))
        headings = []
      default: break
      }
      for inner in element.bodies where !inner.isEmpty {
        enter(inner, depth: depth + 1, language, headings: headings + element.heading(title))
        headings = []
      }
    }
  }
}

extension FlowElement {
  fileprivate var titleText: LocalizedText {
    switch kind {
    case .step(let step): step.title
    case .rest(let rest): rest.title
    case .checkpoint(let checkpoint): checkpoint.question
    default: LocalizedText(variants: [])
    }
  }

  /// What stands above the steps inside it.
  fileprivate func heading(_ title: String) -> [String] {
    switch kind {
    case .phase, .choice, .use, .meeting: [title]
    case .loop(let loop):
      if case .fixed(let rounds) = loop.rounds { ["up to \(rounds) times"] } else { ["again and again"] }
    case .rotate(let rotate):
      ["\(rotate.move.description) through \(rotate.through.description)".replacing("/", with: " ")]
    case .each(let each): ["for each of \(each.itemOf.description.replacing("/", with: " "))"]
    case .parallel: ["at the same time"]
    case .branch: ["if it applies"]
    default: []
    }
  }
}
