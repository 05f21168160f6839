import MethodModel
package import SessionEngine

/// Who takes part in a rehearsal: invented names, with the fields and roles that the method asks for.
package struct SimulatedPeople: Sendable {
  package private(set) var people: [Person]
  /// Held from the start.
  package private(set) var roles: [String: [PersonID]] = [:]
  /// Taken up in the first minutes, by whoever puts up a hand.
  package private(set) var volunteers: [Volunteer] = []
  /// Not there at the start, and after how many seconds they come.
  package private(set) var late: [PersonID: Int] = [:]
  /// Who goes before the end, at how many hundredths of the planned time.
  package private(set) var leaving: [PersonID: Int] = [:]

  /// Somebody who takes up a role.
  package struct Volunteer: Sendable, Hashable {
    package var role: String
    package var person: PersonID
  }

  /// First names from many places; further people get a number.
  private static let names = [
    "Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Goran", "Hanna", "Ivo", "Jana", "Kofi", "Lumi", "Mei", "Nadia",
    "Omar", "Paula", "Quim", "Rosa", "Sami", "Tala", "Uma", "Veikko", "Wanda", "Ximena", "Yusuf", "Zoë", "Amara",
    "Björn", "Céline", "Dario", "Elif", "Farid", "Greta", "Hiro", "Inés", "Joost", "Katya", "Lars", "Mina", "Noor",
    "Olga", "Pedro", "Rhea", "Søren", "Tuuli", "Ulla", "Vera", "Wen", "Yara", "Zaid",
  ]

  /// Invents so many people for a method.
  init(_ count: Int, for method: Method, _ imagination: inout Imagination) {
    people = (0..<count).map { place in
      let lap = place / Self.names.count
      let name = Self.names[place % Self.names.count]
      return Person(id: PersonID("p\(place + 1)"), name: lap == 0 ? name : "\(name) \(lap + 1)")
    }
    for field in method.people { fill(field, &imagination) }
    fillRoles(method, &imagination)
    drawLateOnes(method, &imagination)
  }

  /// Choices are spread evenly over the people, as an invitation would do.
  private mutating func fill(_ field: Field, _ imagination: inout Imagination) {
    let choices = imagination.shuffled(people.indices.map { $0 })
    for (turn, place) in choices.enumerated() {
      let value: String? =
        switch field.kind {
        case .choice: field.values.isEmpty ? nil : field.values[turn % field.values.count].id
        case .number, .minutes: String(imagination.number(within: field.range ?? CountRange(1, 30)))
        case .date: imagination.date()
        case .text, .person, .file, .source:
          "\(field.id.prefix(1).uppercased())\(field.id.dropFirst()) \(imagination.pick(["A", "B", "C"]) ?? "A")"
        }
      people[place].fields[field.id] = value
    }
  }

  /// Named, volunteer and selected roles go to people who hold none yet, as long as there are some.
  private mutating func fillRoles(_ method: Method, _ imagination: inout Imagination) {
    var free = imagination.shuffled(people.map(\.id))
    var bound: Set<PersonID> = []
    for role in method.roles where role.filled == .named || (role.filled == .volunteer && role.per == .room) {
      for _ in 0..<max(role.people.lower, 1) {
        if free.isEmpty, !role.exclusive { free = people.map(\.id).filter { !bound.contains($0) } }
        guard let person = free.popLast() else { continue }
        if role.exclusive { bound.insert(person) }
        if role.filled == .volunteer {
          volunteers.append(Volunteer(role: role.id, person: person))
        } else {
          roles[role.id, default: []].append(person)
        }
      }
    }
  }

  /// About one in ten is late and one in fourteen leaves early; holders of roles are there throughout.
  private mutating func drawLateOnes(_ method: Method, _ imagination: inout Imagination) {
    let holders = Set(roles.values.joined()).union(volunteers.map(\.person))
    for place in people.indices where !holders.contains(people[place].id) {
      let here = people.count - late.count
      if imagination.once(in: 10), here > 3, method.fit.admits(here - 1) {
        late[people[place].id] = imagination.number(1...4) * imagination.number(20...240)
        people[place].isPresent = false
      } else if imagination.once(in: 14), here - leaving.count > 4 {
        leaving[people[place].id] = imagination.number(50...95)
      }
    }
  }
}
