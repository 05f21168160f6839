import ArgumentParser
import SessionStore

/// Where methods are looked for.
struct MethodOptions: ParsableArguments {
  @Option(
    name: .customLong("methods"), parsing: .singleValue,
    help: ArgumentHelp(
      "A folder with methods, looked through before the others. May be given several times.", valueName: "dir"))
  var folders: [String] = []

  /// The method path: what was given, `DOTANK_METHODS`, the working folder's, the user's, what is shipped.
  func path(_ world: World) -> [String] {
    var path = folders
    path += (world.variable("DOTANK_METHODS") ?? "").split(separator: ":").map { String($0) }
    path.append(FilePath.joined(world.workingFolder, "Methods"))
    if let data = world.variable("XDG_DATA_HOME") ?? world.variable("HOME").map({ "\($0)/.local/share" }) {
      path.append(FilePath.joined(data, "dotank/methods"))
    }
    if let home = world.variable("DOTANK_HOME") { path.append(FilePath.joined(home, "Methods")) }
    var seen: Set<String> = []
    return path.filter { seen.insert($0).inserted }
  }
}

/// Where session folders live.
struct SessionsOption: ParsableArguments {
  @Option(
    name: .customLong("sessions"),
    help: ArgumentHelp(
      "The folder in which session folders live. Otherwise DOTANK_SESSIONS, else Sessions in the working folder.",
      valueName: "dir"))
  var folder: String?

  func path(_ world: World) -> String {
    folder ?? world.variable("DOTANK_SESSIONS") ?? FilePath.joined(world.workingFolder, "Sessions")
  }
}

/// What a session is started with.
struct StartOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Who is there: a number, names with commas between, or a CSV file with the columns name, role, school, …",
      valueName: "people"))
  var people: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A setting of the method. Lists take the option several times.", valueName: "id=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("role"), parsing: .singleValue,
    help: ArgumentHelp("Who holds a role. May be given several times.", valueName: "role=name"))
  var roles: [String] = []

  @Option(help: ArgumentHelp("The language of the session, if the method has it.", valueName: "tag"))
  var language: String?

  @Flag(help: "The people are in a call, not in a room.")
  var remote = false

  @Flag(name: .customLong("accept-size"), help: "Start although the method is made for another number of people.")
  var acceptsSize = false

  /// `id=value` pairs by id, in the order given.
  static func pairs(_ texts: [String], _ option: String) throws(Failure) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Failure(
          "“\(text)” after \(option) is not of the form name=value",
          remedy: "for example  \(option) question=\"What next?\"",
          code: Exit.usage)
      }
      pairs.append((String(parts[0]), String(parts[1])))
    }
    return pairs
  }
}
