/// The report for people who read it weeks later, as Markdown that also reads well as plain text.
///
/// What came out first, then how it went, then what was written step by step. Labels are English, the method's words
/// are in the session's language, and what people wrote is text and nothing else.
struct Report {
  let record: Record
  var page = MarkdownPage()

  init(_ record: Record) {
    self.record = record
    writeHead()
    writeOutcomes()
    writeDecisions()
    writeCheckpoints()
    writeActions()
    writeCourse()
    writeSteps()
    writePeople()
  }

  var text: String { page.text }

  // MARK: Head

  private mutating func writeHead() {
    page.paragraph(
      "*One session in three forms: this report for people, `tables/` (CSV) for spreadsheets, `outcome.json` with everything for programs. All times are UTC.*"
    )
    page.heading(1, "\(record.method.title)")
    if record.session.rehearsal {
      page.paragraph("**A rehearsal with simulated people: nothing here was said by anybody.**")
    }
    page.list(
      [
        .init("When: \(when)"), .init("Where: \(record.session.site ?? "not said")"), .init("People: \(people)"),
        .init(
          "Method: \(record.method.id) \(record.method.version)\(record.method.variantOf.map { ", a variant of \($0)" as Markdown } ?? "" as Markdown), fingerprint \(String(record.method.hash.prefix(16)))"
        ),
      ] + record.settings.filter { !$0.values.isEmpty }.map { .init("\($0.ask) \($0.labels.joined(separator: "; "))") })
    page.heading(2, "In short")
    page.paragraph(summary)
  }

  private var when: Markdown {
    guard let started = record.session.started else { return "not started" }
    let day = String(started.day)
    guard let ended = record.session.ended else { return "\(day), from \(String(started.time)); not ended" }
    let until = ended.day == started.day ? String(ended.time) : "\(ended.day) \(ended.time)"
    return "\(day), \(String(started.time)) to \(until)"
  }

  private var people: Markdown {
    let atStart = record.attendance.count(where: \.presentAtStart)
    let all = record.attendance.count
    return all == atStart ? "\(all)" : "\(atStart) at the start, \(all) in all"
  }

  /// One paragraph: how it ended, what is there, what was decided, who owes what, how long it took.
  private var summary: Markdown {
    .joined([ending, deliveries] + verdicts + [owed, pace], by: " ")
  }

  private var ending: Markdown {
    switch record.session.status {
    case .notStarted: return "The session has not started."
    case .running: return "The session is still running."
    case .paused: return "The session is paused."
    case .ended:
      guard let end = record.session.end else { return "The session has ended." }
      let text: Markdown = end.text.map { " \($0)" } ?? ""
      switch end.name {
      case "completed": return "The session was completed.\(text)"
      case "ended-early": return "The session was ended early.\(text)"
      default: return "The session ended as “\(end.name)”.\(text)"
      }
    }
  }

  private var deliveries: Markdown {
    let promised = record.method.delivers
    guard !promised.isEmpty else { return "The method promises no outcomes." }
    let missing = promised.filter { !$0.delivered }
    if missing.isEmpty { return "Everything it promises was delivered (\(promised.count))." }
    let names = missing.map(\.title).joined(separator: "; ")
    return "Delivered: \(promised.count - missing.count) of \(promised.count); missing: \(names)."
  }

  private var verdicts: [Markdown] {
    let decisions = record.outcomes.flatMap(\.decisions).filter(\.counts).map { decision -> Markdown in
      let about = decision.winners.isEmpty ? decision.about : decision.winners
      let things: Markdown = about.isEmpty ? "" : " (\(about.map(\.words).joined(separator: "; ")))"
      return "Decision by \(decision.rule): \(decision.result)\(things)."
    }
    let choices = record.answers.filter { $0.kind == "choice" }.map { answer -> Markdown in
      "\(answer.question) \(answer.answer)."
    }
    return decisions + lastCheckpoints + choices
  }

  /// The last verdict at each checkpoint, and how many there were.
  private var lastCheckpoints: [Markdown] {
    let decided = record.checkpoints.filter { $0.verdict != nil }
    return decided.indices.filter { index in
      !decided[(index + 1)...].contains { $0.place.step == decided[index].place.step }
    }.map { index in
      let checkpoint = decided[index]
      let times = decided.count { $0.place.step == checkpoint.place.step }
      let again: Markdown = times > 1 ? ", after \(times) attempts" : ""
      let overruled: Markdown = checkpoint.overruled ? ", overruled" : ""
      return "Checkpoint “\(checkpoint.question)”: \(checkpoint.verdict ?? "")\(overruled)\(again)."
    }
  }

  private var owed: Markdown {
    let actions = record.actions.filter(\.counts)
    guard !actions.isEmpty else { return "No actions were agreed." }
    let blank = actions.count { !$0.missing.isEmpty }
    let some: Markdown = actions.count == 1 ? "1 action" : "\(actions.count) actions"
    return blank == 0 ? "\(some), complete." : "\(some), \(blank) with something left blank."
  }

  private var pace: Markdown {
    let timing = record.timing
    let deviations = record.deviations.count
    let count: Markdown = deviations == 1 ? "1 deviation" : "\(deviations) deviations"
    return "It took \(Self.spoken(timing.total)), agreed were \(Self.spoken(timing.agreed)); \(count) from the plan."
  }

  // MARK: Words

  /// `1 h 30 min`, `12 min`, `1 min 30 s`, `20 s`.
  static func spoken(_ seconds: Int) -> String {
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3600)
    let (minutes, left) = rest.quotientAndRemainder(dividingBy: 60)
    var parts: [String] = []
    if hours != 0 { parts.append("\(hours) h") }
    if minutes != 0 { parts.append("\(minutes) min") }
    if hours == 0, left != 0 || parts.isEmpty { parts.append("\(left) s") }
    return parts.joined(separator: " ")
  }

  /// `12:05`, in minutes and seconds.
  static func clock(_ seconds: Int) -> Markdown {
    let left = seconds.magnitude % 60
    return
      "\(seconds < 0 ? "−" : "" as Markdown)\(Int(seconds.magnitude / 60)):\(left < 10 ? "0" : "" as Markdown)\(Int(left))"
  }

  static func list(_ things: [ThingRecord]) -> String { things.map(\.words).joined(separator: "; ") }
}
