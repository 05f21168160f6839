extension Renaming {
  package func flow(_ body: [FlowElement]) -> [FlowElement] { body.map { element($0) } }

  private func element(_ element: FlowElement) -> FlowElement {
    FlowElement(id: place(element.id), mode: element.mode, rounds: element.rounds, kind: kind(element.kind))
  }

  private func kind(_ kind: FlowElement.Kind) -> FlowElement.Kind {
    switch kind {
    case .phase(let phase): .phase(self.phase(phase))
    case .step(let step): .step(self.step(step))
    case .rest(let rest): .rest(Break(timebox: timebox(rest.timebox), floats: rest.floats, title: text(rest.title)))
    case .loop(let loop): .loop(self.loop(loop))
    case .each(let each): .each(self.each(each))
    case .rotate(let rotate): .rotate(self.rotate(rotate))
    case .parallel(let parallel): .parallel(Parallel(phases: flow(parallel.phases)))
    case .meeting(let meeting):
      .meeting(Meeting(lasts: span(meeting.lasts), title: text(meeting.title), body: flow(meeting.body)))
    case .branch(let branch):
      .branch(
        Branch(
          arms: branch.arms.map { Branch.Arm(condition: condition($0.condition), body: flow($0.body)) },
          otherwise: branch.otherwise.map(flow)))
    case .choice(let choice): .choice(self.choice(choice))
    case .checkpoint(let checkpoint): .checkpoint(self.checkpoint(checkpoint))
    case .use(let use): .use(self.use(use))
    case .back(let back):
      .back(Back(to: place(back.to), atMost: count(back.atMost), subject: back.subject.map(operand)))
    case .end(let end): .end(End(name: end.name, text: text(end.text)))
    }
  }

  private func rotate(_ rotate: Rotate) -> Rotate {
    var renamed = rotate
    renamed.move = source(rotate.move)
    renamed.through = source(rotate.through)
    renamed.name = rotate.name.map(name)
    renamed.along = names(rotate.along)
    renamed.stay = names(rotate.stay)
    renamed.rounds = count(rotate.rounds)
    renamed.changeover = span(rotate.changeover)
    renamed.body = flow(rotate.body)
    return renamed
  }

  private func phase(_ phase: Phase) -> Phase {
    var renamed = phase
    renamed.with = phase.with.map(participation)
    renamed.title = text(phase.title)
    renamed.tips = texts(phase.tips)
    renamed.body = flow(phase.body)
    return renamed
  }

  private func participation(_ with: Participation) -> Participation {
    switch with {
    case .room, .alone: with
    case .groups(let set): .groups(name(set))
    case .role(let role): .role(name(role))
    }
  }

  private func step(_ step: Step) -> Step {
    var renamed = step
    renamed.title = text(step.title)
    renamed.timebox = timebox(step.timebox)
    renamed.with = participation(step.with)
    renamed.turn = span(step.turn)
    renamed.order = names(step.order)
    renamed.silent = names(step.silent)
    renamed.listens = names(step.listens)
    renamed.contents = step.contents.map { content in
      switch content {
      case .text(let text): .text(stepText(text))
      case .activity(let activity): .activity(self.activity(activity))
      }
    }
    return renamed
  }

  private func stepText(_ text: StepText) -> StepText {
    var renamed = text
    renamed.text = self.text(text.text)
    switch text.audience {
    case .say, .tip: break
    case .cue(let at): renamed.audience = .cue(at: CueMoment(span(at.span), isFromEnd: at.isFromEnd))
    case .show(let showing): renamed.audience = .show(self.showing(showing))
    case .role(let role): renamed.audience = .role(name(role))
    }
    return renamed
  }

  private func change(_ change: Test.Change) -> Test.Change {
    if case .earlier(let setting) = change { .earlier(name(setting)) } else { change }
  }

  private func showing(_ showing: Showing) -> Showing {
    Showing(
      of: source(showing.of), stats: showing.stats, change: showing.change.map(change), within: sources(showing.within),
      except: sources(showing.except),
      filters: showing.filters.map(filter), order: source(showing.order), isRising: showing.isRising)
  }

  private func timebox(_ box: Timebox) -> Timebox {
    var renamed = box
    renamed.time = time(box.time)
    renamed.shortest = span(box.shortest)
    renamed.longest = span(box.longest)
    return renamed
  }

  private func time(_ formula: TimeFormula) -> TimeFormula {
    switch formula {
    case .sum(let terms, let most):
      .sum(
        terms: terms.map { term in
          guard case .grouping(let set)? = term.per else { return TimeFormula.Term(span(term.span), per: term.per) }
          return TimeFormula.Term(span(term.span), per: .grouping(name(set)))
        }, atMost: span(most))
    case .perLap: formula
    }
  }

  private func span(_ span: Span) -> Span {
    if case .reference(let reference) = span { .reference(self.reference(reference)) } else { span }
  }

  private func span(_ span: Span?) -> Span? { span.map { self.span($0) } }

  private func loop(_ loop: Repeat) -> Repeat {
    var renamed = loop
    renamed.rounds = count(loop.rounds)
    renamed.body = flow(loop.body)
    renamed.until = loop.until.map { Repeat.Until(position: $0.position, condition: condition($0.condition)) }
    renamed.exhausted = loop.exhausted.map(flow)
    return renamed
  }

  private func each(_ each: ForEach) -> ForEach {
    var renamed = each
    renamed.itemOf = source(each.itemOf)
    renamed.name = name(each.name)
    renamed.within = sources(each.within)
    renamed.except = sources(each.except)
    renamed.filters = each.filters.map(filter)
    if case .ranked(let marks) = each.order { renamed.order = .ranked(source(marks)) }
    renamed.rest = name(each.rest)
    renamed.limit = span(each.limit)
    renamed.body = flow(each.body)
    return renamed
  }

  private func choice(_ choice: Choice) -> Choice {
    Choice(
      by: name(choice.by), question: text(choice.question),
      options: choice.options.map { Choice.Option(id: $0.id, title: text($0.title), body: flow($0.body)) })
  }

  private func checkpoint(_ checkpoint: Checkpoint) -> Checkpoint {
    Checkpoint(
      by: name(checkpoint.by), timebox: timebox(checkpoint.timebox), question: text(checkpoint.question),
      criteria: checkpoint.criteria.map(condition), pass: checkpoint.pass.map(flow),
      rework: checkpoint.rework.map(flow), stop: checkpoint.stop.map(flow),
      reworkWhen: checkpoint.reworkWhen.map(condition), stopWhen: checkpoint.stopWhen.map(condition))
  }

  private func use(_ use: Use) -> Use {
    var renamed = use
    renamed.gives = use.gives.map { give in
      Use.Give(setting: name(give.setting), text: text(give.text), outcome: source(give.outcome))
    }
    renamed.takes = use.takes.map { Use.Taking(outcome: name($0.outcome), into: name($0.into)) }
    renamed.settings = use.settings.map(setting)
    renamed.delivers = use.delivers.map(deliverable)
    renamed.time = use.time.map(time)
    renamed.shortest = span(use.shortest)
    renamed.body = flow(use.body)
    return renamed
  }
}

