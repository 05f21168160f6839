internal import MethodModel
internal import Outcomes

/// A photo or document that people handed in: the picture itself where it may be in the page, else its name and a link.
struct FilePart: Part {
  let desk: Desk
  /// Every place in which this one file was handed in; those that were taken back are a part of their own.
  let records: [FileRecord]
  let showing: Pictures.Showing

  private var words: Words { desk.words }
  private var name: String { records[0].name }

  static let shape = Shape<FilePart>(
    "file",
    [
      .text("name", "Its name.") { $0.name },
      .text("caption", "Where and as what it was handed in.") { $0.caption },
      .text("alt", "What stands in place of the picture for those who do not see it.") { part in
        part.words.phrase("picture-of", part.name, part.caption)
      },
      .flag("isPicture", "It is a picture that the page holds itself, in `picture`.") {
        $0.embedded != nil
      },
      .text("picture", "The picture as an address; may stand in the `src` of an `img`, alone.") { $0.embedded },
      .text("link", "Where it lies in the session’s folder; may stand in the `href` of an `a`, alone.") { part in
        if part.withdrawn != nil { return nil }
        return switch part.showing {
        case .missing, .imagined: nil
        case .embedded, .unknown, .tooLarge, .noRoom: Self.link(part.records[0].path)
        }
      },
      .text("remark", "Why the page does not hold a picture itself.") { $0.remark },
    ])

  private var caption: String {
    records.map { record in
      let outcome = desk.record.outcomes.first { outcome in
        record.field.map { field in outcome.fields.contains { $0.id == field } } ?? false
      }
      let asked = record.field.map { field in outcome.map { desk.ask(field, of: $0) } ?? field }
      return [asked, record.place?.title].compactMap { $0 }.joined(separator: ", ")
    }.filter { !$0.isEmpty }.uniqued.joined(separator: "; ")
  }

  private var withdrawn: FileRecord.Withdrawal? { records[0].withdrawn }

  private var embedded: String? {
    if withdrawn == nil, case .embedded(let address) = showing { address } else { nil }
  }

  private var remark: String? {
    if let withdrawn {
      let status = words.term("withdrawn")
      return words.phrase(
        "file-withdrawn", withdrawn.reason.map { words.phrase("bar", status, $0) } ?? status)
    }
    return switch showing {
    case .embedded, .unknown, .imagined: nil
    case .missing: words.phrase("picture-missing")
    case .tooLarge: words.phrase("picture-large", String(Pictures.largest / 1_000_000))
    case .noRoom: words.phrase("picture-room", String(Pictures.most / 1_000_000))
    }
  }

  /// Nothing that leads elsewhere or runs can come of it: the folder of kept files, and one name in it.
  private static func link(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "files", !parts[1].isEmpty else { return nil }
    return parts[1].allSatisfy { $0.isLetter || $0.isNumber || ".-_".contains($0) } ? path : nil
  }

  private struct Told: Hashable {
    let path: String
    let withdrawn: FileRecord.Withdrawal?
  }

  /// Each file once, in the order in which they were handed in.
  static func all(_ desk: Desk) -> [FilePart] {
    var places: [Told: Int] = [:]
    var files: [[FileRecord]] = []
    for record in desk.record.files {
      let told = Told(path: record.path, withdrawn: record.withdrawn)
      if let place = places[told] {
        files[place].append(record)
      } else {
        places[told] = files.count
        files.append([record])
      }
    }
    return files.map { FilePart(desk: desk, records: $0, showing: desk.pictures.showing(of: $0[0].path)) }
  }
}
