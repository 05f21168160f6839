package import Diagnostics
import SessionEngine

/// A scenario: who is there, what they do step by step, and what must hold.
package struct Scenario: Sendable {
  package let source: SourceText
  /// The whole of it, as written.
  let root: ScenarioNode

  /// What it shows, in a sentence; the file's name where nothing is written.
  package var title: String { root.children(.title).first?.text ?? source.name }

  /// The method's file as written, if the scenario names one.
  var methodName: String? { root[.method] }

  /// What happens, in order.
  var course: [ScenarioNode] { root.children.filter { $0.element == .at || $0.element == .rehearse } }

  /// What must hold when the session has ended.
  var finalExpectations: [ScenarioNode] { root.children(.expect) }

  /// How many expectations there are, of all kinds.
  package var expectationCount: Int { Self.count(root) }

  private static func count(_ node: ScenarioNode) -> Int {
    let own = node.element == .expect ? node.children.count + node.clauses.count : node[.refused] == nil ? 0 : 1
    return own + node.children.reduce(0) { $0 + count($1) }
  }

  // MARK: People

  /// Those who are there at the start: named ones first, then as many as the number asks for.
  var people: [Person] {
    let section = root.children(.people).first
    var people = section?.children(.person).map { Self.person($0) } ?? []
    let count = section?.whole(.count) ?? people.count
    while people.count < count { people.append(Self.person(named: "P\(people.count + 1)")) }
    return people
  }

  /// Roles held from the start.
  var roles: [String: [PersonID]] {
    var roles: [String: [PersonID]] = [:]
    for node in root.children(.people).flatMap({ $0.children(.person) }) {
      for role in (node[.roles] ?? "").split(separator: " ") {
        roles[String(role), default: []].append(Self.person(node).id)
      }
    }
    return roles
  }

  var settings: [String: [String]] {
    Dictionary(grouping: root.children(.setting), by: { $0[.id] ?? "" }).mapValues { $0.map(\.text) }
  }

  /// Actions of an earlier session that are still open.
  var carried: [CarriedAction] {
    root.children(.carried).enumerated().map { number, node in
      CarriedAction(
        id: "carried-\(number + 1)", session: "earlier", root: "", action: "a\(number + 1)", text: node.text,
        owner: node[.by], due: node[.due])
    }
  }

  /// Everybody who is ever there, by name.
  var everybody: [String] {
    var names = people.map(\.name)
    func collect(_ node: ScenarioNode) {
      if node.element == .arrive, let name = node[.name], !names.contains(name) { names.append(name) }
      for child in node.children { collect(child) }
    }
    collect(root)
    return names
  }

  static func person(_ node: ScenarioNode) -> Person {
    var person = person(named: node[.name] ?? "")
    person.fields = node.fields
    return person
  }

  static func person(named name: String) -> Person { Person(id: id(name), name: name) }

  static func id(_ name: String) -> PersonID { PersonID(name.lowercased()) }
}
