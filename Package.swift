// swift-tools-version: 6.3

import PackageDescription

let reportTemplates = [
  "report.html", "brief.html", "style.css", "decided.html", "criteria.html", "figures.html", "bars.html", "flow.html",
  "outcome.html", "step.html", "report.md", "decided.md", "criteria.md", "figures.md", "outcome.md",
  "compare.html", "panels.html",
]

let package = Package(
  name: "dotank",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dotank", targets: ["dotank"]),
    // For `Tests/Benchmarks` alone, a package of its own.
    .library(
      name: "Rooms",
      targets: [
        "Archive", "Console", "Diagnostics", "MethodLoading", "MethodModel", "Outcomes", "Planning", "SessionEngine",
        "SessionStore",
      ]),
  ],
  dependencies: [
    // Help, completions and usage errors that people already know from other commands.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 for the journal's chain and the pinned method; nobody should write their own.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // The archive's index is SQLite with full-text search: a database that is everywhere and outlives us.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Report templates that people may write themselves: escapes by kind of text, and many know its language already.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // The format is XML: libxml2 is on every system, hardened for decades, and exact about positions.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

    .target(name: "Diagnostics"),
    .target(name: "XMLReading", dependencies: ["CLibXML2", "Diagnostics"]),
    .target(name: "MethodModel"),
    .target(name: "MethodLoading", dependencies: ["XMLReading", "MethodModel", "Diagnostics"]),
    .target(name: "SessionEngine", dependencies: ["MethodModel"]),
    .target(name: "Planning", dependencies: ["MethodModel", "SessionEngine"]),
    .target(name: "Outcomes", dependencies: ["MethodModel", "SessionEngine"]),
    .target(
      name: "Reports",
      dependencies: ["Diagnostics", "MethodModel", "Outcomes", .product(name: "Mustache", package: "swift-mustache")],
      // The folder is a link to `Templates/reports`; built in, so that a report needs no file beside the program.
      resources: reportTemplates.map { .embedInCode("Templates/\($0)") }),
    .target(
      name: "Scenarios",
      dependencies: [
        "Diagnostics", "XMLReading", "MethodModel", "MethodLoading", "SessionEngine", "Planning", "Outcomes",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "SessionStore",
      dependencies: [
        "MethodModel", "SessionEngine", "Outcomes", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Archive",
      dependencies: [
        "MethodModel", "Outcomes", "SessionStore", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "Console", dependencies: ["Diagnostics", "MethodModel", "SessionEngine"]),
    .target(
      name: "DotankCLI",
      dependencies: [
        "Diagnostics", "XMLReading", "MethodModel", "MethodLoading", "SessionEngine", "Planning", "Outcomes",
        "Reports", "SessionStore", "Archive", "Console", "Scenarios",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "dotank", dependencies: ["DotankCLI"]),

    // Reads the sources and holds the rules that the compiler does not.
    .testTarget(name: "HouseTests"),
    // Starts the launcher on machines made of stubs.
    .testTarget(name: "LauncherTests"),
    .target(
      name: "DiagnosticsTestSupport", dependencies: ["Diagnostics"], path: "Tests/DiagnosticsTestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "DiagnosticsTestSupport"]),
    .testTarget(
      name: "MethodLoadingTests",
      dependencies: [
        "MethodLoading", "MethodModel", "XMLReading", "Diagnostics", "DiagnosticsTestSupport", "Planning",
      ]),
    .testTarget(
      name: "PlanningTests",
      dependencies: ["Planning", "SessionEngine", "MethodModel", "MethodLoading", "XMLReading", "Diagnostics"]),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["Scenarios", "MethodLoading", "SessionEngine", "Diagnostics", "DiagnosticsTestSupport"]),
    // Runs the scenarios under `Cases` and those beside the shipped methods.
    .testTarget(
      name: "ConformanceTests", dependencies: ["Scenarios", "MethodLoading", "Diagnostics"],
      exclude: ["Cases", "README.md"]),
    .testTarget(name: "XMLReadingTests", dependencies: ["XMLReading", "Diagnostics", "DiagnosticsTestSupport"]),
    .testTarget(
      name: "SessionStoreTests",
      dependencies: [
        "SessionStore", "SessionEngine", "MethodModel", "MethodLoading", "Diagnostics", "Planning", "Outcomes",
      ]),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Outcomes", "SessionStore", "MethodLoading", "MethodModel", "Diagnostics"]),
    .testTarget(
      name: "SessionEngineTests",
      dependencies: ["SessionEngine", "MethodModel", "MethodLoading", "XMLReading", "Diagnostics"]),
    .testTarget(
      name: "OutcomesTests", dependencies: ["Outcomes", "SessionEngine", "MethodModel"],
      exclude: ["Goldens", "Readers"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Outcomes", "SessionEngine", "Diagnostics", "DiagnosticsTestSupport"],
      exclude: ["Goldens"]),
    // A terminal that tests read: what a person sees of the bytes that the program sends.
    .target(name: "TerminalTestSupport", path: "Tests/TerminalTestSupport"),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Diagnostics", "MethodModel", "MethodLoading", "XMLReading", "SessionEngine", "TerminalTestSupport",
      ],
      exclude: ["Goldens"]),
    // Starts the built program, in pipes and pseudo-terminals; knows nothing of the rooms within.
    .testTarget(
      name: "CommandLineTests", dependencies: ["dotank", "TerminalTestSupport"], exclude: ["Goldens", "Scripts"]),
  ],
  swiftLanguageModes: [.v6]
)

// The same strictness in every room; what each feature brings stands in its Swift Evolution proposal.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
  ]
}
