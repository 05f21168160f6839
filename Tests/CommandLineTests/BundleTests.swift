import Foundation
import Testing

/// A record that came without its journal: it is listed and compared, and nothing vouches for it.
@Suite struct BundleTests {
  /// A workplace of somebody who was sent a bundle and has a session of their own; the bundle's folder.
  private func received(_ workplace: Workplace) throws -> String {
    for seed in ["1", "2"] {
      let made = try workplace.run("rehearse", "consent-decision", "--people", "6", "--seed", seed)
      try #require(made.code == 0, made.told)
    }
    let session = try #require(try workplace.sessionFolders().first)
    try #require(try workplace.run("export", session, "--bundle", "--output", "bundle.zip").code == 0)
    // What unpacking the bundle in its place comes to.
    for name in ["journal.jsonl", "lock"] { try FileManager.default.removeItem(atPath: "\(session)/\(name)") }
    return session
  }

  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a record without its journal was not there`() throws {
    let workplace = try Workplace()
    let session = try received(workplace)
    let name = URL(filePath: session).lastPathComponent
    let listed = try workplace.run("review", "--rehearsals")
    #expect(listed.code == 0 && listed.output.contains("not here"), listed.told)
    #expect(Self.flat(listed.output).contains("1 session is told from the record alone"), listed.told)
    #expect(try workplace.run("review", "--rehearsals", "--json").output.contains("\"journal\": \"absent\""))
    let report = try workplace.read(session + "/report.md")
    for typed in [name, session] {
      let shown = try workplace.run("review", typed)
      #expect(shown.code == 0 && shown.output == report, shown.told)
      #expect(shown.errors.contains("told from the record alone"), shown.told)
    }
    let compared = try workplace.run("compare", "consent-decision", "--rehearsals")
    #expect(compared.output.contains("consent-decision: 2 sessions"), compared.told)
    #expect(Self.flat(compared.output).contains("from the record, journal not here"), compared.told)
    let page = try workplace.run("compare", "consent-decision", "--rehearsals", "--html")
    #expect(page.output.contains("from the record, journal not here"))
  }

  @Test func `the photo of a withdrawn entry was handed on`() throws {
    let workplace = try Workplace()
    let method = """
      <method xmlns="urn:dotank:method:1" id="traces" version="1" xml:lang="en">
      <title>Traces</title><purpose>To look.</purpose><fit people="1..12"/><delivers><outcome ref="finds"/></delivers>
      <agenda><step id="look" time="5m"><title>Look</title>
      <collect into="finds"><field id="photo" type="file"/></collect></step></agenda></method>
      """
    try workplace.write(method, to: "traces.xml")
    let photos = try ["red", "green"].map { name in
      try workplace.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(name.utf8)), to: "\(name).png")
    }
    let lines = photos.map { "A child | photo=\($0)\n" }.joined() + "/withdraw 1 no consent of the parents\n/end done\n"
    let run = try workplace.run("run", "traces.xml", "--people", "Aino,Bo", input: lines)
    try #require(run.code == 0, run.told)
    let session = try workplace.session()
    let report = try workplace.read(session + "/report.html")
    #expect(report.split(separator: "<img").count == 2 && report.contains("withdrawn: no consent of the parents"))
    let bundled = try workplace.run("export", session, "--bundle", "--output", "all.zip")
    #expect(bundled.code == 0, bundled.told)
    let zip = String(decoding: try Data(contentsOf: URL(filePath: workplace.path + "/all.zip")), as: UTF8.self)
    #expect(zip.contains("-green.png\u{FFFD}PNG") && !zip.contains("-red.png\u{FFFD}PNG"))
    #expect(try workplace.run("verify", session).code == 0)
  }

  @Test func `verify says that there is nothing to check a record against`() throws {
    let workplace = try Workplace()
    let session = try received(workplace)
    let name = URL(filePath: session).lastPathComponent
    for arguments in [["verify", name], ["verify", session], ["verify"]] {
      let checked = try workplace.run(arguments)
      #expect(checked.code == 1 && checked.output.contains("\(name): NOT CHECKED"), checked.told)
      #expect(checked.output.contains("there is nothing to check the record against"), checked.told)
      #expect(checked.output.contains("are as SHA256SUMS lists them"), checked.told)
    }
    let json = try workplace.run("verify", name, "--json")
    #expect(json.code == 1 && json.output.contains("\"kind\": \"absent\""), json.told)
    for command in ["export", "report", "replay", "resume"] {
      try expectOneMessage(
        try workplace.run(command, session), code: 65, says: ["has a record, and not the journal", "dotank review"])
    }
  }

  @Test func `a record that was changed on its way is not taken for what was written`() throws {
    let workplace = try Workplace()
    let session = try received(workplace)
    let record = try workplace.read(session + "/outcome.json")
    try workplace.write(record.replacing("consent", with: "dissent"), to: session + "/outcome.json")
    let listed = try workplace.run("review", "--rehearsals")
    #expect(Self.flat(listed.output).contains("has a record that was changed"), listed.told)
    try expectOneMessage(try workplace.run("review", session), code: 65, says: ["was changed", "SHA256SUMS"])
    let compared = try workplace.run("compare", "consent-decision", "--rehearsals")
    #expect(compared.output.contains("consent-decision: 1 session"), compared.told)
    let checked = try workplace.run("verify", session)
    #expect(checked.code == 1 && checked.output.contains("outcome.json was changed since it was written"), checked.told)
  }

  @Test func `a zip is said to be one`() throws {
    let workplace = try Workplace()
    _ = try received(workplace)
    for command in ["review", "verify", "report"] {
      for typed in ["bundle.zip", "./bundle.zip"] {
        try expectOneMessage(
          try workplace.run(command, typed), code: 66, says: ["is a zip, which is not looked into", "unzip bundle.zip"])
      }
    }
  }
}
