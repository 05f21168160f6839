import MethodModel

/// Which list of children a frame runs through.
package enum BodySlot: Hashable, Sendable, Codable {
  case main
  case arm(Int)
  case otherwise
  case option(String)
  case pass, rework, stop, exhausted
}

/// One container on the way from the agenda to the present leaf.
package struct Frame: Hashable, Sendable, Codable {
  /// The element's id; the agenda's is empty.
  package var place: String
  /// With lap, subject or arm.
  package var path: InstancePath
  package var slot: BodySlot
  /// The child that runs now.
  package var index: Int
  /// From 1, in a `repeat`.
  package var lap: Int?
  package var queue: ForEachQueue?
  /// The part whose own track this is; `nil` where all parts go together.
  package var part: Part?

  /// What the used method was given, in the frame of a `use`.
  package var given: GivenSettings?

  package init(
    place: String, path: InstancePath, slot: BodySlot = .main, index: Int = 0, lap: Int? = nil,
    queue: ForEachQueue? = nil, part: Part? = nil, given: GivenSettings? = nil
  ) {
    self.given = given
    self.place = place
    self.path = path
    self.slot = slot
    self.index = index
    self.lap = lap
    self.queue = queue
    self.part = part
  }
}

/// The things of a for-each: done, current, waiting.
package struct ForEachQueue: Hashable, Sendable, Codable {
  package var done: [ThingRef]
  package var current: ThingRef
  package var waiting: [ThingRef]
  /// Taken out by the host.
  package var dropped: [ThingRef]?
  /// Running seconds when the first thing began.
  package var began: Int

  package init(done: [ThingRef] = [], current: ThingRef, waiting: [ThingRef], began: Int) {
    self.done = done
    self.current = current
    self.waiting = waiting
    self.began = began
  }
}

/// What a track stands on.
package enum Leaf: Hashable, Sendable {
  case none
  /// An open take, by number.
  case take(Int)
  case stop(StopPoint)
  /// Other tracks run; this one waits for them.
  case fork(Fork)
}

/// A question to a person, with the answers it takes.
package struct StopPoint: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// An optional step: `do` or `leave-out`.
    case optional
    /// A way: the option's id.
    case choice
    /// A branch without data: `holds` or `fails`.
    case branch
    /// A loop's test without data: `leave` or `go-on`.
    case until
    /// A loop whose rounds are used up: `exhausted` or `one-more`.
    case exhausted
    /// A leaf that has run before: `keep` or `again`.
    case revisit
    /// A for-each whose time is spent: `go-on` or `leave`.
    case spent
    /// A used method that is made for another number of people: `do` or `leave-out`.
    case fit
    /// A meeting or window has closed: `open` the next one.
    case closed
  }

  package struct Option: Hashable, Sendable, Codable {
    package var id: String
    package var title: String

    package init(_ id: String, _ title: String) {
      self.id = id
      self.title = title
    }
  }

  package var kind: Kind
  /// Of the element asked about.
  package var path: InstancePath
  package var place: String
  package var question: String
  package var options: [Option]
  /// The role that answers.
  package var by: String
  /// The arm of a branch in question.
  package var arm: Int?
  /// What is known of the condition in question.
  package var reading: Reading?

  package init(
    kind: Kind, path: InstancePath, place: String, question: String, options: [Option], by: String = Role.facilitator,
    arm: Int? = nil, reading: Reading? = nil
  ) {
    self.kind = kind
    self.path = path
    self.place = place
    self.question = question
    self.options = options
    self.by = by
    self.arm = arm
    self.reading = reading
  }
}

extension Collection where Element == Frame {
  /// The lap of the innermost loop or rotation, from 1; `nil` outside of all.
  var round: Int? { reversed().first { $0.lap != nil }?.lap }
}
