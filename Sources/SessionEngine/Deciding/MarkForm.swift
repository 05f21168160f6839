import MethodModel

/// What the marks of one ballot are held against, looked up once for all of them.
struct MarkForm {
  /// Of a rating.
  let scale: Scale?
  /// By what each thing is marked; empty: by nothing but itself.
  let criteria: [String]
  /// What people call those criteria, under which they may be named too.
  let spoken: [String: String]
  /// By which names a refusal tells them: nobody types the id of a person, a group or an entry.
  let named: [String]
  /// Of a placement.
  let axes: [Axis]
  let zones: [String]

  /// What a mark is filed under: an axis may be named by its place, an entry by its words.
  func filed(_ criterion: String?) -> String? {
    criterion.map { name in
      if criteria.contains(name) { return name }
      let folded = Roster.folded(name)
      return axes.called(name)?.word ?? criteria.first { spoken[$0] == folded } ?? name
    }
  }
}

/// The numbers on the rest of a ballot.
struct OtherMarks {
  private var times: [Int: Int] = [:]
  private(set) var sum = 0

  init(_ numbers: some Sequence<Int?>) {
    for case let number? in numbers { add(number, 1) }
  }

  func contains(_ number: Int) -> Bool { times[number] ?? 0 > 0 }

  /// Without one of them.
  func without(_ number: Int?) -> OtherMarks {
    guard let number else { return self }
    var rest = self
    rest.add(number, -1)
    return rest
  }

  private mutating func add(_ number: Int, _ count: Int) {
    times[number, default: 0] += count
    // A ballot of numbers beyond all reason is over any budget, and must not overflow.
    sum += count * min(max(number, -Self.most), Self.most)
  }

  private static let most = 1_000_000_000
}

extension Decision {
  /// What the marks of a unit are held against.
  func form(of activity: Activity, for unit: UnitRef, in take: Take) -> MarkForm {
    var (scale, criteria): (Scale?, [String]) = (nil, [])
    var spoken: [String: String] = [:]
    var named: [String] = []
    var (axes, zones): ([Axis], [String]) = ([], [])
    switch activity.kind {
    case .rate(let rating):
      scale = method.scale(rating.scale)
      let things = rating.criteria.map { engine.things($0, state, scope) } ?? []
      criteria = things.map(\.word)
      for thing in things {
        let label = engine.label(of: thing, state)
        spoken[thing.word] = Roster.folded(label)
        named.append(thing.hasAuthoredWord ? thing.word : label)
      }
    case .place(let placing):
      axes = engine.axes(of: activity, for: unit, in: take, state)
      zones = engine.zones(of: activity, state, scope).map(\.word)
      criteria = axes.map(\.word) + (placing.zones == nil ? [] : [Placing.zone])
    default: break
    }
    return MarkForm(
      scale: scale, criteria: criteria, spoken: spoken, named: named.isEmpty ? criteria : named, axes: axes,
      zones: zones)
  }
}
