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
    #expect(loading.method?.variantOf == "middle 1, base 1.2")
  }

  @Test func `what the base of a base has by itself is not told again at each variant`() {
    let mistaken = base.replacing(#"<step id="end""#, with: #"<step id="end" silent="nobody""#)
    let middle = variant(#"<remove ref="warm-up"/>"#).replacing(#"id="mine""#, with: #"id="middle""#)
    let last = variant(#"<remove ref="look"/>"#).replacing(#"variant-of="base""#, with: #"variant-of="middle""#)
    let loading = load(last, with: ["middle": middle, "base": mistaken])
    #expect(loading.diagnostics.map(\.code) == [.unusableMethod])
    #expect(loading.diagnostics.map(\.file) == ["mine.xml"])
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

  @Test func `what a change breaks in the base is told where it is changed`() {
    expect(
      [
        "DOT0305 `ideas` came from what stood here in the base, and is needed elsewhere",
        "DOT0301 `ideas` came from what stood here in the base, and is needed elsewhere",
      ], in: #"<remove ref="‸‸write"/>"#)
    let found = load(variant(#"<remove ref="write"/>"#)).diagnostics
    let text = SourceText(name: "base.xml", text: base)
    #expect(found.flatMap(\.notes).map(\.file) == ["base.xml", "base.xml"])
    #expect(found.last?.notes.first?.range.map { text.line(at: Int($0.lower)) } == 9)
  }

  @Test func `a removed place that is named elsewhere is told where it is removed`() {
    let checkpoint = """
      <checkpoint id="gate" by="facilitator" time="1m"><question>On?</question><rework><back to="write"/></rework></checkpoint>
      """
    let text = MarkedText(variant(#"<replace ref="‸write">"# + Sample.ideas + "</replace>"), name: "mine.xml")
    let based = base.replacing(#"<step id="end""#, with: checkpoint + #"<step id="end""#)
    let found = MethodLoader.load(text.source, methods: Shelf(methods: ["base": based])).diagnostics
    #expect(
      found.map(described) == [
        "DOT0224 `write` came from what stood here in the base, and is needed elsewhere"
          + " (keep it, make `write` anew, or change what needs it, too)"
      ])
    #expect(text.marking(found) == text.markedText)
  }

  @Test func `an id that the base has already is told in the variant`() {
    expect(
      ["DOT0220 `end` is the id of another place already"],
      in: #"<insert after="warm-up"><step id="‸end" time="1m"><title>A</title></step></insert>"#)
  }

  @Test func `what is wrong in the base by itself is told once, at variant-of`() {
    let text = MarkedText(
      variant(#"<remove ref="end"/>"#).replacing(#"variant-of="base""#, with: #"variant-of="‸base""#), name: "mine.xml")
    let broken = base.replacing("<collect into", with: "<collcet into")
    let found = MethodLoader.load(text.source, methods: Shelf(methods: ["base": broken])).diagnostics
    #expect(found.map(\.message) == ["the base `base` has mistakes: unknown element `collcet` (base.xml, line 8)"])
    #expect(text.marking(found) == text.markedText)
  }

  @Test func `a base in more languages is told once, at the title of the variant`() {
    let finnish = base.replacing("</title>", with: #"</title><title xml:lang="fi">Suomeksi</title>"#)
    let text = MarkedText(
      variant(#"<remove ref="end"/>"#).replacing("<title>Mine", with: "<‸title>Mine"), name: "mine.xml")
    let found = MethodLoader.load(text.source, methods: Shelf(methods: ["base": finnish])).diagnostics
    #expect(
      found.map { "\($0.code) \($0.message)" } == [
        "DOT0218 the base is written in `fi`, too, and this variant has no title in it"
      ])
    #expect(text.marking(found) == text.markedText)
  }

  @Test func `a base in fewer languages is told once, at the title of the variant`() {
    let finnish = variant(#"<remove ref="end"/>"#).replacing(
      "<title>Mine</title>", with: #"<title>Mine</title><‸title xml:lang="fi">Oma</title>"#
    )
    .replacing("otherwise.</purpose>", with: #"otherwise.</purpose><purpose xml:lang="fi">Toisin.</purpose>"#)
    let text = MarkedText(finnish, name: "mine.xml")
    let found = MethodLoader.load(text.source, methods: Shelf(methods: ["base": base])).diagnostics
    #expect(
      found.map { "\($0.code) \($0.message)" } == [
        "DOT0217 6 texts of the base are not written in every language of this variant's titles"
      ])
    #expect(text.marking(found) == text.markedText)
  }

  @Test(arguments: [
    ("<‸bogus/>", "", "DOT0203 unknown element `bogus`"),
    (
      #"<lists><list id="a"><value id="b"/></list></lists><‸lists><list id="c"><value id="d"/></list></lists>"#, "",
      "DOT0209 a second <lists> in one <method>"
    ),
    ("", "‸stray text", "DOT0210 characters stand in <agenda>, where only elements may"),
    (
      "", #"<remove ref="look"><‸step time="1m"><title>A</title></step></remove>"#,
      "DOT0207 <step> cannot stand in <remove>"
    ),
    ("", #"<‸remove/>"#, "DOT0205 <remove> has no attribute ref"),
    ("", #"<remove ref="end" ‸colour="red"/>"#, "DOT0204 <remove> has no attribute `colour`"),
  ])
  func `what has no place in a variant is no less a mistake than elsewhere`(
    head: String, agenda: String, finding: String
  ) {
    let filling = agenda.contains("<") ? "" : #"<remove ref="end"/>"#
    let text = MarkedText(variant(agenda + filling, head: head), name: "mine.xml")
    let found = MethodLoader.load(text.source, methods: Shelf(methods: ["base": base])).diagnostics
    #expect(found.map { "\($0.code) \($0.message)" } == [finding])
    #expect(text.marking(found) == text.markedText)
  }

  @Test func `a session that began with a sloppy variant can be read`() {
    let text = SourceText(name: "mine.xml", text: variant(#"<remove ref="end"/>"#, head: "<bogus/>"))
    let shelf = Shelf(methods: ["base": base])
    #expect(MethodLoader.load(text, methods: shelf).method == nil)
    #expect(MethodLoader.load(text, methods: shelf, isPinned: true).method != nil)
  }

  @Test func `a variant without its base says so, and one of itself`() {
    let agenda = #"<remove ref="end"/>"#
    let lonely = MethodLoader.load(SourceText(name: "mine.xml", text: variant(agenda)), methods: Shelf())
    #expect(lonely.diagnostics.map(\.message) == ["there is no method `base` to be a variant of"])
    let ring = variant(agenda).replacing(#"variant-of="base""#, with: #"variant-of="mine""#)
    let found = MethodLoader.load(SourceText(name: "mine.xml", text: ring), methods: Shelf(methods: ["mine": ring]))
    #expect(found.diagnostics.map(\.message) == ["`mine` is a variant of itself"])
  }
}
