/// Who owns one document of an activity: by its `per`, else by the nearest `with`, each cut out of the circle around.
enum Owner: Equatable {
  case person
  /// The groups of that set, or the holders of that role together.
  case part(String)
  case room

  /// What an author would call it.
  var words: String {
    switch self {
    case .person: "each person"
    case .part(let name): "each of `\(name)`"
    case .room: "the whole room"
    }
  }

  /// Whether one of these spans several of the others.
  func isWider(than other: Owner) -> Bool {
    switch (self, other) {
    case (.room, .person), (.room, .part), (.part, .person): true
    default: false
    }
  }
}

extension MethodFacts {
  /// The owner of what an activity writes or decides on.
  func owner(of activity: MethodTree.ID) -> Owner {
    switch tree.value(.per, of: activity) {
    case "person"?: return .person
    case "group"?: return circle(around: activity, from: .step)
    case "room"?: return circle(around: activity, from: .phase)
    case let grouping?: return .part(grouping)
    case nil: return circle(around: activity, from: .step)
    }
  }

  /// The nearest part around a node: of its step, or (`from` a phase) of the phases around that.
  private func circle(around node: MethodTree.ID, from start: ElementName) -> Owner {
    var next = tree.parent(of: node)
    while let id = next {
      if tree.name(of: id) == .phase || (tree.name(of: id) == .step && start == .step) {
        switch tree.value(.with, of: id) {
        case "alone"?: return .person
        case "room"?, nil: break
        case let part?: return .part(part)
        }
      }
      next = tree.parent(of: id)
    }
    return .room
  }
}
