import Foundation
import Testing

@Suite struct SetUpTests {
  @Test(arguments: ["6.2.4", "5.10", "6.0"]) func `a toolchain that is too old is named with the version needed`(
    version: String
  ) throws {
    let checkout = try StubbedCheckout()
    let refused = try checkout.start(with: ["SWIFT": version])
    #expect(refused.code == 69)
    #expect(refused.errors.contains("is too old\ndotank: install Swift 6.3 or newer"))
  }

  @Test(arguments: ["6.3", "6.10.1", "7.0"]) func `a newer toolchain will do`(version: String) throws {
    let checkout = try StubbedCheckout()
    #expect(try checkout.start(with: ["SWIFT": version]).code == 7)
  }

  @Test func `without a toolchain nothing is installed`() throws {
    let checkout = try StubbedCheckout()
    let refused = try checkout.start(with: ["SWIFT": "", "HEADERS": "no"])
    #expect(refused.code == 69)
    #expect(refused.errors.contains("no Swift toolchain is on the PATH\ndotank: install Swift 6.3 or newer"))
    #expect(checkout.calls == [])
  }

  @Test func `an administrator gets what is missing, and is told first`() throws {
    let checkout = try StubbedCheckout()
    let started = try checkout.start(with: ["HEADERS": "no"])
    #expect(started.code == 7)
    #expect(checkout.calls.prefix(2) == ["apt-get update", "apt-get install -y libxml2-dev libsqlite3-dev"])
    #expect(
      started.errors.hasPrefix(
        """
        dotank: missing on this machine: libxml2-dev libsqlite3-dev
        dotank: now running:  apt-get update
        dotank: now running:  apt-get install -y libxml2-dev libsqlite3-dev
        dotank: building the program
        """))
  }

  @Test func `others install by sudo where it asks nothing`() throws {
    let checkout = try StubbedCheckout()
    let started = try checkout.start(with: ["HEADERS": "no", "UID_IS": "1000"])
    #expect(started.code == 7)
    #expect(started.errors.contains("now running:  sudo apt-get install -y libxml2-dev libsqlite3-dev\n"))
  }

  @Test func `where sudo would ask and nobody can answer, the command is printed`() throws {
    let checkout = try StubbedCheckout()
    let refused = try checkout.start(with: ["HEADERS": "no", "UID_IS": "1000", "SUDO": "refuses"])
    #expect(refused.code == 69)
    #expect(refused.errors.hasSuffix("then start again:  sudo apt-get install libxml2-dev libsqlite3-dev\n"))
    #expect(checkout.calls == [])
  }

  @Test func `what could not be installed is named with the command to run by hand`() throws {
    let checkout = try StubbedCheckout()
    try checkout.writeTool("apt-get", "exit 100")
    let refused = try checkout.start(with: ["HEADERS": "no"])
    #expect(refused.code == 69)
    #expect(
      refused.errors.contains(
        "still missing: libxml2-dev libsqlite3-dev\ndotank: run this, or ask the administrator to"))
  }

  @Test func `the self-test sets up too`() throws {
    let checkout = try StubbedCheckout()
    #expect(try checkout.start("self-test", with: ["HEADERS": "no"]).code == 0)
    #expect(
      checkout.calls == [
        "apt-get update", "apt-get install -y libxml2-dev libsqlite3-dev", "swift test --disable-xctest",
      ])
  }

  @Test func `a lock left by a start that died is taken over`() throws {
    let checkout = try StubbedCheckout()
    let folder = checkout.home.appending(path: ".build/launch")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lock = folder.appending(path: "installing").path
    try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: "99999999")
    #expect(try checkout.start(with: ["HEADERS": "no"]).code == 7)
  }

  @Test func `on macOS the developer tools' headers do`() throws {
    let checkout = try StubbedCheckout()
    let headers = checkout.folder.appending(path: "sdk/usr/include/libxml2/libxml")
    try FileManager.default.createDirectory(at: headers, withIntermediateDirectories: true)
    try checkout.write("", to: "sdk/usr/include/libxml2/libxml/parser.h")
    let sdk = checkout.folder.appending(path: "sdk").path
    #expect(try checkout.start(with: ["SYSTEM": "Darwin", "HEADERS": "no", "SDK": sdk]).code == 7)
    #expect(
      checkout.calls == ["swift build -c release --product dotank -Xcc -I\(sdk)/usr/include/libxml2"])
  }
}
