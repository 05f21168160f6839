import ArgumentParser
import Diagnostics
import Outcomes
import SessionEngine
import SessionStore

/// Makes the files of a session anew from its journal, or one file of all of it.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Makes a session's files anew from its journal, or one zip to hand on.",
    discussion: """
      Example:  dotank export 2026-11-21-consent-decision
                dotank export 2026-11-21-consent-decision --format csv --output for-the-board
                dotank export 2026-11-21-consent-decision --bundle

      In the session's own folder a file that was changed by hand is kept beside the new one, as report.md.edited-1.
      Where the journal lost its end, the files that tell of more are moved into a folder  before-…  first.
      Elsewhere nothing is replaced unless --replace says so. A bundle holds the record, the method and what you put into
      the folder, but neither photos and documents of entries that were withdrawn nor the journal, which also holds private
      entries and hidden names: --with-journal takes both in.
      Exit codes: 0 fine, 2 wrong usage, 65 the journal is damaged, 66 no such session, 73 something stands in the way,
      74 the disk is full or fails, 75 the session is open in another window.
      """)

  @Argument(help: "A session's folder, its name, or the beginning of it.")
  var session: String

  @Option(
    help: ArgumentHelp(
      "Only the files of this form: the ending of their names, such as json, md or csv.", valueName: "ending"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "A folder for the files, or the zip's name; otherwise the session's folder, or NAME.zip here.", valueName: "path")
  )
  var output: String?

  @Flag(help: "One zip of the whole session.")
  var bundle = false

  @Flag(
    name: .customLong("with-journal"), help: "Take the journal into the bundle, with all that the record withholds.")
  var withJournal = false

  @Flag(help: "Replace what stands there already.")
  var replace = false

  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    guard bundle || !withJournal else {
      throw Failure("--with-journal belongs to --bundle", remedy: "add  --bundle", code: Exit.usage)
    }
    guard !bundle || format == nil else {
      throw Failure("a bundle holds every form", remedy: "leave out --format", code: Exit.usage)
    }
    let folder = try sessions.session(session, world)
    do {
      if bundle { return try await writeBundle(of: folder, world) }
      if let output { return try await write(folder, into: output, world) }
      try await rebuild(folder, world)
    } catch let error as SessionStoreError {
      throw Failure(error)
    }
  }

  private func chosen(_ files: [RecordFiles.File]) throws(Failure) -> [RecordFiles.File] {
    guard let format else { return files }
    let chosen = files.filter { Self.ending(of: $0.path) == format.lowercased() }
    let known = Set(files.map { Self.ending(of: $0.path) }).sorted().joined(separator: ", ")
    if chosen.isEmpty { throw Failure("there is no form “\(format)”", remedy: "there are \(known)", code: Exit.usage) }
    return chosen
  }

  private static func ending(of path: String) -> String { path.split(separator: ".").last.map { String($0) } ?? "" }

  /// In the session's own folder, with its lock held.
  private func rebuild(_ folder: SessionFolder, _ world: World) async throws {
    let lock = try await Patience.waiting { () throws(SessionStoreError) in
      try SessionLock.take(folder, as: LockHolder(process: world.process, since: world.now()))
    }
    let session = try await ReadSession.asFarAsItGoes(folder)
    if let aside = try folder.setAsideRecord(aheadOf: session.replay.state) {
      world.writeError("dotank: \(RecordSetAside.words(aside))")
    }
    if session.replay.isErasurePending {
      try folder.finishErasing(
        lock, record: session.files, kept: session.engine.keptFiles(session.replay.state).map(\.file))
      world.write("An erasing that had been cut short is finished.\n")
    }
    let files = try chosen(session.files)
    let kept = try folder.write(record: files)
    world.write(
      World.harmlessLines("\(Self.counted(files)) in \(world.shortened(folder.path)) made anew from the journal\n"))
    for name in kept { world.write("Changed by hand since it was written, and kept as \(name)\n") }
    withExtendedLifetime(lock) {}
  }

  private func write(_ folder: SessionFolder, into target: String, _ world: World) async throws {
    let files = try chosen(try await ReadSession.whole(folder).files)
    let layer = folder.files
    for file in files where !replace {
      try refuseOther(FilePath.joined(target, file.path), file.bytes, in: layer)
    }
    for file in files {
      let place = FilePath.joined(target, file.path)
      do throws(FileFailure) { try layer.makeFolders(FilePath.parent(of: place)) } catch {
        throw SessionStoreError(error, doing: "making the folder", exit: .cannotCreate)
      }
      try AtomicFile.write(file.bytes, to: place, in: layer)
    }
    world.write(World.harmlessLines("\(Self.counted(files)) in \(target)\n"))
  }

  private func writeBundle(of folder: SessionFolder, _ world: World) async throws {
    let session = try await ReadSession.whole(folder)
    let bundle = try SessionBundle(
      of: folder, record: session.files, shown: session.record.shownFiles, withJournal: withJournal)
    let target = output ?? "\(folder.name).zip"
    if !replace { try refuseOther(target, bundle.bytes, in: folder.files) }
    try AtomicFile.write(bundle.bytes, to: target, in: folder.files)
    let journal =
      withJournal
      ? "The journal is in it: whoever has the file reads private entries and hidden names too."
      : "The journal is not in it, nor what the record withholds."
    world.write(World.harmlessLines("\(bundle.contents.count) files in \(target)\n\(journal)\n"))
  }

  private func refuseOther(_ path: String, _ bytes: [UInt8], in layer: any FileLayer) throws {
    do throws(FileFailure) {
      guard try layer.status(path) != nil else { return }
      if try layer.read(path) == bytes { return }
    } catch {
      throw SessionStoreError(error, doing: "looking at what is there", exit: .cannotCreate)
    }
    throw Failure(
      "\(path) is there already and holds something else", remedy: "name another place, or add  --replace",
      code: Exit.cannotCreate)
  }

  private static func counted(_ files: [RecordFiles.File]) -> String {
    files.count == 1 ? "1 file" : "\(files.count) files"
  }
}
