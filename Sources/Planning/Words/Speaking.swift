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
    let listeners = silent.map(title)
    let listening = listeners.last.map { last in
      let others = listeners.dropLast().joined(separator: ", ")
      return "\(others.isEmpty ? "" : "\(others) and ")\(last) listening in silence"
    }
    return voice + [listening].compactMap(\.self)
  }
}
