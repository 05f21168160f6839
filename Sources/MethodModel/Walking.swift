extension Method {
  /// Every flow element of the agenda, parents before children, in document order.
  package var allElements: [FlowElement] { agenda.withDescendants }
}

extension FlowElement {
  /// The bodies inside this element, in document order.
  package var bodies: [[FlowElement]] {
    switch kind {
    case .phase(let phase): [phase.body]
    case .loop(let loop): [loop.body, loop.exhausted ?? []]
    case .each(let each): [each.body]
    case .meeting(let meeting): [meeting.body]
    case .rotate(let rotate): [rotate.body]
    case .parallel(let parallel): parallel.phases.map { [$0] }
    case .branch(let branch): branch.arms.map(\.body) + [branch.otherwise ?? []]
    case .choice(let choice): choice.options.map(\.body)
    case .checkpoint(let checkpoint): [checkpoint.pass ?? [], checkpoint.rework ?? [], checkpoint.stop ?? []]
    case .use(let use): [use.body]
    case .step, .rest, .back, .end: []
    }
  }

  package var withDescendants: [FlowElement] { [self].withDescendants }

  /// What a person would call it: its title, its question, else its id.
  package func title(in language: String) -> String {
    let text: LocalizedText =
      switch kind {
      case .phase(let phase): phase.title
      case .meeting(let meeting): meeting.title
      case .step(let step): step.title
      case .rest(let rest): rest.title
      case .choice(let choice): choice.question
      case .checkpoint(let checkpoint): checkpoint.question
      case .use(let use): use.title
      case .loop, .each, .rotate, .parallel, .branch, .back, .end: LocalizedText(variants: [])
      }
    return text.isEmpty ? id : text.raw(in: language)
  }
}

extension [FlowElement] {
  /// The elements of a body with all in them, parents before children.
  fileprivate var withDescendants: [FlowElement] {
    var all: [FlowElement] = []
    gather(into: &all)
    return all
  }

  private func gather(into all: inout [FlowElement]) {
    for element in self {
      all.append(element)
      for body in element.bodies { body.gather(into: &all) }
    }
  }
}
