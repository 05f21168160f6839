/// Which sessions of the archive are meant; every part that is given must hold.
package struct ArchiveQuery: Sendable, Hashable {
  /// Words that stand in the session's texts, the last one perhaps not yet typed to its end.
  package var search: String?
  package var method: String?
  /// From this day on, as `2026-11-21`, `2026-11` or `2026`.
  package var from: String?
  /// Up to and with this day, month or year.
  package var to: String?
  package var site: String?
  package var tag: String?
  package var pillar: String?
  /// A decision's result, a checkpoint's verdict or the name of an end.
  package var verdict: String?
  /// Somebody who still owes something.
  package var owner: String?
  /// Rehearsals with people who are made up are left out unless they are asked for.
  package var withRehearsals: Bool

  package init(
    search: String? = nil, method: String? = nil, from: String? = nil, to: String? = nil, site: String? = nil,
    tag: String? = nil, pillar: String? = nil, verdict: String? = nil, owner: String? = nil,
    withRehearsals: Bool = false
  ) {
    self.search = search
    self.method = method
    self.from = from
    self.to = to
    self.site = site
    self.tag = tag
    self.pillar = pillar
    self.verdict = verdict
    self.owner = owner
    self.withRehearsals = withRehearsals
  }
}

extension ArchiveQuery {
  /// The words searched for as FTS5 reads them: each in quotes, so that nothing in them is an operator; nil without words.
  static func expression(_ search: String) -> String? {
    let words = search.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }
    return words.isEmpty ? nil : words.joined(separator: " ") + "*"
  }
}
