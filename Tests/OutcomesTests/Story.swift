import MethodModel
import SessionEngine

/// Whole sessions that several tests read.
enum Story {
  /// Ten minutes of ideas with a late joiner, a leaver, a withdrawal, a rewording, a late idea, a skipped step.
  static func ideas() throws -> Sitting {
    var sitting = try Sitting(Sample.ideas, people: 4, settings: ["question": ["What helps?"]])
    try sitting.add("o1", "my secret worry", by: "p1")
    try sitting.add("o2", "another secret", by: "p2")
    try sitting.next()
    try sitting.add("s1", "Fewer meetings", by: "p1")
    try sitting.add("s2", "More coffe", by: "p3")
    try sitting.send(.reword(RewordEntry(id: "s2", fields: ["text": "More coffee"])))
    try sitting.add("s3", "Free beer", by: "p4")
    try sitting.send(.withdraw("s3"), because: "not at school")
    try sitting.send(.arrive(Person(id: "p5", name: "Eero")), because: "his bus was late")
    try sitting.send(.note("The projector failed"))
    try sitting.send(.extend(seconds: 120), because: "good talk")
    try sitting.next()
    try sitting.mark("p1", "entry:s1", "2")
    try sitting.mark("p1", "entry:s2", "1")
    try sitting.mark("p3", "entry:s2", "3")
    try sitting.send(.leave("p4"))
    try sitting.send(.pause)
    try sitting.send(.resume(gap: 0), after: 120)
    try sitting.next()
    try sitting.add("a1", "Cancel Monday's meeting", by: "p1", fields: ["owner": "Aino", "due": "2026-04-01"])
    try sitting.add("a2", "Buy beans", by: nil)
    try sitting.next()
    return sitting
  }

  /// Two objections in the first round, one resolved by new words, one withdrawn; then a concern only.
  static func consent() throws -> Sitting {
    var sitting = try Sitting(Sample.consent, people: 3)
    try sitting.send(.fill(FillCell(text: "We meet every week.")))
    try sitting.next()
    try sitting.mark("p1", nil, "consent")
    try sitting.mark("p2", nil, "objection", because: "A week is too short\nto prepare")
    try sitting.mark("p3", nil, "objection", because: "I do not like weeks")
    try sitting.next()
    try sitting.send(.fill(FillCell(author: "p2", text: "We meet every second week.")))
    try sitting.next()
    try sitting.send(.fill(FillCell(field: "status", text: "resolved")))
    try sitting.next()
    try sitting.next()
    try sitting.send(.fill(FillCell(field: "status", text: "withdrawn")))
    try sitting.next()
    try sitting.mark("p1", nil, "consent")
    try sitting.mark("p2", nil, "consent")
    try sitting.mark("p3", nil, "concern", because: "watch the load")
    try sitting.next()
    try sitting.add(
      "a1", "Put it in the calendar", by: "p3",
      fields: ["owner": "Chen", "due": "2026-04-01", "measure": "it is there"])
    try sitting.next()
    return sitting
  }

  /// Low ratings, rework as advised, better ones, a pass against missing data with a reason and a condition.
  static func gate(names: Activity.Names = .shown, people: Int = 5) throws -> Sitting {
    var sitting = try Sitting(Sample.gate(names: names), people: people, roles: ["leader": ["p1"]])
    try rate(&sitting, people, need: 2, fit: 4)
    try sitting.next()
    try sitting.send(.judge(GiveJudgement(index: 0, answer: .yes)), by: .person("p1"))
    try sitting.send(.verdict(GiveVerdict(.rework)), by: .person("p1"), after: 90)
    try rate(&sitting, people, need: 4, fit: 4)
    try sitting.next()
    try sitting.send(
      .verdict(GiveVerdict(.pass, conditions: ["A second school joins"])), by: .person("p1"),
      because: "the money comes in May", after: 90)
    try sitting.add("a1", "Ask the second school", by: "p2", fields: ["owner": "p2"])
    try sitting.next()
    return sitting
  }

  private static func rate(_ sitting: inout Sitting, _ people: Int, need: Int, fit: Int) throws {
    for number in 1...people {
      let person = PersonID("p\(number)")
      try sitting.mark(person, "value:indicators/need", "\(number == 1 ? need + 1 : need)", because: "reason \(number)")
      try sitting.mark(person, "value:indicators/fit", number == 2 ? nil : "\(fit)")
    }
  }
}

extension ThingRef: ExpressibleByStringLiteral {
  /// `entry:o7`, as it is written.
  package init(stringLiteral value: String) {
    let parts = value.split(separator: ":", maxSplits: 1).map { String($0) }
    self.init(kind: ThingRef.Kind(rawValue: parts[0]) ?? .entry, id: parts[1])
  }
}
