#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder of its own for one test, removed with it.
final class Scratch: Sendable {
  let path: String

  struct Failure: Error { let path: String }

  init() throws {
    path = "/tmp/dotank-loading-\(UInt64.random(in: .min ... .max))"
    guard unsafe mkdir(path, 0o700) == 0 else { throw Failure(path: path) }
  }

  deinit { Scratch.remove(path) }

  /// Writes a text, making the folders on the way.
  func write(_ text: String, to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      unsafe mkdir(folder, 0o700)
    }
    let file = "\(path)/\(name)"
    // The stream is closed before this returns, and the bytes are only read.
    guard let stream = unsafe fopen(file, "w") else { throw Failure(path: file) }
    unsafe fputs(text, stream)
    guard unsafe fclose(stream) == 0 else { throw Failure(path: file) }
  }

  private static func remove(_ path: String) {
    if let folder = unsafe opendir(path) {
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      unsafe closedir(folder)
      unsafe rmdir(path)
    } else {
      unsafe unlink(path)
    }
  }
}
