import Diagnostics
import FoundationEssentials
import Testing
import XMLReading

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

@Suite struct `A file` {
  private func code(_ path: String, limits: XMLLimits = .default) -> DiagnosticCode? {
    do throws(XMLReadingError) {
      _ = try XMLFile.read(path, limits: limits)
      return nil
    } catch {
      #expect(error.diagnostic.help != nil)
      #expect(error.diagnostic.file == path)
      return error.diagnostic.code
    }
  }

  /// Runs a test with a folder of its own.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dotank-reading-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `is read whole, under the name it was given`() throws {
    try inFolder { folder in
      let text = "<a>" + String(repeating: "ä", count: 100_000) + "</a>"
      try Data(text.utf8).write(to: URL(filePath: folder + "/a b.xml"))
      let source = try XMLFile.read(folder + "/a b.xml")
      #expect(source.name == folder + "/a b.xml")
      #expect(source.bytes == Array(text.utf8))
    }
  }

  @Test func `that is missing, a folder, or behind a file is refused`() throws {
    try inFolder { folder in
      try Data("<a/>".utf8).write(to: URL(filePath: folder + "/a.xml"))
      #expect(code(folder + "/none.xml") == .fileMissing)
      #expect(code(folder + "/a.xml/b.xml") == .fileMissing)
      #expect(code(folder + "/a.xml\u{0}.txt") == .fileMissing)
      #expect(code(folder) == .notAFile)
      #expect(code("") == .fileMissing)
    }
  }

  @Test func `that has no bytes or too many is refused`() throws {
    try inFolder { folder in
      var limits = XMLLimits()
      limits.fileSize = 4
      for (count, expected) in [(0, DiagnosticCode.fileEmpty), (5, .fileTooBig)] {
        try Data(count: count).write(to: URL(filePath: folder + "/a.xml"))
        #expect(code(folder + "/a.xml", limits: limits) == expected)
      }
      try Data(count: 4).write(to: URL(filePath: folder + "/a.xml"))
      #expect(code(folder + "/a.xml", limits: limits) == nil)
    }
  }

  @Test func `that is a device, a pipe or a terminal is refused without waiting`() throws {
    try inFolder { folder in
      #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(code(folder + "/pipe") == .notAFile)
      #expect(code("/dev/zero") == .notAFile)
      #expect(code("/dev/null") == .notAFile)
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `that may not be read is refused`() throws {
    try inFolder { folder in
      try Data("<a/>".utf8).write(to: URL(filePath: folder + "/a.xml"))
      #expect(unsafe chmod(folder + "/a.xml", 0) == 0)
      #expect(code(folder + "/a.xml") == .fileUnreadable)
    }
  }

  @Test func `whose size is a lie is read to its end`() throws {
    // Files under /proc say that they have no bytes.
    guard FileManager.default.fileExists(atPath: "/proc/self/status") else { return }
    #expect(try XMLFile.read("/proc/self/status").bytes.count > 100)
  }
}
