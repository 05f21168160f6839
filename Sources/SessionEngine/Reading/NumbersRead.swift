package import MethodModel

/// Numbers, counts and lengths of time that are written down, or read from a setting or a field when they are needed.
extension SessionEngine {
  /// More rounds than anybody sits through: a setting is not a way to fill the memory.
  private static let mostRounds = 1_000
  private static let mostMinutes = 100_000

  /// A number written down or read; `nil` when what it names holds none.
  package func number(_ quantity: Quantity, _ state: SessionState, _ scope: Scope) -> Number? {
    switch quantity {
    case .number(let number): number
    case .reference(let reference): number(reference, state, scope)
    }
  }

  package func count(_ count: Count?, _ state: SessionState, _ scope: Scope) -> Int? {
    switch count {
    case nil: nil
    case .fixed(let number): number
    case .setting(let reference): number(reference, state, scope).map { Int($0.units / Number.unitsPerOne) }
    }
  }

  /// How often a loop runs at most.
  package func rounds(of loop: Repeat, _ state: SessionState, _ scope: Scope) -> Int {
    min(max(1, count(loop.rounds, state, scope) ?? 1), Self.mostRounds)
  }

  /// How many laps a rotation has, where its author says so.
  func rounds(of rotate: Rotate, _ state: SessionState, _ scope: Scope) -> Int? {
    count(rotate.rounds, state, scope).map { min(max(1, $0), Self.mostRounds) }
  }

  /// The seconds of a length of time; `nil` where what it names holds none.
  package func seconds(_ span: Span?, _ state: SessionState, _ scope: Scope) -> Int? {
    switch span {
    case nil: nil
    case .seconds(let seconds): seconds
    case .reference(let reference):
      number(reference, state, scope).map { minutes in
        let most = Number(Self.mostMinutes)
        return Int(min(max(.zero, minutes), most).units * 60 / Number.unitsPerOne)
      }
    }
  }

  /// The same for the people and settings of a start, before anything was run.
  package func seconds(_ span: Span?, for start: SessionStarted) -> Int? { seconds(span, stateBefore(start), Scope()) }

  package func rounds(of loop: Repeat, for start: SessionStarted) -> Int {
    rounds(of: loop, stateBefore(start), Scope())
  }

  /// Seconds from the start of a step, negative from its end.
  package func seconds(_ moment: CueMoment, _ state: SessionState, _ scope: Scope) -> Int {
    (moment.isFromEnd ? -1 : 1) * (seconds(moment.span, state, scope) ?? 0)
  }

  package func seconds(_ moment: CueMoment, for start: SessionStarted) -> Int {
    seconds(moment, stateBefore(start), Scope())
  }

  /// What a reference holds, else the default that its author wrote for it.
  func number(_ reference: Reference, _ state: SessionState, _ scope: Scope) -> Number? {
    value(of: reference, state, scope).flatMap { Number($0) } ?? index.fields.number(of: reference)
      ?? method.setting(reference.name)?.defaultValue.flatMap { Number($0) }
  }
}
