import ArgumentParser
import MethodLoading
import SessionStore

/// Begins a method from an annotated starter.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a method of your own from a starter whose comments explain every line.",
    discussion: """
      Example:  dotank new --list
                dotank new staff-day --from short-exercise
                dotank new drafts/staff-day.xml --from prioritising

      A name becomes Methods/<name>.xml, where dotank finds it; a path is taken as it is, in a folder that is there.
      Nothing is ever overwritten, and no method that is there already is hidden.
      Exit codes: 0 fine, 2 wrong usage or the file is there already, 66 no such starter, 73 the file cannot be written.
      """)

  @Argument(help: "The name of the new method, such as staff-day, or the path of its file.")
  var name = "my-method"

  @Option(help: ArgumentHelp("The starter to begin from.", valueName: "template"))
  var from = "simple-workshop"

  @Flag(help: "Lists the starters.")
  var list = false

  @Option(
    name: .customLong("templates"), parsing: .singleValue,
    help: ArgumentHelp("A folder with starters, looked through before the others.", valueName: "dir"))
  var folders: [String] = []

  @OptionGroup var methods: MethodOptions

  func run() throws {
    let world = World()
    let path = searched(world)
    let starters = Starter.all(in: path)
    if list { return world.write(MethodListing.text(starters.map(\.head), width: world.width)) }
    let (file, id) = try target(world)
    try refuseHiding(id, file, world)
    let bytes = try Starter.named(from, among: starters, searched: path).bytes(as: id)
    try write(bytes, to: file)
    world.write(
      """
      \(world.shortened(file)) is yours now, a copy of the starter “\(from)”. Its comments say what each line does.
      Change what you like, and look at it with:
        \(world.command) validate \(argument(file, id))    tells every mistake with its place and remedy
        \(world.command) show \(argument(file, id))        as a handout
        \(world.command) rehearse \(argument(file, id))    with people who are made up

      """)
  }

  private func searched(_ world: World) -> [String] {
    folders + [FilePath.joined(world.workingFolder, "Templates")]
      + (world.variable("DOTANK_HOME").map { [FilePath.joined($0, "Templates")] } ?? [])
  }

  /// How the new method is called in other commands.
  private func argument(_ file: String, _ id: String) -> String { isPath ? name : id }

  private var isPath: Bool { name.contains("/") || name.hasSuffix(".xml") }

  /// The file that is written, and the method's id.
  private func target(_ world: World) throws(Failure) -> (file: String, id: String) {
    let last = String(name.split(separator: "/").last ?? "")
    let id = last.hasSuffix(".xml") ? String(last.dropLast(4)) : last
    if let proposal = MethodName.mistake(in: id) {
      throw Failure(
        "`\(id)` cannot be the name of a method",
        remedy: proposal.isEmpty
          ? "write lower-case words joined by hyphens, as in staff-day"
          : "write `\(proposal)`: lower-case words joined by hyphens",
        code: Exit.usage)
    }
    guard !MethodLibrary.reservedIDs.contains(id) else {
      throw Failure(
        "`\(id)` is a word of the language of methods", remedy: "choose another name, such as staff-day",
        code: Exit.usage)
    }
    if !isPath { return (FilePath.joined(FilePath.joined(world.workingFolder, "Methods"), "\(id).xml"), id) }
    return (last.hasSuffix(".xml") ? name : "\(name).xml", id)
  }

  /// A method that is found first takes the place of one with the same name everywhere, without anybody being told.
  private func refuseHiding(_ id: String, _ file: String, _ world: World) throws(Failure) {
    guard !isPath, let other = methods.library(world).entries().first(where: { $0.id == id }), other.path != file
    else { return }
    throw Failure(
      "there is a method \(id) already (\(world.shortened(other.path))), and yours would hide it",
      remedy: "choose another name; to change that one, copy it under a new name", code: Exit.usage)
  }

  private func write(_ bytes: [UInt8], to file: String) throws(Failure) {
    let files = SystemFiles()
    let folder = FilePath.parent(of: file)
    if isPath, ((try? files.status(folder)) ?? nil) == nil {
      throw Failure(
        "there is no folder \(folder)", remedy: "make it first, as with  mkdir -p \(World.quoted(folder))",
        code: Exit.cannotCreate)
    }
    do throws(FileFailure) {
      try files.makeFolders(FilePath.parent(of: file))
      let new = try files.open(file, for: .creating)
      try new.writeAll(bytes)
    } catch {
      if error.reason == .exists {
        throw Failure(
          "\(file) is there already, and nothing was changed", remedy: "choose another name", code: Exit.usage)
      }
      throw Failure(SessionStoreError(error, doing: "writing \(file)"))
    }
  }
}
