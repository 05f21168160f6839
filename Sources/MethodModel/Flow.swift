/// One element of an agenda at its place.
///
/// `id` is unique in the method: the author's, or made from kind and ordinal (`repeat-1`).
package struct FlowElement: Sendable, Equatable {
  package indirect enum Kind: Sendable, Equatable {
    case phase(Phase)
    case step(Step)
    case rest(Break)
    case loop(Repeat)
    case each(ForEach)
    case rotate(Rotate)
    case parallel(Parallel)
    case meeting(Meeting)
    case branch(Branch)
    case choice(Choice)
    case checkpoint(Checkpoint)
    case use(Use)
    /// Only in bodies of branches, choices, checkpoints and `exhausted`.
    case back(Back)
    /// Only in bodies of branches, choices, checkpoints and `exhausted`.
    case end(End)
  }

  package var id: String
  /// Only in this mode; `nil` in both.
  package var mode: Mode?
  /// Only in these rounds of the nearest loop or rotation around it; `nil` in all.
  package var rounds: CountRange?
  package var kind: Kind

  package init(id: String, mode: Mode? = nil, rounds: CountRange? = nil, kind: Kind) {
    self.id = id
    self.mode = mode
    self.rounds = rounds
    self.kind = kind
  }
}

/// Steps that belong together; with `with`, its body runs for each part as a circle of its own.
package struct Phase: Sendable, Equatable {
  package enum Clock: String, Sendable, CaseIterable, Codable {
    /// All parts stand at the same step.
    case shared
    /// Each part goes through the body at its own pace.
    case own
  }

  package var with: Participation?
  package var clock: Clock
  package var optional: Bool
  package var title: LocalizedText
  package var tips: [LocalizedText]
  package var body: [FlowElement]

  package init(
    with: Participation? = nil, clock: Clock = .shared, optional: Bool = false, title: LocalizedText,
    tips: [LocalizedText] = [], body: [FlowElement]
  ) {
    self.with = with
    self.clock = clock
    self.optional = optional
    self.title = title
    self.tips = tips
    self.body = body
  }
}

/// Phases that go on beside each other; what follows waits for all of them.
package struct Parallel: Sendable, Equatable {
  /// Elements that are phases, in document order.
  package var phases: [FlowElement]

  package init(phases: [FlowElement]) { self.phases = phases }
}

/// Who works together: everyone of the circle, each alone, the groups of a set, or a role's holders.
package enum Participation: Sendable, Hashable, CustomStringConvertible {
  case room, alone
  case groups(String)
  case role(String)

  package var description: String {
    switch self {
    case .room: "room"
    case .alone: "alone"
    case .groups(let name), .role(let name): name
    }
  }
}

/// One thing the room does in one go, with its clock, texts and activities.
package struct Step: Sendable, Equatable {
  package enum Voice: String, Sendable, CaseIterable, Codable { case spoken, silent, turns }
  package enum Overrun: String, Sendable, CaseIterable, Codable { case ask, extend, stop }

  package var title: LocalizedText
  package var timebox: Timebox
  package var with: Participation
  package var voice: Voice
  /// How long each turn may take.
  package var turn: Span?
  /// Roles whose holders have their turns first, in this order.
  package var order: [String]
  /// Roles that may enter nothing here.
  package var silent: [String]
  /// Roles that say nothing here and enter as others do.
  package var listens: [String]
  package var onOverrun: Overrun
  package var optional: Bool
  package var contents: [Content] {
    didSet { (activities, texts) = Self.parts(of: contents) }
  }
  /// Sorted out once: a running session asks for them with every command.
  package private(set) var activities: [Activity]
  package private(set) var texts: [StepText]

  package enum Content: Sendable, Equatable {
    case text(StepText)
    case activity(Activity)
  }

  package init(
    title: LocalizedText, timebox: Timebox, with: Participation = .room, voice: Voice = .spoken, turn: Span? = nil,
    order: [String] = [], silent: [String] = [], listens: [String] = [], onOverrun: Overrun = .ask,
    optional: Bool = false, contents: [Content] = []
  ) {
    self.title = title
    self.timebox = timebox
    self.with = with
    self.voice = voice
    self.turn = turn
    self.order = order
    self.silent = silent
    self.listens = listens
    self.onOverrun = onOverrun
    self.optional = optional
    self.contents = contents
    (activities, texts) = Self.parts(of: contents)
  }

  private static func parts(of contents: [Content]) -> ([Activity], [StepText]) {
    var (activities, texts): ([Activity], [StepText]) = ([], [])
    for content in contents {
      switch content {
      case .activity(let activity): activities.append(activity)
      case .text(let text): texts.append(text)
      }
    }
    return (activities, texts)
  }
}

/// A text of a step, by audience.
package struct StepText: Sendable, Equatable {
  package enum Audience: Sendable, Equatable {
    /// The facilitator says it aloud.
    case say
    /// Everybody sees it, with some things and their figures.
    case show(Showing)
    /// One role does it.
    case role(String)
    /// Only the facilitator sees it.
    case tip
    /// Announced at a moment.
    case cue(at: CueMoment)
  }

  package var audience: Audience
  package var mode: Mode?
  package var rounds: CountRange?
  package var text: LocalizedText

  package init(audience: Audience, mode: Mode? = nil, rounds: CountRange? = nil, text: LocalizedText) {
    self.audience = audience
    self.mode = mode
    self.rounds = rounds
    self.text = text
  }
}

