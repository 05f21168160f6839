/// Seats so many people, or whole groups, in groups of given sizes so that no swap of two makes it cheaper.
///
/// Numbers only: who they are, and what sitting together costs, is the caller's.
struct Seating {
  let count: Int
  let sizes: [Int]
  /// What it costs to put two together, row by row; empty: nothing.
  var cost: [Int32] = []
  /// What it costs to put one into a group, row by row; empty: nothing.
  var placeCost: [Int32] = []
  /// Whose group is given.
  var pinned: [Int: Int] = [:]
  /// One to each group in turn, so that each gets its share of every kind; else one group after the other.
  var dealsInTurn = false
  private(set) var groups: [Int] = []
  /// What each would cost in each group, kept while people swap.
  private var burden: [Int32] = []

  init(count: Int, sizes: [Int]) {
    self.count = count
    self.sizes = sizes
  }

  /// Deals in the given order and improves; with few people several dealings are tried, and the cheapest kept.
  mutating func seat(_ order: [Int], using random: inout SeededRandom) -> [[Int]] {
    deal(order)
    improve()
    var best = (groups: groups, total: total)
    for _ in 0..<attempts where best.total > 0 {
      deal(order.shuffled(using: &random))
      improve()
      if total < best.total { best = (groups, total) }
    }
    groups = best.groups
    return seated
  }

  /// Begins where everybody is, and improves.
  mutating func settled(from places: [Int]) -> [Int] {
    groups = places
    improve()
    return groups
  }

  /// The people of each group, pinned ones first and then in their order.
  private var seated: [[Int]] {
    var seated = Array(repeating: [Int](), count: sizes.count)
    for person in pinned.keys.sorted() { seated[groups[person]].append(person) }
    for person in 0..<count where pinned[person] == nil { seated[groups[person]].append(person) }
    return seated
  }

  /// A swap can get stuck in what is not the best; new dealings help, and cost next to nothing where people are few.
  private var attempts: Int {
    guard !cost.isEmpty, sizes.count > 1 else { return 0 }
    return count <= 48 ? 24 : count <= 120 ? 4 : 0
  }

  /// To each group as long as there is room.
  private mutating func deal(_ order: [Int]) {
    groups = Array(repeating: 0, count: count)
    var room = sizes
    for (person, group) in pinned {
      groups[person] = group
      room[group] -= 1
    }
    var next = 0
    for person in order where pinned[person] == nil {
      while room[next] <= 0, room.contains(where: { $0 > 0 }) { next = (next + 1) % sizes.count }
      groups[person] = next
      room[next] -= 1
      if dealsInTurn { next = (next + 1) % sizes.count }
    }
  }

  private var total: Int {
    guard !burden.isEmpty else { return 0 }
    return (0..<count).reduce(0) { $0 + Int(burden[$1 * sizes.count + groups[$1]]) }
  }

  private mutating func improve() {
    guard !cost.isEmpty || !placeCost.isEmpty, sizes.count > 1 else { return }
    weigh()
    let movable = (0..<count).filter { pinned[$0] == nil }
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      // Two who both cost nothing where they are cannot do better.
      for person in movable where load(person) > 0 {
        for other in movable where groups[other] != groups[person] && gain(person, other) > 0 {
          swap(person, other)
          hasImproved = true
          if load(person) == 0 { break }
        }
      }
    }
  }

  private func load(_ person: Int) -> Int32 { burden[person * sizes.count + groups[person]] }

  private mutating func weigh() {
    burden = placeCost.isEmpty ? Array(repeating: 0, count: count * sizes.count) : placeCost
    guard !cost.isEmpty else { return }
    for person in 0..<count {
      let row = person * count
      let base = person * sizes.count
      for other in 0..<count where cost[row + other] != 0 { burden[base + groups[other]] += cost[row + other] }
    }
  }

  private func gain(_ person: Int, _ other: Int) -> Int32 {
    let (here, there) = (groups[person], groups[other])
    let (mine, theirs) = (person * sizes.count, other * sizes.count)
    let between = cost.isEmpty ? 0 : cost[person * count + other]
    return burden[mine + here] + burden[theirs + there] - burden[mine + there] - burden[theirs + here] + 2 * between
  }

  private mutating func swap(_ person: Int, _ other: Int) {
    let (here, there) = (groups[person], groups[other])
    groups[person] = there
    groups[other] = here
    guard !cost.isEmpty else { return }
    for third in 0..<count {
      let change = cost[third * count + other] - cost[third * count + person]
      guard change != 0 else { continue }
      burden[third * sizes.count + here] += change
      burden[third * sizes.count + there] -= change
    }
  }
}
