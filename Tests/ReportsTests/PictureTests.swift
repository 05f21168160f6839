import Testing

@testable import Outcomes
@testable import Reports

/// Photos and documents in the reports.
@Suite struct PictureTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 2]
  private static let webp = Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8 ".utf8)

  private func file(_ name: String, entry: String? = nil) -> FileRecord {
    FileRecord(
      path: "files/0123456789ab-\(name)", name: name, sha256: name,
      place: PlaceRecord(step: "look", path: "look", title: "Look & see", take: 1, attempt: 1), entry: entry,
      field: nil)
  }

  private func record(_ files: FileRecord...) throws -> Record {
    var record = try Recorded.ideas.record()
    record.files = files
    return record
  }

  private func reports(_ record: Record, _ pictures: Pictures) -> (page: String, text: String) {
    func text(_ format: ReportFiles.Format) -> String {
      String(decoding: ReportFiles.file(format, of: record, showing: pictures), as: UTF8.self)
    }
    return (text(.page), text(.markdown))
  }

  @Test func `a picture is in the page itself, with words for those who do not see it`() throws {
    let record = try record(file("wall.png"))
    let reports = reports(record, Pictures(of: record) { _ in .bytes(Self.png) })
    #expect(
      reports.page.contains(
        #"<img src="data:image/png;base64,iVBORw0KGgoB" alt="Photo wall.png: Look &amp; see" />"#), "\(reports.page)")
    #expect(
      reports.page.contains(#"<a href="files/0123456789ab-wall.png">wall.png</a> <span class="soft">(Look &amp; see)"#))
    #expect(reports.text.contains("![Photo wall.png: Look & see](files/0123456789ab-wall.png)\n"), "\(reports.text)")
  }

  @Test(arguments: [(jpeg, "image/jpeg"), (webp, "image/webp"), (Array("GIF89a".utf8), "image/gif")])
  func `a picture is known by its bytes`(bytes: [UInt8], type: String) throws {
    let record = try record(file("notes.txt"))
    #expect(reports(record, Pictures(of: record) { _ in .bytes(bytes) }).page.contains("src=\"data:\(type);base64,"))
  }

  @Test(arguments: ["<svg onload='x'/>", "%PDF-1.4", "<html>", "RIFF....WAVE", ""])
  func `whatever is no picture is a name and a link, whatever it is called`(text: String) throws {
    let record = try record(file("wall.png"))
    let reports = reports(record, Pictures(of: record) { _ in .bytes(Array(text.utf8)) })
    #expect(!reports.page.contains("<img") && reports.page.contains(#"href="files/0123456789ab-wall.png""#))
    #expect(reports.text.contains("[wall.png](files/0123456789ab-wall.png) (Look & see)\n"), "\(reports.text)")
  }

  @Test func `a large picture is linked, and so are those for which there is no room`() throws {
    let files = (1...7).map { file("\($0).jpg") }
    var record = try record()
    record.files = files
    let large = Self.jpeg + [UInt8](repeating: 0, count: Pictures.largest - Self.jpeg.count)
    var reports = reports(record, Pictures(of: record) { _ in .bytes(large) })
    #expect(reports.page.split(separator: "<img").count - 1 == Pictures.most / Pictures.largest)
    #expect(reports.page.contains("not shown: the pictures before it fill the 20 MB of this page"))
    reports = self.reports(record, Pictures(of: record) { _ in .bytes(large + [0]) })
    #expect(!reports.page.contains("<img") && reports.page.contains("not shown: larger than 4 MB"))
    reports = self.reports(record, Pictures(of: record) { _ in .tooLarge(Self.jpeg) })
    #expect(!reports.page.contains("<img") && reports.text.contains("not shown: larger than 4 MB"))
  }

  @Test func `one that is gone says so and leads nowhere, and one of a rehearsal never was`() throws {
    let record = try record(file("wall.png"))
    let gone = reports(record, Pictures(of: record) { _ in .missing })
    #expect(gone.page.contains("not in the folder as it was handed in") && !gone.page.contains("href=\"files/"))
    let imagined = reports(record, .imagined)
    #expect(imagined.page.contains("<figcaption>wall.png") && !imagined.page.contains("href=\"files/"))
  }

  @Test func `one file that was handed in twice is there once, with both places`() throws {
    var second = file("wall.png", entry: "e")
    second.place?.title = "Talk"
    let record = try record(file("wall.png"), second)
    let page = reports(record, Pictures(of: record) { _ in .bytes(Self.png) }).page
    #expect(page.split(separator: "<img").count == 2 && page.contains("(Look &amp; see; Talk)"))
  }

  @Test func `the photo of a withdrawn entry stayed in the report`() throws {
    var gone = file("wall.png", entry: "e")
    gone.withdrawn = FileRecord.Withdrawal(reason: "no consent of the parents")
    var record = try record(gone)
    record.outcomes[1].entries[2].fields["photo"] = gone.path
    record.outcomes[1].entries[2].first["photo"] = gone.path
    var reports = reports(record, Pictures(of: record) { _ in .bytes(Self.png) })
    for text in [reports.page, reports.text] {
      #expect(!text.contains("iVBORw0KGgoB") && !text.contains(gone.path), "\(text)")
      #expect(text.contains("wall.png") && text.contains("withdrawn: no consent of the parents; not shown"))
    }
    record.files.append(file("wall.png", entry: "other"))
    reports = self.reports(record, Pictures(of: record) { _ in .bytes(Self.png) })
    #expect(reports.page.split(separator: "<img").count == 2, "another entry that stands names it, too")
    #expect(reports.text.contains("withdrawn: no consent of the parents"))
  }

  @Test func `a path that leads elsewhere is no link`() throws {
    for path in ["javascript:alert(1)", "../../etc/passwd", "files/a/b", "files/", "files/\"onload=", "https://x/y"] {
      var odd = file("wall.png")
      odd.path = path
      let record = try record(odd)
      let page = reports(record, Pictures(of: record) { _ in .bytes(Array("x".utf8)) }).page
      #expect(page.contains("<figcaption>wall.png"), "\(path)")
    }
  }

  @Test func `the names that may stand in addresses are those of files alone`() {
    func names(_ table: ShapeTable, _ seen: inout Set<String>) -> [String] {
      guard seen.insert(table.name).inserted else { return [] }
      return table.rows.flatMap { row -> [String] in
        switch row.kind {
        case .part(let inner), .parts(let inner): return names(inner(), &seen)
        case .text, .texts, .flag: return ["picture", "link"].contains(row.name) ? ["\(table.name).\(row.name)"] : []
        }
      }
    }
    for root in ReportFiles.roots {
      var seen: Set<String> = []
      #expect(Set(names(root.shape, &seen)).isSubset(of: ["file.picture", "file.link"]), "\(root.name)")
    }
  }
}
