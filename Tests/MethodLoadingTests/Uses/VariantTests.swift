import Diagnostics
import DiagnosticsTestSupport
import MethodLoading
import MethodModel
import Testing

@Suite struct VariantTests {
  private let base = """
    <method xmlns="urn:dotank:method:1" id="base" version="1.2" xml:lang="en">
      <title>Base</title><purpose>To begin with.</purpose><fit people="4..12"/>
      <settings><setting id="question"><ask>What?</ask></setting><setting id="more"><ask>More?</ask></setting></settings>
      <delivers><outcome ref="ideas"/></delivers>
      <agenda>
        <step id="warm-up" time="5m"><title>Warm up</title></step>
        <phase id="main"><title>Main</title>
          <step id="write" time="5m"><title>Write on {question}</title><collect into="ideas"/></step>
          <step id="look" time="5m"><title>Look</title><show of="ideas"/></step>
        </phase>
        <step id="end" time="5m"><title>End</title></step>
      </agenda>
    </method>
    """

  private func variant(_ agenda: String, head: String = "") -> String {
    """
    <method xmlns="urn:dotank:method:1" id="mine" version="1" xml:lang="en" variant-of="base">
      <title>Mine</title><purpose>To do it otherwise.</purpose><fit people="4..8"/>\(head)
      <agenda>\(agenda)</agenda>
    </method>
    """
  }

  private func load(_ text: String, with more: [String: String] = [:]) -> MethodLoader.Loading {
    MethodLoader.load(
      SourceText(name: "mine.xml", text: text), methods: Shelf(methods: more.merging(["base": base]) { own, _ in own }))
  }

  private func places(_ text: String) throws -> [String] {
    let loading = load(text)
    #expect(loading.diagnostics.map(described) == [])
    return try #require(loading.method).allElements.map(\.id)
  }

  @Test func `places of the base are replaced, removed, and added to`() throws {
    let changed = variant(
      """
      <insert before="write"><step id="think" time="1m"><title>Think</title></step></insert>
      <replace ref="warm-up"><step id="greet" time="2m"><title>Greet</title></step></replace>
      <remove ref="end"/>
      <insert after="main"><step id="thanks" time="1m"><title>Thanks</title></step></insert>
      """)
    #expect(try places(changed) == ["greet", "main", "think", "write", "look", "thanks"])
  }

  @Test func `its own head stands over that of the base`() throws {
    let text = variant(
      #"<remove ref="end"/>"#,
      head: #"<settings><setting id="question" required="yes"><ask>What exactly?</ask></setting></settings>"#)
    let method = try #require(load(text).method)
    #expect(method.id == "mine" && method.variantOf == "base 1.2" && method.title.raw(in: "en") == "Mine")
    #expect(method.fit.people == [CountRange(4, 8)])
    #expect(method.settings.map(\.id) == ["more", "question"])
    #expect(method.setting("question")?.required == true)
    #expect(method.delivers.map(\.source.name) == ["ideas"])
  }

  @Test func `a session of a variant pins its base`() throws {
    let loading = load(variant(#"<remove ref="end"/>"#))
    #expect(loading.used.map(\.pinnedName) == ["uses/base.xml"])
    let copies = PinnedSources(loading.used.map { SourceText(name: $0.pinnedName, bytes: $0.source.bytes) })
    let text = SourceText(name: "mine.xml", text: variant(#"<remove ref="end"/>"#))
    #expect(MethodLoader.load(text, methods: copies).method == loading.method)
  }

  @Test func `a variant of a variant comes together`() throws {
    let middle = variant(#"<remove ref="end"/>"#).replacing(#"id="mine""#, with: #"id="middle""#)
    let last = variant(#"<remove ref="look"/>"#).replacing(#"variant-of="base""#, with: #"variant-of="middle""#)
    let loading = load(last, with: ["middle": middle])
    #expect(loading.method?.allElements.map(\.id) == ["warm-up", "main", "write"])
    #expect(loading.used.map(\.pinnedName) == ["uses/middle.xml", "uses/middle/base.xml"])
  }

  @Test func `a used method may be a variant`() throws {
    let user = Sample.method(#"<use id="u" method="mine"/>"#, fit: #"<fit people="4..8"/>"#)
    let shelf = Shelf(methods: ["base": base, "mine": variant(#"<remove ref="end"/>"#)])
    let loading = Sample.load(user, with: shelf)
    #expect(loading.diagnostics.map(described) == [])
    #expect(loading.used.map(\.pinnedName) == ["uses/mine.xml", "uses/mine/base.xml"])
    let copies = PinnedSources(loading.used.map { SourceText(name: $0.pinnedName, bytes: $0.source.bytes) })
    let pinned = MethodLoader.load(SourceText(name: "method.xml", text: user), methods: copies)
    #expect(pinned.method == loading.method)
  }

  private func expect(_ expected: [String], in marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = MarkedText(variant(marked), name: "mine.xml")
    let found = MethodLoader.load(text.source, methods: Shelf(methods: ["base": base])).diagnostics
    #expect(found.map { "\($0.code) \($0.message)" } == expected, sourceLocation: sourceLocation)
    #expect(text.marking(found) == text.markedText, sourceLocation: sourceLocation)
  }

  @Test func `edits name places of the base, once`() {
    expect(["DOT0424 the base has no place `lok`"], in: #"<remove ref="‸lok"/>"#)
    expect(
      ["DOT0424 `look` is changed already, by what is done at `main`"],
      in: #"<remove ref="main"/><replace ref="‸look"><step time="1m"><title>A</title></step></replace>"#)
    expect(
      ["DOT0424 <insert> names one place of the base"],
      in: #"<‸insert before="look" after="write"><step time="1m"><title>A</title></step></insert>"#)
    expect(
      ["DOT0424 in the agenda of a variant stand <replace>, <insert> and <remove> only"],
      in: #"<‸step time="1m"><title>A</title></step>"#)
  }

  @Test func `what is wrong inside an edit is found at its place`() {
    expect(
      ["DOT0203 unknown element `tilte`"],
      in: #"<replace ref="end"><step time="1m"><‸tilte>A</tilte></step></replace>"#)
  }

  @Test func `what a change breaks in the base is found in the base`() {
    let found = load(variant(#"<remove ref="write"/>"#)).diagnostics
    #expect(found.map(\.code) == [.deliveredNeverProduced, .neverProduced])
    #expect(found.map(\.file) == ["base.xml", "base.xml"])
    let text = SourceText(name: "base.xml", text: base)
    #expect(found.last?.range.map { text.line(at: Int($0.lower)) } == 9)
  }

  @Test func `a variant without its base says so, and one of itself`() {
    let lonely = MethodLoader.load(SourceText(name: "mine.xml", text: variant("")), methods: Shelf())
    #expect(lonely.diagnostics.map(\.message) == ["there is no method `base` to be a variant of"])
    let ring = variant("").replacing(#"variant-of="base""#, with: #"variant-of="mine""#)
    let found = MethodLoader.load(SourceText(name: "mine.xml", text: ring), methods: Shelf(methods: ["mine": ring]))
    #expect(found.diagnostics.map(\.message) == ["`mine` is a variant of itself"])
  }
}
