package import MethodModel

extension Step {
  /// How people speak in it: “taking turns (first Circle, then Secretary)”, “Client listening in silence”.
  package func speaking(_ title: (String) -> String) -> [String] {
    let first = order.map { $0 == "everyone" ? "everyone else" : title($0) }.joined(separator: ", then ")
    let voice: [String] =
      switch voice {
      case .silent: ["in silence"]
      case .turns: [first.isEmpty ? "taking turns" : "taking turns (first \(first))"]
      case .spoken: []
      }
    return voice
      + [together(silent.map(title), "listening in silence"), together(listens.map(title), "listening and writing")]
      .compactMap(\.self)
  }

  private func together(_ roles: [String], _ what: String) -> String? {
    guard let last = roles.last else { return nil }
    let others = roles.dropLast().joined(separator: ", ")
    return "\(others.isEmpty ? "" : "\(others) and ")\(last) \(what)"
  }
}
