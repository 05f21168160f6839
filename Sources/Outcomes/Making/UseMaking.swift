internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// Every run of a used method, in order.
  func uses() -> [UseRecord] {
    state.uses.compactMap { run in
      guard case .use(let use)? = engine.index.element(run.place)?.kind else { return nil }
      return record(run, use)
    }
  }

  private func record(_ run: RecordedUse, _ use: Use) -> UseRecord {
    var scope = Scope()
    scope.use = run.path
    let takes = state.takes.filter { $0.path.isWithin(run.path) }
    let ran = takes.filter { $0.status != .dropped }
    return UseRecord(
      place: run.place, path: lens.path(run.path), method: use.method, version: use.version,
      hash: hash(of: run.place), title: use.title.raw(in: language),
      settings: use.settings.compactMap { setting in
        run.given.settings[setting.id].map { values in
          UseRecord.Setting(id: Use.ownName(setting.id), values: values.map { lens.covered($0) })
        }
      }, started: Moment(run.enteredWall), ended: Moment(run.endedWall),
      end: run.end.map { EndRecord(name: $0, text: run.endText.map { lens.covered($0) }) },
      delivers: use.delivers.map { promised in
        let source = SourceRef(name: Use.ownName(promised.source.name), part: promised.source.part).description
        return DeliverableRecord(
          source: source,
          title: promised.title.isEmpty ? OutcomeNames.words(of: source) : promised.title.raw(in: language),
          delivered: isDelivered(promised.source, scope))
      }, outcomes: outcomes(of: use, at: run.place), takes: takes.map(\.number),
      planned: ran.reduce(0) { $0 + $1.planned },
      used: takes.reduce(0) { $0 + $1.used(at: state.clock.running(at: state.clock.elapsed)) },
      deviations: deviations(in: Set(takes.map(\.number))))
  }

  private func hash(of place: String) -> String? {
    let chain = engine.index.ancestry(of: place).reversed().compactMap { id -> String? in
      if case .use(let use)? = engine.index.element(id)?.kind { use.method } else { nil }
    }
    return state.start?.usedHashes?[chain.joined(separator: "/")]
  }

  private func outcomes(of use: Use, at place: String) -> [UseRecord.Outcome] {
    var seen: Set<String> = []
    return written(in: use.body).filter { Use.scope(of: $0) == place && seen.insert($0).inserted }.map { name in
      UseRecord.Outcome(
        id: Use.ownName(name), outcome: engine.index.takers(of: name).first ?? name)
    }
  }

  /// The names that the steps of a body write, in document order.
  func written(in body: [FlowElement]) -> [String] {
    body.flatMap(\.withDescendants).flatMap { element -> [String] in
      switch element.kind {
      case .step(let step):
        step.activities.flatMap { activity -> [String] in
          if case .select(let selection) = activity.kind, let rest = selection.rest { return [activity.target, rest] }
          return [activity.target]
        }
      case .use(let use): use.takes.map(\.into)
      default: []
      }
    }
  }
}
