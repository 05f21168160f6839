import MethodModel
import SessionEngine

/// Items, actions, choices and documents.
extension ScenarioSession {
  mutating func add(_ act: ScenarioNode) throws {
    let run = run(of: act[.to])
    let part = try part(act)
    let copied = try act[.copy].map { try found($0, in: run) }
    let about = try act[.thing].map { try found($0, in: run) }
    if act[.whole] == "yes" { return try handIn(act, act.items.map { ["text": $0] }, run) }
    for author in people(act, in: run) {
      // Several things may stand in one element, where each is words and nothing else.
      let isPlain = act.children.isEmpty && copied == nil
      for fields in isPlain ? act.items.map({ ["text": $0] }) : [act.fields] {
        let id = newEntry(fields["text"] ?? copied.map { label($0) } ?? "entry")
        try send(
          act,
          .add(
            AddEntry(
              run: act[.to] == nil ? nil : run?.id, id: id, author: author, part: part, fields: fields, copyOf: copied,
              about: about)))
      }
    }
  }

  private func found(_ words: String, in run: ActivityRun?) throws -> ThingRef {
    guard let thing = find(words, in: run) else { throw nothingSuch(words, in: run) }
    return thing
  }

  /// Things without names, all of a person's at once.
  private mutating func handIn(_ act: ScenarioNode, _ entries: [[String: String]], _ run: ActivityRun?) throws {
    for unit in try units(act, in: run) {
      try send(
        act,
        .handIn(
          HandIn(run: act[.to] == nil ? nil : run?.id, unit: unit, marks: [], entries: entries, code: act[.code])))
    }
  }

  mutating func choose(_ act: ScenarioNode) throws {
    let run = run(of: act[.to])
    let part = try part(act)
    let things = try act.items.map { try found($0, in: run) }
    for author in people(act, in: run) {
      try send(
        act,
        .choose(ChooseThings(run: act[.to] == nil ? nil : run?.id, part: part, author: author, things: things)))
    }
  }

  mutating func fill(_ act: ScenarioNode) throws {
    let run = run(of: act[.to])
    let part = try part(act)
    let thing = try act[.thing].map { try found($0, in: run) }
    for author in people(act, in: run) {
      for (field, text) in act.fields.sorted(by: { $0.key < $1.key }) {
        try send(
          act,
          .fill(
            FillCell(
              run: act[.to] == nil ? nil : run?.id, thing: thing, author: author, part: part, field: field, text: text,
              meaning: meaning(act))))
      }
    }
  }

  func nothingSuch(_ words: String, in run: ActivityRun?) -> Trouble {
    .nothingSuch(words, among: run?.ballot.map { label($0) } ?? [])
  }
}
