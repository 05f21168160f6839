internal import MethodModel

/// The places of a method in the order of its agenda, with the names people give them.
struct Places {
  struct Place {
    var id: String
    var noun: String
    var element: FlowElement
  }

  let all: [Place]
  private let byID: [String: Int]
  /// Of steps, counted through the agenda from 1.
  private let numbers: [String: Int]
  private let language: String

  init(_ method: Method) {
    language = method.language
    all = method.allElements.compactMap { element in
      Self.noun(of: element).map { Place(id: element.id, noun: $0, element: element) }
    }
    byID = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let steps = all.filter { $0.noun == "step" }.enumerated()
    numbers = Dictionary(steps.map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(id: String) -> Place? { byID[id].map { all[$0] } }

  /// `step 3 “Rate in private”`, `gate “Do we adopt it here?”`.
  func name(of place: Place) -> String {
    let title = "“\(Self.withoutReferences(place.element.title(in: language)))”"
    return numbers[place.id].map { "step \($0) \(title)" } ?? "\(place.noun) \(title)"
  }

  /// What stands in braces is another text in each session.
  static func withoutReferences(_ text: String) -> String { text.replacing(/\{[^{}]*\}/, with: "…") }

  /// The fewest places that stand elsewhere among those that both have.
  func moved(in other: Places) -> [Place] {
    let shared = all.filter { other[$0.id]?.noun == $0.noun }
    let order = shared.compactMap { other.byID[$0.id] }
    let staying = Self.longestRising(order)
    return shared.indices.filter { !staying.contains($0) }.map { shared[$0] }
  }

  /// The positions of a longest rising run of numbers, which need not be neighbours.
  private static func longestRising(_ numbers: [Int]) -> Set<Int> {
    var tails: [Int] = []
    var before: [Int?] = []
    for (place, number) in numbers.enumerated() {
      let length = tails.firstIndex { numbers[$0] >= number } ?? tails.count
      before.append(length == 0 ? nil : tails[length - 1])
      if length == tails.count { tails.append(place) } else { tails[length] = place }
    }
    var staying: Set<Int> = []
    var next = tails.last
    while let place = next {
      staying.insert(place)
      next = before[place]
    }
    return staying
  }

  /// What people call a kind of place; nil for what is no place of its own.
  private static func noun(of element: FlowElement) -> String? {
    switch element.kind {
    case .phase: "phase"
    case .step: "step"
    case .rest: "break"
    case .loop: "loop"
    case .each: "round of things"
    case .rotate: "rotation"
    case .parallel: "tracks"
    case .meeting(let meeting): meeting.isWindow ? "window" : "meeting"
    case .branch: "branch"
    case .choice: "choice"
    case .checkpoint: "gate"
    case .use: "part"
    case .back, .end: nil
    }
  }
}
