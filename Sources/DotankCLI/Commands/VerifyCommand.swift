import ArgumentParser
import Diagnostics
import SessionStore

/// Checks that sessions are whole and that nobody changed them.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that a session's journal is whole and unchanged, and its files are what the journal makes.",
    discussion: """
      Example:  dotank verify 2026-11-21-consent-decision
                dotank verify 2026-11-21-consent-decision --head 3f2a-91bc-77d0-1e2f
                dotank verify

      Without a name, every session. Each entry of the journal carries a fingerprint of the one before it, so every edit,
      reordering or deletion inside it is found. Entries cut off the end leave no trace in the journal itself: write the
      head on paper, or into the minutes, and compare it later with --head. It is also found when the session has gone on
      since. That also shows where the files tell of more than the journal: it lost its end, and they are worth keeping.
      outcome.xml is held against the published XML Schema, and outcome.json against the description from which both that
      schema and outcome.schema.json are written; a place that breaks them is told by its line or path. Any other
      validator can do the same with the two schemas, which lie in each folder and which  dotank schema outcome-json  and
      outcome-xsd  print.
      A record that came without its journal, as in a bundle, can only be held against the list of hashes beside it: that
      its files came over whole, not that a session made them.
      Exit codes: 0 all is as it was written, 1 files differ or break their schema, the head does not fit, or there is no
      journal to check a record against, 2 wrong usage, 65 a journal is damaged, cut off or newer than this dotank, 66 no
      such session.
      """)

  @Argument(help: "Folders of sessions, their names, or the beginnings of them; otherwise all.")
  var named: [String] = []

  @Option(
    help: ArgumentHelp("A head that was printed or written down before: the short or the whole one.", valueName: "hash")
  )
  var head: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    let mark = try self.mark()
    let (checks, records, failures) = try await checks(mark, world)
    if json {
      world.write(JSONText.array(checks.map(\.json) + records.map(\.json)).rendered + "\n")
    } else {
      let texts = checks.map { VerificationText(check: $0, world: world).text } + records.map { $0.text(world) }
      world.write(World.harmlessLines(texts.joined(separator: "\n")))
    }
    for failure in failures { world.writeError("dotank: \(failure)") }
    if let code = failures.first?.code { throw ExitCode(code) }
    if checks.contains(where: \.isDamaged) { throw ExitCode(Exit.data) }
    if !checks.allSatisfy(\.isFine) || !records.isEmpty { throw ExitCode(Exit.notFine) }
  }

  private func mark() throws(Failure) -> HeadMark? {
    guard let head else { return nil }
    guard let mark = HeadMark(head) else {
      throw Failure(
        "“\(head)” is no head of a journal", remedy: "it is of the form 3f2a-91bc-77d0-1e2f, sixteen digits or more",
        code: Exit.usage)
    }
    guard named.count == 1 else {
      throw Failure("--head belongs to one session", remedy: "name that session", code: Exit.usage)
    }
    return mark
  }

  /// What stands in the way of one session does not keep the others from being checked.
  private func checks(
    _ mark: HeadMark?, _ world: World
  ) async throws(Failure) -> ([SessionVerification], [RecordCheck], [Failure]) {
    var (meant, failures) = try meant(world)
    var checks: [SessionVerification] = []
    for folder in meant.sessions {
      do throws(SessionStoreError) {
        checks.append(
          try await SessionVerification.of(
            folder, head: mark, kept: SessionFiles.kept, schema: RecordSchemaCheck.of
          ) { state, method throws(SessionStoreError) in
            try SessionFiles.made(of: state, method, in: folder)
          })
      } catch {
        failures.append(Failure(error))
      }
    }
    var records: [RecordCheck] = []
    for folder in meant.records {
      do throws(SessionStoreError) { records.append(try RecordCheck(of: folder)) } catch {
        failures.append(Failure(error))
      }
    }
    return (checks, records, failures)
  }

  /// Folders with a journal, and those in which only a record stands.
  private typealias Meant = (sessions: [SessionFolder], records: [SessionFolder])

  private func meant(_ world: World) throws(Failure) -> (Meant, [Failure]) {
    let shelf = SessionShelf(sessions.path(world))
    var meant: Meant = ([], [])
    var failures: [Failure] = []
    guard named.isEmpty else {
      for name in named {
        do throws(Failure) { meant.sessions.append(try sessions.session(name, world)) } catch {
          if let record = shelf.recordAlone(name) { meant.records.append(record) } else { failures.append(error) }
        }
      }
      return (meant, failures)
    }
    do throws(SessionStoreError) { meant = (try shelf.sessions(), try shelf.recordsAlone()) } catch {
      throw Failure(error)
    }
    guard meant.sessions.isEmpty, meant.records.isEmpty else { return (meant, failures) }
    throw Failure(
      "there are no sessions in '\(shelf.path)'", remedy: "say with  --sessions DIR  where yours are",
      code: Exit.noInput)
  }
}

