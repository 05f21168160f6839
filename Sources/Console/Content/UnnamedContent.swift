import MethodModel
import SessionEngine

extension ContentReader {
  /// A line where no names are kept: all of one person at once, who is only ticked off.
  ///
  /// Several things of one person stand apart by bars or semicolons, ballots of several people by semicolons; a word
  /// after `#` is the sender's own, which links rounds.
  mutating func readWithoutNames(_ line: String) throws(Complaint) -> [CommandBody] {
    var handIns: [HandIn] = []
    for part in try ballots(in: line) {
      let (rest, code) = code(in: part)
      for piece in pieces(of: rest) {
        for body in try readOne(piece) { add(body, code, to: &handIns) }
      }
    }
    return handIns.map { .handIn($0) }
  }

  /// Each thing with the name in front of it; marks stay whole.
  private func pieces(of line: String) -> [String] {
    guard activity.kind == .collect, activity.fields.isEmpty else { return [line] }
    let (head, tail) = splitAtColon(line).map { ("\($0.head): ", $0.tail) } ?? ("", line)
    return tail.split(whereSeparator: { $0 == ";" || $0 == "|" }).map { head + $0.trimmed }
  }

  private func code(in line: String) -> (rest: String, code: String?) {
    guard activity.names == .coded, let (head, tail) = splitAtColon(line) else { return (line, nil) }
    var words = tail.split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(where: { $0.hasPrefix("#") && $0.count > 1 }) else { return (line, nil) }
    let code = words.remove(at: place).dropFirst()
    return ("\(head): \(words.joined(separator: " "))", String(code))
  }

  private func add(_ body: CommandBody, _ code: String?, to handIns: inout [HandIn]) {
    switch body {
    case .handIn(let whole): change(whole.unit, code, in: &handIns) { $0.marks += whole.marks }
    case .mark(let mark):
      change(mark.unit, code, in: &handIns) {
        $0.marks.append(
          BallotMark(mark.thing, criterion: mark.criterion, value: mark.value, reason: mark.reason))
      }
    case .add(let entry):
      let sheet = UnitRef.sheet(sheets.next(activity.run, "", atLeast: knownSheets))
      let copied = activity.ballot.first { $0.thing == entry.copyOf }.map { ["text": $0.label] } ?? [:]
      change(entry.author.map { .person($0) } ?? sheet, code, in: &handIns) {
        $0.entries.append(entry.fields.merging(copied) { own, _ in own })
      }
    default: break
    }
  }

  private func change(_ unit: UnitRef, _ code: String?, in handIns: inout [HandIn], _ body: (inout HandIn) -> Void) {
    let place = handIns.firstIndex { $0.unit == unit } ?? handIns.endIndex
    if place == handIns.endIndex { handIns.append(HandIn(run: activity.run, unit: unit, marks: [])) }
    body(&handIns[place])
    handIns[place].code = code
  }
}
