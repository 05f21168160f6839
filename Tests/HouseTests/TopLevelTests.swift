import Testing

@Suite struct TopLevelTests {
  private static let agreed: Set<String> = [
    ".ci", ".gitignore", ".swift-format", "Methods", "Package.swift", "README.md", "Sources", "Templates", "Tests",
    "dotank",
  ]

  @Test(.enabled(if: Checkout.trackedPaths != nil, "only a clone knows what is committed"))
  func `the top level holds only what was agreed`() throws {
    let paths = try #require(Checkout.trackedPaths)
    #expect(paths.contains("Package.swift"))
    for name in Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) }).subtracting(Self.agreed) {
      Issue.record("\(name): not agreed at the top level; move it into a folder, or agree on it in \(#fileID)")
    }
  }

  @Test(.enabled(if: Checkout.trackedPaths != nil, "only a clone knows what is committed"))
  func `nothing that a build makes is committed`() throws {
    for path in try #require(Checkout.trackedPaths) where path.split(separator: "/").contains(where: isBuilt) {
      Issue.record("\(path): made by the build; run git rm -r --cached on it")
    }
  }

  private func isBuilt(_ component: Substring) -> Bool {
    component.hasPrefix(".build") || component == ".swiftpm" || component == "Package.resolved"
  }
}
