import ArgumentParser
import Outcomes
import Reports
import SessionStore

/// One session looked back at: its report in the terminal or the browser, or its files for programs.
struct SessionReview {
  let folder: SessionFolder
  let world: World

  enum Form { case text, json, csv }

  /// Made from the journal, so that it is right also where what was written is behind.
  func show(_ form: Form) async throws(Failure) {
    let session: ReadSession
    do throws(SessionStoreError) { session = try await ReadSession.whole(folder) } catch { throw Failure(error) }
    let record = Record.make(from: session.replay.state, engine: session.engine)
    switch form {
    case .text: world.write(String(decoding: ReportFiles.file(.markdown, of: record), as: UTF8.self))
    case .json: world.write(JSONText.harmless(String(decoding: RecordFiles.json(record), as: UTF8.self)))
    case .csv: world.write(SessionOverview.table(record).csv)
    }
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
