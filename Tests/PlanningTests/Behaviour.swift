import MethodModel
import SessionEngine

/// Something that people or the facilitator do in real sessions, and that rehearsals must therefore do.
enum Behaviour: String, CaseIterable {
  case comesLate, leaves, comesBack, volunteers
  case objects, hasConcern, passes, saysNothing, rewords, withdraws, copies, speaksTooLate, isAdmitted
  case skips, doesOptional, leavesOutOptional, reworks, overrules, stops, extends, notes, pauses, inserts
  case goesBack, returns, runsAgain, undoes, isMoved
}

extension RehearsedSession {
  /// What happened in the session.
  var behaviours: Set<Behaviour> {
    var found = Set(events.compactMap { Self.behaviour(of: $0.body) })
    found.formUnion(state.changes.compactMap { Self.behaviour(of: $0.kind) })
    found.formUnion(commands.compactMap { Self.behaviour(of: $0.body) })
    if hasReturner { found.insert(.comesBack) }
    if hasSilentUnit { found.insert(.saysNothing) }
    return found
  }

  private static func behaviour(of body: EventBody) -> Behaviour? {
    switch body {
    case .roleFilled: .volunteers
    case .entryAdded(let entry) where entry.kind == .objection: .objects
    case .entryAdded(let entry) where entry.kind == .concern: .hasConcern
    case .entryAdded(let entry) where entry.copyOf != nil: .copies
    case .entryAdded(let entry) where entry.late: .speaksTooLate
    case .entryAdmitted: .isAdmitted
    case .entryReworded: .rewords
    case .entryRetired: .withdraws
    case .markSet(let mark) where mark.value == nil: .passes
    case .ballotHandedIn(let ballot) where ballot.marks.contains { $0.value == nil }: .passes
    case .stopAnswered(let answer) where answer.kind == .optional:
      answer.option == "do" ? .doesOptional : .leavesOutOptional
    case .checkpointDecided(let decision) where decision.verdict != .pass:
      decision.verdict == .rework ? .reworks : .stops
    case .takeOpened(let take) where take.supersedes != nil: .runsAgain
    case .noteTaken: .notes
    case .undoMade: .undoes
    default: nil
    }
  }

  private static func behaviour(of change: RecordedChange.Kind) -> Behaviour? {
    switch change {
    case .arrivedLate: .comesLate
    case .leftEarly: .leaves
    case .skipped: .skips
    case .overruled: .overrules
    case .extended: .extends
    case .paused: .pauses
    case .inserted: .inserts
    case .reopened: .goesBack
    default: nil
    }
  }

  private static func behaviour(of command: CommandBody) -> Behaviour? {
    switch command {
    case .returnToOrigin: .returns
    case .move: .isMoved
    default: nil
    }
  }

  private var hasReturner: Bool {
    var gone: Set<PersonID> = []
    for event in events {
      if case .personLeft(let content) = event.body { gone.insert(content.id) }
      if case .personArrived(let content) = event.body, gone.contains(content.person.id) { return true }
    }
    return false
  }

  /// Somebody was there and gave no answer where everyone was asked.
  private var hasSilentUnit: Bool {
    state.takes.flatMap(\.runs).contains { run in
      let electorate = engine.electorate(of: run, state)
      return run.status == .closed && electorate.answered > 0 && electorate.answered < electorate.present.count
    }
  }
}
