internal import Diagnostics

/// Finds every mistake of a set of templates before anything is rendered.
///
/// The library leaves out in silence what it does not know and never returns from a partial that puts itself in, so
/// nothing that it could leave out gets past here: names are looked up in the same tables that hold the values.
struct TemplateCheck {
  let trees: [String: TemplateTree]
  /// Templates that somebody brought, by name; each must be used.
  let own: Set<String>

  init(_ sources: [String: SourceText], own: Set<String> = []) {
    trees = sources.mapValues { TemplateTree(TemplateScan($0)) }
    self.own = own
  }

  /// In the order of files and places.
  func findings() -> [Diagnostic] {
    var found = trees.values.flatMap(\.findings) + livePlaces() + unknownPartials() + unused()
    let cycles = cycles()
    found += cycles
    // With a cycle, following the partials would not end.
    if cycles.isEmpty {
      var names = NameCheck(trees)
      for root in ReportFiles.roots { names.check(root.name, finding: root.shape) }
      found += names.findings
    }
    return found.sorted { ($0.file, $0.range?.lower ?? 0) < ($1.file, $1.range?.lower ?? 0) }
  }

  private func livePlaces() -> [Diagnostic] {
    // A section that is not ended moves no place; a tag that is not finished swallows what follows.
    trees.filter { !$0.key.hasSuffix(".md") && $0.value.findings.allSatisfy { $0.code == .unclosedSection } }.flatMap {
      LivePlaces.findings(in: $1.source, named: $0)
    }
  }

  private func unknownPartials() -> [Diagnostic] {
    trees.values.flatMap { tree in
      tree.partials.filter { trees[$0.name] == nil }.map { tag in
        let likely = nearest(to: tag.name, in: trees.keys.sorted()).map { "did you mean `\($0)`?" }
        return Diagnostic(
          .unknownPartial, "there is no template `\(tag.name)`",
          help: likely
            ?? "put a file of that name beside this one; there are \(trees.keys.sorted().joined(separator: ", "))",
          file: tree.source.name, range: SourceRange(tag.range))
      }
    }
  }

  /// A file under a name that nothing asks for is a name mistyped.
  private func unused() -> [Diagnostic] {
    let asked = Set(trees.values.flatMap { $0.partials.map(\.name) } + ReportFiles.roots.map(\.name))
    return own.subtracting(asked).sorted().compactMap { name in
      trees[name].map { tree in
        let likely = nearest(to: name, in: asked.sorted()).map { "did you mean `\($0)`?" }
        return Diagnostic(
          .unusedTemplate, "nothing uses the template `\(name)`",
          help: likely ?? "put it in with {{> \(name)}}, or take it out of the folder", file: tree.source.name)
      }
    }
  }

  // MARK: Cycles

  private func cycles() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var done: Set<String> = []
    for name in trees.keys.sorted() { follow(name, [], &done, &found) }
    return found
  }

  private func follow(_ name: String, _ way: [String], _ done: inout Set<String>, _ found: inout [Diagnostic]) {
    guard let tree = trees[name], !done.contains(name) else { return }
    for tag in tree.partials {
      let path = way + [name]
      if let start = path.firstIndex(of: tag.name) {
        let circle = (path[start...] + [tag.name]).joined(separator: " → ")
        found.append(
          Diagnostic(
            .partialCycle, "`\(tag.name)` puts itself in: \(circle)", help: "take one of these tags away",
            file: tree.source.name, range: SourceRange(tag.range)))
      } else {
        follow(tag.name, path, &done, &found)
      }
    }
    done.insert(name)
  }
}