// MARK: - Conditions

extension Renaming {
  func condition(_ condition: Condition) -> Condition {
    switch condition {
    case .test(let test): .test(self.test(test))
    case .judge(let by, let text): .judge(by: name(by), text: self.text(text))
    case .all(let parts): .all(parts.map(self.condition))
    case .any(let parts): .any(parts.map(self.condition))
    case .none(let parts): .none(parts.map(self.condition))
    case .every(let quantifier): .every(self.quantifier(quantifier))
    case .some(let quantifier): .some(self.quantifier(quantifier))
    }
  }

  private func quantifier(_ quantifier: Quantifier) -> Quantifier {
    Quantifier(
      itemOf: source(quantifier.itemOf), name: name(quantifier.name), within: sources(quantifier.within),
      except: sources(quantifier.except), filters: quantifier.filters.map(filter),
      condition: condition(quantifier.condition))
  }

  private func test(_ test: Test) -> Test {
    var renamed = test
    renamed.of = source(test.of)
    renamed.weights = source(test.weights)
    if case .earlier(let setting)? = test.change { renamed.change = .earlier(name(setting)) }
    renamed.subject = test.subject.map(operand)
    renamed.within = sources(test.within)
    renamed.except = sources(test.except)
    renamed.thresholds = test.thresholds.map { Test.Threshold($0.comparison, quantity($0.quantity)) }
    renamed.filters = test.filters.map(filter)
    renamed.text = text(test.text)
    return renamed
  }

  func filter(_ filter: FieldTest) -> FieldTest {
    guard case .words(let operands) = filter.expected else { return filter }
    return FieldTest(field: filter.field, expected: .words(operands.map(operand)))
  }

  private func operand(_ operand: Operand) -> Operand {
    if case .reference(let reference) = operand { .reference(self.reference(reference)) } else { operand }
  }

  func quantity(_ quantity: Quantity) -> Quantity {
    if case .reference(let reference) = quantity { .reference(self.reference(reference)) } else { quantity }
  }

  func count(_ count: Count) -> Count {
    if case .setting(let reference) = count { .setting(self.reference(reference)) } else { count }
  }

  func count(_ count: Count?) -> Count? { count.map { self.count($0) } }
}
