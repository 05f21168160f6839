import MethodModel
import SessionEngine

extension ScreenText {
  /// How content is typed here, in one or two sentences.
  func hint(_ activity: ActivityView) -> String {
    switch activity.kind {
    case .collect: itemHint(activity, "the idea") + fieldHint(activity) + copyHint(activity) + paperHint(activity)
    case .commit:
      "type “what will be done | owner=\(someone); due=2027-03-01”, or “\(someone): what she or he will do”."
        + copyHint(activity)
    case .choose where activity.reason == .required:
      "type the number and why it is that one: “2 because …”. The reason goes on record."
    case .choose where activity.atMost == 1:
      owned(activity, "3", alone: "type the number of your choice, for example: 3")
    case .choose: owned(activity, "1 3", alone: "type the numbers of your choice, for example: 1 3")
    case .vote: voteHint(activity)
    case .rate: rateHint(activity)
    case .signal: signalHint(activity)
    case .fill: fillHint(activity)
    case .cluster:
      owned(activity, "3 5 9 = Time", alone: "type the numbers and a name, as in “3 5 9 = Time”.")
        + " “4 7 A” puts two into cluster A, “4 -” takes one out; “A = Hours” renames, “A + B” and “3 + 5” make one of"
        + " two, “A / 3 5 = Days” and “7 / this / that” two of one."
    case .place: placeHint(activity)
    case .table:
      owned(
        activity, activity.fields.map { _ in "…" }.joined(separator: " | "),
        alone: "type a row, its cells apart by bars: “\(activity.fields.map(\.id).joined(separator: " | "))”.")
        + " “1 \(activity.fields.last?.id ?? "text"): …” changes a cell of row 1."
    case .connect:
      owned(activity, "3 > 5", alone: "type which leads to which, as in “3 > 5\(linkWord(activity))”.")
        + " “3 > 5 7” links to several, “3 x 5” takes a link away."
    case .computed: ""
    }
  }

  private func signalHint(_ activity: ActivityView) -> String {
    let yes = activity.answers.first?.id ?? "consent"
    let no = activity.answers.last?.id ?? "objection"
    guard let speaker = view.turns?.current, activity.units.contains(where: { $0.ref == view.turns?.unit }) else {
      return "type “\(someone): \(no) and why”, one a line; then “all: \(yes)” for everybody else."
    }
    return "type “\(yes)”, or “\(no) and why”: it is \(speaker)'s, whose turn it is. Then /turn."
      + " “\(somebody(but: speaker)): \(yes)” is for somebody else."
  }

  private func somebody(but name: String) -> String {
    view.people.first { $0.isPresent && $0.name != name }?.name ?? "Aino"
  }

  private var someone: String { view.people.first(where: \.isPresent)?.name ?? "Aino" }

  private func groupNumbers(_ activity: ActivityView) -> [String] {
    activity.units.compactMap { unit in
      guard case .part(let key) = unit.ref, key != Part.roomKey else { return nil }
      return key.split(separator: "/").last.map { String($0) }
    }
  }

  private func owned(_ activity: ActivityView, _ what: String, alone: String) -> String {
    let groups = groupNumbers(activity)
    if groups.count > 1, let example = groups.dropFirst().first {
      return "type the group's number and a colon, for example: \(example): \(what)"
    }
    if activity.units.contains(where: { $0.ref.person != nil }) { return "type “\(someone): \(what)”." }
    return alone
  }

  private func itemHint(_ activity: ActivityView, _ what: String) -> String {
    let groups = groupNumbers(activity)
    if groups.count > 1, let example = groups.dropFirst().first {
      return "type “\(example): \(what)” for group \(example), or “\(someone): \(what)”."
    }
    if let speaker = view.turns?.current {
      return
        "type \(what), one a line: it is kept as \(speaker)'s, whose turn it is. “\(somebody(but: speaker)): \(what)” is"
        + " somebody else's. /turn goes on."
    }
    if activity.units.contains(where: { $0.ref.person != nil }) {
      return "type “\(someone): \(what)”, or just \(what) without a name."
    }
    return "type \(what), one a line; “\(someone): \(what)” keeps whose it is."
  }

  private func fieldHint(_ activity: ActivityView) -> String {
    let fields = activity.fields.filter { $0.id != "text" }
    guard !fields.isEmpty else { return "" }
    let example = fields.prefix(3).map { "\($0.id)=\(exampleValue($0, activity))" }.joined(separator: "; ")
    return " Add “| \(example)” where it is known."
  }

  private func exampleValue(_ field: Field, _ activity: ActivityView) -> String {
    activity.fieldsOfThings.contains(field.id)
      ? "1" : field.kind == .file ? "~/Pictures/wall.jpg" : field.values.first?.id ?? "…"
  }

