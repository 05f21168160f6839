import Diagnostics
import Planning
import SessionEngine

/// A run sheet as one HTML file that needs nothing else, made to be printed on A4 in black on white.
struct RunSheetPage {
  let sheet: RunSheet

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(Self.escaped(sheet.language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(sheet.title)): run sheet</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(Self.escaped(sheet.title))</h1>
    <p class="when">\(Self.escaped(when))</p>
    <p>\(Self.escaped(sheet.purpose))</p>
    \(sheet.verdict.map { "<p class=\"fit\">\(Self.escaped($0))</p>\n" }.joined())\(lists)<table>
    <thead><tr><th scope="col">Time</th><th scope="col">Length</th><th scope="col">What</th></tr></thead>
    <tbody>
    \(rows.joined(separator: "\n"))
    <tr class="exit"><td>\(sheet.endText)</td><td></td><td>The end</td></tr>
    </tbody>
    </table>
    \(sheet.origins.map { "<p class=\"origin\">\(Self.escaped($0))</p>" }.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private var when: String { "\(sheet.when), \(sheet.people) people\(sheet.isRemote ? ", in a call" : "")" }

  // MARK: Before the table

  private var lists: String {
    list(
      "Bring",
      sheet.materials.map { item in
        "<b>\(item.count)</b> × \(Self.escaped(item.text))"
          + (item.how.isEmpty ? "" : " <small>(\(Self.escaped(item.how)))</small>")
      })
      + list(
        "Roles",
        sheet.roles.map { role in
          "<b>\(Self.escaped(role.title))</b> (\(Self.escaped(role.people.replacing("..", with: "–")))), \(Self.escaped(role.how))"
            + (role.text.isEmpty ? "" : ": \(Self.escaped(role.text))")
        })
      + list(
        "Set",
        sheet.settings.map { setting in
          "<b>\(Self.escaped(setting.id))</b>: \(Self.escaped(setting.value ?? setting.ask))"
            + (setting.isNeeded ? " <small>(needed)</small>" : "")
        })
  }

  private func list(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return "<h2>\(title)</h2>\n<ul>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n"
  }

  // MARK: Rows

  /// What is to be known of a step stands where it comes first; what is said in it, everywhere.
  private var rows: [String] {
    var told: Set<String> = []
    var day: Int?
    return sheet.rows.map { row in
      var row = row
      var line: String?
      if row.begins != nil {
        line = sheet.dayLine(before: row, after: day)
        day = row.day
      }
      if !told.insert(row.told).inserted { row.notes = [] }
      return (line.map { "<tr class=\"heading day\"><td colspan=\"3\">\(Self.escaped($0))</td></tr>\n" } ?? "")
        + self.row(row)
    }
  }

  private func row(_ row: RunSheet.Row) -> String {
    let time = sheet.time(of: row)?.text ?? ""
    let length = row.hasLength ? Minutes.spoken(row.seconds) : ""
    let style = row.begins == nil ? " off" : ""
    return """
      <tr class="\(row.kind.rawValue)\(style) d\(min(row.depth, 6))"><td>\(time)</td>\
      <td>\(row.begins == nil && row.hasLength ? "(\(length))" : length)</td><td>\(what(row))</td></tr>
      """
  }

  private func what(_ row: RunSheet.Row) -> String {
    var parts = ["<div class=\"title\">\(Self.escaped(row.label))</div>"]
    let facts = [row.who, row.how].filter { !$0.isEmpty } + row.remarks
    if !facts.isEmpty { parts.append("<div class=\"facts\">\(Self.escaped(facts.joined(separator: "; ")))</div>") }
    parts += row.says.map { "<div class=\"say\">\(Self.escaped($0))</div>" }
    parts += row.notes.map { note in
      "<div class=\"note\"><b>\(Self.escaped(note.label.isEmpty ? "Tip" : note.label)):</b> \(Self.escaped(note.text))</div>"
    }
    return parts.joined()
  }

  /// A text in which nothing is markup; what a viewer would obey is shown instead.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      harmless(String(line)).reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.append(character)
        }
      }
    }.joined(separator: "<br>")
  }

  private static let style = """
    :root { color-scheme: light; }
    body { font: 11pt/1.4 system-ui, "Liberation Sans", Arial, sans-serif; color: #000; background: #fff;
      max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.6em; margin: 0; } h2 { font-size: 1.1em; margin: 1em 0 .2em; }
    .when { font-weight: bold; margin: .2em 0 1em; } .fit { border-left: 3px solid #000; padding-left: .6em; }
    ul { margin: 0; padding-left: 1.2em; }
    table { border-collapse: collapse; width: 100%; margin-top: 1.2em; }
    thead { display: table-header-group; }
    th { text-align: left; border-bottom: 2px solid #000; padding: .3em .5em; }
    td { vertical-align: top; border-bottom: 1px solid #bbb; padding: .35em .5em; overflow-wrap: anywhere; }
    td:nth-child(1), td:nth-child(2) { white-space: nowrap; font-variant-numeric: tabular-nums; }
    tr { break-inside: avoid; }
    .title { font-weight: bold; } .heading, .way { break-after: avoid; }
    .heading td, .way td, .window td { background: #eee; border-top: 1px solid #000; }
    .day td { background: #fff; border-top: 2px solid #000; font-weight: bold; padding-top: .8em; }
    .facts, .note, small { font-size: .9em; color: #333; } .say { margin: .2em 0 .2em; }
    .say::before { content: "“"; } .say::after { content: "”"; }
    .off { color: #444; font-style: italic; } .origin { font-size: .85em; color: #333; }
    .d1 td:nth-child(3) { padding-left: 1.5em; } .d2 td:nth-child(3) { padding-left: 2.5em; }
    .d3 td:nth-child(3) { padding-left: 3.5em; } .d4 td:nth-child(3) { padding-left: 4.5em; }
    .d5 td:nth-child(3), .d6 td:nth-child(3) { padding-left: 5.5em; }
    @media screen and (max-width: 40rem) {
      thead { position: absolute; left: -100rem; }
      tr { display: block; border-bottom: 1px solid #bbb; padding: .35em 0; }
      td { display: inline-block; border: 0; padding: 0 .8em 0 .3em; } td:empty { display: none; }
      td:nth-child(3) { display: block; padding-left: .3em; }
      .heading td, .way td { background: none; border: 0; }
      .heading, .way { background: #eee; border-top: 1px solid #000; }
      .d1 td:nth-child(3), .d2 td:nth-child(3), .d3 td:nth-child(3) { padding-left: .9em; }
      .d4 td:nth-child(3), .d5 td:nth-child(3), .d6 td:nth-child(3) { padding-left: 1.5em; }
    }
    @page { size: A4; margin: 15mm; }
    @media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
      .heading td, .way td { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
    """
}
