extension Take {
  /// The circle that all its parts belong to, by the place of each phase around; those they do not share are left out.
  package var commonCircles: [String: String] {
    guard let first = parts.first else { return [:] }
    return first.circles.filter { place, part in parts.allSatisfy { $0.circles[place] == part } }
  }

  /// The circle of what a unit made, or of the part that its author is in; that of all where nobody is named.
  func circles(of unit: UnitRef?, _ author: PersonID? = nil) -> [String: String] {
    let part: Part? =
      switch unit {
      case .part(let key)?: parts.first { $0.key == key || $0.circles.values.contains(key) }
      case .person(let person)?: parts.first { $0.members.contains(person) }
      case .sheet?, nil: author.flatMap { author in parts.first { $0.members.contains(author) } }
      }
    return part?.circles ?? commonCircles
  }
}
