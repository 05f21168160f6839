internal import MethodModel
package import SessionEngine

extension Record {
  /// As many as are written out; about a gigabyte of memory while the files are made.
  package static let mostEntries = 200_000

  /// The record of a session as it stands, running or ended. Pure: the same state gives the same record.
  ///
  /// The engine must be that of the session's own method.
  /// Beyond `most` entries, outcome by outcome in the order of their names, only the number of those is told.
  package static func make(from state: SessionState, engine: SessionEngine, most: Int = mostEntries) -> Record {
    let maker = RecordMaker(engine: engine, state: state, most: most)
    let outcomes = maker.outcomes()
    return Record(
      method: maker.methodHead(), session: maker.sessionHead(), settings: maker.settings(), earlier: maker.earlier(),
      attendance: maker.attendance(), roles: maker.roles(), groups: maker.groups(), rotations: maker.rotations(),
      outcomes: outcomes,
      checkpoints: maker.checkpoints(), conditions: maker.conditions(), actions: maker.actions(in: outcomes),
      carried: maker.carried(),
      timing: maker.timing(), tracks: maker.tracks(), meetings: maker.meetings(), queues: maker.queues(),
      deviations: maker.deviations(), answers: maker.answers(), notes: maker.notes(), files: maker.files(),
      uses: maker.uses(), redactions: maker.redactions())
  }
}

/// Makes the parts of a record; what each family needs stands in a file of its own.
struct RecordMaker {
  let engine: SessionEngine
  let state: SessionState
  /// Decides what of an entry, a mark or a text goes in.
  let lens: RecordLens
  /// Where each take was, by its number less one.
  let places: [PlaceRecord]

  init(engine: SessionEngine, state: SessionState, most: Int) {
    self.engine = engine
    self.state = state
    let lens = RecordLens(engine: engine, state: state, most: most)
    self.lens = lens
    places = state.takes.map { take in
      PlaceRecord(
        step: take.place, path: lens.path(take.path), title: lens.title(of: take), take: take.number,
        attempt: take.attempt)
    }
  }

  var method: Method { engine.method }
  var language: String { engine.language(state) }

  func place(_ take: Int) -> PlaceRecord? { places.indices.contains(take - 1) ? places[take - 1] : nil }

  func named(_ id: PersonID) -> NamedPerson { NamedPerson(id: id.raw, name: state.roster[id]?.name ?? id.raw) }
}
