import Diagnostics
import MethodLoading
import MethodModel
import Testing
import XMLReading

@Suite struct MethodLibraryTests {
  private static let method = Sample.method(Sample.ideas, fit: #"<fit people="4..12" ideal="8" pillar="research"/>"#)

  private func named(_ id: String) -> String { Self.method.replacing(#"id="sample""#, with: #"id="\#(id)""#) }

  @Test func `a method is found by file or folder, the first folder first`() throws {
    let scratch = try Scratch()
    try scratch.write(named("a"), to: "one/a.xml")
    try scratch.write(named("b"), to: "one/b/method.xml")
    try scratch.write("<scenario/>", to: "one/a.scenario.xml")
    try scratch.write(named("a"), to: "two/a.xml")
    let library = MethodLibrary(folders: ["\(scratch.path)/one", "\(scratch.path)/two", "\(scratch.path)/none"])
    #expect(library.entries().map(\.id) == ["a", "b"])
    #expect(try library.find("b").path == "\(scratch.path)/one/b/method.xml")
    let found = try library.find("a")
    #expect(found.path == "\(scratch.path)/one/a.xml")
    #expect(found.warnings.map(\.code) == [.hiddenMethod])
    #expect(found.warnings.map(\.file) == ["\(scratch.path)/two/a.xml"])
    #expect(library.shadowed() == found.warnings)
  }

  @Test func `a path is a path`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.method, to: "folder/method.xml")
    let library = MethodLibrary(folders: [])
    #expect(try library.load("\(scratch.path)/folder").method.id == "sample")
    let loaded = try library.load("\(scratch.path)/folder/method.xml")
    #expect(loaded.source.bytes == Array(Self.method.utf8))
  }

  @Test func `an unknown id says what was meant`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.method, to: "consent-decision.xml")
    let library = MethodLibrary(folders: [scratch.path])
    let error = #expect(throws: MethodLoadingError.self) { try library.find("consent-desicion") }
    #expect(
      error?.diagnostics.map(described) == [
        "DOT0240 there is no method `consent-desicion` (did you mean `consent-decision`?)"
      ])
  }

  @Test func `a method with mistakes comes with all of them and its text`() throws {
    let scratch = try Scratch()
    try scratch.write(Sample.method("<stpe/>"), to: "sample.xml")
    let error = #expect(throws: MethodLoadingError.self) { try MethodLibrary(folders: [scratch.path]).load("sample") }
    #expect(error?.diagnostics.isEmpty == false)
    #expect(error?.source?.name == "\(scratch.path)/sample.xml")
  }

  @Test func `a file that does not exist is one clear error`() {
    let error = #expect(throws: MethodLoadingError.self) { try MethodLibrary(folders: []).load("./nowhere.xml") }
    #expect(error?.diagnostics.count == 1)
  }

  @Test func `a file called otherwise than its method is a warning`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.method, to: "Methods/other.xml")
    let loaded = try MethodLibrary(folders: ["\(scratch.path)/Methods"]).load("other")
    #expect(loaded.warnings.map(\.code) == [.fileNameDiffers])
  }

  @Test func `a misnamed file is told at its id, where files are found by name`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.method, to: "mine/other.xml")
    let source = try XMLFile.read("\(scratch.path)/mine/other.xml")
    let found = MethodLibrary(folders: ["\(scratch.path)/mine"]).misnamed(source)
    #expect(
      found.map(described) == [
        "DOT0242 the file is found as `other`, but the method's id is `sample` (rename the file, or change the id)"
      ])
    #expect(found.first?.range.map { String(decoding: source.bytes[$0.offsets], as: UTF8.self) } == "sample")
    #expect(MethodLibrary(folders: []).misnamed(source) == [])
  }

  @Test func `of two methods with one id both files are named`() throws {
    let scratch = try Scratch()
    try scratch.write(named("a"), to: "one/a.xml")
    try scratch.write(named("a"), to: "two/a.xml")
    let shadows = MethodLibrary(folders: ["\(scratch.path)/one", "\(scratch.path)/two"]).shadows()
    #expect(shadows.map(\.winner) == ["\(scratch.path)/one/a.xml"])
    #expect(shadows.map(\.hidden) == ["\(scratch.path)/two/a.xml"])
    #expect(shadows.map(\.finding.code) == [.hiddenMethod])
  }

  @Test func `one file found on two ways hides nothing`() throws {
    let scratch = try Scratch()
    try scratch.write(named("a"), to: "one/a.xml")
    let library = MethodLibrary(folders: ["\(scratch.path)/one", "\(scratch.path)/one/../one"])
    #expect(library.shadows().isEmpty)
    #expect(try library.find("a").warnings == [])
  }

  @Test func `a copy beside the file that its id means is told, wherever the two lie`() throws {
    let scratch = try Scratch()
    try scratch.write(named("real"), to: "mine/real.xml")
    try scratch.write(named("real"), to: "mine/real-copy.xml")
    let library = MethodLibrary(folders: [])
    let copy = try XMLFile.read("\(scratch.path)/mine/real-copy.xml")
    #expect(
      library.misnamed(copy).map(\.message) == ["the file is found as `real-copy`, but the method's id is `real`"])
    #expect(library.misnamed(try XMLFile.read("\(scratch.path)/mine/real.xml")) == [])
  }

  @Test func `heads are read without the agenda, and broken files are listed`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.method.replacing("<collect", with: "<collcet"), to: "sample.xml")
    try scratch.write("<method", to: "torn.xml")
    try scratch.write("<workshop/>", to: "workshop.xml")
    let heads = MethodLibrary(folders: [scratch.path]).heads()
    #expect(heads.map(\.id) == ["sample", "torn", "workshop"])
    #expect(heads[0].broken == nil)
    #expect(heads[0].title.raw(in: "en") == "Sample")
    #expect(heads[0].purpose.raw(in: "en") == "Try it.")
    #expect(heads[0].people == [CountRange(4, 12)])
    #expect(heads[0].ideal == 8)
    #expect(heads[0].pillars == [.research])
    #expect(heads[0].languages == ["en"])
    #expect(heads[0].version == "1.0.0")
    #expect(heads[1].broken?.hasPrefix("line 1: ") == true)
    #expect(heads[2].broken != nil)
  }
}
