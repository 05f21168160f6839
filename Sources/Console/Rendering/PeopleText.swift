import MethodModel
import SessionEngine

extension ScreenText {
  /// The answer to `/who`.
  func people() -> [Line] {
    var page = page()
    let present = view.people.filter(\.isPresent)
    page.add("Here", "\(counted(present.count, "person", "people")).")
    let names = present.map { $0.roles.isEmpty ? $0.name : "\($0.name) (\($0.roles.joined(separator: ", ")))" }
    if !names.isEmpty { page.item(names.joined(separator: ", ")) }
    let away = view.people.filter { !$0.isPresent }.map(\.name)
    if !away.isEmpty { page.add("Not here", away.joined(separator: ", ")) }
    if let activity = view.activity, activity.isOpen, activity.kind != .computed {
      let silent = silent(activity)
      if !silent.isEmpty { page.add("Still to answer", silent.joined(separator: ", ")) }
    }
    return page.lines
  }

  /// Others may come to the next meeting, and nobody but the host knows.
  func lastTime() -> [Line] {
    guard let before = view.presentLastTime else { return [] }
    var page = page()
    page.add("Here", "\(counted(before, "person", "people")) last time; /gone and /late change who is here now.")
    return page.lines
  }

  /// The answer to `/role`.
  func roles() -> [Line] {
    guard !view.roles.isEmpty else { return [Line("This method has no roles.")] }
    var page = page()
    for role in view.roles {
      let holders = role.holders.isEmpty ? "nobody yet" : spokenList(role.holders)
      let title = role.title == role.id ? role.id : "\(role.title) (\(role.id))"
      let away = role.gone.isEmpty ? "" : "; \(spokenList(role.gone)) \(role.gone.count == 1 ? "has" : "have") left"
      let missing = role.missingIn.isEmpty ? "" : "; nobody in \(spokenList(role.missingIn))"
      page.add(
        title, holders + away + missing + (role.isShort ? "; give it with /role \(role.id) and a name" : ""))
    }
    return page.lines
  }

  /// Roles whose holder has left, and groups that lack one, with what to do.
  func vacancies() -> [Line] {
    var page = page()
    for role in view.roles where role.isShort && !(role.gone.isEmpty && role.missingIn.isEmpty) {
      let gone = role.gone.isEmpty ? "" : "\(spokenList(role.gone)) \(role.gone.count == 1 ? "has" : "have") left. "
      let place = role.missingIn.isEmpty ? "" : " in \(spokenList(role.missingIn))"
      let here = role.holders.filter { !role.gone.contains($0) }
      // One that is short has nobody in a group, or too few in the room.
      let who =
        here.isEmpty || !role.missingIn.isEmpty
        ? "Nobody is “\(role.title)”\(place) now"
        : "“\(role.title)” is only \(spokenList(here)) now, and \(role.people.lower) are needed"
      page.add("\(gone)\(who); /role \(role.id) and a name gives it.")
    }
    return page.lines
  }

  /// The answer to `/agenda`.
  func agenda(_ method: Method) -> [Line] {
    var page = page()
    let here = view.place.element
    for (number, leaf) in Outline(method, language: language).leaves.enumerated() {
      for heading in leaf.headings { page.add(sentence(heading), .quiet) }
      let marker = leaf.id == here ? " (you are here)" : ""
      page.item("\(leaf.title)\(marker)", mark: "\(number + 1)")
    }
    page.add("/goto and a number goes there.", .quiet)
    return page.lines
  }
}
