package import MethodModel
package import SessionEngine

/// Who takes part in a rehearsal: invented names, with the fields and roles that the method asks for.
package struct SimulatedPeople: Sendable {
  package private(set) var people: [Person]
  package private(set) var roles: [String: [PersonID]]
  /// Not there at the start, and when they come: a part of the planned time in hundredths.
  package private(set) var late: [PersonID: Int]
  /// Who goes before the end, and when.
  package private(set) var leaving: [PersonID: Int]

  /// First names from many places; further people get a number.
  private static let names = [
    "Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Goran", "Hanna", "Ivo", "Jana", "Kofi", "Lumi", "Mei", "Nadia",
    "Omar", "Paula", "Quim", "Rosa", "Sami", "Tala", "Uma", "Veikko", "Wanda", "Ximena", "Yusuf", "Zoë", "Amara",
    "Björn", "Céline", "Dario", "Elif", "Farid", "Greta", "Hiro", "Inés", "Joost", "Katya", "Lars", "Mina", "Noor",
    "Olga", "Pedro", "Rhea", "Søren", "Tuuli", "Ulla", "Vera", "Wen", "Yara", "Zaid",
  ]

  /// Draws so many people for a method; the same seed draws the same ones.
  package init(_ count: Int, for method: Method, using random: inout SeededRandom) {
    people = (0..<count).map { place in
      let lap = place / Self.names.count
      let name = Self.names[place % Self.names.count]
      return Person(id: PersonID("p\(place + 1)"), name: lap == 0 ? name : "\(name) \(lap + 1)")
    }
    roles = [:]
    late = [:]
    leaving = [:]
    fillFields(method, &random)
    fillRoles(method, &random)
    drawLateOnes(method, &random)
  }

  private mutating func fillFields(_ method: Method, _ random: inout SeededRandom) {
    for field in method.people {
      for place in people.indices {
        let value: String
        switch field.kind {
        case .choice: value = field.values.randomElement(using: &random)?.id ?? ""
        case .number, .minutes: value = String(Int.random(in: 1...30, using: &random))
        default:
          value =
            "\(field.id.prefix(1).uppercased())\(field.id.dropFirst()) \("ABCD".randomElement(using: &random) ?? "A")"
        }
        people[place].fields[field.id] = value
      }
    }
  }

  /// Named, volunteer and selected roles go to people who hold none yet, as long as there are some.
  private mutating func fillRoles(_ method: Method, _ random: inout SeededRandom) {
    var free = people.map(\.id).shuffled(using: &random)
    for role in method.roles where role.id != Role.facilitator {
      guard [.named, .volunteer, .selected].contains(role.filled) else { continue }
      for _ in 0..<max(role.people.lower, role.filled == .named ? 1 : 0) {
        if free.isEmpty, !role.exclusive { free = people.map(\.id).shuffled(using: &random) }
        if let person = free.popLast() { roles[role.id, default: []].append(person) }
      }
    }
  }

  /// About one in eight is late and one in twelve leaves early; holders of roles are there throughout.
  private mutating func drawLateOnes(_ method: Method, _ random: inout SeededRandom) {
    let holders = Set(roles.values.joined())
    for place in people.indices where !holders.contains(people[place].id) {
      let here = people.count - late.count
      if Int.random(in: 0..<8, using: &random) == 0, here > 2, method.fit.admits(here - 1) {
        late[people[place].id] = Int.random(in: 2...40, using: &random)
        people[place].isPresent = false
      } else if Int.random(in: 0..<12, using: &random) == 0, here - leaving.count > 3 {
        leaving[people[place].id] = Int.random(in: 60...95, using: &random)
      }
    }
  }
}
