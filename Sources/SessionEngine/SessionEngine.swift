package import MethodModel

/// The decision machine of one method: `decide` may refuse, `SessionState.evolve` may not.
///
/// Pure: everything a decision rests on is in the command, the state or the method.
///
/// ```swift
/// let engine = SessionEngine(method)
/// var state = SessionState()
/// for event in try engine.decide(command, state) { state.evolve(event) }
/// ```
package struct SessionEngine: Sendable {
  package let index: MethodIndex

  package init(_ method: Method) { index = MethodIndex(method) }

  package var method: Method { index.method }

  /// The events that a command causes, or why it is refused. A command already accepted causes none.
  package func decide(_ command: Command, _ state: SessionState) throws(Rejection) -> [Event] {
    if let receipt = state.accepted[command.id] {
      guard receipt.digest == command.digest else {
        throw Rejection(.idReused, "this id was used for something else; send it again under a new id")
      }
      return []
    }
    if let basedOn = command.basedOn, basedOn < state.controlSequence {
      throw Rejection(.movedOn, "somebody else has moved the session on; look where it stands now and try again")
    }
    var decision = Decision(engine: self, command: command, state: state)
    try decision.make()
    return decision.events
  }
}

/// A method with what is looked up in it while a session runs; shared, since an engine is handed on all the time.
package final class MethodIndex: Sendable {
  /// Where an element stands: in which body of which element (empty: the agenda), at which index.
  package struct Spot: Sendable {
    package let place: String
    package let slot: BodySlot
    package let index: Int
  }

  /// What kind of entries an outcome holds.
  package enum OutcomeKind: Sendable {
    case things, documents, tables, clusters, graphs, placements, votes, ratings, selections, decisions

    /// Of ballots, ratings or places.
    var isMarks: Bool { [.votes, .ratings, .placements].contains(self) }
  }

  package let method: Method
  /// Every flow element, parents before children, in document order.
  package let allElements: [FlowElement]
  private let elements: [String: FlowElement]
  /// Of each step.
  private let activities: [String: [Activity]]
  private let spots: [String: Spot]
  private let agenda: [FlowElement]
  package let outcomeKinds: [String: OutcomeKind]
  /// The first activity that writes each outcome.
  package let writers: [String: Activity]
  /// The step in which the first activity that writes an outcome stands.
  package let writerPlaces: [String: String]
  /// Every step that writes an outcome, in document order.
  let writingPlaces: [String: [String]]
  /// The use that each setting of a used method belongs to.
  let useOfSetting: [String: Use]
  private let taken: TakenOutcomes
  /// The for-each that names what nobody came to, by that name.
  let queuesByRest: [String: String]
  let fields: FieldsWritten
  /// Names that some activity, condition or loop reads.
  package let namesRead: Set<String>
  /// What places and things in hand are called in rotations.
  let stationNames: Set<String>
  /// The steps at whose opening something is revealed.
  let revealingSteps: Set<String>

  init(_ method: Method) {
    self.method = method
    allElements = method.allElements
    agenda = method.agenda
    var elements: [String: FlowElement] = [:]
    var spots: [String: Spot] = [:]
    MethodIndex.enter(method.agenda, Frame(place: "", path: .agenda), &elements, &spots)
    self.elements = elements
    activities = elements.compactMapValues { if case .step(let step) = $0.kind { step.activities } else { nil } }
    stationNames = Set(
      elements.values.compactMap { if case .rotate(let rotate) = $0.kind { rotate.name } else { nil } })
    revealingSteps = Set(
      activities.values.joined().compactMap { if case .step(let place)? = $0.reveal { place } else { nil } })
    self.spots = spots
    var reader = NameReader()
    for element in allElements { reader.read(element) }
    namesRead = reader.names.union(method.roles.compactMap { $0.from?.name })
    let uses = allElements.compactMap { if case .use(let use) = $0.kind { use } else { nil } }
    taken = TakenOutcomes(uses)
    useOfSetting = Dictionary(
      uses.flatMap { use in use.settings.map { ($0.id, use) } }, uniquingKeysWith: { first, _ in first })
    var writers = reader.writers
    var writerPlaces = reader.writerPlaces
    var writingPlaces = reader.writingPlaces
    for (name, homes) in taken.homes where writers[name] == nil {
      guard let home = homes.first(where: { reader.writers[$0] != nil }) else { continue }
      (writers[name], writerPlaces[name]) = (reader.writers[home], reader.writerPlaces[home])
      writingPlaces[name] = homes.flatMap { reader.writingPlaces[$0, default: []] }
    }
    (self.writers, self.writerPlaces, self.writingPlaces) = (writers, writerPlaces, writingPlaces)
    outcomeKinds = writers.mapValues(MethodIndex.kind(of:)).merging(reader.rests.mapValues { _ in .selections }) {
      activity, _ in activity
    }
    queuesByRest = reader.rests
    fields = reader.fields
  }

  /// The names under which the entries of an outcome really are; `nil` when that is its own name only.
  package func homes(of name: String) -> [String]? { taken.homes[name] }

  /// The names that callers read an outcome of a used method under.
  package func takers(of name: String) -> [String] { taken.takers[name] ?? [] }

  private static func enter(
    _ body: [FlowElement], _ frame: Frame, _ elements: inout [String: FlowElement], _ spots: inout [String: Spot]
  ) {
    for (index, element) in body.enumerated() {
      elements[element.id] = element
      spots[element.id] = Spot(place: frame.place, slot: frame.slot, index: index)
      for slot in element.slots {
        enter(element.body(slot), Frame(place: element.id, path: .agenda, slot: slot), &elements, &spots)
      }
    }
  }

  private static func kind(of activity: Activity) -> OutcomeKind {
    switch activity.kind {
    case .collect, .commit: .things
    case .fill: activity.shape == .table ? .tables : .documents
    case .cluster: .clusters
    case .connect: .graphs
    case .place: .placements
    case .vote: .votes
    case .rate: .ratings
    case .select: .selections
    case .decide: .decisions
    }
  }

  package func element(_ place: String) -> FlowElement? { elements[place] }

  /// An activity of the step at a place, by its index.
  func activity(_ number: Int, at place: String) -> Activity? {
    guard let activities = activities[place], activities.indices.contains(number) else { return nil }
    return activities[number]
  }

  package func spot(of place: String) -> Spot? { spots[place] }

  /// Whether another method is run at a place.
  func isUse(_ place: String) -> Bool { if case .use? = elements[place]?.kind { true } else { false } }

  /// The children a frame runs through.
  package func body(of frame: Frame) -> [FlowElement] {
    frame.place.isEmpty ? agenda : elements[frame.place]?.body(frame.slot) ?? []
  }

  /// A loop's test, while its main body runs.
  func until(of frame: Frame) -> Repeat.Until? {
    guard frame.slot == .main, case .loop(let loop)? = elements[frame.place]?.kind else { return nil }
    return loop.until
  }

  /// The element and all that contain it, innermost first.
  package func ancestry(of place: String) -> [String] {
    var line: [String] = []
    var current = place
    while let spot = spots[current] {
      line.append(current)
      current = spot.place
    }
    return line
  }
}

