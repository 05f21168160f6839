import MethodModel

/// Collects which names a method's flow reads, and which activity first writes each outcome.
struct NameReader {
  private(set) var names: Set<String> = []
  private(set) var writers: [String: Activity] = [:]
  /// The step in which that activity stands.
  private(set) var writerPlaces: [String: String] = [:]
  /// Every step that writes an outcome, in document order.
  private(set) var writingPlaces: [String: [String]] = [:]
  /// The for-each that names what nobody came to, by that name.
  private(set) var rests: [String: String] = [:]
  private(set) var fields = FieldsWritten()

  mutating func read(_ element: FlowElement) {
    switch element.kind {
    case .step(let step):
      for activity in step.activities {
        if let into = activity.into {
          if writers[into] == nil { writerPlaces[into] = element.id }
          writingPlaces[into, default: []].append(element.id)
        }
        read(activity)
      }
      for text in step.texts {
        guard case .show(let showing) = text.audience else { continue }
        read(showing.of)
        read(showing.order)
        for source in showing.within + showing.except { read(source) }
      }
    case .each(let each):
      read(each.itemOf)
      fields.name(each.name, of: each.itemOf)
      if let rest = each.rest, rests[rest] == nil { rests[rest] = element.id }
      if case .ranked(let marks) = each.order { read(marks) }
      for source in each.within + each.except { read(source) }
    case .rotate(let rotate):
      read(rotate.move)
      fields.name(rotate.name, of: rotate.move)
      read(rotate.through)
    case .loop(let loop): if let until = loop.until { read(until.condition) }
    case .branch(let branch): for arm in branch.arms { read(arm.condition) }
    case .choice(let choice): names.insert(choice.by)
    case .checkpoint(let checkpoint):
      names.insert(checkpoint.by)
      for condition in checkpoint.criteria { read(condition) }
      if let condition = checkpoint.reworkWhen { read(condition) }
      if let condition = checkpoint.stopWhen { read(condition) }
    case .use(let use):
      for give in use.gives { read(give.outcome) }
      for take in use.takes { names.insert(take.outcome) }
    case .back(let back):
      if case .reference(let reference)? = back.subject { names.insert(reference.name) }
    case .phase, .parallel, .meeting, .rest, .end: break
    }
  }

  private mutating func read(_ activity: Activity) {
    fields.read(activity)
    if let into = activity.into, writers[into] == nil { writers[into] = activity }
    if case .select(let selection) = activity.kind {
      read(selection.rankedBy)
      read(selection.weights)
      if let rest = selection.rest, writers[rest] == nil { writers[rest] = activity }
      if let condition = selection.condition { read(condition) }
    }
    if case .rate(let rating) = activity.kind { read(rating.criteria) }
    if case .place(let placing) = activity.kind {
      read(placing.zones)
      if case .things(let source, _)? = placing.axes { read(source) }
    }
    read(activity.of)
    read(activity.from)
    for source in activity.within + activity.except { read(source) }
  }

  private mutating func read(_ condition: Condition) {
    switch condition {
    case .test(let test):
      read(test.of)
      read(test.weights)
      for source in test.within + test.except { read(source) }
    case .judge: break
    case .all(let parts), .any(let parts), .none(let parts): for part in parts { read(part) }
    case .every(let quantifier), .some(let quantifier):
      read(quantifier.itemOf)
      for source in quantifier.within + quantifier.except { read(source) }
      read(quantifier.condition)
    }
  }

  private mutating func read(_ source: SourceRef?) {
    if let source { names.insert(source.name) }
  }
}
