import Diagnostics
import MethodLoading
import XMLReading

/// A method as a tree that can be changed anywhere; texts are kept short, so that thousands of mutants are read in no time.
final class LooseElement {
  var name: String
  var attributes: [(name: String, value: String)]
  var children: [LooseElement] = []
  /// Characters in front of the children.
  var text: String

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String = "") {
    (self.name, self.attributes, self.text) = (name, attributes, text)
  }

  init(_ element: XMLElement) {
    name = element.name
    attributes = element.attributes.map { ($0.name, $0.value) }
    text = String(element.text.trimmingPrefix { $0.isWhitespace }.prefix(8))
    children = element.children.map { LooseElement($0) }
  }

  /// This element and everything in it.
  var all: [LooseElement] { [self] + children.flatMap(\.all) }

  func copy() -> LooseElement {
    let copy = LooseElement(name, attributes, text: text)
    copy.children = children.map { $0.copy() }
    return copy
  }

  /// As XML, without white space between elements.
  var markup: String {
    let attributes = attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
    return "<\(name)\(attributes)>\(escaped(text))\(children.map(\.markup).joined())</\(name)>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\t", with: "&#9;")
  }
}

/// Makes mutants of methods: one to three small changes such as authors make, and some that nobody would. The same seed
/// makes the same mutants.
struct MethodMutator {
  private let originals: [LooseElement]
  private var random: SeededNumbers

  init(_ originals: [SourceText], seed: UInt64) {
    self.originals = originals.compactMap { XMLDocument.parse($0).root }.map { LooseElement($0) }
    random = SeededNumbers(state: seed)
  }

  /// The next mutant, as the text of a file.
  mutating func next() -> String {
    let root = originals[random.below(originals.count)].copy()
    root.attributes.insert(("xmlns", Language.namespace), at: 0)
    root.attributes.insert(("xmlns:other", "urn:other"), at: 1)
    for _ in 0...random.below(3) { change(root) }
    return root.markup
  }

  private mutating func change(_ root: LooseElement) {
    let all = root.all
    let element = all[random.below(all.count)]
    switch random.below(14) {
    case 0: dropChild(of: element)
    case 1: doubleChild(of: element)
    case 2: swapChildren(of: element)
    case 3: element.children.insert(all[random.below(all.count)].copy(), at: random.below(element.children.count + 1))
    case 4: element.name = name(like: element.name)
    case 5: dropAttribute(of: element)
    case 6: renameAttribute(of: element)
    case 7: addAttribute(to: element)
    case 8: element.text = ["", "words", " ", "{setting}"][random.below(4)]
    case 9: addForeign(to: element)
    default: changeValue(of: element, in: all)
    }
  }

  // MARK: Elements

  private mutating func dropChild(of element: LooseElement) {
    if !element.children.isEmpty { element.children.remove(at: random.below(element.children.count)) }
  }

  private mutating func doubleChild(of element: LooseElement) {
    guard !element.children.isEmpty else { return }
    let child = element.children[random.below(element.children.count)]
    element.children.insert(child.copy(), at: random.below(element.children.count + 1))
  }

  private mutating func swapChildren(of element: LooseElement) {
    guard element.children.count > 1 else { return }
    element.children.swapAt(random.below(element.children.count), random.below(element.children.count))
  }

  /// Another element of the language, or the same misspelt.
  private mutating func name(like name: String) -> String {
    guard random.below(3) > 0 else { return name + "s" }
    return ElementName.allTexts[random.below(ElementName.allTexts.count)]
  }

  /// What belongs to another program, in or beside what is ours.
  private mutating func addForeign(to element: LooseElement) {
    guard random.below(2) == 0 else { return element.attributes.append(("other:mark", "anything at all")) }
    let foreign = LooseElement("other:note", [("about", "")], text: "free words")
    foreign.children = [LooseElement("step", [("colour", "red")]), LooseElement("other:more")]
    element.children.insert(foreign, at: random.below(element.children.count + 1))
  }

  // MARK: Attributes

  /// Not the declaration of a prefix: without it there is no XML to compare.
  private mutating func dropAttribute(of element: LooseElement) {
    let droppable = element.attributes.indices.filter { !element.attributes[$0].name.hasPrefix("xmlns:") }
    if !droppable.isEmpty { element.attributes.remove(at: droppable[random.below(droppable.count)]) }
  }

  private mutating func renameAttribute(of element: LooseElement) {
    guard let index = anyOwnAttribute(of: element) else { return }
    let names = AttributeName.allCases.map(\.text)
    let name = names[random.below(names.count)]
    if !element.attributes.contains(where: { $0.name == name }) { element.attributes[index].name = name }
  }

  /// One that the element takes, or any other, with an odd value.
  private mutating func addAttribute(to element: LooseElement) {
    let own = ElementName(text: element.name).map { Language.row($0).attributes.map(\.name) } ?? []
    let names = random.below(4) == 0 || own.isEmpty ? AttributeName.allCases : own
    let name = names[random.below(names.count)].text
    if !element.attributes.contains(where: { $0.name == name }) { element.attributes.append((name, oddValue())) }
  }

  private mutating func changeValue(of element: LooseElement, in all: [LooseElement]) {
    guard let index = anyOwnAttribute(of: element) else { return }
    let old = element.attributes[index].value
    switch random.below(4) {
    case 0: element.attributes[index].value = oddValue()
    case 1:
      let values = all.flatMap { $0.attributes.filter { !$0.name.contains(":") && $0.name != "xmlns" }.map(\.value) }
      element.attributes[index].value = values[random.below(values.count)]
    default: element.attributes[index].value = mistyped(old)
    }
  }

  /// Not a namespace, and nothing of other programs.
  private mutating func anyOwnAttribute(of element: LooseElement) -> Int? {
    let own = element.attributes.indices.filter {
      let name = element.attributes[$0].name
      return name == "xml:lang" || name != "xmlns" && !name.contains(":")
    }
    return own.isEmpty ? nil : own[random.below(own.count)]
  }

  private mutating func mistyped(_ value: String) -> String {
    var letters = Array(value)
    let place = random.below(letters.count + 1)
    let letter = Self.letters[random.below(Self.letters.count)]
    switch random.below(3) {
    case 0: letters.insert(letter, at: place)
    case 1: if place < letters.count { letters[place] = letter }
    default: if place < letters.count { letters.remove(at: place) }
    }
    return String(letters)
  }

  private static let letters = Array("abz059 .,%/-+{}\t:Äm")

  private mutating func oddValue() -> String { Self.oddValues[random.below(Self.oddValues.count)] }

  private static let oddValues = [
    "", " ", "yes", "no", "true", "0", "1", "3", "007", "1000000000", "-1", "4.5", ".5", "4.", "80%", "3..5", "5..",
    "..5",
    "1 2 3", "1 2", "5m", "90s", "1h30m", "30m1h", "0m", "5 m", "5m 3m 2m", "1m per person", "1m per pairs + 2m",
    "5m + 1m per group, at most 15m", "5m, at most", "5mper item", "-30s", "--30s", "{question}", "{question/text}",
    "{}",
    "{question", "a {b}", "room", "alone", "facilitator", "median", "count spread", "median  mean ", "ideas",
    "ideas/text",
    "ideas/", "a b", " a", "a ", "Ideas", "a--b", "own", "host", "end-of-step", "made", "text", "en", "en-GB", "x..y",
    "any words, with & and <",
  ]
}

/// A small generator, so that the same mutants come on every machine.
struct SeededNumbers {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }
}
