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
