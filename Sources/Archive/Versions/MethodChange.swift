package import MethodModel

/// One way in which a version of a method differs from another, by what it means for a room.
package struct MethodChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case added, removed, moved, shortened, lengthened, changed, reworded
  }

  package var kind: Kind
  /// A short sentence: `gate “Do we adopt it here?” removed`.
  package var words: String

  package init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}

/// What changed from one version of a method to another, in the order of the newer one.
///
/// Places are the same when their ids are; a place that changed its kind was removed and added. Translations, comments
/// and layout make no difference.
package struct MethodChanges {
  let old: Method
  let new: Method
  private(set) var found: [MethodChange] = []

  package static func between(_ old: Method, _ new: Method) -> [MethodChange] {
    var changes = MethodChanges(old: old, new: new)
    changes.compareHeads()
    changes.comparePlaces()
    return changes.found
  }

  private init(old: Method, new: Method) {
    self.old = old
    self.new = new
  }

  mutating func add(_ kind: MethodChange.Kind, _ words: String) { found.append(MethodChange(kind, words)) }

  // MARK: Head

  private mutating func compareHeads() {
    if old.fit.people != new.fit.people {
      add(.changed, "made for \(Self.sizes(new)) people, before \(Self.sizes(old))")
    }
    compareNames("setting", old.settings.map(\.id), new.settings.map(\.id))
    compareNames("role", old.roles.map(\.id), new.roles.map(\.id))
    compareNames("grouping", old.groupings.map(\.id), new.groupings.map(\.id))
    compareNames("delivered outcome", old.delivers.map(\.source.description), new.delivers.map(\.source.description))
    for grouping in new.groupings {
      guard let before = old.grouping(grouping.id), before != grouping else { continue }
      add(.changed, "groups “\(grouping.id)” are formed otherwise")
    }
    for scale in new.scales {
      if let before = old.scale(scale.id), before != scale { add(.changed, "scale “\(scale.id)” changed") }
    }
    for list in new.lists {
      guard let before = old.list(list.id), before != list else { continue }
      compareNames("value of “\(list.id)”", before.values.map(\.id), list.values.map(\.id))
    }
  }

  private mutating func compareNames(_ noun: String, _ before: [String], _ after: [String]) {
    for name in before where !after.contains(name) { add(.removed, "\(noun) “\(name)” removed") }
    for name in after where !before.contains(name) { add(.added, "\(noun) “\(name)” added") }
  }

  private static func sizes(_ method: Method) -> String {
    method.fit.people.isEmpty
      ? "any number of" : method.fit.people.map { $0.description.replacing("..", with: " to ") }.joined(separator: ", ")
  }
}
