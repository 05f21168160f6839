import Foundation
import SessionStore

/// The disks that must behave alike: the real one, in a scratch folder of its own, and the one in memory.
enum Disk: CaseIterable {
  case memory, real

  /// Runs a test in an empty folder of such a disk.
  func use(_ body: (any FileLayer, String) throws -> Void) throws {
    switch self {
    case .memory: try body(MemoryDisk(), "/")
    case .real:
      let scratch = ScratchFolder()
      try body(SystemFiles(), scratch.path)
    }
  }
}

/// A folder under the temporary directory that goes with its owner.
final class ScratchFolder: Sendable {
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory.appending(path: "dotank-store-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The permission bits of something in it.
  func permissions(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
  }
}
