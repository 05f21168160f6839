import MethodModel
import SessionEngine

extension ScreenText {
  /// Who is where in this lap, and who goes where next; `nil`: all of them.
  func rotations(atMost limit: Int?) -> [Line] {
    var page = page()
    for rotation in view.rotations {
      if rotation.lap == 1 { for promise in rotation.guarantee { page.add(sentence(promise), .quiet) } }
      add("Now", rotation.seats, rotation, limit, to: &page)
      add("Next lap", rotation.next, rotation, limit, to: &page)
    }
    return page.lines
  }

  private func add(
    _ heading: String, _ seats: [RotationView.Seat], _ rotation: RotationView, _ limit: Int?, to page: inout Page
  ) {
    guard !seats.isEmpty else { return }
    page.add("\(heading):")
    for seat in seats.prefix(limit ?? seats.count) { page.item(words(seat, rotation.manner)) }
    if let limit, seats.count > limit { page.item("and \(seats.count - limit) more; /groups lists them all") }
  }

  private func words(_ seat: RotationView.Seat, _ manner: RotationGuarantee.Manner) -> String {
    switch manner {
    case .groups: "\(seat.who): at \(seat.at)"
    case .people: "\(seat.at): \(seat.who)"
    case .things: "\(seat.at): has “\(seat.who)”"
    case .role: "\(seat.at): \(seat.who)"
    }
  }

  /// Groups that have become too small, and how to join them to another.
  func smallGroups() -> [Line] {
    var page = page()
    for group in view.smallGroups {
      let who = group.members.isEmpty ? "nobody" : "only \(spokenList(group.members))"
      let way = group.into.flatMap { into in
        group.members.isEmpty ? nil : "; /move \(group.key) \(into) joins them to \(group.intoTitle ?? into)"
      }
      if group.isChosen {
        page.add(group.members.isEmpty ? "Nobody has chosen \(group.title)." : "\(group.title) has \(who)\(way ?? "").")
        continue
      }
      let rest = group.members.isEmpty ? "; the others go on, and what it made stays" : ""
      page.add("\(group.title) has \(who) left\(way ?? rest).")
    }
    return page.lines
  }
}
