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

  func show(_ plan: RedactionPlan, _ files: OtherFiles, leavesHidden: Bool) {
    say("In \(folder.name):")
    say("  \(plan.removed.texts) texts of the person's own go; so does the name in \(plan.removed.names) places.")
    if plan.nameless > 0 {
      say(
        "  \(Self.counted(plan.nameless, "contribution")) of the person's \(plan.nameless == 1 ? "is" : "are") shown without a name: \(leavesHidden ? "they stay" : "removing them shows whose they were, to whoever has an earlier copy or sees who is gone; --leave-hidden keeps them")."
      )
    }
    for mention in plan.mentions {
      switch mention.reason {
      case .namesPerson:
        say("  Somebody else's text that names the person (entry \(mention.sequence)): \(mention.text)")
      case .saysTheSame:
        say("  Somebody else's text that says the same and stays (entry \(mention.sequence)): \(mention.text)")
      }
    }
    for file in files.named {
      say("  A file that you put here and that names the person: \(file.path), \(Self.counted(file.places, "place"))")
    }
    for file in files.sayingTheSame {
      say("  A file that you put here and that says the same: \(file.path), \(Self.counted(file.places, "place"))")
    }
    for path in files.edited { say("  Changed by hand, and made anew without that: \(path)") }
    for form in plan.forms { say("  Left, though it may be a form of the name: \(form)") }
    for path in files.methods { say("  Left, for it is the method as it was used: \(path) names the person") }
    for path in files.opaque { say("  Not looked into, for it is no plain text: \(path)") }
    if plan.cleared(folder.name.replacing("-", with: " ")).places > 0 {
      say("  Left: the folder's own name names the person; rename it.")
    }
  }

  private static func counted(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }

  /// Asks for each text of others that names the person.
  func ask(_ named: [RedactionPlan.Mention], _ files: OtherFiles, _ accepted: inout Accepted) {
    for mention in named {
      say("Entry \(mention.sequence) would say: \(mention.without)")
      if asks("Take the name out of it? yes or no") { accepted.mentions.insert(mention) }
    }
    if !files.named.isEmpty {
      accepted.files = asks("Take it out of the files that you put here, too? yes or no")
    }
  }

  /// Asks for each text of others that says the same.
  func ask(_ same: [RedactionPlan.Mention], _ accepted: inout Accepted) {
    for mention in same {
      say("Entry \(mention.sequence) is somebody else's and says the same: \(mention.text)")
      if asks("Take those words out of it, too? yes or no") { accepted.mentions.insert(mention) }
    }
  }

  /// Asks whether what the person wrote where nobody is named stays.
  func leavesHidden(_ plan: RedactionPlan) -> Bool {
    say("What the person wrote where nobody is named would show whose it was by being gone.")
    return asks("Keep it as it is, without a name? yes or no")
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
