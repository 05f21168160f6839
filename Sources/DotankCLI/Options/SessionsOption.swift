import ArgumentParser
import SessionStore

/// Where session folders live.
struct SessionsOption: ParsableArguments {
  @Option(
    name: .customLong("sessions"),
    help: ArgumentHelp(
      "The folder in which session folders live. Otherwise DOTANK_SESSIONS, else Sessions in the working folder.",
      valueName: "dir"))
  var folder: String?

  func path(_ world: World) -> String {
    if let folder, !folder.isEmpty { return folder }
    return world.variable("DOTANK_SESSIONS") ?? FilePath.joined(world.workingFolder, "Sessions")
  }
}
