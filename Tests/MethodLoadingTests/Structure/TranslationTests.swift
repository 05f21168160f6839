import MethodLoading
import MethodModel
import Testing

@Suite struct TranslationTests {
  private static let titles = #"<title>Sample</title><title xml:lang="fi">Malli</title>"#

  private static func bilingual(_ agenda: String) -> String {
    Sample.method(agenda).replacing("<title>Sample</title>", with: titles).replacing(
      "<purpose>Try it.</purpose>", with: #"<purpose>Try it.</purpose><purpose xml:lang="fi">Kokeile.</purpose>"#)
  }

  @Test func `translations belong to the text before them`() throws {
    let agenda =
      #"<step time="5m"><title>A</title><title xml:lang="fi">Aa</title><say>B</say><say xml:lang="fi">Be</say>"#
      + #"<say>C</say><say xml:lang="fi">Ce</say></step>"#
    let method = try #require(Sample.load(Self.bilingual(agenda)).method)
    guard case .step(let step) = method.agenda[0].kind else { return #expect(Bool(false)) }
    #expect(step.title.variants.map(\.raw) == ["A", "Aa"])
    #expect(step.texts.map { $0.text.variants.map(\.raw) } == [["B", "Be"], ["C", "Ce"]])
    #expect(method.languages == ["en", "fi"])
    #expect(step.title.raw(in: "fi") == "Aa")
  }

  @Test func `a text without one of the title's languages is a warning`() {
    expectFindings(
      ["DOT0217 this <say> is not translated into `fi`"],
      in: Self.bilingual(
        #"<step time="5m"><title>A</title><title xml:lang="fi">Aa</title><‸say>B</say></step>"#))
    let loading = Sample.load(Self.bilingual(#"<step time="5m"><title>A</title></step>"#))
    #expect(loading.method != nil)
  }

  @Test func `a language that the title lacks is a warning`() {
    expectFindings(
      ["DOT0218 the method has no title in `sv`, so nobody will see this text"],
      in: Sample.method(Sample.step(#"<say>B</say><say xml:lang="‸sv">Be</say>"#)))
  }

  @Test func `one language twice`() {
    expectFindings(
      ["DOT0215 <title> is written twice in the language `en`"],
      in: Sample.method(#"<step time="5m"><title>A</title><‸title>B</title></step>"#))
  }

  @Test func `a translation alone`() {
    expectFindings(
      ["DOT0216 this <say> is a translation, and no <say> in `en` stands before it"],
      in: Self.bilingual(
        #"<step time="5m"><title>A</title><title xml:lang="fi">Aa</title><say xml:lang="‸fi">Be</say></step>"#))
  }

  @Test func `white space in texts is folded`() throws {
    let method = try #require(Sample.load(Sample.method(Sample.step("<say>\n  One\t two \n three </say>"))).method)
    guard case .step(let step) = method.agenda[0].kind else { return #expect(Bool(false)) }
    #expect(step.texts[0].text.raw(in: "en") == "One two three")
  }
}