extension FlowElement {
  /// The bodies this element has.
  var slots: [BodySlot] {
    switch kind {
    case .phase, .each, .use, .meeting, .rotate: [.main]
    case .parallel(let parallel): parallel.phases.map { .option($0.id) }
    case .loop(let loop): loop.exhausted == nil ? [.main] : [.main, .exhausted]
    case .branch(let branch): branch.arms.indices.map { .arm($0) } + (branch.otherwise == nil ? [] : [.otherwise])
    case .choice(let choice): choice.options.map { .option($0.id) }
    case .checkpoint: [.pass, .rework, .stop]
    case .step, .rest, .back, .end: []
    }
  }

  func body(_ slot: BodySlot) -> [FlowElement] {
    switch (kind, slot) {
    case (.phase(let phase), .main): phase.body
    case (.meeting(let meeting), .main): meeting.body
    case (.parallel(let parallel), .option(let id)): parallel.phases.filter { $0.id == id }
    case (.each(let each), .main): each.body
    case (.use(let use), .main): use.body
    case (.rotate(let rotate), .main): rotate.body
    case (.loop(let loop), .main): loop.body
    case (.loop(let loop), .exhausted): loop.exhausted ?? []
    case (.branch(let branch), .arm(let arm)) where branch.arms.indices.contains(arm): branch.arms[arm].body
    case (.branch(let branch), .otherwise): branch.otherwise ?? []
    case (.choice(let choice), .option(let id)): choice.options.first { $0.id == id }?.body ?? []
    case (.checkpoint(let checkpoint), .pass): checkpoint.pass ?? []
    case (.checkpoint(let checkpoint), .rework): checkpoint.rework ?? []
    case (.checkpoint(let checkpoint), .stop): checkpoint.stop ?? []
    default: []
    }
  }
}
