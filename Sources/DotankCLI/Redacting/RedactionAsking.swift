import Archive
import Console
import SessionEngine
import SessionStore

/// Shows what would be erased, asks what has to be asked, and says in the end what was done and what could not be.
struct RedactionAsking {
  let folder: SessionFolder
  let terminal: Terminal
  let world: World

  func reason(mayAsk: Bool) throws(Failure) -> String {
    while mayAsk {
      say("Why is it erased? The answer goes on record; do not name the person.")
      guard let line = line() else { break }
      if line.contains(where: { !$0.isWhitespace }) { return line }
    }
    throw Failure("say why it is erased", remedy: "add  --reason \"as the person asked\"", code: Exit.usage)
  }

  func show(_ plan: RedactionPlan, _ files: OtherFiles) {
    say("In \(folder.name):")
    say("  \(plan.removed.texts) texts of the person's own go; so does the name in \(plan.removed.names) places.")
    for mention in plan.mentions { say("  Somebody else's text (entry \(mention.sequence)): \(mention.text)") }
    for file in files.named {
      say("  A file that you put here: \(file.path), \(file.places == 1 ? "1 place" : "\(file.places) places")")
    }
    for path in files.edited { say("  Changed by hand, and made anew without that: \(path)") }
    for form in plan.forms { say("  Left, though it may be a form of the name: \(form)") }
    for path in files.methods { say("  Left, for it is the method as it was used: \(path) names the person") }
    for path in files.opaque { say("  Not looked into, for it is no plain text: \(path)") }
    if plan.cleared(folder.name.replacing("-", with: " ")).places > 0 {
      say("  Left: the folder's own name names the person; rename it.")
    }
  }

  /// Asks for each text of others.
  func accepted(_ plan: RedactionPlan, _ files: OtherFiles) -> Accepted {
    var accepted = Accepted(mentions: [], files: false)
    for mention in plan.mentions {
      say("Entry \(mention.sequence) would say: \(mention.without)")
      if asks("Take the name out of it? yes or no") { accepted.mentions.insert(mention) }
    }
    if !files.named.isEmpty {
      accepted.files = asks("Take it out of the files that you put here, too? yes or no")
    }
    return accepted
  }

  func confirm() -> Bool {
    say("This cannot be taken back. Type “erase” to do it.")
    return line()?.lowercased().split { !$0.isLetter } == ["erase"]
  }

  func told(_ removed: BodiesErased.Removed, _ plan: RedactionPlan, _ files: OtherFiles, hasClearedFiles: Bool) {
    say(
      "Erased: the name in \(removed.names) places, \(removed.texts) texts, \(removed.mentions) places in texts of others."
    )
    say("The record says that it was done, when, by whom and why. Counts, decisions and the journal's chain stand.")
    let leftMentions = plan.mentions.count { mention in !plan.accepted(mention) }
    if leftMentions > 0 { say("Left as it was: \(leftMentions) texts of others.") }
    if !hasClearedFiles, !files.named.isEmpty {
      say("Left as they were: \(files.named.map(\.path).joined(separator: ", "))")
    }
    let elsewhere = others(plan)
    if !elsewhere.isEmpty { say("The name also stands in: \(elsewhere.joined(separator: ", "))") }
    say("Copies, bundles and printed pages that are elsewhere still have it.")
  }

  /// Other sessions beside this one in whose journals the name stands, and the archive's index, which is made anew.
  private func others(_ plan: RedactionPlan) -> [String] {
    let parent = FilePath.parent(of: folder.path)
    for ending in ["", "-wal", "-shm"] {
      try? folder.files.remove(FilePath.joined(parent, ArchiveIndex.fileName + ending))
    }
    let sessions = (try? SessionShelf(parent).sessions()) ?? []
    return sessions.filter { other in
      guard other.name != folder.name, let bytes = try? other.bytes(of: SessionFolder.Name.journal) else {
        return false
      }
      let text = String(decoding: bytes, as: UTF8.self)
      return plan.names.contains { text.contains("\"\($0)\"") }
    }.map(\.name)
  }

  private func asks(_ question: String) -> Bool {
    while true {
      say(question)
      switch line()?.lowercased() {
      case "yes"?, "y"?: return true
      case "no"?, "n"?, nil: return false
      default: continue
      }
    }
  }

  private func say(_ text: String) {
    terminal.write(wrapped(text, width: min(terminal.width, 100), first: "", rest: "    ").map { Line($0) })
  }

  private func line() -> String? {
    while true {
      switch terminal.next(timeout: nil) {
      case .line(let line, _): return line
      case .tooLong, .timeout: continue
      case .endOfInput, .interrupted: return nil
      }
    }
  }
}