/// A check as a person reads it.
private struct VerificationText {
  let check: SessionVerification
  let world: World

  private var connected: String {
    if check.isShorter { return ", and its end is missing" }
    return check.isDamaged ? " before the first damage" : ", each following the one before it"
  }

  var text: String {
    let name = world.shortened(check.folder.path)
    var lines = ["\(name): \(check.isFine ? "as it was written" : "NOT as it was written")"]
    lines += check.findings.flatMap { finding in
      ["  ✗ \(finding.words)"] + (finding.remedy.map { ["      \($0)"] } ?? [])
    }
    let entries = check.summary.count == 1 ? "1 entry" : "\(check.summary.count) entries"
    lines.append(
      "  journal  \(entries)\(connected)")
    if check.filesAsMade > 0 { lines.append("  files    \(check.filesAsMade) are exactly what the journal makes") }
    if !check.filesToSchema.isEmpty {
      lines.append("  schema   held by \(check.filesToSchema.joined(separator: " and "))")
    }
    lines += check.remarks.map { "  note     \($0)" }
    lines.append("  head     \(check.summary.head.short)   \(check.summary.head)")
    if check.headMatch == .newest {
      lines.append("           the same as was given: nothing was added or cut off since")
    }
    if check.headMatch == nil, !check.isDamaged {
      lines.append("           Write the short form on paper: only that shows later whether the end was cut off, by")
      lines.append("           \(world.command) verify \(World.quoted(name)) --head \(check.summary.head.short)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SessionVerification {
  fileprivate var json: JSONText {
    let match: JSONText =
      switch headMatch {
      case nil: .null
      case .newest?: .string("newest")
      case .earlier?: .string("earlier")
      case .absent?: .string("absent")
      }
    let found = findings.map { finding in
      JSONText.object([
        ("kind", .string(finding.kind.rawValue)), ("message", .string(finding.words)),
        ("remedy", finding.remedy.map { .string($0) } ?? .null),
      ])
    }
    return .object([
      ("entries", .number(summary.count)), ("erased", .number(summary.erased)), ("filesAsMade", .number(filesAsMade)),
      ("findings", .array(found)), ("fine", .bool(isFine)), ("folder", .string(folder.path)),
      ("givenHead", match), ("head", .string(summary.head.description)), ("notes", .array(remarks.map { .string($0) })),
      ("schemaHeldBy", .array(filesToSchema.map { .string($0) })), ("shortHead", .string(summary.head.short)),
    ])
  }
}

extension RecordCheck {
  private static let nothing = "the journal is not here, so there is nothing to check the record against"
  private static let remedy = "ask for a bundle made with `--with-journal`, or for a copy of journal.jsonl"

  fileprivate func text(_ world: World) -> String {
    var lines = ["\(world.shortened(folder.path)): NOT CHECKED", "  ✗ \(Self.nothing)", "      \(Self.remedy)"]
    lines += findings.map { "  ✗ \($0)" }
    if asNoted > 0 {
      lines.append(
        "  files    \(asNoted) are as \(SessionFolder.Name.sums) lists them: they came over whole, whoever made them")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// With the members that a check of a whole session has.
  fileprivate var json: JSONText {
    let found = [("absent", Self.nothing, JSONText.string(Self.remedy))] + findings.map { ("differs", $0, .null) }
    return .object([
      ("entries", .null), ("erased", .null), ("filesAsMade", .number(0)), ("filesAsNoted", .number(asNoted)),
      (
        "findings",
        .array(
          found.map { kind, message, remedy in
            .object([("kind", .string(kind)), ("message", .string(message)), ("remedy", remedy)])
          })
      ), ("fine", .bool(false)), ("folder", .string(folder.path)), ("givenHead", .null), ("head", .null),
      ("notes", .array([])), ("schemaHeldBy", .array([])), ("shortHead", .null),
    ])
  }
}
