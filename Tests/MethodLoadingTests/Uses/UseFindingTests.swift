import Diagnostics
import MethodLoading
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a used method is looked for, and where not.
@Suite struct UseFindingTests {
  private func named(_ id: String, _ agenda: String = Sample.ideas) -> String {
    Sample.method(agenda).replacing(#"id="sample""#, with: #"id="\#(id)""#)
  }

  @Test func `beside the caller first, then in the folders of methods`() throws {
    let scratch = try Scratch()
    try scratch.write(named("caller", #"<use method="near"/><use method="far"/>"#), to: "own/caller.xml")
    try scratch.write(named("near"), to: "own/near.xml")
    try scratch.write(named("near"), to: "library/near.xml")
    try scratch.write(named("far"), to: "library/far/method.xml")
    let library = MethodLibrary(folders: ["\(scratch.path)/library"])
    let loaded = try library.load("\(scratch.path)/own/caller.xml")
    #expect(
      loaded.used.map(\.source.name) == [
        "\(scratch.path)/own/near.xml", "\(scratch.path)/library/far/method.xml",
      ])
  }

  @Test func `a link beside the caller is refused`() throws {
    let scratch = try Scratch()
    try scratch.write(named("caller", #"<use method="secret"/>"#), to: "own/caller.xml")
    try scratch.write(named("secret"), to: "elsewhere/secret.xml")
    unsafe symlink("\(scratch.path)/elsewhere/secret.xml", "\(scratch.path)/own/secret.xml")
    let error = #expect(throws: MethodLoadingError.self) {
      try MethodLibrary(folders: []).load("\(scratch.path)/own/caller.xml")
    }
    #expect(error?.diagnostics.map(\.code) == [.unusableMethod])
    #expect(error?.diagnostics.first?.message.contains("is a link, and it may lead anywhere") == true)
  }

  @Test func `a folder that is a link beside the caller is refused too`() throws {
    let scratch = try Scratch()
    try scratch.write(named("caller", #"<use method="secret"/>"#), to: "own/caller.xml")
    try scratch.write(named("secret"), to: "elsewhere/method.xml")
    unsafe symlink("\(scratch.path)/elsewhere", "\(scratch.path)/own/secret")
    let error = #expect(throws: MethodLoadingError.self) {
      try MethodLibrary(folders: []).load("\(scratch.path)/own/caller.xml")
    }
    #expect(error?.diagnostics.first?.message.contains("is a link") == true)
  }

  @Test func `the copies of a session are found by the way to them`() throws {
    let scratch = try Scratch()
    try scratch.write(named("caller", #"<use method="outer"/><use method="inner"/>"#), to: "caller.xml")
    try scratch.write(named("outer", #"<use method="inner"/>"#), to: "outer.xml")
    try scratch.write(named("inner"), to: "inner.xml")
    let loaded = try MethodLibrary(folders: []).load("\(scratch.path)/caller.xml")
    #expect(loaded.used.map(\.pinnedName) == ["uses/outer.xml", "uses/outer/inner.xml", "uses/inner.xml"])
    let copies = loaded.used.map { SourceText(name: $0.pinnedName, bytes: $0.source.bytes) }
    let pinned = MethodLoader.load(
      SourceText(name: "caller.xml", bytes: loaded.source.bytes), methods: PinnedSources(copies))
    #expect(pinned.method == loaded.method)
  }
}