  private func copyHint(_ activity: ActivityView) -> String {
    if activity.isReply { return " “@1 …” answers number 1." }
    return activity.ballot.isEmpty ? "" : " “+1” takes over number 1."
  }

  private func placeHint(_ activity: ActivityView) -> String {
    guard !activity.axes.isEmpty || !activity.zones.isEmpty else {
      return "nothing can be placed yet: the two axes were not chosen. /back goes there."
    }
    let zone = activity.zones.first?.thing.word
    let high = activity.axes.first?.points.last?.id ?? "8"
    let low = activity.axes.last?.points.first?.id ?? "2"
    let example = activity.axes.isEmpty ? "1 \(zone ?? "now")" : "1 \(high) \(low)"
    let corner = activity.axes.isEmpty ? "" : " “1 high-low” puts number 1 into a corner."
    let both = activity.axes.isEmpty || zone == nil ? "" : " “1 \(high) \(low) \(zone ?? "")” names the zone too."
    return owned(activity, example, alone: "type the number and where it goes, as in “\(example)”.") + corner + both
  }

  /// What a link says, by example.
  private func linkWord(_ activity: ActivityView) -> String { activity.answers.first.map { " \($0.id)" } ?? "" }

  private func voteHint(_ activity: ActivityView) -> String {
    let one =
      switch activity.vote?.kind {
      case .ranking?: "2>1>3"
      case .dots?: "1 1 3"
      case .approval?, nil: activity.budget == 1 ? "2" : "1 3"
      }
    if activity.takesSums { return "type the counts, and how many voted: “1=7 2=4 of 12”." + paperHint(activity) }
    let order = activity.vote?.kind == .ranking ? ", the best first" : ""
    return "type counts for the room, “1=7 2=4 of 12”, or one ballot, “\(someone): \(one)”\(order)."
      + paperHint(activity)
  }

  /// What of paper need not be typed.
  private func paperHint(_ activity: ActivityView) -> String {
    activity.isPartOfPaper
      ? " /photo keeps a picture of the rest; what is not typed counts as not entered, never as nought." : ""
  }

  private func rateHint(_ activity: ActivityView) -> String {
    if activity.takesSums {
      return "type the sum of each, and how many sheets there were: “1=41 2=38 of 12”."
    }
    let marks = activity.answers.enumerated().map { Self.mark(of: $0.element, at: $0.offset) }
    let value = marks.last ?? "4"
    let other = marks.dropLast().last ?? "3"
    // What has no word of an author's is called by its number: nobody types an id.
    let things = activity.ballot.prefix(2).enumerated().map { number, thing in
      thing.thing.hasAuthoredWord ? thing.thing.word : "\(number + 1)"
    }
    let criteria = activity.criteria.enumerated().map { $1.thing.hasAuthoredWord ? $1.thing.word : "\($0 + 1)" }
    // Several things by several criteria: which one is meant has to be said.
    let both = things.count > 1 ? criteria.map { "\(things[0])/\($0)" } : criteria
    let names = criteria.isEmpty ? things : both
    let because = activity.reason == .no ? "" : " because …"
    guard names.count > 1, let first = names.first else {
      let sheets = activity.reason == .required ? "" : ", or values without names: “\(value) \(other) \(value)”"
      return "type “\(someone): \(value)\(because)”\(sheets)." + paperHint(activity)
    }
    if activity.reason == .required { return "type “\(someone): \(first) \(value) because …” for each." }
    return
      "type “\(someone): \(first)=\(value) \(names[1])=\(other)”, or values without names for one of them: "
      + "“\(first): \(value) \(other) \(value)”."
  }

  private func fillHint(_ activity: ActivityView) -> String {
    let field = activity.fields.first { $0.id != "text" }?.id
    if activity.ballot.count > 1 {
      return "type the number, the field and the words, for example: 1 \(field ?? "text"): …"
    }
    guard let field else {
      let same = activity.entries.isEmpty ? "" : " “(same) …” only mends the wording: what rests on it stays."
      return owned(activity, "the words", alone: "type the words; typing again replaces them.") + same
    }
    let present = activity.entries.first?.fields[field]
    let ids = activity.fields.first { $0.id == field }?.values.map(\.id) ?? []
    let values = activity.fieldsOfThings.contains(field) ? ids.indices.map { "\($0 + 1)" } : ids
    let isFile = activity.fields.contains { $0.id == field && $0.kind == .file }
    let example = "\(field): \(isFile ? "~/Pictures/wall.jpg" : values.first { $0 != present } ?? "…")"
    return owned(activity, example, alone: "type a field and its words, for example: \(example)")
  }
}
