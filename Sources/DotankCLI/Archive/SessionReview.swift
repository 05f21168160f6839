import ArgumentParser
import Outcomes
import SessionStore

/// One session looked back at: its report in the terminal or the browser, or its files for programs.
struct SessionReview {
  let folder: SessionFolder
  let world: World

  /// Made from the journal, so that it is right also where what was written is behind.
  func show(asJSON: Bool) async throws(Failure) {
    let files: [RecordFiles.File]
    do throws(SessionStoreError) { files = try await ReadSession.whole(folder).files } catch { throw Failure(error) }
    let wanted = asJSON ? SessionFolder.Name.outcome : SessionFolder.Name.report
    guard let file = files.first(where: { $0.path == wanted }) else { return }
    let text = String(decoding: file.bytes, as: UTF8.self)
    world.write(asJSON ? JSONText.harmless(text) : text)
  }

  func open() throws(Failure) {
    let report = folder.path(of: "report.html")
    guard ((try? folder.files.status(report)) ?? nil) != nil else {
      throw Failure(
        "\(folder.name) has no report.html yet", remedy: "make its files anew:  \(world.command) export \(folder.name)",
        code: Exit.noInput)
    }
    guard world.openInBrowser(report) else {
      throw Failure("no browser could be started", remedy: "open this file in one: \(report)", code: Exit.noInput)
    }
  }
}
