/// An action of an earlier session that is looked at again in this one.
package struct CarriedAction: Hashable, Sendable, Codable {
  /// Its id in this session: the short one that people type.
  package var id: String
  /// The name of the folder that it comes from.
  package var session: String
  /// The hash of the first entry of that session's journal, which no copy or new name of the folder changes.
  package var root: String
  /// Its id there.
  package var action: String
  package var text: String
  package var owner: String?
  package var due: String?
  package var measure: String?

  package init(
    id: String, session: String, root: String, action: String, text: String, owner: String? = nil, due: String? = nil,
    measure: String? = nil
  ) {
    self.id = id
    self.session = session
    self.root = root
    self.action = action
    self.text = text
    self.owner = owner
    self.due = due
    self.measure = measure
  }
}

/// A change to an action as it is on record.
package struct RecordedActionChange: Hashable, Sendable {
  package var sequence: Int
  package var wall: WallTime
  package var kind: ActionChanged.Kind
  package var due: String?
  package var note: String?
}

/// An action with what came of it so far.
package struct AgreedAction: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable, Codable, CaseIterable { case open, done, dropped }

  package var id: String
  package var text: String
  /// In words.
  package var owner: String?
  /// As moved last.
  package var due: String?
  /// The name of the session that it was carried from; `nil`: it was agreed here.
  package var carriedFrom: String?
  package var status: Status
}

extension SessionState {
  /// Whether an action is open, by the newest of what was said of it.
  package func status(ofAction id: String) -> AgreedAction.Status {
    for change in (actionChanges[id] ?? []).reversed() {
      switch change.kind {
      case .done: return .done
      case .dropped: return .dropped
      case .reopened: return .open
      case .moved: continue
      }
    }
    return .open
  }

  /// The day to which an action was moved last.
  package func movedDue(ofAction id: String) -> String? { actionChanges[id]?.last { $0.kind == .moved }?.due }

  /// The id of a condition under which a checkpoint was passed, as an action; its number counts from 1.
  package static func conditionID(take: Int, number: Int) -> String { "\(take)-condition-\(number)" }

  /// What was carried here, then commitments that count, then conditions on a pass, each in its order.
  package var actions: [AgreedAction] {
    let carried = (start?.carried ?? []).map { agreed($0.id, $0.text, $0.owner, $0.due, from: $0.session) }
    let commitments = outcomes.sorted { $0.key < $1.key }.flatMap {
      $0.value.entries.lazy.compactMap { commitment($0) }
    }
    let conditions = takes.filter(\.isCurrent).flatMap { take in
      (take.decision?.conditions ?? []).enumerated().map { number, text in
        agreed(Self.conditionID(take: take.number, number: number + 1), text, nil, nil, from: nil)
      }
    }
    return carried + commitments + conditions
  }

  private func commitment(_ entry: Entry) -> AgreedAction? {
    guard entry.kind == .action, entry.counts, takes.indices.contains(entry.run.take - 1),
      takes[entry.run.take - 1].isCurrent
    else { return nil }
    let owner = entry.fields["owner"].map { roster[PersonID($0)]?.name ?? $0 }
    return agreed(entry.id.raw, entry.text, owner, entry.fields["due"], from: nil)
  }

  private func agreed(
    _ id: String, _ text: String, _ owner: String?, _ due: String?, from session: String?
  ) -> AgreedAction {
    AgreedAction(
      id: id, text: text, owner: owner?.isEmpty == true ? nil : owner,
      due: movedDue(ofAction: id) ?? (due?.isEmpty == true ? nil : due), carriedFrom: session,
      status: status(ofAction: id))
  }
}
