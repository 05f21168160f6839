/// A round in which one after the other speaks.
package struct Turns: Hashable, Sendable, Codable {
  /// Which round it is, from 1.
  package var round: Int
  package var done: [UnitRef]
  /// `nil`: all have spoken.
  package var current: UnitRef?
  package var waiting: [UnitRef]
  /// Running seconds when the present turn began.
  package var began: Int
  /// The present turn has used its time.
  package var isUp: Bool
  /// Who said that they pass.
  package var passed: [UnitRef]?
  /// The event with which the round began; what was entered before belongs to an earlier one.
  var since: Int?

  package init(_ units: [UnitRef], round: Int = 1, began: Int) {
    self.round = round
    self.began = began
    done = []
    current = units.first
    waiting = Array(units.dropFirst())
    isUp = false
  }

  /// On to that one, else to the next.
  func moved(to unit: UnitRef? = nil, passing: Bool = false, at running: Int) -> Turns {
    var moved = self
    if let current { moved.done.append(current) }
    if passing, let current { moved.passed = (passed ?? []) + [current] }
    moved.current = unit ?? waiting.first
    moved.waiting.removeAll { $0 == moved.current }
    moved.done.removeAll { $0 == moved.current }
    moved.passed?.removeAll { $0 == moved.current }
    moved.began = running
    moved.isUp = false
    return moved
  }

  /// Somebody who comes has the last turn of the round.
  mutating func add(_ unit: UnitRef, at running: Int) {
    guard unit != current, !waiting.contains(unit), !done.contains(unit) else { return }
    if current == nil {
      (current, began, isUp) = (unit, running, false)
    } else {
      waiting.append(unit)
    }
  }

  /// Somebody who leaves has none any more.
  mutating func remove(_ unit: UnitRef, at running: Int) {
    waiting.removeAll { $0 == unit }
    guard current == unit else { return }
    current = waiting.isEmpty ? nil : waiting.removeFirst()
    (began, isUp) = (running, false)
  }
}
