import MethodModel
import SessionEngine
import Testing

/// What people do in a test, each in a word.
extension Given {
  @discardableResult func next(_ times: Int = 1, at location: SourceLocation = #_sourceLocation) -> Given {
    for _ in 0..<times { when(.next, at: location) }
    return self
  }

  /// Answers the question that stands.
  @discardableResult func answers(
    _ option: String, by actor: Actor = .host, at location: SourceLocation = #_sourceLocation
  ) -> Given {
    when(.answer(Answer(stop: stop?.path ?? "none", option: option)), by: actor, at: location)
  }

  /// A contribution; its words are its id unless one is given.
  @discardableResult func adds(
    _ author: String?, _ text: String, _ fields: [String: String] = [:], part: String? = nil, as entry: EntryID? = nil,
    by actor: Actor = .host, copyOf: ThingRef? = nil, run: RunID? = nil,
    at location: SourceLocation = #_sourceLocation
  ) -> Given {
    let words = text.isEmpty ? fields : fields.merging(["text": text]) { _, new in new }
    return when(
      .add(
        AddEntry(
          run: run, id: entry ?? EntryID(text), author: author.map(id), part: part, fields: words, copyOf: copyOf)),
      by: actor, at: location)
  }

  @discardableResult func marks(
    _ voter: String, _ thing: String, _ value: String?, criterion: String? = nil, because reason: String? = nil,
    run: RunID? = nil, by actor: Actor = .host, at location: SourceLocation = #_sourceLocation
  ) -> Given {
    if state.status == .notStarted { start(at: location) }
    return when(
      .mark(
        SetMark(
          run: run, unit: .person(id(voter)), thing: self.thing(thing), criterion: criterion, value: value,
          reason: reason)),
      by: actor, at: location)
  }

  /// A signal: the thing is what is decided on.
  @discardableResult func signals(
    _ voter: String, _ value: String?, because reason: String? = nil, at location: SourceLocation = #_sourceLocation
  ) -> Given { marks(voter, "proposal", value, because: reason, at: location) }

  @discardableResult func chooses(
    _ author: String?, _ things: String..., part: String? = nil, because: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) -> Given {
    if state.status == .notStarted { start(at: location) }
    return when(
      .choose(ChooseThings(part: part, author: author.map(id), things: things.map(thing), reason: because)),
      at: location)
  }

  /// Puts things into a cluster; with a name, into a new one.
  @discardableResult func sorts(
    _ things: [String], into cluster: EntryID?, named name: String? = nil, author: String? = nil, part: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) -> Given {
    when(
      .sort(
        SortThings(
          cluster: cluster, name: name, things: things.map(thing), author: author.map(id), part: part)), at: location)
  }

  /// A link, whose id is made of both ends.
  @discardableResult func links(
    _ from: String, _ to: String, _ word: String? = nil, at location: SourceLocation = #_sourceLocation
  ) -> Given {
    let id = word.map { "\(from)-\(to)-\($0)" } ?? "\(from)-\(to)"
    return when(
      .link(LinkThings(id: EntryID(id), from: thing(from), to: thing(to), word: word)), at: location)
  }

  @discardableResult func fills(
    _ text: String, field: String = "text", author: String? = nil, part: String? = nil, thing: String? = nil,
    base: Int? = nil, run: RunID? = nil, at location: SourceLocation = #_sourceLocation
  ) -> Given {
    when(
      .fill(
        FillCell(
          run: run, thing: thing.map { self.thing($0) }, author: author.map(id), part: part, field: field, text: text,
          base: base)), at: location)
  }

  @discardableResult func decides(
    _ verdict: CheckpointVerdict, because reason: String? = nil, by actor: Actor = .host,
    at location: SourceLocation = #_sourceLocation
  ) -> Given { when(.verdict(GiveVerdict(verdict)), by: actor, because: reason, at: location) }

  @discardableResult func goes(
    to target: GoTo.Target, again: Bool = false, because reason: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) -> Given { when(.goTo(GoTo(target, again: again)), because: reason, at: location) }

  @discardableResult func arrives(
    _ name: String, _ fields: [String: String] = [:], by actor: Actor = .host,
    at location: SourceLocation = #_sourceLocation
  ) -> Given { when(.arrive(Person(id: id(name), name: name, fields: fields)), by: actor, at: location) }

  @discardableResult func leaves(_ name: String, at location: SourceLocation = #_sourceLocation) -> Given {
    when(.leave(id(name)), at: location)
  }
}

/// What is expected, each in a word.
extension Given {
  /// A step of that title is open.
  @discardableResult func stands(_ title: String, at location: SourceLocation = #_sourceLocation) -> Given {
    if state.status == .notStarted { start(at: location) }
    #expect(open?.title == title, "stands at \(state.leaf)", sourceLocation: location)
    return self
  }

  @discardableResult func stands(
    path: InstancePath, at location: SourceLocation = #_sourceLocation
  ) -> Given {
    if state.status == .notStarted { start(at: location) }
    #expect(open?.path == path, "stands at \(state.leaf)", sourceLocation: location)
    return self
  }

  /// A question of that kind stands.
  @discardableResult func asks(
    _ kind: StopPoint.Kind, at location: SourceLocation = #_sourceLocation
  ) -> Given {
    if state.status == .notStarted { start(at: location) }
    #expect(stop?.kind == kind, "stands at \(state.leaf)", sourceLocation: location)
    return self
  }

  @discardableResult func ended(_ name: String, at location: SourceLocation = #_sourceLocation) -> Given {
    guard case .ended(let end) = state.status else {
      Issue.record("the session has not ended", sourceLocation: location)
      return self
    }
    #expect(end.name == name, sourceLocation: location)
    return self
  }

  /// The last command made events of these types.
  @discardableResult func made(_ types: String..., at location: SourceLocation = #_sourceLocation) -> Given {
    #expect(events.map { type(of: $0.body.content).type } == types, sourceLocation: location)
    return self
  }

  @discardableResult func holds(
    _ source: String, _ labels: [String], at location: SourceLocation = #_sourceLocation
  ) -> Given {
    #expect(self.labels(source) == labels, sourceLocation: location)
    return self
  }

  /// The changes on record, newest last.
  @discardableResult func recorded(
    _ kinds: RecordedChange.Kind..., at location: SourceLocation = #_sourceLocation
  ) -> Given {
    #expect(state.changes.map(\.kind) == kinds, sourceLocation: location)
    return self
  }
}

/// Whole ballots.
extension Given {
  /// Hands in a whole ballot: `thing=value` or `thing/criterion=value`, a value of `-` being a pass.
  @discardableResult func handsIn(
    _ voter: String, _ ballot: String, because reason: String? = nil, by actor: Actor = .host, run: RunID? = nil,
    at location: SourceLocation = #_sourceLocation
  ) -> Given { handsIn(.person(id(voter)), ballot, because: reason, by: actor, run: run, at: location) }

  @discardableResult func handsIn(
    _ unit: UnitRef, _ ballot: String, because reason: String? = nil, by actor: Actor = .host, run: RunID? = nil,
    at location: SourceLocation = #_sourceLocation
  ) -> Given {
    if state.status == .notStarted { start(at: location) }
    let marks = ballot.split(separator: " ").map { word in
      let sides = word.split(separator: "=").map { String($0) }
      let target = sides[0].split(separator: "/").map { String($0) }
      return BallotMark(
        thing(target[0]), criterion: target.count > 1 ? target[1] : nil, value: sides[1] == "-" ? nil : sides[1],
        reason: reason)
    }
    return when(.handIn(HandIn(run: run, unit: unit, marks: marks)), by: actor, at: location)
  }
}