/// A pause for the people.
package struct Break: Sendable, Equatable {
  package var timebox: Timebox
  /// It comes where people need it, between the elements it stands among, and as often as they do.
  package var floats: Bool
  package var title: LocalizedText

  package init(timebox: Timebox, floats: Bool = false, title: LocalizedText) {
    self.timebox = timebox
    self.floats = floats
    self.title = title
  }
}

/// A body that comes again until its test holds or its rounds are used up.
package struct Repeat: Sendable, Equatable {
  package var rounds: Count
  package var expect: Expectation?
  package var body: [FlowElement]
  /// The test, looked at before the element with that index of `body` (`body.count`: at the end of a lap).
  package var until: Until?
  package var exhausted: [FlowElement]?

  package struct Until: Sendable, Equatable {
    package var position: Int
    package var condition: Condition

    package init(position: Int, condition: Condition) {
      self.position = position
      self.condition = condition
    }
  }

  package init(
    rounds: Count, expect: Expectation? = nil, body: [FlowElement], until: Until? = nil, exhausted: [FlowElement]? = nil
  ) {
    self.rounds = rounds
    self.expect = expect
    self.body = body
    self.until = until
    self.exhausted = exhausted
  }
}

/// A body for each thing of a source, one after the other.
package struct ForEach: Sendable, Equatable {
  package enum Order: Sendable, Hashable {
    case made, drawn
    /// Best first by these marks.
    case ranked(SourceRef)
  }
  package enum AtEnd: String, Sendable, CaseIterable, Codable { case ask, finish, leave }

  package var itemOf: SourceRef
  package var name: String
  package var within: [SourceRef]
  package var except: [SourceRef]
  package var filters: [FieldTest]
  package var order: Order
  /// Lowest or earliest first.
  package var isRising: Bool
  /// The time for all things together.
  package var limit: Span?
  package var atEnd: AtEnd
  /// All things at the same time, each in a track of its own.
  package var atOnce: Bool
  /// The outcome that names the things nobody came to.
  package var rest: String?
  package var body: [FlowElement]

  package init(
    itemOf: SourceRef, name: String, within: [SourceRef] = [], except: [SourceRef] = [], filters: [FieldTest] = [],
    order: Order = .made, isRising: Bool = false, limit: Span? = nil, atEnd: AtEnd = .ask, atOnce: Bool = false,
    rest: String? = nil,
    body: [FlowElement]
  ) {
    self.itemOf = itemOf
    self.name = name
    self.within = within
    self.except = except
    self.filters = filters
    self.order = order
    self.isRising = isRising
    self.limit = limit
    self.atEnd = atEnd
    self.atOnce = atOnce
    self.rest = rest
    self.body = body
  }
}

/// The first arm whose condition holds.
package struct Branch: Sendable, Equatable {
  package struct Arm: Sendable, Equatable {
    package var condition: Condition
    package var body: [FlowElement]

    package init(condition: Condition, body: [FlowElement]) {
      self.condition = condition
      self.body = body
    }
  }

  package var arms: [Arm]
  package var otherwise: [FlowElement]?

  package init(arms: [Arm], otherwise: [FlowElement]? = nil) {
    self.arms = arms
    self.otherwise = otherwise
  }
}

/// A way that somebody chooses.
package struct Choice: Sendable, Equatable {
  package struct Option: Sendable, Equatable {
    package var id: String
    package var title: LocalizedText
    package var body: [FlowElement]

    package init(id: String, title: LocalizedText, body: [FlowElement]) {
      self.id = id
      self.title = title
      self.body = body
    }
  }

  /// The role that chooses, `author`, or a decision that answers.
  package var by: String
  package var question: LocalizedText
  package var options: [Option]

  package init(by: String = Role.facilitator, question: LocalizedText, options: [Option]) {
    self.by = by
    self.question = question
    self.options = options
  }
}

/// A moment where somebody decides whether to go on, go back or stop, on criteria with computed values.
package struct Checkpoint: Sendable, Equatable {
  /// The role that gives the verdict, `author`, or a decision that gives it.
  package var by: String
  package var timebox: Timebox
  package var question: LocalizedText
  package var criteria: [Condition]
  package var pass: [FlowElement]?
  package var rework: [FlowElement]?
  package var stop: [FlowElement]?
  /// Conditions under which that verdict is the advice, before the general rule.
  package var reworkWhen: Condition?
  package var stopWhen: Condition?

  package init(
    by: String, timebox: Timebox, question: LocalizedText, criteria: [Condition] = [], pass: [FlowElement]? = nil,
    rework: [FlowElement]? = nil, stop: [FlowElement]? = nil, reworkWhen: Condition? = nil, stopWhen: Condition? = nil
  ) {
    self.by = by
    self.timebox = timebox
    self.question = question
    self.criteria = criteria
    self.pass = pass
    self.rework = rework
    self.stop = stop
    self.reworkWhen = reworkWhen
    self.stopWhen = stopWhen
  }
}

/// A return to an earlier place, which is then run again.
package struct Back: Sendable, Equatable {
  package var to: String
  /// How often; `nil`: as often as somebody chooses.
  package var atMost: Count?
  /// The things it is repeated for, where the place lies in a for-each; `nil`: all.
  package var subject: Operand?

  package init(to: String, atMost: Count? = nil, subject: Operand? = nil) {
    self.to = to
    self.atMost = atMost
    self.subject = subject
  }
}

/// The end of the method under a name.
package struct End: Sendable, Equatable {
  package var name: String
  package var text: LocalizedText

  package init(name: String, text: LocalizedText) {
    self.name = name
    self.text = text
  }
}
