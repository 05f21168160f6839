package import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a file could not be read, as a finding that says what to do.
package struct XMLReadingError: Error, Sendable, Hashable {
  package let diagnostic: Diagnostic
}

/// Reads a file's bytes, if it is a file: devices, pipes and folders are refused before anything is read from them.
package enum XMLFile {
  /// Reads a regular file of at most `limits.fileSize` bytes; its name becomes the source's.
  package static func read(_ path: String, limits: XMLLimits = .default) throws(XMLReadingError) -> SourceText {
    try read(OpenFile(path), named: path, limits)
  }

  /// Reads a file in a folder or beneath it; links on the way there are refused, so that nothing leads out of it.
  ///
  /// `name` consists of names with slashes between, none of them `..`.
  package static func read(
    _ name: String, beneath folder: String, limits: XMLLimits = .default
  ) throws(XMLReadingError) -> SourceText {
    let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    return try read(OpenFile(name, beneath: folder, called: path), named: path, limits)
  }

  private static func read(
    _ file: borrowing OpenFile, named path: String, _ limits: XMLLimits
  ) throws(XMLReadingError) -> SourceText {
    let size = try file.regularSize()
    if size > limits.fileSize { throw .tooBig(path, size: size, limit: limits.fileSize) }
    let bytes = try file.bytes(atMost: limits.fileSize, expecting: size)
    if bytes.isEmpty { throw .empty(path) }
    return SourceText(name: path, bytes: bytes)
  }
}

/// A file descriptor that closes itself.
private struct OpenFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens without waiting, since opening a pipe that nobody writes to would wait for ever.
  init(_ path: String) throws(XMLReadingError) {
    self.path = path
    // An embedded zero byte would end the path early for the system, and another file would be read.
    if path.utf8.contains(0) { throw .failed(path, ENOENT) }
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    if descriptor < 0 { throw .failed(path, errno) }
    self.descriptor = descriptor
  }

  /// Opens component by component, none of which may be a link.
  init(_ name: String, beneath folder: String, called path: String) throws(XMLReadingError) {
    self.path = path
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.utf8.contains(0), parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
      throw .failed(path, ENOENT)
    }
    var descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    for part in parts {
      if descriptor < 0 { throw .failed(path, errno) }
      let next = unsafe openat(descriptor, String(part), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW)
      let number = errno
      _ = close(descriptor)
      descriptor = next
      if next < 0 { throw number == ELOOP ? .isLink(path) : .failed(path, number) }
    }
    self.descriptor = descriptor
  }

  deinit {
    _ = close(descriptor)
  }

  func regularSize() throws(XMLReadingError) -> Int {
    var status = stat()
    if unsafe fstat(descriptor, &status) != 0 { throw .failed(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR: throw .failed(path, EISDIR)
    default: throw .notAFile(path)
    }
  }

  /// Reads to the end; a file that grew beyond the limit since its size was looked at is refused too.
  func bytes(atMost limit: Int, expecting size: Int) throws(XMLReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = size + 1
    while true {
      let chunk = try chunk(upTo: capacity)
      if chunk.isEmpty { return bytes }
      bytes = bytes.isEmpty ? chunk : bytes + chunk
      if bytes.count > limit { throw .tooBig(path, size: bytes.count, limit: limit) }
      capacity = limit + 1 - bytes.count
    }
  }

  private func chunk(upTo capacity: Int) throws(XMLReadingError) -> [UInt8] {
    var count = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      repeat { unsafe count = readBytes(descriptor, buffer.baseAddress, capacity) } while count < 0 && errno == EINTR
      initialized = max(0, count)
    }
    if count < 0 { throw .failed(path, errno) }
    return chunk
  }
}

/// The system's `read`, whose name `XMLFile.read` covers in this file.
private let readBytes = unsafe read
