import MethodModel
import SessionEngine

extension Handout {
  /// Who works together in a step, where that is not everybody.
  func company(of step: Step) -> String? {
    switch step.with {
    case .room: nil
    case .alone: "each alone"
    case .groups(let name), .role(let name): who(name)
    }
  }

  private func who(_ name: String) -> String {
    if let groups = method.groupings.first(where: { $0.id == name }) {
      let title = groups.title.isEmpty ? spoken(name) : words(groups.title)
      let count = engine.isCounted(groupsOf: name, for: start) ? engine.expectedGroups(name, for: start) : 0
      return count > 1 ? "\(title), \(count) groups" : title
    }
    return title(ofRole: name)
  }

  func title(ofRole role: String) -> String {
    method.role(role).map { $0.title.isEmpty ? spoken(role) : words($0.title) } ?? spoken(role)
  }

  /// What is written down in a step, a line for each activity.
  func record(of activity: Activity) -> String {
    let target = outcome(activity.target)
    if case .collect(let limits, _, _) = activity.kind { return "Write down: \(target)\(limited(limits))" }
    switch activity.kind {
    case .select(let selection): return "Choose: \(target)\(chosen(selection))"
    case .vote(let vote): return "Vote: \(ballot(vote)) on \(about(activity))"
    case .rate: return "Rate: \(about(activity))"
    case .fill: return "Write: \(target)"
    case .decide(let decide): return "Decide: \(about(activity)), \(rule(decide))"
    case .commit(let limits, _): return "Agree: \(target)\(limited(limits))"
    default: return "Write down: \(target)"
    }
  }

  /// The moments at which something is settled, in order.
  func decisions(_ width: Int) -> [String] {
    let lines = method.agenda.flatMap(\.withDescendants).flatMap { element -> [String] in
      switch element.kind {
      case .step(let step):
        return step.activities.compactMap { activity in
          decision(in: activity, by: chooser(of: activity, step, element.id)).map { "\(words(step.title)): \($0)" }
        }
      case .checkpoint(let checkpoint):
        return ["\(words(checkpoint.question)) – decided by \(who(checkpoint.by))"]
      case .choice(let choice): return ["\(words(choice.question)) – chosen by \(who(choice.by))"]
      default: return []
      }
    }
    return lines.isEmpty ? [] : ["", "Where decisions fall"] + lines.map { bullet($0, width) }
  }

  /// Who makes a choice of their own: each person or group where they work apart, else the room.
  private func chooser(of activity: Activity, _ step: Step, _ place: String) -> String {
    let around = engine.index.ancestry(of: place).compactMap { container -> Participation? in
      if case .phase(let phase)? = engine.index.element(container)?.kind { phase.with } else { nil }
    }
    switch (activity.per, step.with) {
    case (.person, _), (nil, .alone): return "everybody chooses"
    case (.room, _): return "the room chooses"
    case (_, .groups), (.grouping, _), (.group, _): return "each group chooses"
    case (nil, .role(let role)): return "\(who(role)) chooses"
    case (nil, .room): break
    }
    return around.contains { if case .groups = $0 { true } else { false } } ? "each group chooses" : "the room chooses"
  }

  private func decision(in activity: Activity, by chooser: String) -> String? {
    switch activity.kind {
    case .decide(let decide): rule(decide)
    case .select(let selection) where !selection.isOwnChoice:
      "\(outcome(activity.target))\(chosen(selection))"
    case .select: "\(chooser) \(outcome(activity.target))"
    default: nil
    }
  }

  // MARK: Words

  /// What people know an outcome by: its title where it is promised, else its name.
  private func outcome(_ name: String) -> String {
    method.delivers.first { $0.source.name == name && !$0.title.isEmpty }.map { words($0.title) } ?? spoken(name)
  }

  /// What a text without words shows.
  func shown(_ showing: Showing) -> String {
    let name = showing.of.map { $0.part == nil ? outcome($0.name) : spoken($0.description) } ?? ""
    return showing.stats.isEmpty ? name : showing.stats.map { "\($0.words) \(name)" }.joined(separator: ", ")
  }

  private func about(_ activity: Activity) -> String { outcome(activity.of?.name ?? activity.target) }

  private func limited(_ limits: Limits) -> String {
    let parts = [limits.atLeast.map { "at least \(count($0))" }, limits.atMost.map { "at most \(count($0))" }]
    let text = parts.compactMap(\.self).joined(separator: ", ")
    return text.isEmpty ? "" : " (\(text))"
  }

  private func chosen(_ selection: Selection) -> String {
    if let lot = selection.lot {
      let size =
        switch lot.size {
        case .count(let number): count(number)
        case .share(let share): "\(share.multiplied(by: 100))%"
        }
      return " (\(size) by lot\(lot.mix.isEmpty ? "" : ", mixed by \(lot.mix.joined(separator: " and "))"))"
    }
    if let top = selection.top, let marks = selection.rankedBy {
      return " (the first \(count(top)) by \(ranked(marks, selection.measure))\(weighed(selection)))"
    }
    if let cost = selection.cost, let marks = selection.rankedBy {
      return
        " (best first by \(ranked(marks, selection.measure))\(weighed(selection)), whatever still fits into \(count(cost.budget)))"
    }
    return selection.condition == nil ? limited(selection.limits) : " (those that meet a condition)"
  }

  private func ranked(_ marks: SourceRef, _ measure: Measure) -> String {
    let what = marks.part.map { "\($0) of \(outcome(marks.name))" } ?? outcome(marks.name)
    return measure == .median ? what : "the \(measure.words) \(what)"
  }

  private func weighed(_ selection: Selection) -> String {
    selection.weights.map { ", weighted by \(outcome($0.name))" } ?? ""
  }

  private func ballot(_ vote: Vote) -> String {
    let budget = vote.budget.map { "\(count($0)) " } ?? ""
    return switch vote.kind {
    case .dots: budget == "1 " ? "1 dot" : "\(budget)dots"
    case .approval: "a yes to \(vote.budget.map { "at most \(count($0))" } ?? "any number")"
    case .ranking: "an order\(vote.budget.map { " of \(count($0)) places" } ?? "")"
    }
  }

  private func count(_ count: Count) -> String {
    switch count {
    case .fixed(let number): String(number)
    case .setting(let reference):
      method.settings.first { $0.id == reference.name }?.defaultValue ?? spoken(reference.name)
    }
  }

  private func rule(_ decide: Decide) -> String {
    switch decide.rule {
    case .consent: "by consent: nobody objects"
    case .consensus: "by consensus: nobody blocks"
    case .majority: "by majority: more than half"
    case .share: "by a share of the votes"
    case .plurality: "most votes"
    case .score: "best score"
    case .one: "one person decides"
    }
  }
}
