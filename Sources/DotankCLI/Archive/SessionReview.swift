import ArgumentParser
import Outcomes
import Reports
import SessionStore

/// One session looked back at: its report in the terminal or the browser, or its files for programs.
struct SessionReview {
  let folder: SessionFolder
  let world: World

  /// The session that somebody means, also one of which only the record is here.
  init(_ typed: String, _ sessions: SessionsOption, _ world: World) throws(Failure) {
    self.world = world
    do throws(Failure) { folder = try sessions.session(typed, world) } catch {
      guard let record = SessionShelf(sessions.path(world)).recordAlone(typed) else { throw error }
      folder = record
    }
  }

  enum Form { case text, json, csv }

  /// Made from the journal, so that it is right also where what was written is behind.
  func show(_ form: Form) async throws(Failure) {
    let record: Record
    if folder.holdsRecordAlone {
      record = try folder.heldRecord()
      world.writeError("dotank: this is told from the record alone: the journal that could vouch for it is not here")
    } else {
      do throws(SessionStoreError) { record = try await ReadSession.whole(folder).record } catch {
        throw Failure(error)
      }
    }
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

extension SessionFolder {
  /// The record as it lies there; refused where it is not as it was written.
  func heldRecord() throws(Failure) -> Record {
    let name = SessionFolder.Name.outcome
    do {
      let bytes = try bytes(of: name) ?? []
      guard !isChanged(bytes, since: name) else {
        throw Failure(
          "the record in '\(path)' was changed: its hash is not the one in \(SessionFolder.Name.sums)",
          remedy: "ask whoever handed it on for it again", code: Exit.data)
      }
      return try RecordFiles.record(fromJSON: bytes)
    } catch let error as SessionStoreError {
      throw Failure(error)
    } catch let error as RecordReadingError {
      throw Failure("the record in '\(path)' cannot be read: \(error)", code: Exit.data)
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure("\(error)", code: Exit.data)
    }
  }
}
