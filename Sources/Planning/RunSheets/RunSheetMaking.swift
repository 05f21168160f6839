import MethodModel
package import SessionEngine

extension RunSheet {
  /// Lays out a method for an occasion; settings that are not given have their defaults.
  package init(_ engine: SessionEngine, for occasion: Occasion) {
    let method = engine.method
    let start = engine.started(on: occasion)
    let course = engine.course(for: start)
    let days = occasion.end.map { DayPlans(course, in: max(0, $0 - occasion.start)) }
    let plan = days?.whole
    let words = SheetWords(engine: engine, start: start)
    var rows = RowMaking(engine: engine, words: words, start: start)
    rows.layOut(course, days)
    self.init(
      method: method.id, version: method.version, language: start.language, title: words.text(method.title),
      purpose: words.text(method.purpose), people: occasion.people, isRemote: occasion.isRemote, day: occasion.day,
      start: occasion.start, seconds: rows.minutesTaken, ends: rows.end, planned: course.seconds(),
      settings: Self.settings(of: method, start, words), roles: Self.roles(of: method, words),
      materials: Self.materials(of: method, course, plan?.cutting ?? .nothing, start, engine, words), rows: rows.rows,
      origins: method.origins.map { words.text($0) })
    if let plan, let end = occasion.end {
      fitting = Fitting(
        wanted: end - occasion.start, plan: plan,
        leftOut: method.allElements.map(\.id).filter { place in
          plan.cutting.skipped.contains(place)
            && !engine.index.ancestry(of: place).dropFirst().contains { plan.cutting.skipped.contains($0) }
        }.map { words.title($0) },
        holding: plan.holding.map { words.title($0) })
    }
  }

  private static func settings(of method: Method, _ start: SessionStarted, _ words: SheetWords) -> [Setting] {
    method.settings.map { setting in
      let value = start.settings[setting.id].flatMap { $0.isEmpty ? nil : $0.joined(separator: ", ") }
      return Setting(
        id: setting.id, ask: words.text(setting.ask), value: value, isNeeded: setting.required && value == nil)
    }
  }

  private static func roles(of method: Method, _ words: SheetWords) -> [Role] {
    method.roles.map { role in
      Role(
        id: role.id, title: role.title.isEmpty ? role.id : words.text(role.title),
        people: role.people.description,
        how: words.how(role), text: role.texts.map { words.text($0) }.joined(separator: " "))
    }
  }

  private static func materials(
    of method: Method, _ course: [Stretch], _ cutting: Cutting, _ start: SessionStarted, _ engine: SessionEngine,
    _ words: SheetWords
  ) -> [Material] {
    method.materials.compactMap { item in
      let units: (Int, String)? =
        switch item.per {
        case .person?: (start.people.count, "people")
        case .grouping(let set)?: (engine.expectedGroups(set, for: start), words.counted(set))
        case .group?: (course.map { $0.mostGroups(after: cutting) }.max() ?? 0, "groups")
        case .room?, nil: nil
        }
      guard let (count, name) = units else { return Material(text: words.text(item.text), count: item.count, how: "") }
      // Nobody carries what no step needs.
      guard count > 0 else { return nil }
      return Material(
        text: words.text(item.text), count: item.count * count, how: "\(item.count) for each of \(count) \(name)")
    }
  }
}

extension Stretch {
  /// The most groups that work at once in any step of it that is run, or may be when somebody wants it.
  fileprivate func mostGroups(after cutting: Cutting) -> Int {
    if case .way = kind, !isExpected { return 0 }
    let own = cutting.skipped.contains(place) ? 0 : groups.count
    return inside.map { $0.mostGroups(after: cutting) }.reduce(own, max)
  }
}

extension SessionEngine {
  /// The start of a session on an occasion, with nameless people.
  fileprivate func started(on occasion: Occasion) -> SessionStarted {
    var start = previewedStart(people: occasion.people, language: occasion.language)
    start.mode = occasion.isRemote ? .remote : .room
    start.settings.merge(occasion.settings) { $1 }
    for setting in method.settings where setting.kind == .list && start.settings[setting.id] == nil {
      guard !setting.values.isEmpty else { continue }
      start.settings[setting.id] = setting.values.map { value in
        value.text.isEmpty ? value.id : value.text.raw(in: start.language)
      }
    }
    return start
  }
}
