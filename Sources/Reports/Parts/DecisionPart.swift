internal import MethodModel
internal import Outcomes

/// A decision by a rule.
struct DecisionPart: Part {
  let desk: Desk
  let decision: DecisionRecord

  private var words: Words { desk.words }

  static let shape = Shape<DecisionPart>(
    "decision",
    [
      .text("title", "The step in which it was taken, what was in hand, and the part that decided for itself.") {
        part in
        ([part.decision.place.title] + [part.inHand, part.decision.part?.name].compactMap(\.self))
          .joined(separator: ", ")
      },
      .text("round", "Such as “round 2”.") { $0.words.phrase("round", String($0.decision.round)) },
      .number("take", "The number of that step’s run; its anchor in report.html is `take-` and this number.") {
        $0.decision.place.take
      },
      .flag("isLater", "It is not of the first round.") { $0.decision.round > 1 },
      .text("result", "What came of it: adopted, rejected, chosen, none chosen …") { $0.words.term($0.result) },
      .text("unreached", "What no option reached, where nothing was chosen for that.", \.unreached),
      .text("unchosen", "Of what nothing was chosen, or on what nothing was decided, and why.") {
        $0.unchosen(most: .max)
      },
      .flag("isAdopted", "It was adopted or something was chosen.", \.isAdopted),
      .flag("stands", "No later round, verdict or run has replaced it.") { $0.decision.counts },
      .text("rule", "By which rule.") { $0.words.term($0.decision.rule) },
      .text("rulePlain", "The rule with quorum, threshold, turnout and what silence means, in one sentence.") {
        $0.rulePlain
      },
      .text("at", "When, as 09:40.") { $0.words.time($0.decision.at) },
      .text("about", "What it was about.") { $0.words.things($0.decision.about) },
      .text("winners", "What was chosen.") { $0.words.things($0.decision.winners) },
      .text("subject", "What was chosen, else what it was about; and what was in hand.") { part in
        let things = part.decision.winners.isEmpty ? part.decision.about : part.decision.winners
        return part.words.things(things) + (part.inHand.map { " " + part.words.phrase("of-these", $0) } ?? "")
      },
      .text("remark", "What the program noted, such as how a tie ended.") { $0.decision.remark },
      .text("reason", "The reason that was given.") { $0.decision.reason },
      .text("chosenBy", "Who chose, where one decided; of several, the choice of the last holds.") { part in
        part.decision.chosenBy.map { part.words.who($0) }.joined(separator: " → ")
      },
      .parts("signals", "How many gave each signal, as bars.") { $0.signals },
      .parts("scores", "Each option’s score, as bars.") { $0.scores },
      .text("countsWithheld", "A sentence where figures may not be shown.") { part in
        part.decision.figuresWithheld.map { part.words.phrase("counts-withheld", part.words.withheld($0)) }
      },
      .parts("dissent", "Who did not go along.") { part in
        part.decision.dissent.map { DissentPart(desk: part.desk, decision: part.decision, dissent: $0) }
      },
      .text("dissentWithheld", "A sentence where that may not be shown.") { part in
        part.decision.dissentWithheld.map { part.words.phrase("dissent-withheld", part.words.withheld($0)) }
      },
      .flag("isUnopposed", "Nobody is on record against it, and that may be said.") {
        $0.isUnopposed
      },
      .parts("objections", "Objections and how each stood at the end.") { part in
        part.decision.objections.map { RaisedPart(words: part.words, raised: $0) }
      },
      .parts("concerns", "Concerns that were voiced.") { part in
        part.decision.concerns.map { RaisedPart(words: part.words, raised: $0) }
      },
    ])

  /// The rule compares options by marks.
  private var isCounted: Bool { ["majority", "share", "plurality", "score"].contains(decision.rule) }

  /// Of options that were counted none was rejected: none was chosen.
  var tallied: String {
    // Equals of which none was taken were once recorded as won.
    let isNone = decision.result == "rejected" || decision.result == "won" && decision.winners.isEmpty
    return isCounted && isNone ? "none-chosen" : decision.result
  }
  var result: String { tallied == "no-quorum" ? "nothing-decided" : tallied }

  var unreached: String? {
    guard result == "none-chosen", let threshold = decision.threshold, !decision.scores.contains(where: \.holds) else {
      return nil
    }
    let part = words.share(threshold) ?? ""
    return switch decision.rule {
    case "majority": words.phrase("none-above", part)
    case "share": words.phrase("none-reached", part)
    default: words.figure(threshold).map { words.phrase("none-reached", $0) }
    }
  }

  /// `: tea`; where nothing came of it ` (tea; juice): none reached 66%`.
  func told(most: Int) -> String {
    if let unchosen = unchosen(most: most) { return " " + unchosen }
    let subject = subject(most: most)
    return subject.isEmpty ? "" : words.phrase("bar", "", subject)
  }

  private func unchosen(most: Int) -> String? {
    guard ["none-chosen", "nothing-decided"].contains(result) else { return nil }
    return words.phrase("of-these", subject(most: most)) + (unreached.map { words.phrase("bar", "", $0) } ?? "")
  }

