import ArgumentParser
import SessionStore

/// A file to write instead of standard output; what stands there is not replaced unless that is said.
struct OutputOption: ParsableArguments {
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The file to write; otherwise standard output.", valueName: "file"))
  var path: String?

  @Flag(help: "Replace the file that stands there already.")
  var replace = false

  /// Before there is anything to write, so that nobody waits for a refusal.
  func check() throws(Failure) {
    guard let path else {
      guard !replace else {
        throw Failure("--replace is for --output", remedy: "name the file with --output", code: Exit.usage)
      }
      return
    }
    let parent = FilePath.parent(of: path)
    guard try Self.status(parent)?.kind == .folder else {
      throw Failure(
        "\(path) cannot be made: there is no folder \(parent)", remedy: "make the folder, or name another place",
        code: Exit.cannotCreate)
    }
    if let there = try Self.status(path), there.kind != .file {
      throw Failure("\(path) is there and no file", remedy: "name another place", code: Exit.cannotCreate)
    }
  }

  private static func status(_ path: String) throws(Failure) -> FileStatus? {
    do throws(FileFailure) { return try SystemFiles().status(path) } catch { throw refusal(error, path) }
  }

  func write(_ bytes: [UInt8], _ world: World) throws(Failure) {
    guard let path else { return world.write(String(decoding: bytes, as: UTF8.self)) }
    try check()
    let files = SystemFiles()
    // The same again is no loss.
    if !replace, try Self.status(path) != nil, (try? files.read(path)) != bytes {
      throw Failure(
        "\(path) is there already and holds something else", remedy: "name another place, or add  --replace",
        code: Exit.cannotCreate)
    }
    do throws(SessionStoreError) { try AtomicFile.write(bytes, to: path, in: files) } catch {
      throw error.cause.map { Self.refusal($0, path) } ?? Failure(error)
    }
  }

  private static func refusal(_ failure: FileFailure, _ path: String) -> Failure {
    let isFull = [.diskFull, .quota, .inputOutput].contains(failure.reason)
    return Failure(
      "\(path) cannot be written: \(failure.reason.words)", remedy: "name another place with --output",
      code: isFull ? Exit.disk : Exit.cannotCreate)
  }
}
