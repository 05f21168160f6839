/// How long a method is planned to take for some number of people, and where the time goes.
package struct PlannedTime: Sendable, Hashable {
  /// One step, break or checkpoint with all its laps.
  package struct Leaf: Sendable, Hashable {
    package var place: String
    package var seconds: Int

    package init(place: String, seconds: Int) {
      self.place = place
      self.seconds = seconds
    }
  }

  /// The way that was counted where there are several: which of the bodies of a branch or a choice, from 0.
  package struct Way: Sendable, Hashable {
    package var place: String
    package var body: Int

    package init(place: String, body: Int) {
      self.place = place
      self.body = body
    }
  }

  package var seconds: Int
  /// What takes longest first.
  package var leaves: [Leaf]
  /// In document order.
  package var ways: [Way]
  /// The seconds of each meeting, by place.
  package var meetings: [String: Int]
  /// The least seconds of used methods that do not fit into the time they are given, by place.
  package var squeezed: [String: Int] = [:]

  package init(seconds: Int, leaves: [Leaf], ways: [Way], meetings: [String: Int]) {
    self.seconds = seconds
    self.leaves = leaves
    self.ways = ways
    self.meetings = meetings
  }
}

/// Lays methods out in time: given to those who prove things about methods and know nothing of sessions.
package struct TimePlanner: Sendable {
  /// For each number of people, and for a room or a call.
  package typealias Plan = (_ people: Int, _ mode: Mode) -> PlannedTime

  package let plan: @Sendable (Method) -> Plan

  package init(_ plan: @escaping @Sendable (Method) -> Plan) { self.plan = plan }
}
