import MethodModel
import SessionEngine

/// Clusters and links on the screen: things keep their numbers, clusters their letters.
extension ScreenText {
  /// What is still to be sorted, then the clusters by letter; with `isWhole` also what is in each.
  func clusters(_ activity: ActivityView, isWhole: Bool = false) -> [Line] {
    var page = page()
    let left = unsorted(activity)
    let total = activity.ballot.count { !$0.isGone }
    if total == 0 { page.add("There is nothing to sort yet.") }
    if !left.isEmpty {
      page.add(left.count == total ? "To sort (\(total)):" : "To sort (\(left.count) of \(total) left):")
      for (number, thing) in left.prefix(listed ?? left.count) { page.item(words(thing), mark: "\(number)") }
      addRest(left.count - (listed ?? left.count), to: &page)
    } else if total > 0 {
      page.add("Everything is sorted.")
    }
    if !activity.entries.isEmpty { page.add("Clusters:") }
    let places = activity.entries.isEmpty ? [:] : places(in: activity)
    for cluster in activity.entries {
      page.append(line(forCluster: cluster, places))
      guard isWhole else { continue }
      for thing in cluster.members { page.item(named(thing, activity), mark: " ") }
    }
    return page.lines
  }

  /// Things in nobody's cluster; where several groups sort, all of them.
  private func unsorted(_ activity: ActivityView) -> [(number: Int, thing: ThingView)] {
    let sorted = activity.units.count > 1 ? [] : Set(activity.entries.flatMap(\.members))
    return activity.ballot.enumerated().filter { !$0.element.isGone && !sorted.contains($0.element.thing) }
      .map { ($0.offset + 1, $0.element) }
  }

  private func words(_ thing: ThingView) -> String { thing.label.isEmpty ? thing.thing.word : thing.label }

  /// `A  Time: 3 5 9`
  private func line(forCluster cluster: EntryView, _ places: [ThingRef: Int]) -> [Line] {
    var page = page()
    let whose = cluster.unitTitle.map { "\($0), " } ?? ""
    let told = cluster.members.prefix(listed ?? cluster.members.count)
    let rest = cluster.members.count - told.count
    let numbers = told.compactMap { places[$0] }.map { "\($0)" }.joined(separator: " ")
    let words = (numbers.isEmpty ? "(empty)" : numbers) + (rest > 0 ? " and \(rest) more" : "")
    page.item("\(whose)\(cluster.text): \(words)", mark: letter(of: cluster.id))
    return page.lines
  }

  /// The numbers of things, from 1.
  private func places(in activity: ActivityView) -> [ThingRef: Int] {
    Dictionary(
      activity.ballot.enumerated().map { ($0.element.thing, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
  }

  private func letter(of id: EntryID) -> String { numbers.number(of: id).map { Letters.text($0) } ?? "-" }

  private func number(of thing: ThingRef, _ activity: ActivityView) -> Int? {
    activity.ballot.firstIndex { $0.thing == thing }.map { $0 + 1 }
  }

  /// `5  more breaks`
  private func named(_ thing: ThingRef, _ activity: ActivityView) -> String {
    guard let number = number(of: thing, activity) else { return thing.word }
    return "\(number)  \(words(activity.ballot[number - 1]))"
  }

  /// What a move of things came to: the clusters that changed, and how much is left.
  func echo(_ sort: SortThings, since before: SessionView?) -> [Line] {
    guard let activity = view.activity, activity.run == sort.run else { return [Line("Kept.")] }
    var page = page()
    let old = Dictionary(
      (before?.activity?.entries ?? []).map { ($0.id, $0.members) }, uniquingKeysWith: { first, _ in first })
    let places = places(in: activity)
    for cluster in activity.entries where old[cluster.id] != cluster.members {
      page.append(line(forCluster: cluster, places))
    }
    page.item(left(activity), .quiet)
    return page.lines
  }

  /// "(4 left)", or how many clusters there are.
  private func left(_ activity: ActivityView) -> String {
    let count = unsorted(activity).count
    guard activity.units.count < 2 else { return "(\(progress(activity)))" }
    return count == 0 ? "(everything is sorted)" : "(\(count) left to sort)"
  }

  /// What a merge or a split came to.
  func echoRearranged(_ ids: [EntryID]) -> [Line] {
    guard let activity = view.activity else { return [Line("Kept.")] }
    var page = page()
    for id in ids {
      if let entry = activity.entries.first(where: { $0.id == id }) {
        page.append(
          activity.kind == .cluster ? line(forCluster: entry, places(in: activity)) : line(for: entry, activity))
      } else if let number = number(of: .entry(id), activity) {
        page.item(words(activity.ballot[number - 1]), mark: "\(number)")
      }
    }
    if page.lines.isEmpty { page.add("Kept.") }
    return page.lines
  }

  func echo(_ link: LinkThings) -> [Line] {
    guard let activity = view.activity, let entry = activity.entries.first(where: { $0.id == link.id }) else {
      return [Line("Kept.")]
    }
    return line(forLink: entry, activity)
  }

  /// What can be linked, then the links, one a line.
  func links(_ activity: ActivityView) -> [Line] {
    var page = page()
    page.add("To link:")
    let things = activity.ballot.enumerated().filter { !$0.element.isGone }
    for (place, thing) in things.prefix(listed ?? things.count) { page.item(words(thing), mark: "\(place + 1)") }
    addRest(things.count - (listed ?? things.count), to: &page)
    if !activity.entries.isEmpty { page.add("Links:") }
    for link in activity.entries.suffix(listed ?? activity.entries.count) {
      page.append(line(forLink: link, activity))
    }
    return page.lines
  }

  func line(forLink link: EntryView, _ activity: ActivityView) -> [Line] {
    var page = page()
    let ends = link.members.map { named($0, activity) }
    guard ends.count == 2 else { return [] }
    let whose = link.unitTitle.map { "\($0): " } ?? ""
    page.item("\(whose)\(ends[0])  \(link.text.isEmpty ? "" : "\(link.text) ")>  \(ends[1])", mark: "-")
    return page.lines
  }
}
