import SessionEngine
import Testing

@testable import Outcomes

/// The description of the record, which writers and schemas follow, names what the record holds.
@Suite struct DescriptionTests {
  @Test func `every stored property of every part is described, and nothing else`() throws {
    var seen: Set<String> = []
    for sitting in [try Story.ideas(), try Story.consent(), try Story.gate()] { hold(sitting.record, &seen) }
    #expect(seen.contains("record") && seen.contains("entry") && seen.contains("reading"), "\(seen.sorted())")
  }

  private func hold(_ value: Any, _ seen: inout Set<String>) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle != .optional, let part = value as? any RecordPart {
      let type = type(of: part)
      let stored = mirror.children.compactMap(\.label).map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }
      let described = type.facts.map(\.name)
      #expect(Set(stored) == Set(described), "\(type.name)")
      #expect(described.count == Set(described).count, "\(type.name)")
      seen.insert(type.name)
    }
    for child in mirror.children { hold(child.value, &seen) }
  }

  @Test func `parts have names and sentences of their own`() {
    let names = RecordParts.all.map { $0.name }
    #expect(names.count == Set(names).count)
    for part in RecordParts.all {
      #expect(!part.about.isEmpty && part.about.hasSuffix("."), "\(part.name)")
      for member in part.facts { #expect(!member.about.isEmpty && member.about.hasSuffix("."), "\(member.name)") }
    }
  }

  /// Whatever the description says of types must be what `Codable` reads.
  @Test func `a record without sessions has every member`() throws {
    let record = try Sitting(Sample.ideas, people: 2, settings: ["question": ["?"]]).record
    let text = String(decoding: RecordFiles.json(record), as: UTF8.self)
    for member in Record.facts { #expect(text.contains("\n  \"\(member.name)\": "), "\(member.name)") }
  }
}