  private func subject(most: Int) -> String {
    shortened(words.things(decision.winners.isEmpty ? decision.about : decision.winners), to: most)
      + (inHand.map { " " + words.phrase("of-these", $0) } ?? "")
  }

  /// What was in hand when it was decided, where neither its step nor what it is about says so.
  private var inHand: String? {
    let things = desk.inHand(inRun: decision.place.take).filter { thing in
      !decision.about.contains(thing) && !decision.place.title.contains(words.thing(thing))
    }
    return things.isEmpty ? nil : words.things(things)
  }

  /// Only some rules record who was against, and a majority only where it chose something.
  private var isUnopposed: Bool {
    let isRecorded =
      switch decision.rule {
      case "consent", "consensus": true
      case "majority", "share": !decision.winners.isEmpty
      default: false
      }
    return isRecorded && decision.dissent.isEmpty && decision.dissentWithheld == nil && decision.objections.isEmpty
  }

  private var rulePlain: String {
    var parts = [
      words.turnout(decision.answered, of: decision.present),
      words.phrase("entitled", String(decision.entitled)),
    ]
    if let threshold = decision.rule == "score" ? words.figure(decision.threshold) : words.share(decision.threshold) {
      parts.append(words.phrase("threshold", threshold, words.term(decision.among)))
    }
    if let quorum = words.share(decision.quorum) { parts.append(words.phrase("quorum", quorum)) }
    // Elsewhere who says nothing is just not counted.
    if ["consent", "consensus"].contains(decision.rule) { parts.append(words.phrase("silence-\(decision.silence)")) }
    return parts.joined(separator: "; ") + "."
  }

  var isAdopted: Bool { ["adopted", "won", "selected"].contains(tallied) }

  /// The rule, what it asked for and how the signals were, as the brief tells it.
  var inSentences: String {
    let given = signals.map { "\($0.label) \($0.value)" }.joined(separator: ", ")
    let withheld = decision.figuresWithheld.map { words.phrase("counts-withheld", words.withheld($0)) }
    return [
      words.phrase("bar", words.label("rule"), words.term(decision.rule)) + ". " + rulePlain,
      given.isEmpty ? nil : given + ".", withheld,
    ].compactMap(\.self).joined(separator: " ")
  }

  /// Who did not go along, as far as it may be told, and what was objected.
  var opposing: [String] {
    let against = decision.dissent.map { dissent in
      let said = "\(words.who(dissent.by)), \(desk.said(dissent.value, on: decision))"
      return words.phrase("bar", words.label("dissent"), said + (dissent.reason.map { ": \($0)" } ?? ""))
    }
    let withheld = decision.dissentWithheld.map { words.phrase("dissent-withheld", words.withheld($0)) }
    let objected = decision.objections.map { raised in
      let status = raised.status.map { " (\(words.phrase("in-the-end", words.term($0))))" } ?? ""
      return words.phrase("bar", words.label("objections"), (raised.text ?? words.term("unseen")) + status)
    }
    return against + [withheld].compactMap(\.self) + objected
  }

  private static let order = ["consent", "concern", "objection", "agree", "aside", "block"]

  private var signals: [BarPart] {
    let others = decision.signals.keys.filter { !Self.order.contains($0) }.sorted()
    let known = (Self.order + others).compactMap { key in decision.signals[key].map { (key, $0) } }
    return Bars.of(known.map { (desk.said($0.0, on: decision), Double($0.1), String($0.1)) }, words)
  }

  private var scores: [BarPart] {
    Bars.of(
      decision.scores.map { score in
        (
          score.round.map { words.phrase("in-round", words.thing(score.thing), String($0)) }
            ?? words.thing(score.thing), score.score?.value ?? 0, words.figure(score.score) ?? "–"
        )
      }, words)
  }
}

/// Somebody who did not go along.
struct DissentPart: Part {
  let desk: Desk
  let decision: DecisionRecord
  let dissent: DecisionRecord.Dissent

  static let shape = Shape<DissentPart>(
    "dissent",
    [
      .text("who", "Who, as far as names are shown.") { $0.desk.words.who($0.dissent.by) },
      .text("value", "What was said: objection, block, a point of the scale …") {
        $0.desk.said($0.dissent.value, on: $0.decision)
      },
      .text("reason", "Why.") { $0.dissent.reason },
    ])
}

/// An objection or concern.
struct RaisedPart: Part {
  let words: Words
  let raised: DecisionRecord.Raised

  static let shape = Shape<RaisedPart>(
    "raised",
    [
      .text("text", "Its words.") { $0.raised.text ?? $0.words.term("unseen") },
      .text("status", "How it stood at the end of the session: open, resolved, withdrawn …") { part in
        part.raised.status.map { part.words.phrase("in-the-end", part.words.term($0)) }
      },
      .text("who", "Whose it was, where a name is shown.") { $0.words.named($0.raised.by) },
    ])
}
