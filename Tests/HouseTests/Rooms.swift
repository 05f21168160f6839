/// The rooms of the house, from the top down, and whom each may know. The one place where this is written as code.
enum Rooms {
  struct Room {
    let name: String
    let mayImport: Set<String>

    init(_ name: String, imports: Set<String>) {
      self.name = name
      mayImport = imports
    }
  }

  static let all: [Room] = [
    Room("CLibXML2", imports: []),
    Room("Diagnostics", imports: []),
    Room("XMLReading", imports: ["CLibXML2", "Diagnostics"]),
    Room("MethodModel", imports: []),
    Room("MethodLoading", imports: ["XMLReading", "MethodModel", "Diagnostics"]),
    Room("SessionEngine", imports: ["MethodModel"]),
    Room("Planning", imports: ["MethodModel", "SessionEngine"]),
    Room("Outcomes", imports: ["MethodModel", "SessionEngine"]),
    Room("Reports", imports: ["Diagnostics", "MethodModel", "Outcomes", "Mustache"]),
    Room(
      "Scenarios",
      imports: [
        "Diagnostics", "XMLReading", "MethodModel", "MethodLoading", "SessionEngine", "Planning", "Outcomes", "Crypto",
      ]),
    Room("SessionStore", imports: ["MethodModel", "SessionEngine", "Outcomes", "Crypto"]),
    Room("Archive", imports: ["MethodModel", "Outcomes", "SessionStore", "GRDB"]),
    Room("Console", imports: ["Diagnostics", "MethodModel", "SessionEngine"]),
    Room(
      "DotankCLI",
      imports: [
        "Diagnostics", "XMLReading", "MethodModel", "MethodLoading", "SessionEngine", "Planning", "Outcomes",
        "Reports", "SessionStore", "Archive", "Console", "Scenarios", "ArgumentParser",
      ]),
    Room("dotank", imports: ["DotankCLI"]),
  ]

  /// What comes with the system or the toolchain.
  static let system: Set<String> = impure.union(["FoundationEssentials", "Synchronization"])

  /// The modules through which clocks, files and threads are reached.
  static let impure: Set<String> = ["Glibc", "Musl", "Darwin", "Dispatch"]

  /// Rooms that are handed time, randomness and bytes as arguments.
  static let pure: Set<String> = ["Diagnostics", "MethodModel", "SessionEngine", "Planning", "Outcomes", "Reports"]

  static func named(_ name: String) -> Room? { all.first { $0.name == name } }
}
