#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The real disk; this is the one file of the room that calls the system.
package struct SystemFiles: FileLayer {
  package init() { Self.surviveFileSizeLimit }

  /// A file size limit must be an error that we report, not a signal that ends the session.
  private static let surviveFileSizeLimit: Void = { _ = signal(SIGXFSZ, SIG_IGN) }()

  package func open(_ path: String, for purpose: FilePurpose) throws(FileFailure) -> any OpenFile {
    try opened(path, for: purpose)
  }

  private func opened(_ path: String, for purpose: FilePurpose) throws(FileFailure) -> SystemFile {
    let flags =
      switch purpose {
      case .reading: O_RDONLY
      case .appending: O_RDWR | O_APPEND
      case .creating: O_RDWR | O_APPEND | O_CREAT | O_EXCL
      case .locking: O_RDWR | O_APPEND | O_CREAT
      }
    let descriptor = retried { systemOpen(path, flags | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw FileFailure(.open, path) }
    return SystemFile(descriptor: descriptor, path: path)
  }

  package func rename(_ source: String, to target: String) throws(FileFailure) {
    guard systemRename(source, target) == 0 else { throw FileFailure(.rename, target) }
  }

  package func remove(_ path: String) throws(FileFailure) {
    // Sound: the path outlives the call.
    guard unsafe unlink(path) == 0 else { throw FileFailure(.remove, path) }
  }

  package func makeFolder(_ path: String) throws(FileFailure) {
    // Sound: the path outlives the call.
    guard unsafe mkdir(path, 0o700) == 0 else { throw FileFailure(.makeFolder, path) }
  }

  package func synchronizeFolder(_ path: String) throws(FileFailure) {
    try opened(path, for: .reading).synchronizeNames()
  }

  package func list(_ path: String) throws(FileFailure) -> [String] {
    let names = try unsorted(path)
    // Of plain names the order of texts is that of their bytes, and found much sooner.
    if names.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) { return names.sorted() }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func unsorted(_ path: String) throws(FileFailure) -> [String] {
    // Sound: the path outlives the call, `folder` is open until this scope ends, and an entry is copied before the next is read.
    guard let folder = unsafe opendir(path) else { throw FileFailure(.list, path) }
    defer { _ = unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  package func status(_ path: String) throws(FileFailure) -> FileStatus? {
    // Sound: path and room for the answer outlive the call.
    var found = stat()
    guard unsafe stat(path, &found) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileFailure(.status, path)
    }
    return FileStatus(found)
  }

  /// The way to the folder above is gone once: of ten thousand folders that is noticed.
  package func statuses(
    of name: String, in folders: ArraySlice<String>, beneath path: String
  ) -> [Result<FileStatus?, FileFailure>] {
    let above = retried { systemOpen(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard above >= 0 else {
      let failure = FileFailure(.status, path)
      return folders.map { _ in .failure(failure) }
    }
    defer { _ = close(above) }
    // Sound: path and room for the answer outlive each call.
    var found = stat()
    return folders.map { folder in
      if unsafe fstatat(above, "\(folder)/\(name)", &found, 0) == 0 { return .success(FileStatus(found)) }
      if errno == ENOENT || errno == ENOTDIR { return .success(nil) }
      return .failure(FileFailure(.status, "\(path)/\(folder)/\(name)"))
    }
  }
}

extension FileStatus {
  fileprivate init(_ found: stat) {
    let kind: Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    #if canImport(Darwin)
      let changed = found.st_mtimespec
    #else
      let changed = found.st_mtim
    #endif
    let milliseconds = Int64(changed.tv_sec) * 1_000 + Int64(changed.tv_nsec) / 1_000_000
    self.init(kind: kind, length: Int(found.st_size), modified: milliseconds)
  }
}

/// A file descriptor with its owner; closed when the owner goes.
private final class SystemFile: OpenFile {
  private let descriptor: Int32
  private let path: String

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { _ = close(descriptor) }

  func read(upTo count: Int) throws(FileFailure) -> [UInt8] {
    // Sound: the system writes at most `count` bytes into room for `count`, and says how many.
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let taken = retried { unsafe systemRead(descriptor, buffer) }
      failed = taken < 0
      initialized = max(0, taken)
    }
    guard !failed else { throw FileFailure(.read, path) }
    return bytes
  }

  func seek(to offset: Int) throws(FileFailure) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw FileFailure(.read, path) }
  }

  func write(_ bytes: ArraySlice<UInt8>) throws(FileFailure) -> Int {
    // Sound: the buffer is lent for the length of the call and only read.
    let taken = unsafe bytes.withUnsafeBytes { buffer in
      retried { unsafe systemWrite(descriptor, buffer) }
    }
    guard taken >= 0 else { throw FileFailure(.write, path) }
    // Asking again and again after a write of nothing would never end.
    guard taken > 0 || bytes.isEmpty else { throw FileFailure(.write, .inputOutput, path) }
    return taken
  }

  func synchronize() throws(FileFailure) {
    #if canImport(Darwin)
      try flush()
    #else
      guard fdatasync(descriptor) == 0 else { throw FileFailure(.synchronize, path) }
    #endif
  }

  /// For a folder, whose new names `fdatasync` may leave out: they are its metadata.
  func synchronizeNames() throws(FileFailure) { try flush() }

  private func flush() throws(FileFailure) {
    #if canImport(Darwin)
      // fsync leaves the bytes in the drive's own cache; some network disks know only fsync, though.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
      guard [ENOTSUP, EINVAL, ENOTTY].contains(errno) else { throw FileFailure(.synchronize, path) }
    #endif
    guard fsync(descriptor) == 0 else { throw FileFailure(.synchronize, path) }
  }

  func truncate(to length: Int) throws(FileFailure) {
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileFailure(.truncate, path) }
  }

  func length() throws(FileFailure) -> Int {
    // Sound: the room for the answer outlives the call.
    var found = stat()
    guard unsafe fstat(descriptor, &found) == 0 else { throw FileFailure(.status, path) }
    return Int(found.st_size)
  }

  func tryLock() throws(FileFailure) -> Bool {
    if retried({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw FileFailure(.lock, path)
  }
}

extension FileFailure {
  /// Reads the system's last error, so it must be made right after the call that failed.
  fileprivate init(_ operation: Operation, _ path: String) {
    self.init(operation, Reason(systemError: errno), path)
  }
}

extension FileFailure.Reason {
  fileprivate init(systemError number: Int32) {
    self =
      switch number {
      case ENOENT: .notFound
      case EEXIST, ENOTEMPTY: .exists
      case EACCES, EPERM: .notPermitted
      case EROFS: .readOnly
      case ENOSPC: .diskFull
      case EDQUOT: .quota
      case EFBIG: .tooLarge
      case EIO: .inputOutput
      case ENAMETOOLONG: .nameTooLong
      case EMFILE, ENFILE: .tooManyOpen
      case ENOTDIR: .notAFolder
      case EISDIR: .isAFolder
      case ENOLCK, ENOSYS, EOPNOTSUPP, ENOTSUP: .unsupported
      default: .other(number)
      }
  }
}

/// Asks again when a signal came in between.
private func retried<Number: SignedInteger>(_ call: () -> Number) -> Number {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

// Inside the types above, their own methods hide these calls. Sound: paths outlive them, buffers are lent for their length.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { unsafe open(path, flags, 0o600) }
private func systemRename(_ source: String, _ target: String) -> Int32 { unsafe rename(source, target) }
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, buffer.baseAddress, buffer.count)
}
