import SessionEngine

extension CommandReader {
  /// Commands that answer a checkpoint.
  func checkpoint(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    guard let checkpoint = view.checkpoint else {
      let instead = command == .stop ? " /quit leaves, /end ends the session." : ""
      throw Complaint("This is no checkpoint, so there is nothing to \(command.rawValue).\(instead) Nothing was done.")
    }
    switch command {
    case .judge: return try judge(rest, checkpoint)
    case .pass:
      let sides = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
      let conditions = sides.count == 2 ? sides[1].split(separator: ";").map(\.trimmed).filter { !$0.isEmpty } : []
      let pass = CommandBody.verdict(GiveVerdict(.pass, conditions: conditions))
      guard checkpoint.endsWithPass else { return submit(pass, reason: sides.first ?? "") }
      return .confirm(
        word: "end", question: "Nothing comes after this checkpoint: a pass ends the session for good.",
        Submission(pass, reason: sides.first.flatMap { $0.isEmpty ? nil : $0 }))
    case .rework: return submit(.verdict(GiveVerdict(.rework)), reason: rest)
    default:
      let question = "This decides to stop at “\(checkpoint.question)”."
      return .confirm(
        word: "stop", question: question,
        Submission(.verdict(GiveVerdict(.stop)), reason: rest.isEmpty ? nil : rest))
    }
  }

  /// `1 yes`; with one criterion `yes` is enough.
  private func judge(_ rest: String, _ checkpoint: CheckpointView) throws(Complaint) -> Intent {
    var words = rest.lowercased().split(whereSeparator: \.isWhitespace).map { String($0) }
    var number = 1
    if let first = words.first, let given = Int(first) {
      number = given
      words.removeFirst()
    } else if checkpoint.judges.count > 1 {
      throw usage(.judge, "Say which criterion, by its number")
    }
    guard
      let index = checkpoint.judgeNumbers.firstIndex(of: number)
        ?? (checkpoint.judges.indices.contains(number - 1) ? number - 1 : nil)
    else {
      throw Complaint("There is no criterion \(number) for a person to judge here. Nothing was done.")
    }
    let answers: [(names: [String], value: GiveJudgement.Answer)] = [
      (["yes"], .yes), (["not-yet", "not yet", "notyet"], .notYet), (["no"], .no),
    ]
    guard case .one(let answer) = pick(words.joined(separator: " "), from: answers, byNumber: false) else {
      throw usage(.judge, "Answer yes, no or not-yet")
    }
    return submit(.judge(GiveJudgement(index: index, answer: answer)))
  }
}

extension CheckpointView {
  /// The number that each judge's criterion has in the list, where it stands there by itself; else its place among them.
  var judgeNumbers: [Int] {
    let listed = criteria.indices.filter { criteria[$0].kind == "judge" }.map { $0 + 1 }
    return listed.count == judges.count ? listed : Array(judges.indices.map { $0 + 1 })
  }
}
