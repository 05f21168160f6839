import ArgumentParser
import Diagnostics
import Reports
import SessionStore

/// Whose templates a report is made by.
struct TemplateOption: ParsableArguments {
  @Option(
    name: .customLong("template"),
    help: ArgumentHelp(
      "A folder with templates of your own, used in place of the shipped ones of the same name.", valueName: "dir"))
  var folder: String?

  /// Larger than any template that somebody wrote.
  private static let mostBytes = 1 << 20
  private static let endings = [".html", ".md", ".css", ".svg"]

  /// The shipped templates with the folder's over them; every mistake in them is told with its place.
  func templates(_ world: World) throws(Failure) -> TemplateSet {
    guard let folder else { return .shipped }
    let files = try own(in: folder)
    do { return try TemplateSet.shipped.laidOver(by: files) } catch {
      let renderer = ExcerptRenderer(sources: error.sources, usesColour: false, width: world.width)
      throw Failure(
        "the templates in \(folder) cannot be used\n\n\(renderer.render(error.diagnostics))\n",
        remedy: "mend them; Templates/README.md lists what a template may name", code: Exit.data)
    }
  }

  private func own(in folder: String) throws(Failure) -> [(name: String, source: SourceText)] {
    let files = SystemFiles()
    var tooLarge: String?
    do throws(FileFailure) {
      let names = try files.list(folder).filter { name in
        name != "README.md" && Self.endings.contains { name.hasSuffix($0) } && !name.hasPrefix(".")
      }
      var own: [(name: String, source: SourceText)] = []
      for name in names.sorted() {
        let path = FilePath.joined(folder, name)
        guard let status = try files.status(path), status.kind == .file else { continue }
        let file = try files.open(path, for: .reading)
        let bytes = try file.read(upTo: Self.mostBytes + 1)
        if bytes.count > Self.mostBytes { tooLarge = path }
        own.append((name, SourceText(name: path, bytes: bytes)))
      }
      if !own.isEmpty, tooLarge == nil { return own }
    } catch {
      throw Failure(SessionStoreError(error, doing: "reading the templates in \(folder)", exit: .noInput))
    }
    if let tooLarge {
      throw Failure(
        "the template \(tooLarge) has more than \(Self.mostBytes >> 20) MB",
        remedy: "leave pictures and fonts out of it", code: Exit.data)
    }
    throw Failure(
      "there are no templates in \(folder)",
      remedy: "a template is a file such as report.html, report.md, brief.html or compare.html", code: Exit.noInput)
  }
}
