/// How far the children of one element have got in the slots of their parent.
///
/// Counts and first elements stand in one machine vector each: this is made for every element of every method.
struct SlotProgress {
  /// How often each slot was met; beyond a few the number no longer matters.
  private var counts = SIMD16<UInt8>()
  /// The first element of each slot, by raw value + 1.
  private var firsts = SIMD16<UInt8>()
  private var current = 0
  /// Something was left out that may have been what a slot needs.
  var isDoubtful = false

  enum Place: Equatable {
    case fits
    /// Once more in a slot of one text: a translation, or a mistake.
    case sameText
    /// A second one where one may stand.
    case second
    /// Its slot has passed; that element should come after it.
    case late(before: ElementName)
  }

  func count(_ slot: Int) -> Int { Int(counts[slot]) }

  /// Takes a child into the first slot ahead that admits it.
  mutating func place(_ name: ElementName, in slots: [ElementRow.Slot]) -> Place {
    for index in current..<slots.count where slots[index].elements.contains(name) {
      if !slots[index].occurs.repeats, counts[index] > 0 { continue }
      current = index
      if counts[index] == 0 { firsts[index] = name.rawValue + 1 }
      add(to: index)
      return slots[index].isOneText && counts[index] > 1 ? .sameText : .fits
    }
    guard let index = slots.firstIndex(where: { $0.elements.contains(name) }) else { return .fits }
    if !slots[index].occurs.repeats, counts[index] > 0 { return .second }
    add(to: index)
    let later = (index + 1..<slots.count).first { firsts[$0] > 0 }
    return .late(before: later.flatMap { ElementName(rawValue: firsts[$0] - 1) } ?? name)
  }

  private mutating func add(to slot: Int) { if counts[slot] < .max { counts[slot] += 1 } }
}
