/// A ballot or entry without a name, as it waits for the others: what was handed in, and nothing about whose it is.
package struct SealedBallot: Sendable, Hashable, Codable {
  package var marks: [BallotMark]
  /// Things written, each by its fields.
  package var entries: [[String: String]]
  /// A word of the sender's own that links rounds; never shown.
  package var code: String?

  package init(marks: [BallotMark], entries: [[String: String]] = [], code: String? = nil) {
    self.marks = marks
    self.entries = entries
    self.code = code
  }
}

/// Ballots without names while they wait to be sealed, for whoever runs a session.
///
/// They are no part of the state: events never say who handed in what. Each stands in a place drawn by chance, under
/// the receipt that its sender keeps; the same receipt replaces it.
///
/// ```swift
/// urn.join(&command, state, receipt: receipt)
/// let events = try engine.decide(command, state)
/// urn.take(command, state, receipt: receipt, using: &random)
/// ```
package struct BallotUrn: Sendable, Hashable, Codable {
  package struct Slot: Sendable, Hashable, Codable {
    package var run: RunID
    package var receipt: String
    package var ballot: SealedBallot
  }

  package private(set) var slots: [Slot] = []

  package init() {}

  /// Gives a command what waits in the urn, with its own ballot in it: whoever decides needs all of them to seal.
  package func join(_ command: inout Command, _ state: SessionState, receipt: String) {
    var joined = self
    if let (run, handIn) = state.sealedHandIn(command) { joined.put(handIn.ballot, in: run, receipt) }
    command.urn = Dictionary(grouping: joined.slots, by: \.run).mapValues { $0.map(\.ballot) }
  }

  /// Keeps the ballot of a command that was accepted; `false` when it brought none.
  package mutating func take(
    _ command: Command, _ state: SessionState, receipt: String, using random: inout some RandomNumberGenerator
  ) -> Bool {
    guard let (run, handIn) = state.sealedHandIn(command) else { return false }
    put(handIn.ballot, in: run, receipt)
    slots.shuffle(using: &random)
    return true
  }

  /// Forgets the ballots of runs that are sealed now; `false` when there were none.
  package mutating func empty(_ state: SessionState) -> Bool {
    let before = slots.count
    slots.removeAll { state.run($0.run)?.isSealed ?? true }
    return slots.count < before
  }

  private mutating func put(_ ballot: SealedBallot, in run: RunID, _ receipt: String) {
    slots.removeAll { $0.run == run && $0.receipt == receipt }
    slots.append(Slot(run: run, receipt: receipt, ballot: ballot))
  }
}

extension HandIn {
  /// What goes into the urn.
  var ballot: SealedBallot { SealedBallot(marks: marks, entries: entries, code: code) }

  /// Without content: what may be digested and journalled.
  package var withoutContent: HandIn { HandIn(run: run, unit: unit, marks: []) }
}

extension SessionState {
  /// The run and the content of a command that hands in without a name; `nil` for any other.
  package func sealedHandIn(_ command: Command) -> (run: RunID, handIn: HandIn)? {
    guard case .handIn(let handIn) = command.body else { return nil }
    let open: RunID? = if case .take(let number) = leaf { takes[number - 1].runs.last?.id } else { nil }
    guard let id = handIn.run ?? open, run(id)?.isWithoutNames == true else { return nil }
    return (id, handIn)
  }
}
