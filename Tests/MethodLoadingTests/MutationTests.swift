import Diagnostics
import MethodLoading
import Testing

/// Whatever is done to a method's bytes, the loader answers with a method or with findings inside the file.
@Suite struct MutationTests {
  @Test(arguments: ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"])
  func `mutants never crash the loader`(id: String) throws {
    let original = try Shipped.method(id).bytes
    var random = SplitMix(state: 7)
    for _ in 0..<40 {
      let bytes = mutant(of: original, &random)
      let loading = MethodLoader.load(SourceText(name: "mutant.xml", bytes: bytes))
      #expect((loading.method == nil) == loading.diagnostics.contains { $0.severity == .error })
      for diagnostic in loading.diagnostics {
        guard let range = diagnostic.range else { continue }
        #expect(range.lower >= 0 && Int(range.upper) <= bytes.count)
      }
    }
  }

  /// A few words moved, doubled, removed or exchanged, so that most mutants are still well-formed.
  private func mutant(of original: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = original
    for _ in 0...random.below(3) {
      let marks = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
      let lines = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
      guard marks.count > 4, lines.count > 4 else { return bytes }
      switch random.below(4) {
      case 0:
        // The value of one attribute into another.
        let source = random.below(marks.count / 2) * 2
        let first = marks[source]..<marks[source + 1]
        guard first.count < 60 else { continue }
        let target = random.below(marks.count / 2) * 2
        bytes.replaceSubrange(marks[target]..<marks[target + 1], with: Array(bytes[first]))
      case 1:
        let line = random.below(lines.count - 1)
        bytes.removeSubrange(lines[line]..<lines[line + 1])
      case 2:
        let line = random.below(lines.count - 1)
        bytes.insert(contentsOf: Array(bytes[lines[line]..<lines[line + 1]]), at: lines[random.below(lines.count)])
      default: bytes[random.below(bytes.count)] = UInt8(ascii: "a") + UInt8(random.below(26))
      }
    }
    return bytes
  }
}

/// A small generator, so that the same mutants come on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }
}
